"""The message that carries a finished bulletin: composed from its manifest, saved as a draft or sent."""

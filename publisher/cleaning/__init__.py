"""Pictures made fit to be passed on: whole, of a kind every output takes, and saying nothing of who made them."""

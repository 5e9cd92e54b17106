"""What the trade knows by name: agencies, places, months, the words of desks."""

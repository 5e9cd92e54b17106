"""What the theme says, as Word styles, fonts and colours."""

"""Sources that are one text in markup."""

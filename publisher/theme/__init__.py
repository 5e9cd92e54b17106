"""A theme: roles and tokens in ``styles/<name>/theme.toml``, typed, and the CSS made out of them."""

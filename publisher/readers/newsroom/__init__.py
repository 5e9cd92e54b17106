"""What newsrooms send each other: ninjs, NITF, NewsML-G2, feeds, WordPress exports, e-mail messages."""

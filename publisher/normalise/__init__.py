"""The steps that turn raw copy into an article, one module each: pure functions with their findings."""

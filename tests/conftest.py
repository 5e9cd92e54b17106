"""What all tests share: no test has a time limit; speed is measured elsewhere."""

from hypothesis import settings

settings.register_profile("house", deadline=None)
settings.load_profile("house")

"""What all tests share: no test has a time limit, speed is measured elsewhere; and none finds what another kept."""

import os

from hypothesis import settings

settings.register_profile("house", deadline=None)
settings.load_profile("house")
# No folder: nothing is kept there, by the tests or by the commands they run.
os.environ["XDG_CACHE_HOME"] = os.devnull

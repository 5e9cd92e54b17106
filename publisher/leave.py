"""Leave to publish: what time it is, and whether a proof will do."""

import datetime
from typing import NamedTuple


class Leave(NamedTuple):
    """What time it is, None by the clock; and whether only files will do that may be published."""

    now: datetime.datetime | None = None
    release: bool = False


#: By the clock, and a proof will do.
PROOF = Leave()

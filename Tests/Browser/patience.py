"""How long the tests wait for what is to happen: one length for all, so long that a busy machine does not look like a fault."""

import time

SECONDS = 60
MILLISECONDS = SECONDS * 1_000


def until(holds, what, seconds=SECONDS):
    """Waits until `holds()` is true and gives what it gave. `what` is missing otherwise: words, or what gives them then."""
    deadline = time.monotonic() + seconds
    while not (held := holds()):
        assert time.monotonic() < deadline, f"not within {seconds} seconds: {what() if callable(what) else what}"
        time.sleep(0.05)
    return held

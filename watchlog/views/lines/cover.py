"""What stands for a major spoiler on a pipe."""

from watchlog.journal.drama.values import Spoiler

COVERED = "major spoiler, covered"


def covers(spoiler: Spoiler, spoilers: bool) -> bool:
    """Whether what is so marked must not be seen."""
    return spoiler == "major" and not spoilers

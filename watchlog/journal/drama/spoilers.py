"""What of a drama gives something away, and the drama without it."""

from watchlog.journal.drama.records import Drama


def without_spoilers(drama: Drama) -> Drama:
    """The drama, from which what is marked as a major spoiler has been taken."""
    for shelf in drama.shelves().values():
        shelf[:] = [item for item in shelf if getattr(item, "spoiler", "none") != "major"]
    return drama

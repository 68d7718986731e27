"""Where things lie in a journal's folder."""

import re
from pathlib import Path

from watchlog.journal.records import SLUG_LENGTH, SLUG_PATTERN

_SUFFIX = ".json"
_is_slug = re.compile(SLUG_PATTERN).match


class Places:
    """The paths of one journal."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.dramas = root / "dramas"
        self.history = root / "history"
        self.lock = root / ".lock"
        self.format = root / "watchlog.json"
        """The file that tells the journal's format."""
        self.pending = self.history / "pending.json"
        """The change being made: where this file is, a change is not finished."""

    def drama(self, slug: str) -> Path:
        return self.dramas / f"{slug}{_SUFFIX}"

    def change(self, number: int) -> Path:
        return self.history / f"{number:06d}{_SUFFIX}"


def slug_of(name: str) -> str | None:
    """The slug of a file in the folder of dramas, or None for a file that is not a drama's."""
    slug = name.removesuffix(_SUFFIX)
    fits = slug != name and len(slug) <= SLUG_LENGTH and _is_slug(slug)
    return slug if fits else None


def number_of(name: str) -> int | None:
    """The number of a file in the folder of changes, or None for another file."""
    stem = name.removesuffix(_SUFFIX)
    return int(stem) if stem != name and stem.isdecimal() and stem.isascii() else None

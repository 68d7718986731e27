"""Where things lie in a journal's folder, and what their names say."""

import os
import re
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from msgspec import Struct

from watchlog.journal.drama.values import SLUG_LENGTH, SLUG_PATTERN

_SUFFIX = ".json"
MACHINE_LENGTH = 4
_is_slug = re.compile(SLUG_PATTERN).match
_DRAMAS = r"(?:[a-z0-9]++(?:-[a-z0-9]++)*+\.json/)*+"
_PENDING = r"(\.?)(?:\.pending-([a-z0-9]{4})|pending)\.json(\.tmp)?"


class ChangeName(Struct, frozen=True, order=True):
    """The name of a change in the history: its number, and the machine that made it; "" where none is named."""

    number: int
    machine: str = ""

    def __str__(self) -> str:
        return f"{self.number}-{self.machine}" if self.machine else str(self.number)

    @property
    def file(self) -> str:
        return f"{self.number:06d}-{self.machine}{_SUFFIX}" if self.machine else f"{self.number:06d}{_SUFFIX}"


class Places:
    """The paths of one journal."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.dramas = root / "dramas"
        self.history = root / "history"
        self.lock = root / ".lock"
        self.format = root / "watchlog.json"
        """The file that tells the journal's format."""
        self.settings = root / "settings.json"
        """What the person has set for the journal."""

    def drama(self, slug: str) -> Path:
        return self.dramas / f"{slug}{_SUFFIX}"

    def drama_file(self, slug: str) -> str:
        """The same path as a string, for who asks about many."""
        return f"{self.dramas}{os.sep}{slug}{_SUFFIX}"

    def change(self, name: ChangeName) -> Path:
        return self.history / name.file

    def pending(self, machine: str) -> Path:
        """The change that a machine is making: where this file is, it is not finished."""
        return self.history / f".pending-{machine}{_SUFFIX}"


def slug_of(name: str) -> str | None:
    """The slug of a file in the folder of dramas, or None for a file that is not a drama's."""
    slug = name.removesuffix(_SUFFIX)
    fits = slug != name and len(slug) <= SLUG_LENGTH and _is_slug(slug)
    return slug if fits else None


def slugs_of(names: Collection[str]) -> Sequence[str | None]:
    """The same of several files."""
    together = "/".join([*names, ""])
    if re.fullmatch(_DRAMAS, together):  # as in almost every journal, which may have very many
        *slugs, _ = together.split(f"{_SUFFIX}/")
        if max(map(len, slugs), default=0) <= SLUG_LENGTH:
            return slugs
    return [slug_of(name) for name in names]


_OFFLOADED = ".icloud"
"""iCloud puts `.run-on.json.icloud` in the place of a file that it keeps for itself."""


def offloaded(slug: str) -> str:
    """What stands for a drama's file that is only in iCloud."""
    return f".{slug}{_SUFFIX}{_OFFLOADED}"


def offloaded_of(name: str) -> str | None:
    """The slug of the drama whose file is only in iCloud, None for any other name."""
    return slug_of(name[1:].removesuffix(_OFFLOADED)) if name[:1] == "." and name.endswith(_OFFLOADED) else None


def misnamed(names: Collection[str]) -> list[str]:
    """Those that would be a drama's file but for capitals; a copy that a sync tool put beside one is not meant."""
    together = "".join(names)
    if together == together.lower():  # as in almost every journal, which may have very many
        return []
    capital = [name for name in names if name != name.lower() and slug_of(name.lower())]
    there = {*names}
    copied = re.compile("([a-z0-9]+(?:-[a-z0-9]+)*)-[A-Z]")
    return [name for name in capital if not ((of := copied.match(name)) and f"{of[1]}{_SUFFIX}" in there)]


def change_of(name: str) -> ChangeName | None:
    """The change in a file of the history, or None for another file."""
    number, _, machine = name.removesuffix(_SUFFIX).partition("-")
    if not (number.isascii() and number.isdigit() and (not machine or is_machine(machine))):
        return None
    change = ChangeName(int(number), machine)
    return change if change.file == name else None


def is_machine(name: str) -> bool:
    """Whether it can be the name of a machine: four small letters or digits."""
    return len(name) == MACHINE_LENGTH and name.isascii() and name.isalnum() and name == name.lower()


def in_order(names: Iterable[str]) -> list[str]:
    """The files of a history that look like changes, oldest first, told by their names' beginning alone.

    There may be a thousand, and every change asks.
    """
    likely = [name for name in names if name[:6].isdigit() and name.endswith(_SUFFIX)]
    return sorted(likely, key=lambda name: (len(name.partition("-")[0].partition(".")[0]), name))


def change_named(text: str) -> ChangeName:
    """The change called `42-k3f9` or `42`."""
    number, _, machine = text.partition("-")
    return ChangeName(int(number), machine)


def pending_of(name: str) -> str | None:
    """The machine that is making a change, by the file in the history that tells of it, or by its temporary file.

    It is "" where an older version makes it, which names no machine, and None for any other file.
    """
    if "pending" not in name:
        return None
    found = re.fullmatch(_PENDING, name)
    if not found or (bool(found[1]) != bool(found[3])):
        return None
    return found[2] or ""

"""What is imported, as readers meet it: a file, standard input, a folder or an archive, read again at will."""

from collections.abc import Callable, Mapping
from typing import BinaryIO, Literal

from msgspec import Struct

from watchlog.errors import Refused
from watchlog.journal.drama.values import Status

Opener = Callable[[], BinaryIO]
"""Gives a fresh stream of bytes, from the start."""
DateOrder = Literal["dmy", "mdy", "ymd"]

MOST_WHOLE = 256 * 2**20
"""How many bytes are taken into memory at most, of what cannot be read piece by piece."""
LOOKED_AT = 2**16
"""How many bytes a file is known by."""


class Said(Struct, frozen=True, kw_only=True):
    """What the person said beside the file. None is what they left to be found out."""

    encoding: str | None = None
    dates: DateOrder | None = None
    profile: str | None = None
    """Whose rows are meant, in a file of a whole household."""
    status: Status | None = None
    """The status of all that is in a file which does not say it."""


class Source(Struct, frozen=True, kw_only=True):
    """A file, or a folder of files, that somebody imports."""

    name: str
    """As the person gave it; for messages."""
    open: Opener
    """A folder's gives nothing."""
    listing: Callable[[], Mapping[str, Opener]] | None = None
    """Of a folder: what is in it and below it, by paths with slashes."""
    member: str = ""
    """Where it stands in an archive or folder; empty for what the person named."""
    said: Said = Said()

    @property
    def beginning(self) -> bytes:
        """What a file is known by."""
        with self.open() as stream:
            return stream.read(LOOKED_AT)

    @property
    def content(self) -> bytes:
        """All of it. Raises Refused where that is more than memory should hold."""
        with self.open() as stream:
            found = stream.read(MOST_WHOLE + 1)
        if len(found) > MOST_WHOLE:
            raise Refused(f"{self.name} is larger than {MOST_WHOLE // 2**20} MiB. Nothing was imported.")
        return found

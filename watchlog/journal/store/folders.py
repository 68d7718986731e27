"""The user's own folders, where the platform wants them.

On Linux they are read off the environment, as the XDG specification says: platformdirs, which knows the others,
takes longer to load than a note to write.
"""

import os
import sys
from zlib import crc32

TYPE_CHECKING = False  # as that of typing: what loads that or pathlib is too slow for TAB
if TYPE_CHECKING:
    from pathlib import Path

_APP = "watchlog"


def data_place() -> str:
    """Where a person's journal lies, unless they say otherwise."""
    return _place("data", "~/.local/share")


def data_folder() -> "Path":
    """The same as a path."""
    return _path(data_place())


def cache_folder() -> "Path":
    """Where that lies which can be made anew at any time."""
    return _path(_place("cache", "~/.cache"))


def state_folder() -> "Path":
    """Where that lies which is not in the journal, and should not get lost: drafts, the machine's name."""
    return _path(_place("state", "~/.local/state"))


def of_journal(folder: "Path", root: "Path") -> "Path":
    """The part of one of the user's folders that belongs to the journal at `root`."""
    return folder / f"{crc32(os.fsencode(os.path.realpath(root))):08x}"


def _place(kind: str, otherwise: str) -> str:
    if sys.platform == "linux":
        given = os.environ.get(f"XDG_{kind.upper()}_HOME", "")
        return os.path.join(given if os.path.isabs(given) else os.path.expanduser(otherwise), _APP)
    import platformdirs

    folder: str = getattr(platformdirs, f"user_{kind}_dir")(_APP, appauthor=False)
    return folder


def _path(place: str) -> "Path":
    from pathlib import Path

    return Path(place)

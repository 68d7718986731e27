"""The user's own folders, where the platform wants them.

On Linux they are read off the environment, as the XDG specification says: platformdirs, which knows the others,
takes longer to load than a note to write.
"""

import os
import sys
from pathlib import Path
from zlib import crc32

_APP = "watchlog"


def data_folder() -> Path:
    """Where a person's journal lies, unless they say otherwise."""
    return _xdg("XDG_DATA_HOME", "~/.local/share") or Path(_platform("data"))


def cache_folder() -> Path:
    """Where that lies which can be made anew at any time."""
    return _xdg("XDG_CACHE_HOME", "~/.cache") or Path(_platform("cache"))


def state_folder() -> Path:
    """Where that lies which is not in the journal, and should not get lost: drafts, the machine's name."""
    return _xdg("XDG_STATE_HOME", "~/.local/state") or Path(_platform("state"))


def of_journal(folder: Path, root: Path) -> Path:
    """The part of one of the user's folders that belongs to the journal at `root`."""
    return folder / f"{crc32(os.fsencode(os.path.realpath(root))):08x}"


def _xdg(variable: str, otherwise: str) -> Path | None:
    if sys.platform != "linux":
        return None
    given = os.environ.get(variable, "")
    return Path(given if os.path.isabs(given) else os.path.expanduser(otherwise), _APP)


def _platform(kind: str) -> str:
    import platformdirs

    folder: str = getattr(platformdirs, f"user_{kind}_dir")(_APP, appauthor=False)
    return folder

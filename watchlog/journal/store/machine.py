"""What this machine is called in the history: four letters or digits, made once and kept with the user's own files."""

import os
import sys
from functools import cache
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from watchlog.journal.store import files

_SIGNS = "abcdefghijkmnpqrstuvwxyz23456789"
_LENGTH = 4
_MACHINE_ID = Path("/etc/machine-id")
_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


class Origin(Struct, frozen=True):
    """Who is making a change: the machine's name, its host, since when it runs, and the process."""

    machine: str
    host: str
    boot: str
    process: int


def origin() -> Origin:
    """This process."""
    return Origin(machine_name(), _host(), _content(_BOOT_ID), os.getpid())


def machine_name() -> str:
    """The name of this machine. Where it cannot be kept, it is made of the host's name, so that it stays the same."""
    return _named(_folder())


@cache
def _named(folder: Path) -> str:
    path = folder / "machine"
    try:
        kept = (files.read(path) or b"").decode("ascii", "replace").strip()
        if _is_name(kept):
            return kept
        new = _spelt(os.urandom(_LENGTH))
        files.keep(path, f"{new}\n".encode(), anew=True)
        kept = (files.read(path) or b"").decode("ascii", "replace").strip()
    except OSError:
        kept = ""
    return kept if _is_name(kept) else _spelt(sha256(_host().encode()).digest())


def _is_name(text: str) -> bool:
    return len(text) == _LENGTH and text.isascii() and text.isalnum() and text == text.lower()


def _spelt(chance: bytes) -> str:
    return "".join(_SIGNS[byte % len(_SIGNS)] for byte in chance[:_LENGTH])


def _folder() -> Path:
    """The user's state folder. On Linux it is read off the environment: each change asks, and platformdirs is large."""
    if sys.platform == "linux":
        given = os.environ.get("XDG_STATE_HOME", "")
        if os.path.isabs(given):
            return Path(given) / "watchlog"
        return Path(os.path.expanduser("~/.local/state/watchlog"))
    import platformdirs

    return platformdirs.user_state_path("watchlog", appauthor=False)


@cache
def _host() -> str:
    """The computer, by a digest of its name and of what tells it from another of that name: others read it, too."""
    name = os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")
    return sha256(f"{name}\n{_content(_MACHINE_ID)}".encode()).hexdigest()[:12]


@cache
def _content(path: Path) -> str:
    try:
        return (files.read(path) or b"").decode("ascii", "replace").strip()
    except OSError:
        return ""

"""What this machine is called in the history: four letters or digits, made once and kept with the user's own files."""

import os
from functools import cache
from pathlib import Path
from zlib import crc32

from msgspec import Struct

from watchlog.journal.store import files
from watchlog.journal.store.folders import state_folder
from watchlog.journal.store.paths import MACHINE_LENGTH, is_machine

_SIGNS = "abcdefghijkmnpqrstuvwxyz23456789"
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
    return _named(state_folder())


@cache
def _named(folder: Path) -> str:
    path = folder / "machine"
    try:
        kept = (files.read(path) or b"").decode("ascii", "replace").strip()
        if is_machine(kept):
            return kept
        new = _spelt(os.urandom(MACHINE_LENGTH))
        from watchlog.journal.store import scratch

        scratch.keep(path, f"{new}\n".encode(), anew=True)
        kept = (files.read(path) or b"").decode("ascii", "replace").strip()
    except OSError:
        kept = ""
    return kept if is_machine(kept) else _spelt(crc32(_host().encode()).to_bytes(MACHINE_LENGTH, "big"))


def _spelt(chance: bytes) -> str:
    return "".join(_SIGNS[byte % len(_SIGNS)] for byte in chance[:MACHINE_LENGTH])


@cache
def _host() -> str:
    """The computer, by a digest of its name and of what tells it from another of that name: others read it, too."""
    name = os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")
    return f"{crc32(name.encode()):08x}{crc32(_content(_MACHINE_ID).encode()):08x}"


@cache
def _content(path: Path) -> str:
    try:
        return (files.read(path) or b"").decode("ascii", "replace").strip()
    except OSError:
        return ""

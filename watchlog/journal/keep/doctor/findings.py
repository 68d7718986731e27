"""What the doctor found wrong, each with the next thing to do about it, and how it mends what it can."""

import shlex
import sys
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from watchlog.errors import Damaged
from watchlog.journal.drama.encoding import unreadable
from watchlog.journal.store import files
from watchlog.journal.store.changereading import read_steps
from watchlog.journal.store.storage import Storage

FIX = "watchlog doctor --fix"
"""The remedy for what can be mended without losing a word."""
_LOOK = "See whether the disk is there and you may read it."

Mend = Callable[[Storage], str]
"""Mends something while the lock is held, and says what it did. What it changes in a drama, it stages."""


class Finding(Struct, frozen=True):
    """Something that is wrong, and its remedy, a step a line. `fixable` is what `doctor --fix` mends."""

    path: str
    field: str | None
    problem: str
    remedy: str
    fixable: bool


class Findings:
    """All that was found in one journal."""

    def __init__(self) -> None:
        self.all: list[Finding] = []
        self.mends: list[Mend] = []

    def add(self, path: Path, problem: str, remedy: str, *, field: str = "", mend: Mend | None = None) -> None:
        """Something wrong in a file, which can be mended where that is the first step.

        Where several have one way to be mended, only one of them brings it.
        """
        self.all.append(Finding(str(path), field or None, problem, remedy, remedy.partition("\n")[0] == FIX))
        if mend:
            self.mends.append(mend)

    def unreadable(self, path: Path, error: OSError | Damaged) -> None:
        """A file or folder that cannot be read."""
        self.add(path, reason(error if isinstance(error, Damaged) else unreadable(path, error), path), _LOOK)

    def left_overs(self, folder: Path, ours: Callable[[str], object]) -> None:
        """What a process that died was writing in a folder; `ours` says whether the journal has files of that name."""
        for name in files.names(folder):
            if name.startswith(".") and name.endswith(".tmp") and ours(name[1:-4]):
                path = folder / name
                self.add(path, "left over by a process that died", FIX, mend=removing(path))


def removing(path: Path) -> Mend:
    """Removes a file that no drama is in."""

    def mend(storage: Storage) -> str:
        files.remove(path)
        files.settle(path.parent)
        return f"Removed {path}."

    return mend


def staging(slug: str, content: bytes | None, done: str) -> Mend:
    """Gives a drama's file another content, or removes it."""

    def mend(storage: Storage) -> str:
        storage.stage(slug, content, before=storage.content(slug))
        return done

    return mend


def finishing(path: Path) -> Mend:
    """Does what still fits of a change that another machine was making."""

    def mend(storage: Storage) -> str:
        done = []
        for slug, step in read_steps(path):
            if storage.content(slug) == step.before:
                storage.stage(slug, step.after, before=step.before)
                done.append(slug)
        return f"Finished what still fitted of {path.name}: {', '.join(done) or 'nothing'}."

    return mend


def reason(error: Damaged, path: Path) -> str:
    """What an error says of a file, without the file's path and what to do."""
    return str(error).partition("\n")[0].removeprefix(f"{path}: ").removesuffix(".")


def for_shell(path: Path) -> str:
    """A path to be typed in the shell of the place. No name on Windows has a quotation mark in it."""
    return f'"{path}"' if sys.platform == "win32" else shlex.quote(str(path))


def moving(path: Path, to: Path) -> str:
    """The command that gives a file another name."""
    return _command("mv", "move", path, to)


def deleting(path: Path) -> str:
    """The command that takes a file away."""
    return _command("rm", "del", path)


def comparing(path: Path, other: Path) -> str:
    """The command that shows how two files differ."""
    return _command("diff", "fc.exe", path, other)


def _command(name: str, on_windows: str, *paths: Path) -> str:
    return " ".join([on_windows if sys.platform == "win32" else name, *map(for_shell, paths)])

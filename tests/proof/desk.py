"""A desk: a journal, what lies around it, and a person who types command lines, in this process."""

import io
import os
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple
from unittest import mock

from watchlog.cli.app import run
from watchlog.cli.reading import editor
from watchlog.journal.drama import uids
from watchlog.journal.store import scratch


class Said(NamedTuple):
    """How a command line ended and what it told."""

    code: int
    out: str
    err: str


class _Stream(io.TextIOWrapper):
    """A stream that is a terminal, if somebody is there."""

    def __init__(self, given: bytes = b"", *, somebody: bool) -> None:
        self._bytes = io.BytesIO(given)
        self._somebody = somebody
        super().__init__(self._bytes, encoding="utf-8")

    def isatty(self) -> bool:
        return self._somebody

    def told(self) -> str:
        self.flush()
        return self._bytes.getvalue().decode()


class Desk:
    """A folder with a journal in it. `write` is what the person does to a draft, if anybody is there to do it."""

    def __init__(self, folder: Path, write: Callable[[str], str] | None = None) -> None:
        self.folder = folder
        self.journal = folder / "journal"
        self.drafts = folder / "state" / "watchlog" / "drafts"
        self.write = write
        self.machine = "test"

    def copy(self, folder: Path) -> "Desk":
        """The same desk once more."""
        shutil.copytree(self.folder, folder, symlinks=True)
        return Desk(folder, self.write)

    def run(self, *arguments: str) -> Said:
        """Run a command line. `DESK` in an argument is this folder."""
        here = {
            "WATCHLOG_JOURNAL": str(self.journal),
            "XDG_CACHE_HOME": str(self.folder / "cache"),
            "XDG_STATE_HOME": str(self.folder / "state"),
            "HOME": str(self.folder),
        }
        # A desk laid out anew somewhere else is still on the same machine.
        scratch.keep(self.folder / "state" / "watchlog" / "machine", f"{self.machine}\n".encode())
        somebody = self.write is not None
        stdin, out, err = (_Stream(somebody=somebody), _Stream(somebody=False), _Stream(somebody=somebody))
        with (
            mock.patch.dict(os.environ, here),
            mock.patch.multiple(sys, stdin=stdin, stdout=out, stderr=err),
            mock.patch.object(editor, "_run", self._edit),
            mock.patch.object(uids, "urandom", self._chance(arguments).randbytes),
        ):
            code = run([argument.replace("DESK", str(self.folder)) for argument in arguments])
        return Said(code, out.told(), err.told())

    def _chance(self, arguments: Sequence[str]) -> Random:
        """The same for the same command after the same changes: what is done twice makes the same uids."""
        history = self.journal / "history"
        changes = len(list(history.iterdir())) if history.is_dir() else 0
        return Random(f"{arguments} {changes}")

    def does(self, *arguments: str) -> Said:
        """Run a command line that must end well."""
        said = self.run(*arguments)
        assert said.code == 0, f"{' '.join(arguments)}: exit {said.code}: {said.err}"
        return said

    def _edit(self, command: list[str]) -> int:
        assert self.write
        draft = Path(command[-1])
        draft.write_text(self.write(draft.read_text("utf-8")), "utf-8")
        return 0

"""What the global options say, and what follows from them: which journal, and whether anybody can be asked."""

import os
import sys
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from watchlog.errors import NotFound, WrongUsage
from watchlog.journal import files
from watchlog.journal.documents import printable
from watchlog.journal.finding import Ambiguous, find
from watchlog.journal.journal import Journal
from watchlog.journal.records import Drama, with_progress
from watchlog.views.text import clean

if TYPE_CHECKING:  # most commands need no catalogue
    from watchlog.journal.catalogue import Catalogue, Row

_SAMPLE = Path(__file__).parent.parent / "sample"


class Session:
    """One run of the program."""

    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        """Forget the run before, as a test has several in one process."""
        self.__dict__.clear()
        self.folder: Path | None = None
        self.sample = False
        self.no_input = False
        self.has_read_stdin = False

    @property
    def asks(self) -> bool:
        """Whether there is somebody to answer a question."""
        return not self.no_input and sys.stdin.isatty() and sys.stderr.isatty()

    @property
    def on_terminal(self) -> bool:
        """Whether what is printed is for the eye: FORCE_COLOR says so for a pipe."""
        return sys.stdout.isatty() or bool(os.environ.get("FORCE_COLOR"))

    @cached_property
    def root(self) -> Path:
        """The folder of the journal in use: the person's own, or a copy of the sample."""
        return files.throwaway_copy(_SAMPLE) if self.sample else self.own_root

    @cached_property
    def own_root(self) -> Path:
        """The person's own: --journal, $WATCHLOG_JOURNAL, or the platform's folder for a user's files."""
        given = self.folder or os.environ.get("WATCHLOG_JOURNAL")
        if given:
            return Path(given).expanduser().absolute()
        import platformdirs

        return platformdirs.user_data_path("watchlog", appauthor=False)

    @cached_property
    def cache(self) -> Path:
        """The folder for what can be made anew at any time."""
        if self.sample:
            return self.root / "cache"
        import platformdirs

        return platformdirs.user_cache_path("watchlog", appauthor=False)

    @cached_property
    def drafts(self) -> Path:
        """The folder for words that are not in the journal yet."""
        import platformdirs

        return platformdirs.user_state_path("watchlog", appauthor=False) / "drafts"

    @cached_property
    def journal(self) -> Journal:
        """The journal in use. Raises Damaged if it is of a newer format."""
        return Journal(self.root, notice=say)

    @property
    def rows(self) -> list["Row"]:
        """Every drama of the journal, as lists show it."""
        return self.catalogue.rows()

    @cached_property
    def catalogue(self) -> "Catalogue":
        from watchlog.journal.catalogue import Catalogue

        return Catalogue(self.journal, self.cache)

    def slug(self, drama: str | None) -> str:
        """The slug of the drama meant; asks where none is named, or several are meant, and somebody is there.

        Raises NotFound with a guess, WrongUsage.
        """
        if drama is None:
            return self._chosen()
        try:
            return find(self.journal, lambda: self.rows, drama)
        except Ambiguous as several:
            if not self.asks:
                raise
            from watchlog.cli.prompts import pick_drama

            return pick_drama(self.journal, several.rows)

    def _chosen(self) -> str:
        if not self.asks:
            raise WrongUsage("Which drama? Name it by its slug or its title.\nSee them: watchlog list")
        rows = sorted(self.rows, key=lambda row: (row.watched or "", row.noted or ""), reverse=True)
        if not rows:
            raise NotFound("The journal is empty. Begin with: watchlog add")
        from watchlog.cli.prompts import pick_drama

        return pick_drama(self.journal, rows)


session = Session()
"""The run that is going on."""


def say(message: str) -> None:
    """Tell the person something, beside what the command prints; where nobody listens, it changes nothing."""
    with suppress(OSError):
        print(clean(message), file=sys.stderr, flush=True)


def print_json(document: object) -> None:
    """Print JSON, in UTF-8 whatever the terminal speaks."""
    from msgspec import json as fast_json

    print_bytes(printable(fast_json.format(fast_json.encode(document), indent=2) + b"\n"))


def print_bytes(content: bytes) -> None:
    """Print what is not for the eye: scripts get every byte."""
    sys.stdout.flush()
    rest = memoryview(content)
    while rest:  # unbuffered, a stream may take a part and say so
        rest = rest[sys.stdout.buffer.write(rest) :]
    sys.stdout.buffer.flush()


def report(summary: str, drama: Drama, *, as_json: bool) -> None:
    """Say what changed; with --json, print the drama as it is now."""
    say(summary)
    if as_json:
        print_json(with_progress(drama))

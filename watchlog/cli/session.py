"""What the global options say, and what follows from them: which journal, and whether anybody can be asked."""

import os
import sys
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from watchlog.cli.output import ask_for_pager, ask_for_pages, ask_for_program, say
from watchlog.journal.journal import Journal
from watchlog.journal.store.folders import cache_folder, data_folder, of_journal, state_folder
from watchlog.journal.store.storage import Storage

if TYPE_CHECKING:  # most commands need no catalogue
    from watchlog.journal.store.catalogue import Catalogue, Head, Row
    from watchlog.journal.store.kinds import Kinds

One = TypeVar("One")

_SAMPLE = Path(__file__).parent.parent / "sample"


class Session:
    """One run of the program."""

    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        """Forget the run before, as a test has several in one process."""
        self.__dict__.clear()
        ask_for_pages(False)
        ask_for_pager(True)
        ask_for_program("watchlog")
        self.folder: Path | None = None
        self.sample = False
        self.no_input = False
        self.has_read_stdin = False
        self._told: set[str] = set()

    @property
    def asks(self) -> bool:
        """Whether there is somebody to answer a question."""
        return not self.no_input and sys.stdin.isatty() and sys.stderr.isatty()

    @cached_property
    def root(self) -> Path:
        """The folder of the journal in use: the person's own, or a copy of the sample."""
        if not self.sample:
            return self.own_root
        from watchlog.journal.store import scratch

        return scratch.throwaway_copy(_SAMPLE)

    @cached_property
    def own_root(self) -> Path:
        """The person's own: --journal, $WATCHLOG_JOURNAL, or the platform's folder for a user's files."""
        given = self.folder or os.environ.get("WATCHLOG_JOURNAL")
        if given:
            return Path(os.path.expanduser(given)).absolute()
        return data_folder()

    @cached_property
    def cache(self) -> Path:
        """The folder for what can be made anew at any time."""
        return self.root / "cache" if self.sample else cache_folder()

    @cached_property
    def drafts(self) -> Path:
        """The folder for words that are not in the journal yet; those of the sample are of no journal."""
        drafts = state_folder() / "drafts"
        return drafts / "sample" if self.sample else of_journal(drafts, self.own_root)

    @cached_property
    def journal(self) -> Journal:
        """The journal in use. Raises Damaged if it is of a newer format."""
        journal = Journal(self.root, notice=self._tell)
        journal.storage.watched = _watched
        return journal

    def _tell(self, message: str) -> None:
        """Say what the journal has to say, once in a run."""
        if message not in self._told:
            self._told.add(message)
            say(message)

    def not_yet_told(self, message: str) -> str:
        """A message without its first line, where that has been said."""
        first, _, more = message.partition("\n")
        return more if more and any(_is_said(first, told) for told in self._told) else message

    @cached_property
    def storage(self) -> Storage:
        """The journal's files, for those who look after it whatever state it is in."""
        return Storage(self.root, notice=self._tell)

    @property
    def saved(self) -> str | None:
        """What this run has changed, in words, as soon as that is durable."""
        used: list[Storage] = [self.storage] if "storage" in vars(self) else []
        used += [self.journal.storage] if "journal" in vars(self) else []
        return next((one.saved for one in used if one.saved is not None), None)

    @property
    def left_out(self) -> list[str]:
        """What could not be read, and is missing in the answer."""
        return self.journal.storage.left_out if "journal" in vars(self) else []

    @property
    def rows(self) -> list["Row"]:
        """Every drama of the journal, as lists show it."""
        return self.catalogue.rows()

    @property
    def heads(self) -> Sequence["Head"]:
        """The same where few of them are looked at whole."""
        return self.catalogue.heads()

    @cached_property
    def views(self) -> dict[str, str]:
        """The queries that are saved under a name."""
        from watchlog.journal.store.settings import read_settings, views_in

        return views_in(read_settings(self.journal.storage))

    def view(self, name: str) -> str | None:
        """What a view asks; None where there is none."""
        from watchlog.journal.store.settings import view_meant

        return self.views.get(view_meant(self.views, name))

    def forget_settings(self) -> None:
        """They are read anew when they are asked for."""
        self.__dict__.pop("views", None)

    @cached_property
    def catalogue(self) -> "Catalogue":
        from watchlog.journal.store.catalogue import Catalogue

        return Catalogue(self.journal.storage, self.cache, _first_read, _kinds)


def _is_said(line: str, told: str) -> bool:
    """Whether what was told says a line, too, be it in other words: why a place cannot be read."""
    path, unreadable, why = told.partition(": cannot be read: ")
    same = line.startswith(told.rstrip(".")) or told.startswith(line)
    return same or bool(unreadable and path in line and why in line)


def _kinds() -> "Kinds":
    from watchlog.journal.recall.digests import IN_ONE_PASS  # all that recalls: seldom all dramas are read

    return IN_ONE_PASS


def _watched(steps: Iterable[One], of: int) -> Iterable[One]:
    if of == 1:  # most changes are of one drama
        return steps
    from watchlog.cli.progress import told

    return told("Saving", steps, of)


def _first_read(slugs: Sequence[str], before: int, of: int) -> Iterable[str]:
    from watchlog.cli.progress import told

    return told("Reading", slugs, of, before)


session = Session()
"""The run that is going on."""

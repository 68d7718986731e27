"""What one change will do, gathered while it is being made."""

from collections.abc import Mapping

from watchlog.journal.drama.text import kept_line, whole
from watchlog.journal.store.changefile import Note
from watchlog.journal.store.paths import ChangeName
from watchlog.journal.store.staging import Staged


class Transaction:
    """What one change will do: `staged` holds a step for each drama it writes or removes."""

    def __init__(self, kind: str, command: str) -> None:
        self.kind = kind
        self.command = command
        self.summary = ""
        self.undoes: tuple[ChangeName, ...] = ()
        self.renamed: Mapping[str, str] = {}
        self.staged = Staged()

    def forget(self) -> None:
        """Begin anew: nothing is staged any more."""
        self.staged = Staged()
        self.renamed = {}

    @property
    def note(self) -> Note:
        summary = kept_line(whole(self.summary))  # the name of a file may be in it
        return Note(self.kind, kept_line(whole(self.command)), summary, self.undoes, tuple(self.renamed.items()))

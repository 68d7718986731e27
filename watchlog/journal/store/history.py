"""The changes that were made, read back: what undo goes by."""

from collections.abc import Callable, Iterator
from itertools import groupby

from watchlog.errors import Damaged
from watchlog.journal.drama.encoding import unreadable
from watchlog.journal.store.changereading import Heading, mentions, read_heading, read_steps
from watchlog.journal.store.commits import change_names
from watchlog.journal.store.paths import ChangeName, Places
from watchlog.journal.store.staging import Step


class History:
    """The changes of a journal."""

    def __init__(self, places: Places) -> None:
        self.places = places

    def names(self) -> list[ChangeName]:
        """All changes, oldest first. Raises OSError."""
        return change_names(self.places)

    def headings(self, broken: Callable[[Damaged], None] | None = None) -> Iterator[Heading]:
        """All changes, newest first: by number, then by time.

        Raises Damaged for one that cannot be read, or tells `broken` and goes on.
        """
        try:
            names = self.names()
        except OSError as error:
            raise unreadable(self.places.history, error) from None
        for _, alike in groupby(reversed(names), key=lambda name: name.number):
            found: list[Heading] = []
            for name in alike:
                try:
                    found.append(read_heading(self.places.change(name), name))
                except Damaged as damage:
                    if broken is None:
                        raise
                    broken(damage)
            yield from sorted(found, key=lambda heading: heading.when, reverse=True)

    def left(self, slug: str) -> bytes | None:
        """What the last change of a drama left in its file, None where it left none or the history knows of none.

        Raises OSError, Damaged.
        """
        for name in reversed(self.names()):
            if mentions(self.places.change(name), slug):
                for other, step in self.steps(name):
                    if other == slug:
                        return step.after
        return None

    def steps(self, name: ChangeName) -> Iterator[tuple[str, Step]]:
        """What a change did, drama by drama. Raises Damaged."""
        return read_steps(self.places.change(name))

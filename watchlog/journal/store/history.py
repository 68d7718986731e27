"""The changes that were made, read back: what undo goes by."""

from collections.abc import Callable, Iterator
from itertools import groupby

from watchlog.errors import Damaged
from watchlog.journal.drama.encoding import unreadable
from watchlog.journal.store.changereading import Heading, lines_of, mentions, read_heading, read_step, read_steps
from watchlog.journal.store.commits import change_names
from watchlog.journal.store.paths import ChangeName, Places
from watchlog.journal.store.staging import Step


class History:
    """The changes of a journal."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self._lines: tuple[ChangeName, dict[str, tuple[int, int]]] | None = None

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
            if mentions(self.places.change(name), slug) and (step := self.step(name, slug)):
                return step.after
        return None

    def has_words(self) -> bool:
        """Whether the last change of any drama left something in its file. Raises OSError, Damaged."""
        known: set[str] = set()
        for name in reversed(self.names()):
            for slug, step in self.steps(name):
                if slug not in known and step.after is not None:
                    return True
                known.add(slug)
        return False

    def step(self, name: ChangeName, slug: str) -> Step | None:
        """What a change did to one drama. Where its line stands is remembered of the change that was asked last.

        Raises Damaged.
        """
        path = self.places.change(name)
        if self._lines is None or self._lines[0] != name:
            try:
                self._lines = name, lines_of(path)
            except OSError as error:
                raise unreadable(path, error) from None
        lines = self._lines[1]
        if not lines:
            return next((step for other, step in self.steps(name) if other == slug), None)
        return read_step(path, lines[slug]) if slug in lines else None

    def steps(self, name: ChangeName) -> Iterator[tuple[str, Step]]:
        """What a change did, drama by drama. Raises Damaged."""
        return read_steps(self.places.change(name))

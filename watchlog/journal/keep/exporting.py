"""Dramas on their way out: each says of itself what it was made from, so that it can be merged when it comes back."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from watchlog.journal.drama.documents import EXPORT_MARK, sparse
from watchlog.journal.drama.records import Drama
from watchlog.journal.journal import Journal
from watchlog.journal.keep.merging import digest


class Outgoing:
    """The dramas of an export. Each is read when it is its turn, and anew each time: there may be more than memory.

    All of the journal that can be read, or those of the `slugs`. `made` makes of each what is written. `watched` gives
    the slugs on when it is their turn, and may tell how far that is.
    """

    def __init__(
        self,
        journal: Journal,
        slugs: Sequence[str] | None,
        made: Callable[[Drama], Drama],
        watched: Callable[[Sequence[str]], Iterable[str]],
    ) -> None:
        self._journal = journal
        self._slugs = slugs
        self._made = made
        self._watched = watched
        self.written: list[str] = []
        """The slugs of those that were read, the last time."""

    def __iter__(self) -> Iterator[Drama]:
        """Raises NotFound, Damaged for one that is named; of all dramas, the others are told to the journal."""
        storage = self._journal.storage
        self.written = []
        slugs = self._watched(storage.slugs() if self._slugs is None else self._slugs)
        for drama in storage.readable(slugs) if self._slugs is None else map(self._journal.drama, slugs):
            self.written.append(drama.slug)
            yield self._made(mark_export(drama))


def mark_export(drama: Drama) -> Drama:
    """The drama, which says from now on what document it was made from."""
    drama.unknown[EXPORT_MARK] = {"base": digest(sparse(drama))}
    return drama


def mark_partial(drama: Drama) -> Drama:
    """A drama that is exported, and from which something is left out: what it lacks was not removed."""
    mark = drama.unknown[EXPORT_MARK]
    assert isinstance(mark, dict)
    drama.unknown[EXPORT_MARK] = mark | {"partial": True}
    return drama

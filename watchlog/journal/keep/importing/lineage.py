"""Which documents of a drama came from which: told by the changes of one history, or of two machines together.

A document is known by its digest. What a change merged into a drama stood before it, as what it found there did.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from msgspec import Struct

from watchlog.errors import Damaged
from watchlog.journal.drama.encoding import from_bytes
from watchlog.journal.drama.records import Document
from watchlog.journal.keep.merging import digest
from watchlog.journal.store.changereading import Heading
from watchlog.journal.store.history import History
from watchlog.journal.store.paths import ChangeName
from watchlog.journal.store.staging import Step


class _Place(Struct, frozen=True):
    """Where a document stands: in a change of a history, before or after it."""

    history: History
    change: ChangeName
    slug: str
    after: bool


class Lineage:
    """The documents that stand in some histories. These are looked through when something is first asked."""

    def __init__(self, histories: Iterable[History]) -> None:
        self._histories = list(histories)
        self._places: dict[str, _Place] = {}

    def document(self, name: str) -> Document | None:
        """The document of that digest, if it stands in a history."""
        place = self._places.get(name) if self._before is not None else None
        step = place.history.step(place.change, place.slug) if place else None
        return _document(place.slug, step.after if place.after else step.before) if place and step else None

    def newest_before(self, one: Document, other: Document) -> Document | None:
        """The newest document that stands before two others, or is one of them.

        None where there is none, and where it is not certain which it is.
        """
        names = {digest(one): one, digest(other): other}
        first, last = map(self._ancestors, (digest(one), digest(other)))
        both = first & last
        newest = [name for name in both if not any(name in self._ancestors(later) for later in both - {name})]
        return (names.get(newest[0]) or self.document(newest[0])) if len(newest) == 1 else None

    def _ancestors(self, name: str) -> set[str]:
        found: set[str] = set()
        to_come = [name]
        while to_come:
            name = to_come.pop()
            if name not in found:
                found.add(name)
                to_come += self._before.get(name, ())
        return found

    @cached_property
    def _before(self) -> dict[str, set[str]]:
        """The digests of the documents that each came from."""
        before: dict[str, set[str]] = defaultdict(set)
        for history in self._histories:
            try:
                for heading in history.headings(broken=_pass_over):
                    self._look_at(history, heading, before)
            except Damaged:  # the folder cannot be listed: then nothing is known of it
                continue
        return before

    def _look_at(self, history: History, heading: Heading, before: dict[str, set[str]]) -> None:
        earlier_slug = {new: old for old, new in heading.renamed}
        left: dict[str, str] = {}
        came: dict[str, str] = {}
        for slug, step in _steps(history, heading.name):
            for content, after, names in (step.before, False, left), (step.after, True, came):
                if document := _document(slug, content):
                    names[slug] = digest(document)
                    self._places.setdefault(names[slug], _Place(history, heading.name, slug, after))
            if slug in came:
                before[came[slug]].update(step.took_in.split())
        for slug, name in came.items():
            if found := left.get(slug) or left.get(earlier_slug.get(slug, "")):
                before[name].add(found)


def _pass_over(damage: Damaged) -> None:
    """A change that cannot be read tells nothing."""


def _steps(history: History, name: ChangeName) -> Iterator[tuple[str, Step]]:
    try:
        yield from history.steps(name)
    except Damaged:
        return


def _document(slug: str, content: bytes | None) -> Document | None:
    try:
        return {"slug": slug, **from_bytes(content, slug)} if content else None
    except Damaged:
        return None

"""What the person has removed here, and when: the history tells, and is looked through when it is first asked.

What undo took back was not removed: it comes in again as if it had never been here.
"""

from collections import Counter
from collections.abc import Collection, Iterator
from functools import cached_property

from watchlog.errors import Damaged
from watchlog.journal.drama.encoding import from_bytes
from watchlog.journal.drama.records import KINDS, Document
from watchlog.journal.drama.uids import items_of, with_uids
from watchlog.journal.keep.moving.texts import keys_of
from watchlog.journal.store.changereading import Heading
from watchlog.journal.store.history import History
from watchlog.journal.store.staging import Step

_REMOVE = "remove"


class Removals:
    """The dramas and items that a history knows to be removed."""

    def __init__(self, history: History) -> None:
        self._history = history

    def dramas(self) -> Iterator[tuple[str, str, bytes]]:
        """The slug of each drama that was removed, the day, and the file it had, the last removed first."""
        for heading in self._changes:
            for slug in heading.dramas if heading.kind == _REMOVE else ():
                step = self._step(heading, slug)
                if step and step.before and step.after is None:
                    yield slug, _day(heading), step.before

    def items(self, slug: str, texts: Collection[str]) -> list[str]:
        """What was removed of these texts of a drama, in words: `2 notes removed on 2021-01-25`."""
        counts: Counter[tuple[str, str]] = Counter()
        left = {*texts}
        for heading in self._changes if left else ():
            slug = {new: old for old, new in heading.renamed}.get(slug, slug)
            step = self._step(heading, slug) if heading.kind == _REMOVE and slug in heading.dramas else None
            before, after = (_document(slug, content) for content in (step.before, step.after)) if step else ({}, {})
            stayed = {item.get("uid") for _, item in items_of(after)}
            for kind, item in items_of(before):
                if item.get("uid") not in stayed and (gone := left.intersection(keys_of(KINDS[kind], item))):
                    left -= gone
                    counts[kind, _day(heading)] += 1
        return [
            f"{count} {kind if count == 1 else KINDS[kind]} removed on {day}" for (kind, day), count in counts.items()
        ]

    @cached_property
    def _changes(self) -> list[Heading]:
        return [one for one in self._history.headings(broken=lambda damage: None) if one.kind == _REMOVE or one.renamed]

    def _step(self, heading: Heading, slug: str) -> Step | None:
        try:
            return self._history.step(heading.name, slug)
        except Damaged:  # the doctor names it
            return None


def _day(heading: Heading) -> str:
    return heading.when[: len("2021-01-25")]


def _document(slug: str, content: bytes | None) -> Document:
    try:
        return with_uids({"slug": slug, **from_bytes(content, slug)}) if content else {}
    except Damaged:
        return {}

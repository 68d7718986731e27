"""Which documents of a drama came from which: told by the changes of one history, or of two machines together.

A document is known by its digest. What a change merged into a drama stood before it, as what it found there did.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from hashlib import blake2b
from typing import NamedTuple

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


class _State(NamedTuple):
    """A document, by its digest, after a change; before all changes that are known it is after none."""

    name: str
    change: str = ""


class Lineage:
    """The documents that stand in some histories. These are looked through when something is first asked.

    A state is a document after a change: when the same document comes again, as by undo, that is another state. Only
    when a merge is undone, the state before it is back: else what was merged would count as known, and would not come
    in when it is merged once more.
    """

    def __init__(self, histories: Iterable[History]) -> None:
        self._histories = list(histories)
        self._places: dict[str, _Place] = {}
        self._names: dict[tuple[str, bytes], str] = {}
        self._states: dict[str, list[_State]] = defaultdict(list)
        """The states of each document, as they followed each other in their histories."""
        self._merged: set[tuple[ChangeName, str]] = set()
        """The dramas that a change merged something into, or took such a merge back of."""

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
        both = self._ancestors(self._last(digest(one))) & self._ancestors(self._last(digest(other)))
        newest = {state.name for state in both if not any(state in self._ancestors(one) for one in both - {state})}
        if len(newest) != 1:
            return None
        (name,) = newest
        return names.get(name) or self.document(name)

    def _last(self, name: str) -> _State:
        """The last state in which a document stood."""
        return self._states[name][-1] if self._before is not None and self._states.get(name) else _State(name)

    def _ancestors(self, state: _State) -> set[_State]:
        return _reached(state, self._before)

    @cached_property
    def _before(self) -> dict[_State, set[_State]]:
        """The states that each came from."""
        before: dict[_State, set[_State]] = defaultdict(set)
        took: list[tuple[_State, str]] = []
        for history in self._histories:
            last: dict[str, _State] = {}
            try:
                for heading in reversed(list(history.headings(broken=_pass_over))):
                    took += self._look_at(history, heading, last, before)
            except Damaged:  # the folder cannot be listed: then nothing is known of it
                continue
        for state, name in took:
            known = self._states.get(name) or [_State(name)]
            earlier = [one for one in reversed(known) if len(known) == 1 or state not in _reached(one, before)]
            before[state].update(earlier[:1])
        return before

    def _look_at(
        self,
        history: History,
        heading: Heading,
        last: dict[str, _State],
        before: dict[_State, set[_State]],
    ) -> list[tuple[_State, str]]:
        """Take down the states of a change; gives what it took in, by the state that came of it."""
        earlier_slug = {new: old for old, new in heading.renamed}
        left: dict[str, _State] = {}
        came: dict[str, _State] = {}
        took: list[tuple[_State, str]] = []
        for slug, step in _steps(history, heading.name):
            if name := self._name(slug, step.before):
                left[slug] = last.get(name) or _State(name)
                self._places.setdefault(name, _Place(history, heading.name, slug, False))
            of_merge = any((undone, slug) in self._merged for undone in heading.undoes)
            if step.took_in or of_merge:
                self._merged.add((heading.name, slug))
            if name := self._name(slug, step.after):
                back = last.get(name) if of_merge else None
                came[slug] = back or _State(name, f"{heading.name} {heading.when}")
                self._places.setdefault(name, _Place(history, heading.name, slug, True))
                took += [(came[slug], one) for one in step.took_in.split()]
        for slug, state in came.items():
            is_back = (heading.name, slug) in self._merged and heading.undoes
            if not is_back and (found := left.get(slug) or left.get(earlier_slug.get(slug, ""))):
                before[state].add(found)
            last[state.name] = state
            if state not in self._states[state.name]:
                self._states[state.name].append(state)
        return took

    def _name(self, slug: str, content: bytes | None) -> str:
        """The digest of the document in a file; most stand in several changes, and in both histories."""
        if content is None:
            return ""
        known = slug, blake2b(content).digest()
        if known not in self._names:
            document = _document(slug, content)
            self._names[known] = digest(document) if document else ""
        return self._names[known]


def _reached(state: _State, before: dict[_State, set[_State]]) -> set[_State]:
    """The state, and all that it came from."""
    found: set[_State] = set()
    to_come = [state]
    while to_come:
        state = to_come.pop()
        if state not in found:
            found.add(state)
            to_come += before.get(state, ())
    return found


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

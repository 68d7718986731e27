"""Which titles of which sources a drama is, merged: by source and key."""

from watchlog.journal.drama.records import Document, Json
from watchlog.journal.keep.merging.facts import merged_facts
from watchlog.journal.keep.merging.fields import values_of, without
from watchlog.journal.keep.merging.lists import Values, merged_values
from watchlog.journal.keep.merging.order import woven
from watchlog.journal.keep.merging.three import NO_BASE, Three, exact

_Titles = dict[tuple[str, str, int], Document]
"""Titles by source and key, and by which of the equal ones they are."""


def merged_imported(imported: Three[Values]) -> list[Json]:
    """The titles that stand: the facts of each by themselves, its texts united."""
    titles = imported.each(_by_title)
    before, ours, theirs = titles.known({}), titles.ours, titles.theirs
    standing: list[Json] = []
    for title in woven([*ours], [*theirs]):
        if title in ours and title in theirs:
            standing.append(_merged(Three(before.get(title, NO_BASE), ours[title], theirs[title])))
        else:
            found = ours.get(title) or theirs[title]
            standing += [found] if exact(found) != exact(before.get(title)) else []
    return standing


def _merged(title: Three[Document]) -> Document:
    facts = merged_facts(title.each(lambda one: without(one, ["texts"])))
    texts = title.each(lambda one: values_of(one, "texts")).settled(_united, exact)
    return facts | ({"texts": texts} if texts else {})


def _united(ours: list[Json], theirs: list[Json]) -> list[Json]:
    return merged_values(Three(NO_BASE, ours, theirs))


def _by_title(titles: Values) -> _Titles:
    found: _Titles = {}
    for title in titles:
        if isinstance(title, dict):
            source, key, place = str(title.get("source")), str(title.get("key")), 0
            while (source, key, place) in found:
                place += 1
            found[source, key, place] = title
    return found

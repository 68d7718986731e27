"""Which dramas mention which: by a reference, or by the full title in their prose.

A title counts as it is written: "the signal was lost" is not *Signal*; one that begins with a small letter is only
mentioned by a reference. Where two dramas are called so, neither is meant. What is a major spoiler mentions nothing.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from watchlog.journal.drama.records import Drama
from watchlog.journal.drama.references import FIELDS, references
from watchlog.journal.drama.spoilers import reveals
from watchlog.journal.store.catalogue import Catalogue
from watchlog.journal.store.kinds import Kind

_REACH = 80
"""How much of a text is kept from a word on that may begin a title."""
_BEGINNING = re.compile(r"(?<!\w)[^\W_a-z]\w*")
"""A word that does not begin with a small letter: with a capital one, a digit, or Hangul."""
_APOSTROPHES = str.maketrans("’‘ʼ", "'''")


class Prose(Struct, array_like=True):
    """What of a drama can mention others: the names in its references, and what may begin with a title."""

    slug: str
    named: list[str]
    passages: list[str]


def prose(drama: Drama) -> Prose:
    """All of a drama that can mention others."""
    texts: list[str] = []
    named: set[str] = set()
    for kind, shelf in drama.shelves().items():
        for item in shelf:
            if not reveals(item):
                said = [text for field in FIELDS.get(kind, ()) if (text := getattr(item, field))]
                named |= {one.name for text in said for one in references(text) if one.number is None}
                texts += said or [getattr(item, "note", None) or ""]
    return Prose(drama.slug, sorted(named), [*_passages(texts)])


PROSE = Kind("prose", Prose, prose, seldom=True, in_parts=True)


def mentions(catalogue: Catalogue, titles: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """The dramas among `titles` that are mentioned in others of them, each with those, by slug."""
    return found_in((one for part in catalogue.parts(PROSE) for one in part), titles)


def mentioning(catalogue: Catalogue, titles: Mapping[str, Sequence[str]], slug: str) -> list[str]:
    """The dramas among `titles` that mention one of them, by slug."""
    names = [_on_a_line(title) for title in titles.get(slug, ())]
    near = [
        one
        for part in catalogue.parts(PROSE)
        for one in part
        if slug in one.named or any(name in passage for name in names for passage in one.passages)
    ]
    return found_in(near, titles).get(slug, [])


def found_in(proses: Iterable[Prose], titles: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """The same, of what is given."""
    beginnings = _by_beginning(titles)
    found: dict[str, set[str]] = {}
    for one in proses:
        if one.slug in titles:
            for slug in {*_titled(one.passages, beginnings), *one.named} - {one.slug}:
                if slug in titles:
                    found.setdefault(slug, set()).add(one.slug)
    return {slug: sorted(by) for slug, by in found.items()}


def _passages(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        line = _on_a_line(text)
        begun, end = 0, -1
        for word in _BEGINNING.finditer(line):
            if word.start() > end:
                if end > 0:
                    yield line[begun:end]
                begun = word.start()
            end = word.start() + _REACH
        if end > 0:
            yield line[begun:end]


def _titled(passages: Iterable[str], beginnings: Mapping[str, Sequence[tuple[str, str]]]) -> Iterator[str]:
    """The dramas whose titles stand in the passages; of two that begin alike, the longer one."""
    for passage in passages:
        for word in _BEGINNING.finditer(passage):
            for title, slug in beginnings.get(word[0], ()):
                end = word.start() + len(title)
                if passage.startswith(title, word.start()) and not re.match(r"\w", passage[end : end + 1]):
                    yield slug
                    break


def _by_beginning(titles: Mapping[str, Sequence[str]]) -> dict[str, list[tuple[str, str]]]:
    """The titles by their first words, the longest first, each with the drama that alone is called so."""
    called: dict[str, set[str]] = {}
    for slug, names in titles.items():
        for title in names:
            called.setdefault(_on_a_line(title), set()).add(slug)
    found: dict[str, list[tuple[str, str]]] = {}
    for title, slugs in sorted(called.items(), key=lambda one: -len(one[0])):
        bare = re.sub(r"^\W+", "", title)
        if len(slugs) == 1 and (word := _BEGINNING.match(bare)):
            found.setdefault(word[0], []).append((bare, slugs.pop()))
    return found


def _on_a_line(text: str) -> str:
    return " ".join(text.split()).translate(_APOSTROPHES)

"""What MyDramaList says of a title: its number, as a key and an address, its kind, and what its lists have of it."""

import re

from watchlog.formats.reading.numbers import progress_of, year_of
from watchlog.formats.reading.refusing import no
from watchlog.formats.reading.scores import scored
from watchlog.formats.reading.tables import Cells
from watchlog.journal.drama.links import TitleId, links
from watchlog.journal.drama.values import Status, Type
from watchlog.journal.keep.rows import Row

_TYPES: dict[str, Type] = {"drama": "drama", "movie": "movie", "tv show": "tv-show", "special": "special"}


def identified(text: str) -> tuple[str, tuple[str, ...]]:
    """The key and the address, by the number an id or an address begins with; nothing where there is none."""
    found = re.match(r"(?:.*mydramalist\.com)?/?([0-9]+)", text)
    if not found:
        return "", ()
    title = TitleId("mdl", "title", found[1])
    return str(title), links([title])


def type_of(word: str) -> Type | None:
    """The type by its word there, which may stand after a country: `Korean Drama`. Raises Unreadable."""
    text = word.strip().lower()
    if not text:
        return None
    for name, found in _TYPES.items():
        if text.endswith(name):
            return found
    raise no("a type of title", word)


def listed(cells: Cells, status: Status | None, number: str = "") -> Row:
    """A row of a table that was made of a list page. Raises Unreadable."""
    seen, of = progress_of(cells["progress"])
    key, addresses = identified(number)
    return Row(
        title=cells["title"],
        key=key,
        year=year_of(cells["year"]),
        type=type_of(cells["type"]),
        links=addresses,
        country=cells["country"],
        episodes=of,
        status=status,
        seen=seen,
        **scored(cells["score"]),
    )

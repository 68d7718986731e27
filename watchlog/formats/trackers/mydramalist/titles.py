"""What MyDramaList calls a title: its number, as a key and an address, and its kind."""

import re

from watchlog.formats.reading.refusing import no
from watchlog.journal.drama.links import TitleId, links
from watchlog.journal.drama.values import Type

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

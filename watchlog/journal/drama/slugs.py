"""The slug of a title: its name on the command line and of its file."""

import re
from collections.abc import Callable

from watchlog.errors import WrongUsage
from watchlog.journal.drama.values import SLUG_LENGTH, SLUG_PATTERN

_NAMELESS = "drama"
_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}
"""Names that no file can have on Windows, whatever its ending."""
_WITHIN_WORDS = str.maketrans("", "", "'’‘ʼ`")


def slug_for(title: str) -> str:
    """The title in small ASCII letters; `drama` for one that has neither letters nor digits."""
    plain = title.translate(_WITHIN_WORDS)
    if not plain.isascii():
        from anyascii import anyascii  # slow to load

        plain = anyascii(plain)
    slug = cut_slug("-".join(re.findall("[a-z0-9]+", plain.lower())), SLUG_LENGTH) or _NAMELESS
    return f"{slug}-{_NAMELESS}" if slug in _RESERVED else slug


def free_slug(title: str, year: int | None, taken: Callable[[str], bool]) -> str:
    """A slug for the title that no other drama has: with the year, or a number, where it must be."""
    slug = slug_for(title)
    if not taken(slug):
        return slug
    if year is not None:
        dated = f"{cut_slug(slug, SLUG_LENGTH - 5)}-{year}"
        if not taken(dated):
            return dated
    number = 2
    while taken(numbered := f"{cut_slug(slug, SLUG_LENGTH - 1 - len(str(number)))}-{number}"):
        number += 1
    return numbered


def checked_slug(text: str) -> str:
    """`text`, if it is a slug. Raises WrongUsage."""
    if len(text) > SLUG_LENGTH or not re.match(SLUG_PATTERN, text):
        raise WrongUsage(
            f"Not a slug: {text!r}. Use small letters and digits with single hyphens, at most {SLUG_LENGTH}."
        )
    if text in _RESERVED:
        raise WrongUsage(f"No file can be called {text} on Windows. Use another slug, like {text}-{_NAMELESS}.")
    return text


def cut_slug(slug: str, length: int) -> str:
    """The slug, shortened to so many letters, at a hyphen if there is one."""
    if len(slug) <= length:
        return slug
    shorter = slug[: length + 1].rpartition("-")[0]
    return shorter or slug[:length]

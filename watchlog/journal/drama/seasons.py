"""Seasons in titles: `Show Season 2`, `Show (season 2)`, 시즌 2, and back. A colon alone is no season."""

import re
from typing import NamedTuple


class Titled(NamedTuple):
    """A title without its season; None where it names none."""

    title: str
    season: int | None = None


_WORD = "season|series|part|volume|vol\\.?|book|staffel|temporada|saison|stagione|seizoen|säsong|sæson|sezon|сезон"
_ONLY = "limited series|mini[- ]?series|miniserie|edición limitada"
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}
_SIGNS = {sign: number for number, sign in enumerate("一二三四五六七八九十", start=1)}
_NAMED = re.compile(
    rf"(?:(?:{_WORD})\s*([0-9]{{1,4}})"
    r"|s([0-9]{1,2})"
    rf"|([0-9]{{1,2}})(?:st|nd|rd|th|\.|ª|ème|e)\s*(?:{_WORD})"
    r"|(first|second|third|fourth|fifth|sixth)\s+season"
    r"|(?:시즌|シーズン)\s*([0-9]{1,2})"
    r"|([0-9]{1,2})\s*(?:기|期)"
    r"|第\s*([0-9]{1,2}|[一二三四五六七八九十])\s*(?:季|期|シーズン|部)"
    rf"|({_ONLY}))",
    re.I,
)
_AT_END = re.compile(rf"(?:^|\s*[:：,–—-]\s*|\s*[(（\[]\s*|\s+){_NAMED.pattern}\s*[)）\]]?$", re.I)
_NUMBER = re.compile(r"(.*[^\W\d_].*\S)\s+([2-9]|1[0-9])$")


def season_of(words: str) -> int | None:
    """The season that words are the name of, and nothing else: `Season 2`, `Limited Series` (1), `시즌 2`."""
    found = _NAMED.fullmatch(words.strip())
    return _number(found) if found else None


def parted(title: str, *, numbers: bool = False) -> Titled:
    """The title and the season named at its end. With `numbers` a bare one counts, too: `Show 2`.

    A title that is nothing but a season keeps it.
    """
    found = _AT_END.search(title)
    if found and (bare := title[: found.start()].strip()):
        return Titled(bare, _number(found))
    if numbers and (counted := _NUMBER.fullmatch(title)):
        return Titled(counted[1], int(counted[2]))
    return Titled(title)


def seasoned(title: str, season: int | None) -> str:
    """The title a season goes by here: the bare one for the first, `Show Season 2`, and `Show: Specials` for 0."""
    if season == 0:
        return f"{title}: Specials"
    return title if season in (None, 1) else f"{title} Season {season}"


def _number(found: re.Match[str]) -> int:
    counted, short, ordinal, word, named, of_a_run, sign, _ = found.groups()
    digits = counted or short or ordinal or named or of_a_run or sign
    if digits:
        return _SIGNS[digits] if digits in _SIGNS else int(digits)
    return _ORDINALS[word.lower()] if word else 1

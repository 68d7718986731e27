"""Which episode a subtitle file is of, by its name: the part before its ending, in any of the usual ways."""

import re
from typing import NamedTuple
from unicodedata import normalize


class Numbered(NamedTuple):
    """What a name says; None for what it does not."""

    season: int | None
    episode: int | None


_MAKE = re.compile(
    r"[xh][ .]?26[45]|\d+[pi](?![a-z])|\d{3,4}x\d{3,4}|\d+[ .-]?bit|(?:aac|ddp?|dts|(?<!\d))\d\.\d(?!\d)", re.IGNORECASE
)
"""Numbers that say how the picture and the sound are made."""
_END = r"(?:v\d)?(?!\d)"
_WAYS = (
    rf"(?<![a-z])s(?P<season>\d{{1,2}})[ ._-]*ep?(?P<episode>\d{{1,4}}){_END}",
    rf"(?<![\da-z])(?P<season>\d{{1,2}})x(?P<episode>\d{{1,3}}){_END}",
    rf"(?<![a-z])(?:episode|ep)[ ._-]*(?P<episode>\d{{1,4}}){_END}",
    rf"(?<![a-z0-9])e(?P<episode>\d{{1,4}}){_END}",
    r"(?<!\d)(?P<episode>\d{1,3})\s*[회화話话集](?![가-힣])",
    rf"[ _]-[ _](?P<episode>\d{{1,3}}){_END}(?![a-z])",
    rf"(?:^|[ ._-])(?P<episode>\d{{1,3}}){_END}(?:[ ._-]+(?:[a-z]{{2,3}}|\[[^\]]*\]|\([^)]*\)))*[ ._-]*$",
)
"""How the number of an episode stands in a name, the plainest way first."""


def numbered(name: str) -> Numbered:
    """The season and the episode that a file's name tells: `Run.On.S01E07.srt`, `Run On - 07.ko.srt`, `제7회`.

    An episode 0, a special, is none that a drama can have.
    """
    stem = re.sub(r"\.[a-z]+$", "", normalize("NFKC", name).lower())
    for way in _WAYS:
        if found := re.search(way, _MAKE.sub(" ", stem)):
            season = found.groupdict().get("season")
            return Numbered(int(season) if season else None, int(found["episode"]) or None)
    return Numbered(None, None)

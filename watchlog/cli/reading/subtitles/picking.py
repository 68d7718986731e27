"""Lines of subtitle files as they are offered on a terminal, and which of them are picked."""

import re
from collections.abc import Sequence

from msgspec import Struct

from watchlog.cli.output import say
from watchlog.cli.reading.prompts import ask
from watchlog.cli.reading.subtitles.sources import Source
from watchlog.errors import WrongUsage
from watchlog.formats.subtitles.choosing import around
from watchlog.formats.subtitles.cues import Cue

_NEIGHBOURS = 2
_OFFERED = 9


class Hit(Struct):
    """Cues of a file that belong together."""

    source: Source
    cues: list[Cue]

    @property
    def where(self) -> str:
        """The moment, after the episode where it is known."""
        at = self.cues[0].at
        return f"ep {self.source.episode} · {at}" if self.source.episode else at

    def __str__(self) -> str:
        turns = [turn for cue in self.cues for turn in cue.turns]
        said = [f"{turn.speaker}: {turn.text}" if turn.speaker else turn.text for turn in turns]
        return f"{self.where}  {' / '.join(said)}"


def pick_place(hits: Sequence[Hit]) -> Hit:
    """One of several places."""
    offered = hits[:_OFFERED]
    for number, hit in enumerate(offered, 1):
        say(f"  {number}  {hit}")
    if len(hits) > len(offered):
        say(f"     and {len(hits) - len(offered)} more: --find more words of it")
    return ask("Which, Enter for 1", lambda text: offered[_places(text.strip() or "1", len(offered))[0]])


def pick_lines(hit: Hit) -> list[Cue]:
    """The cues to keep, of those that are meant and their neighbours; Enter alone keeps what is meant."""
    offered = around(hit.source.cues, hit.cues, _NEIGHBOURS)
    for number, cue in enumerate(offered, 1):
        say(f"{'>' if cue in hit.cues else ' '} {number}  {Hit(hit.source, [cue])}")

    def picked(text: str) -> list[Cue]:
        return [offered[place] for place in _places(text, len(offered))] if text.strip() else hit.cues

    return ask("Which, like 3 or 2-4; Enter for what is marked", picked)


def _places(text: str, count: int) -> range:
    """The places in a list of so many that `3` or `2-4` names."""
    numbers = re.fullmatch(r"\s*(\d{1,3})\s*(?:[-–]\s*(\d{1,3})\s*)?", text)
    if numbers:
        first, last = int(numbers[1]), int(numbers[2] or numbers[1])
        if 1 <= first <= last <= count:
            return range(first - 1, last)
    raise WrongUsage(f"Not one of 1 to {count}: {text!r}.")

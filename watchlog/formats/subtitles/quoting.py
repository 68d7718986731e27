"""The cues that are chosen as the lines of a quote."""

from collections.abc import Sequence

from msgspec import Struct

from watchlog.formats.subtitles.cues import Cue
from watchlog.formats.subtitles.pairing import is_paired, originals, pair
from watchlog.journal.drama.records import Line


class Excerpt(Struct):
    """What a quote holds of a file, and nothing else of it is kept."""

    at: str
    """The moment the first cue begins, `MM:SS` or `H:MM:SS`."""
    lines: list[Line]
    without_original: list[str]
    """The moments of the cues that the other file has nothing for."""


def excerpt(chosen: Sequence[Cue], others: Sequence[Cue] | None = None) -> Excerpt:
    """The chosen cues as lines, with what the cues of the `others`, a file in another language, say with them."""
    lines = [
        Line(speaker=turn.speaker, text=turn.text, original=original)
        for cue, said in zip(chosen, pair(chosen, others or ()), strict=True)
        for turn, original in zip(cue.spoken, originals(cue, said), strict=True)
    ]
    unmatched = [cue.at for cue in chosen if others is not None and not is_paired(cue, others)]
    return Excerpt(chosen[0].at, lines, unmatched)

"""Which cues are meant: those at a moment, those that hold some words, and those around them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from watchlog.formats.subtitles.cues import Cue
from watchlog.journal.drama.comparing import alike

_HALF_A_SECOND = 500
_ALIKE = 0.5
"""How many of the pairs of letters that are looked for a cue must have, to be offered instead."""


class Span(NamedTuple):
    """From one second of an episode to another, both included: a player shows whole seconds."""

    first: int
    last: int

    @property
    def start(self) -> int:
        """In milliseconds."""
        return self.first * 1000

    @property
    def end(self) -> int:
        """In milliseconds, where the last second is over."""
        return (self.last + 1) * 1000


class Chosen(NamedTuple):
    """Cues, and whether they are what was asked for, or only the nearest."""

    cues: list[Cue]
    is_exact: bool


def at(cues: Sequence[Cue], span: Span) -> Chosen:
    """The cues at that time, in the order in which they begin; else the one that is nearest.

    A cue is there if it begins then, or is on the screen for half a second of it: the last blink of the line
    before is not meant. Sounds are passed over, unless the file has nothing else.
    """
    worded = [cue for cue in cues if cue.has_words] or cues
    there = [cue for cue in worded if span.start <= cue.start < span.end or _shared(cue, span) >= _HALF_A_SECOND]
    if there:
        return Chosen(there, True)
    nearest = max(worded, key=lambda cue: _shared(cue, span))
    return Chosen([nearest], _shared(nearest, span) > 0)


def _shared(cue: Cue, span: Span) -> int:
    """For how long the cue is there; below zero, how far away it is."""
    return min(cue.end, span.end) - max(cue.start, span.start)


def holding(cues: Sequence[Cue], words: Sequence[str]) -> list[list[Cue]]:
    """The cues that hold all the words, as `parse_words` gives them: one by one, or two that hold them together."""
    said = [(cue, alike(cue.words)) for cue in cues]
    return sorted([*_alone(said, words), *_together(said, words)], key=lambda found: found[0].start)


def _alone(said: Sequence[tuple[Cue, str]], words: Sequence[str]) -> Iterator[list[Cue]]:
    yield from ([cue] for cue, text in said if all(word in text for word in words))


def _together(said: Sequence[tuple[Cue, str]], words: Sequence[str]) -> Iterator[list[Cue]]:
    """Neighbours that hold what neither of them holds alone. A sound between two lines parts nobody's words."""
    for (one, before), (other, after) in pairwise(pair for pair in said if pair[0].has_words):
        if all(word in f"{before} {after}" for word in words) and not any(
            all(word in text for word in words) for text in (before, after)
        ):
            yield [one, other]


def likest(cues: Sequence[Cue], words: Sequence[str]) -> list[tuple[float, Cue]]:
    """The cues that come near the words, the nearest first, each with how near it is: 1 has every pair of letters."""
    wanted = {pair for word in words for pair in pairwise(word)}
    shares = ((len(wanted.intersection(pairwise(alike(cue.words)))) / max(len(wanted), 1), cue) for cue in cues)
    return sorted((found for found in shares if found[0] >= _ALIKE), key=lambda found: -found[0])


def around(cues: Sequence[Cue], chosen: Sequence[Cue], many: int) -> list[Cue]:
    """The chosen cues, what stands between them, and so many neighbours on either side."""
    places = [cues.index(cue) for cue in chosen]
    return list(cues[max(min(places) - many, 0) : max(places) + many + 1])

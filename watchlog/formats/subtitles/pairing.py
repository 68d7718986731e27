"""The same line in two files, by the time at which it is said: the numbers of two languages never agree."""

from collections.abc import Sequence

from watchlog.formats.subtitles.cues import Cue, Turn

_HALF = 0.5


def pair(chosen: Sequence[Cue], others: Sequence[Cue]) -> list[list[Cue]]:
    """For each chosen cue, those of the other file that are said with it, each given only once.

    A cue of the other file goes to the one it shares most time with, and only if that is half of the shorter of the
    two: where a file is shifted, what shares less is another line.
    """
    found: list[list[Cue]] = [[] for _ in chosen]
    for other in others:
        shares = [_share(cue, other) for cue in chosen]
        best = max(range(len(chosen)), key=shares.__getitem__)
        if shares[best] >= _HALF:
            found[best].append(other)
    return found


def is_paired(cue: Cue, others: Sequence[Cue]) -> bool:
    """Whether the other file has something for it, be it that it went to a cue beside it."""
    return any(_share(cue, other) >= _HALF for other in others)


def originals(cue: Cue, said: Sequence[Cue]) -> list[str | None]:
    """What the cues of the other file say for each turn of a cue: turn by turn, or all of it for the first."""
    turns: list[Turn] = [turn for one in said for turn in one.spoken]
    if len(turns) == len(cue.spoken):
        return [turn.text for turn in turns]
    whole = " ".join(turn.text for turn in turns) or None
    return [whole, *[None] * (len(cue.spoken) - 1)]


def _share(one: Cue, other: Cue) -> float:
    """How much of the shorter cue the two have in common; nothing if one is only a sound."""
    if one.has_words is not other.has_words:
        return 0
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared / max(min(one.end - one.start, other.end - other.start), 1)

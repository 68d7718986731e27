"""Which episodes are meant: `3`, `3-5`, `1-3,5`, `13-`, `ep 3` or `all`, and how several are said in words."""

import re
from collections.abc import Sequence

from watchlog.errors import WrongUsage

Episodes = Sequence[tuple[int, int | None]]
"""The first and last of each run; one that goes on to the end has no last."""

_MOST = 10_000
"""How many episodes can be meant at once: no drama is longer, but a finger slips."""

_NAMED = r"\b(?:episodes?|eps?|e)\.?\s*(?=[0-9])"
_TO = r"\s*(?:[-–—]|\bto\b)\s*"
_BETWEEN = r"\s*(?:[,;&]|\band\b)\s*|\s+"
_RUN = "([0-9]{1,6})(?:(-)([0-9]{1,6})?)?"


def parse_episodes(text: str) -> Episodes:
    """The episodes meant by a text. Raises WrongUsage."""
    words = re.sub(_TO, "-", unnamed(text.strip().lower()))
    if words == "all":
        return [(1, None)]
    runs = [_run(part, text) for part in re.split(_BETWEEN, words) if part]
    if not runs:
        raise _unread(text)
    if sum((last or first) - first + 1 for first, last in runs) > _MOST:
        raise WrongUsage(f"Too many episodes: {text!r}. At most {_MOST:,} go at once, like 1-16.")
    return runs


def parse_episode(text: str) -> int:
    """The one episode meant by a text. Raises WrongUsage."""
    number = text.strip().lower()
    if not number.isdigit():
        number = unnamed(number)
    if not (number.isascii() and number.isdigit() and len(number) <= 5):
        raise WrongUsage(f"Not an episode: {text!r}. Use its number, from 1 to 99999.")
    if int(number) < 1:
        raise _unnumbered("an episode", text)
    return int(number)


def unnamed(text: str) -> str:
    """The numbers in a text in small letters, without the word for an episode before them: `ep 3` is `3`."""
    return re.sub(_NAMED, "", text)


def numbers(episodes: Episodes, count: int | None) -> list[int]:
    """The numbers of the episodes, each once, in order; `count` is where a run without an end ends."""
    return sorted({one for first, last in episodes for one in range(first, (last or count or first) + 1)})


def spoken(episodes: Sequence[int]) -> str:
    """Episodes in words: episode 3, episodes 3 to 5, episodes 1, 3 and 5 to 7."""
    runs: list[list[int]] = []
    for episode in episodes:
        if runs and episode == runs[-1][-1] + 1:
            runs[-1].append(episode)
        else:
            runs.append([episode])
    parts = [str(run[0]) if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs]
    named = " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))
    return f"{'episode' if len(episodes) == 1 else 'episodes'} {named}"


def _run(part: str, text: str) -> tuple[int, int | None]:
    match = re.fullmatch(_RUN, part)
    if not match:
        raise _unread(text)
    first, last = int(match[1]), int(match[3] or match[1])
    if first < 1:
        raise _unnumbered("episodes", text)
    if last < first:
        raise WrongUsage(f"Not episodes: {text!r}. The first comes first: {last}-{first}.")
    return first, None if match[2] and not match[3] else last


def _unread(text: str) -> WrongUsage:
    return WrongUsage(f"Not episodes: {text!r}. Use 3, 3-5, 1-3,5, 13- or all.")


def _unnumbered(what: str, text: str) -> WrongUsage:
    return WrongUsage(
        f"Not {what}: {text!r}. They are counted from 1.\n"
        "A prologue or a recap is a drama of its own: watchlog add TITLE --type special"
    )

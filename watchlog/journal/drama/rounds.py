"""Going through a drama: episodes seen, rounds begun and finished, and the status that follows."""

import re
from collections.abc import Sequence

from watchlog.errors import Refused, WrongUsage
from watchlog.journal.drama.dates import earlier
from watchlog.journal.drama.records import Drama, Round
from watchlog.journal.drama.values import Status

_MOST = 10_000
"""How many episodes can be meant at once: no drama is longer, but a finger slips."""


def parse_episodes(text: str) -> tuple[int, int] | None:
    """The first and last episode meant by `3` or `3-5`; None for `all`. Raises WrongUsage."""
    words = text.strip().lower()
    if words == "all":
        return None
    match = re.fullmatch(r"([0-9]{1,6})(?:\s*[-–]\s*([0-9]{1,6}))?", words)
    if match:
        first, last = int(match[1]), int(match[2] or match[1])
        if 1 <= first <= last < first + _MOST:
            return first, last
    raise WrongUsage(f"Not episodes: {text!r}. Use 3, 3-5 or all.")


def check_episode(drama: Drama, episode: int) -> None:
    """Raises Refused for an episode the drama does not have."""
    if drama.episodes is not None and episode > drama.episodes:
        raise Refused(
            f"{drama.title} has {_counted(drama.episodes)}, not {episode}.\n"
            f"If it has more: watchlog set {drama.slug} --episodes {episode}"
        )


def watch(
    drama: Drama, episodes: tuple[int, int] | None, on: str | None, *, again: bool = False, redate: bool = False
) -> list[int]:
    """Mark episodes as seen on a day, or on a day nobody knows; gives those that were marked.

    `again` begins a new round and leaves the earlier ones as they are; `redate` gives the day to episodes seen
    already, too. The last episode completes the drama. Raises Refused for an episode it does not have.
    """
    first, last = episodes or (1, _known_count(drama))
    check_episode(drama, last)
    if again or not drama.rounds:
        drama.rounds.append(Round())
    round_ = drama.rounds[-1]
    marked = [episode for episode in range(first, last + 1) if redate or str(episode) not in round_.episodes]
    if not marked:
        raise Refused(
            f"{drama.title}: you have seen {spoken(range(first, last + 1))} already.\n"
            f"To watch it anew: watchlog watch {drama.slug} {first} --again"
        )
    round_.episodes.update({str(episode): on for episode in marked})
    _sort(round_)
    if on and (round_.started is None or earlier(on, round_.started)):
        round_.started = on
    if drama.episodes is not None and len(round_.episodes) == drama.episodes:
        drama.status = "completed"
        round_.finished = max((day for day in round_.episodes.values() if day), default=None)
    else:
        drama.status = "watching"
        round_.finished = None
    return marked


def next_episode(drama: Drama, *, again: bool = False) -> int:
    """The first episode after the last one seen. Raises Refused when all are seen."""
    if again or not drama.seen:
        return 1
    following = max(map(int, drama.seen)) + 1
    if drama.episodes is not None and following > drama.episodes:
        missing = [episode for episode in range(1, drama.episodes + 1) if str(episode) not in drama.seen]
        if missing:
            return missing[0]
        raise Refused(
            f"You have seen all {drama.episodes} of {drama.title}.\n"
            f"To watch it anew: watchlog watch {drama.slug} --again"
        )
    return following


def unwatch(drama: Drama, episodes: tuple[int, int] | None) -> list[int]:
    """Take episodes of the current round as not seen; gives those that were. An emptied round goes.

    Raises Refused if none of them was seen.
    """
    seen = sorted(map(int, drama.seen))
    gone = [episode for episode in seen if episodes is None or episodes[0] <= episode <= episodes[1]]
    if not gone:
        raise Refused(f"None of these episodes of {drama.title} is marked as seen.")
    round_ = drama.rounds[-1]
    for episode in gone:
        del round_.episodes[str(episode)]
    round_.finished = None
    if not round_.episodes:
        drama.rounds.pop()
    if drama.episodes is not None and len(drama.seen) == drama.episodes:  # the round before is whole
        if drama.status == "watching":
            drama.status = "completed"
    elif drama.status == "completed":
        drama.status = "watching" if drama.seen else "plan-to-watch"
    return gone


def set_status(drama: Drama, status: Status, on: str | None) -> None:
    """Change the status; `on` dates the beginning of a round, or its end.

    A drama that is completed has been seen to its last episode: those not marked yet are, with no date.
    """
    drama.status = status
    if status == "completed" and not drama.rounds:
        drama.rounds.append(Round())
    if status == "watching" and not drama.rounds and on:
        drama.rounds.append(Round())
    if not drama.rounds:
        return
    round_ = drama.rounds[-1]
    if status == "watching" and not round_.finished:
        round_.started = on or round_.started
    if status in ("completed", "dropped"):
        round_.finished = on or round_.finished
    if status == "completed" and drama.episodes is not None:
        for episode in range(1, drama.episodes + 1):
            round_.episodes.setdefault(str(episode), None)
        _sort(round_)


def last_watched(drama: Drama) -> str | None:
    """The last day an episode was watched, in any round."""
    return max((day for one in drama.rounds for day in one.episodes.values() if day), default=None)


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


def _sort(round_: Round) -> None:
    round_.episodes = dict(sorted(round_.episodes.items(), key=lambda pair: int(pair[0])))


def _known_count(drama: Drama) -> int:
    if drama.episodes is None:
        raise Refused(
            f"Nobody has said how many episodes {drama.title} has.\nSay it: watchlog set {drama.slug} --episodes 16"
        )
    return drama.episodes


def _counted(episodes: int) -> str:
    return "1 episode" if episodes == 1 else f"{episodes} episodes"

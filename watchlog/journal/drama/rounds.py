"""Going through a drama: episodes seen, rounds begun and finished, and the status that follows."""

from watchlog.errors import Refused
from watchlog.journal.drama.dates import earlier, put_by_day
from watchlog.journal.drama.episodes import Episodes, numbers, spoken
from watchlog.journal.drama.records import Drama, Round
from watchlog.journal.drama.values import Status


def day_of_round(round_: Round) -> str | None:
    """The day of a time through: its start, else its first dated episode, else its end."""
    return round_.started or next(filter(None, round_.episodes.values()), None) or round_.finished


def check_episode(drama: Drama, episode: int) -> None:
    """Raises Refused for an episode the drama does not have."""
    if drama.episodes is not None and episode > drama.episodes:
        from watchlog.journal.drama.amounts import counted  # seldom said

        raise Refused(
            f"{drama.title} has {counted(drama.episodes, 'episode')}, not {episode}.\n"
            f"If it has more: watchlog set {drama.slug} --episodes {episode}"
        )


def watch(drama: Drama, episodes: Episodes, on: str | None, *, again: bool = False, redate: bool = False) -> list[int]:
    """Mark episodes as seen on a day, or on a day nobody knows; gives those that were marked.

    `again` begins a new round, which takes its place by its day, and leaves the others as they are; `redate` gives the
    day to episodes seen already, too. The last episode completes the drama. Raises Refused for an episode it does not
    have.
    """
    endless = any(last is None for _, last in episodes)
    check_episode(drama, max(last or first for first, last in episodes))
    meant = numbers(episodes, _known_count(drama) if endless else None)
    if again or not drama.rounds:
        round_ = Round(started=on)
        put_by_day(drama.rounds, round_, day_of_round)
    else:
        round_ = _round_of(drama, meant, on)
    marked = [episode for episode in meant if redate or str(episode) not in round_.episodes]
    if not marked:
        raise Refused(
            f"{drama.title}: you have seen {spoken(meant)} already.\n"
            f"To watch it anew: watchlog watch {drama.slug} {meant[0]} --again"
        )
    told = round_.finished if _is_whole(drama, round_) and round_.finished != _last_day(round_) else None
    round_.episodes.update({str(episode): on for episode in marked})
    _sort(round_)
    if on and (earlier(on, round_.started) if round_.started else next(iter(round_.episodes.values()))):
        round_.started = on
    whole = _is_whole(drama, round_)
    round_.finished = (_last_day(round_) or told) if whole else None
    if round_ is drama.rounds[-1]:
        drama.status = "completed" if whole else "watching"
    return marked


def _is_whole(drama: Drama, round_: Round) -> bool:
    return drama.episodes is not None and len(round_.episodes) == drama.episodes


def _last_day(round_: Round) -> str | None:
    """The last day of watching; None where nobody knows the day of the last episode."""
    *_, last = round_.episodes.values()
    return max(filter(None, round_.episodes.values())) if last else None


def _round_of(drama: Drama, episodes: list[int], on: str | None) -> Round:
    """The current round; or an earlier one that is not at its end and lacks these episodes, where it is of that day."""
    current = drama.rounds[-1]
    begun = day_of_round(current)
    if on and begun and earlier(on, begun):
        for one in reversed(drama.rounds[:-1]):
            first = day_of_round(one)
            is_open = drama.episodes is None or len(one.episodes) < drama.episodes
            if is_open and first and not earlier(on, first) and not any(str(each) in one.episodes for each in episodes):
                return one
    return current


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


def unwatch(drama: Drama, episodes: Episodes) -> list[int]:
    """Take episodes of the current round as not seen; gives those that were. An emptied round goes.

    Raises Refused if none of them was seen.
    """
    seen = sorted(map(int, drama.seen))
    gone = [one for one in seen if any(first <= one and (last is None or one <= last) for first, last in episodes)]
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


def set_status(drama: Drama, status: Status) -> None:
    """Change the status.

    A drama that is completed has been seen to its last episode: those not marked yet are, with no date. Not in a
    round after the first: one may go back to a favourite alone.
    """
    drama.status = status
    if status != "completed":
        return
    if not drama.rounds:
        drama.rounds.append(Round())
    if drama.episodes is not None and len(drama.rounds) == 1:
        for episode in range(1, drama.episodes + 1):
            drama.rounds[-1].episodes.setdefault(str(episode), None)
        _sort(drama.rounds[-1])


def date_status(drama: Drama, on: str | None) -> str:
    """Date by the day of its status when the current round began, or ended; None takes that day back.

    Gives why a day could not be written down, and nothing where it was.
    """
    if drama.status not in ("watching", "completed", "dropped"):
        return "No day is kept of that, only of watching, completed and dropped." if on else ""
    if drama.status == "watching" and not drama.rounds and on:
        drama.rounds.append(Round())
    if not drama.rounds:
        return "No day is kept of that: nothing of it is marked as seen." if on else ""
    round_ = drama.rounds[-1]
    if drama.status != "watching":
        round_.finished = on
    elif not round_.finished or on == round_.finished or (on and earlier(on, round_.finished)):
        round_.started = on
    elif on:
        return f"That time through ended on {round_.finished}; a new one: watchlog watch {drama.slug} --again --on {on}"
    return ""


def most_seen(drama: Drama) -> int | None:
    """The most episodes seen in any round; None where nothing is known to be seen."""
    return max((len(one.episodes) for one in drama.rounds), default=0) or None


def last_watched(drama: Drama) -> str | None:
    """The last day an episode was watched, in any round."""
    return max((day for one in drama.rounds for day in one.episodes.values() if day), default=None)


def _sort(round_: Round) -> None:
    round_.episodes = dict(sorted(round_.episodes.items(), key=lambda pair: int(pair[0])))


def _known_count(drama: Drama) -> int:
    if drama.episodes is None:
        raise Refused(
            f"Nobody has said how many episodes {drama.title} has.\nSay it: watchlog set {drama.slug} --episodes 16"
        )
    return drama.episodes

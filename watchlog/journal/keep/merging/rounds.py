"""Rounds merged: each episode and each day by itself."""

from collections.abc import Iterator

from watchlog.journal.drama.records import Document, Json
from watchlog.journal.keep.merging.days import better, contradict, in_order, in_span
from watchlog.journal.keep.merging.facts import merged_facts, told_facts
from watchlog.journal.keep.merging.fields import only, record_of, without
from watchlog.journal.keep.merging.three import NO_BASE, Three
from watchlog.journal.keep.merging.told import Told

Rounds = dict[str, Document]
"""Rounds by uid."""

_DAYS = ("started", "finished")
_BY_DAY = ("uid", "episodes", *_DAYS)
_FULL_DATE = 10


def merged_rounds(rounds: Three[Rounds], told: list[Told]) -> tuple[Rounds, dict[str, str]]:
    """The rounds that stand, in no order; and of those that were one with another, the uid it goes by now."""
    before, ours, theirs = rounds.known({}), rounds.ours, rounds.theirs
    standing: Rounds = {}
    for uid in ours:
        if uid in theirs:
            standing[uid] = _merged(Three(before.get(uid, NO_BASE), ours[uid], theirs[uid]), told)
    alone = {uid: one for uid, one in (ours | theirs).items() if uid not in standing}
    now_called = {}
    for uid, other in _united(rounds):
        newcomer = _completed(before[uid], alone[other]) if uid in before else alone[other]
        standing[uid] = _merged(Three(before.get(uid, NO_BASE), alone[uid], newcomer), told)
        now_called[other] = uid
        del alone[uid], alone[other]
    for uid, one in alone.items():
        if one != before.get(uid):
            standing[uid] = one
            told += [Told("kept", "round", one, uid=uid)] if uid in before else []
    return standing, now_called


def are_alike(one: Document, other: Document) -> bool:
    """Whether two rounds share an episode of one full date, or one stands wholly in the other."""
    seen, also = episodes_of(one), episodes_of(other)
    shared = any(day == also.get(episode) for episode, day in seen.items() if day and len(str(day)) == _FULL_DATE)
    return shared or _is_within(one, other) or _is_within(other, one)


def day_of(round_: Document) -> str:
    """The day of a round: its start, else its first dated episode, else its end; "" where there is none."""
    dated = [day for _, day in sorted(episodes_of(round_).items(), key=_by_number) if day]
    return str(round_.get("started") or (dated[0] if dated else round_.get("finished")) or "")


def episodes_of(round_: Document) -> Document:
    """The episodes of a round, each with its day or None."""
    return record_of(round_, "episodes")


def _united(rounds: Three[Rounds]) -> Iterator[tuple[str, str]]:
    """The pairs of rounds that are one, each on one side only; the smaller uid first.

    None that stood in the base and is untouched (the other side removed it), and no two that stood there side by side.
    """
    before, ours, theirs = rounds.known({}), rounds.ours, rounds.theirs
    changed = {uid for uid, one in (ours | theirs).items() if one != before.get(uid)}
    pairs = sorted(
        (min(uid, other), max(uid, other))
        for uid in (ours.keys() - theirs.keys()) & changed
        for other in (theirs.keys() - ours.keys()) & changed
        if not {uid, other} <= before.keys() and are_alike(ours[uid], theirs[other])
    )
    met: set[str] = set()
    for pair in pairs:
        if met.isdisjoint(pair):
            met |= {*pair}
            yield pair


def _completed(base: Document, newcomer: Document) -> Document:
    """A round that was made anew, with what it lacks of the one in the base: that was not removed one by one."""
    seen = episodes_of(newcomer)
    missing = {episode: day for episode, day in episodes_of(base).items() if not seen.get(episode)}
    filled = base | newcomer | {"episodes": seen | missing}
    return filled if in_order(filled, *_DAYS) else without(filled, _DAYS) | only(newcomer, _DAYS)


def _merged(round_: Three[Document], told: list[Told]) -> Document:
    """One round of both sides; its episodes stand in the order of ours, or of their numbers."""
    rest = round_.each(lambda one: without(one, _BY_DAY))
    facts = merged_facts(rest)
    told += told_facts(rest, facts, "round.")
    days = in_span(merged_facts(round_.each(lambda one: only(one, _DAYS)), better), round_.sides, *_DAYS)
    seen = merged_facts(round_.each(episodes_of), better)
    if seen.keys() != episodes_of(round_.ours).keys():
        seen = dict(sorted(seen.items(), key=_by_number))
    told += _told_days(
        round_.each(lambda one: only(one, _DAYS) | episodes_of(one)), days | seen, str(round_.ours["uid"])
    )
    return only(round_.ours, ["uid"]) | days | ({"episodes": seen} if seen else {}) | facts


def _told_days(days: Three[Document], standing: Document, uid: str) -> Iterator[Told]:
    """The days that a side wrote down and that stand in no form."""
    for side in days.sides:
        for name, day in side.items():
            stands = standing.get(name)
            if day and day != days.known({}).get(name) and (not stands or contradict(day, stands)):
                yield Told("day", name, stands, day, uid)


def _is_within(one: Document, other: Document) -> bool:
    """Whether all that is known of a round is known of the other."""
    days, others = only(one, _DAYS) | episodes_of(one), only(other, _DAYS) | episodes_of(other)
    return all(name in others and str(others[name] or "").startswith(str(day or "")) for name, day in days.items())


def _by_number(episode: tuple[str, Json]) -> int:
    return int(episode[0])

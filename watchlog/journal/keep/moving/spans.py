"""When a time through began and ended, where a source says it of the whole of it."""

from collections.abc import Container, Iterable, Iterator
from functools import partial

from msgspec import Struct

from watchlog.journal.drama.dates import earlier, put_by_day
from watchlog.journal.drama.records import Document
from watchlog.journal.keep.merging.rounds import day_of, episodes_of
from watchlog.journal.keep.moving.days import compatible

ENDS = ("started", "finished")


class Span(Struct, frozen=True):
    """The first and the last day of a time through, as far as they are known."""

    started: str | None = None
    finished: str | None = None


def add_spans(rounds: list[Document], spans: Iterable[Span], stood: Container[str]) -> tuple[list[str], list[str]]:
    """Fill in, in place, what rounds do not say of their beginning and end, and add those that are missing.

    A round that did not stand here before, by its uid, has begun on the day that is told, if that is before its first
    episode with a day. Gives what was filled in or added, and what a round says otherwise and keeps.
    """
    wanted = sorted(dict.fromkeys(spans), key=lambda one: one.started or one.finished or "")
    free = list(rounds)
    pairs: list[tuple[Document, Span]] = []
    for is_sure in (True, False):
        for span in list(wanted):
            found = max(free, key=partial(_likeness, span), default=None)
            if found is not None and (_is(found, span) or not is_sure):
                pairs.append((found, span))
                free = [one for one in free if one is not found]
                wanted.remove(span)
    added: list[str] = []
    kept: list[str] = []
    for round_, span in pairs:
        begun = round_.get("started")
        if begun and span.started and round_.get("uid") not in stood and earlier(span.started, str(begun)):
            round_["started"] = span.started
            added.append(f"started {span.started}")
        for end in ENDS:
            for done, words in _filled(round_, end, getattr(span, end)):
                (added if done else kept).append(words)
    for span in wanted:
        put_by_day(rounds, {end: day for end in ENDS if (day := getattr(span, end))}, day_of)
        added.append("a time through")
    return added, kept


def _is(round_: Document, span: Span) -> bool:
    return any(
        (mine := round_.get(end)) and (theirs := getattr(span, end)) and compatible(str(mine), theirs) for end in ENDS
    )


def _likeness(span: Span, round_: Document) -> tuple[bool, int, int]:
    """Whether a round has an end in common, how many to the day, and how much of it was seen, if it has ended."""
    equal = sum(round_.get(end) == day for end in ENDS if (day := getattr(span, end)))
    return _is(round_, span), equal, len(episodes_of(round_)) if span.finished else 0


def _filled(round_: Document, end: str, day: str | None) -> Iterator[tuple[bool, str]]:
    mine = round_.get(end)
    if day is None or mine == day:
        return
    if mine is None or (len(day) > len(str(mine)) and day.startswith(str(mine))):
        if _fits(round_ | {end: day}):
            round_[end] = day
            yield True, f"{end} {day}"
    elif not compatible(str(mine), day):
        yield False, f"{end} {mine} ≠ {day}"


def _fits(round_: Document) -> bool:
    started, finished = (round_.get(end) for end in ENDS)
    return not (started and finished and earlier(str(finished), str(started)))

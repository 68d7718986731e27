"""What is merged of a drama besides what has a uid: who it is, its facts and its lists."""

from datetime import UTC, datetime

from watchlog.journal.drama.fields import AIRED_LISTS, WORD_LISTS
from watchlog.journal.drama.records import KINDS, Document, Json
from watchlog.journal.keep.merging.days import in_span
from watchlog.journal.keep.merging.facts import merged_facts, told_facts
from watchlog.journal.keep.merging.fields import only, record_of, values_of, without
from watchlog.journal.keep.merging.imported import merged_imported
from watchlog.journal.keep.merging.lists import Values, merged_by_day, merged_values
from watchlog.journal.keep.merging.three import Three, exact
from watchlog.journal.keep.merging.told import Told

APART = ("uid", "added", "next_id", "aired", "synopsis", "rounds", "ratings", "imported", *WORD_LISTS, *KINDS.values())
"""The fields of a drama that are no facts."""

_RUN = ("from", "to")


def merged_drama(drama: Three[Document], latest: int, told: list[Told]) -> Document:
    """The drama without its synopsis, items, rounds and next number; `latest` is the last episode these speak of."""
    rest = drama.each(lambda one: without(one, APART))
    facts = _holding(latest, merged_facts(rest), rest.sides)
    told += told_facts(rest, facts)
    merged = drama.each(lambda one: only(one, ("uid", "added"))).settled(_older, exact) | facts
    for name in WORD_LISTS:
        merged[name] = merged_values(_list(drama, name))
    merged["aired"] = _aired(drama.each(lambda one: record_of(one, "aired")), told)
    merged["ratings"] = merged_by_day(_list(drama, "ratings"), _rated_on)
    merged["imported"] = merged_imported(_list(drama, "imported"))
    return merged


def _list(record: Three[Document], name: str) -> Three[Values]:
    return record.each(lambda one: values_of(one, name))


def _older(one: Document, other: Document) -> Document:
    """Who the drama is, and since when: as the one that was added earlier."""
    return min(one, other, key=_age)


def _age(origin: Document) -> tuple[bool, float, str]:
    """Dramas in the order they were added in; one that says no instant comes last."""
    try:
        instant = datetime.fromisoformat(str(origin.get("added")))
    except ValueError:
        return True, 0.0, exact(origin)
    aware = instant if instant.tzinfo else instant.replace(tzinfo=UTC)
    return False, aware.timestamp(), exact(origin)


def _holding(latest: int, facts: Document, sides: tuple[Document, Document]) -> Document:
    """The facts, with a count of episodes that holds what the drama speaks of: that of one side does."""
    count = facts.get("episodes")
    if not isinstance(count, int) or latest <= count:
        return facts
    known = [count for side in sides if isinstance(count := side.get("episodes"), int)]
    return without(facts, ["episodes"]) | ({"episodes": max(known)} if len(known) == len(sides) else {})


def _aired(aired: Three[Document], told: list[Told]) -> Document:
    """The run: a date that is off on one side and has an episode more on the other is off."""
    rest = aired.each(lambda one: without(one, AIRED_LISTS))
    run = in_span(merged_facts(rest), rest.sides, *_RUN)
    told += told_facts(rest, run, "aired.")
    run |= {name: merged_values(_list(aired, name)) for name in AIRED_LISTS}
    off, extra = values_of(run, "off"), values_of(run, "extra")
    told += [Told("off", "aired", date) for date in dict.fromkeys(map(str, extra)) if date in off]
    run["extra"] = [date for date in extra if date not in off]
    return {name: value for name, value in run.items() if name not in AIRED_LISTS or value}


def _rated_on(rating: Json) -> str:
    return str(rating.get("on") or "") if isinstance(rating, dict) else ""

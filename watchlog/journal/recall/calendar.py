"""The episodes of what is on the air, for a calendar: from the first to the last, or so far ahead as one looks."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime

from watchlog.journal.drama.airing import Event, airs, last_day, ordinal, schedule
from watchlog.journal.drama.documents import sparse
from watchlog.journal.drama.records import Drama
from watchlog.journal.drama.uids import drama_uid
from watchlog.journal.journal import Journal
from watchlog.journal.recall.airing import FOLLOWED
from watchlog.journal.store.catalogue import Head

_AHEAD = 90
_WEEK = 7


def events(journal: Journal, heads: Sequence[Head], today: date) -> list[Event]:
    """Every episode of what I watch or plan to and what is not over, by day; of what has no end, those of 90 days."""
    there = (head for head in heads if head.status in FOLLOWED and head.aired_from)
    slugs = [head.slug for head in there if last_day(head.aired_to) >= today.toordinal()]
    changed = _last_changes(journal, slugs) if slugs else {}
    found = [
        event
        for drama in journal.storage.readable(slugs)
        for event in _events(drama, today, changed.get(drama.slug) or drama.added or "")
    ]
    return sorted(found, key=lambda event: (event.day, event.drama, event.episode))


def _events(drama: Drama, today: date, changed: str) -> Iterator[Event]:
    told = airs(drama)
    first = ordinal(told.first)
    if first is None:
        return
    # Counted episodes end by themselves, however long the breaks.
    ahead = today.toordinal() + _AHEAD
    until = last_day(told.last) if told.last else first + 2 * _WEEK * told.episodes if told.episodes else ahead
    slots = schedule(told, max(until, ahead) if told.episodes else min(until, ahead))
    if not slots or slots[-1].day < today.toordinal():
        return
    uid = drama_uid({"slug": drama.slug, **sparse(drama)})
    seen: set[int] = set()
    for slot in slots:
        if slot.episode not in seen:  # days that are left over have the last number, too
            seen.add(slot.episode)
            yield Event(
                day=date.fromordinal(slot.day),
                drama=drama.slug,
                title=drama.title,
                episode=slot.episode,
                of=told.episodes,
                uncertain=slot.uncertain,
                uid=f"{uid}-{slot.episode}",
                changed=_moment(changed) or datetime.fromordinal(first).replace(tzinfo=UTC),
            )


def _last_changes(journal: Journal, slugs: Sequence[str]) -> dict[str, str]:
    """When each of the dramas was last changed, as far as the history goes."""
    found: dict[str, str] = {}
    for heading in journal.storage.history.headings(broken=lambda damage: None):
        for slug in heading.dramas:
            if slug in slugs:
                found.setdefault(slug, heading.when)
        if len(found) == len(slugs):
            break
    return found


def _moment(timestamp: str) -> datetime | None:
    """The moment that a timestamp means; None for one that somebody wrote by hand and means none."""
    try:
        return datetime.fromisoformat(timestamp).astimezone(UTC)
    except (ValueError, OverflowError):
        return None

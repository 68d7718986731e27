"""Viewings as properties: the same file again changes nothing, a newer one adds the difference, in whatever order."""

from collections import Counter
from datetime import UTC, date

from hypothesis import given
from hypothesis import strategies as st

from watchlog.journal.drama.reading import validate
from watchlog.journal.drama.records import Document
from watchlog.journal.drama.uids import new_uid, records
from watchlog.journal.keep.merging.fields import sparse
from watchlog.journal.keep.moving.days import Calendar
from watchlog.journal.keep.moving.gathering import Told
from watchlog.journal.keep.moving.taking import Taken, take
from watchlog.journal.keep.moving.viewings import Viewing, add_viewings
from watchlog.journal.keep.rows import Row

CALENDAR = Calendar(date(2021, 6, 1), UTC)
_DAYS = [f"2021-{month:02}-{day:02}" for month in (1, 2, 5) for day in (1, 2, 4, 20)]
_EPISODES = st.integers(1, 4)

full_days = st.sampled_from(_DAYS)
any_days = full_days | st.sampled_from(["unknown", "2021", "2021-01", "2021-01-02T21:00:00Z", "2021-02-01T02:00:00Z"])


def watched(days: st.SearchStrategy[str]) -> st.SearchStrategy[list[Told]]:
    """The rows of a file: one a viewing."""
    row = st.builds(
        lambda episode, day, again: Row(title="Run On", episode=episode, watched=day, again=again),
        _EPISODES,
        days,
        st.booleans(),
    )
    return st.lists(row.map(lambda one: (one, "trakt")), max_size=9)


counted = st.builds(
    lambda seen, started, finished, status: [
        (Row(title="Run On", seen=seen, started=started, finished=finished, status=status), "mal")
    ],
    st.none() | _EPISODES,
    st.none() | st.just("2021-01-01"),
    st.none() | st.just("2021-05-20"),
    st.sampled_from([None, "watching", "completed", "dropped", "plan-to-watch"]),
)
"""A file that only counts."""


def blank() -> Document:
    return {"slug": "run-on", "uid": new_uid(), "title": "Run On", "type": "drama", "added": "2021"}


def after(document: Document, told: list[Told]) -> Taken:
    taken = take(document, told, CALENDAR, is_new="status" not in document)
    validate(sparse(taken.document), "run-on")
    return taken


def seen(document: Document) -> Counter[tuple[str, str | None]]:
    """Every viewing, whatever round it is in."""
    return Counter((str(number), day) for one in records(document, "rounds") for number, day in episodes(one).items())


def episodes(round_: Document) -> dict[str, str | None]:
    found = round_.get("episodes") or {}
    assert isinstance(found, dict)
    return {number: str(day) if day else None for number, day in found.items()}


@given(watched(any_days) | counted)
def test_the_same_file_twice_changes_nothing(told: list[Told]) -> None:
    first = after(blank(), told).document
    again = after(first, told)
    assert (again.document, again.did) == (first, [])


@given(watched(any_days), watched(any_days))
def test_neither_of_two_files_changes_anything_any_more(one: list[Told], other: list[Told]) -> None:
    both = after(after(blank(), one).document, other).document
    for file in (one, other):
        assert after(both, file).document == both


@given(watched(full_days), watched(full_days))
def test_a_newer_file_adds_the_difference_alone(old: list[Told], new: list[Told]) -> None:
    assert seen(after(after(blank(), old).document, old + new).document) == seen(after(blank(), old + new).document)


@given(watched(full_days), watched(full_days))
def test_the_order_of_files_does_not_matter(one: list[Told], other: list[Told]) -> None:
    first, last = (
        after(after(blank(), file).document, another).document for file, another in ((one, other), (other, one))
    )
    assert seen(first) == seen(last)


@given(st.permutations(range(6)), watched(any_days))
def test_the_order_of_rows_does_not_matter(order: list[int], told: list[Told]) -> None:
    assert seen(after(blank(), [told[place] for place in order if place < len(told)] + told[6:]).document) == seen(
        after(blank(), told).document
    )


@given(watched(any_days))
def test_no_viewing_is_lost_and_no_day_is_made_up(told: list[Told]) -> None:
    found = seen(after(blank(), told).document)
    days = {(str(row.episode), CALENDAR.day(row.watched)) for row, _ in told}
    assert found.keys() <= days
    assert {episode for episode, _ in found} == {episode for episode, _ in days}
    assert {one for one in days if one[1] and len(one[1]) == 10} <= found.keys()


_viewings = st.lists(
    st.builds(lambda episode, day: Viewing(episode=episode, day=day), _EPISODES, full_days | st.none()), max_size=9
)


@given(_viewings, _viewings)
def test_a_round_that_stands_is_not_regrouped(one: list[Viewing], other: list[Viewing]) -> None:
    rounds: list[Document] = []
    add_viewings(rounds, one)
    before = [episodes(round_) for round_ in rounds]
    kept = list(rounds)
    add_viewings(rounds, other)
    for round_, was in zip(kept, before, strict=True):
        assert round_ in rounds
        for number, day in was.items():
            assert episodes(round_)[number] == day or day is None

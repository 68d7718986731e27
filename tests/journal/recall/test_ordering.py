"""The order of the rows of a list."""

from collections.abc import Sequence
from typing import get_args

import pytest

from watchlog.journal.drama.records import Drama, Rating, Round
from watchlog.journal.drama.values import Status
from watchlog.journal.recall.ordering import SORTS, by_status, in_order
from watchlog.journal.store.catalogue import Row, row

RUN_ON = Drama(
    slug="run-on", title="Run On", year=2020, episodes=16, ratings=[Rating(overall=8.5)],
    rounds=[Round(episodes={"1": "2021-01-02", "2": "2021-01-03"})], added="2020-12-14T20:00:00+00:00",
)  # fmt: skip
MINARI = Drama(
    slug="minari", title="Minari", year=2021, episodes=1,
    rounds=[Round(episodes={"1": "2021-03-01"})], added="2021-03-01T20:00:00+00:00",
)  # fmt: skip
EMPTY = Drama(slug="empty", title="Empty")
ROWS = [row(drama) for drama in (RUN_ON, MINARI, EMPTY)]


def slugs(rows: Sequence[Row]) -> list[str]:
    return [one.slug for one in rows]


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("title", "empty minari run-on"),
        ("rating", "run-on empty minari"),
        ("year", "minari run-on empty"),
        ("watched", "minari run-on empty"),
        ("added", "minari run-on empty"),
        ("progress", "minari run-on empty"),
    ],
)
def test_the_highest_and_newest_first_and_what_has_none_last(sort: str, order: str) -> None:
    assert slugs(in_order(ROWS, sort)) == order.split()


def test_turned_round_what_has_none_is_still_last() -> None:
    assert slugs(in_order(ROWS, "title", reverse=True)) == ["run-on", "minari", "empty"]
    assert slugs(in_order(ROWS, "year", reverse=True)) == ["run-on", "minari", "empty"]
    assert set(SORTS) == {"title", "rating", "year", "watched", "added", "progress"}


def test_by_status_the_last_watched_stands_first_and_the_rest_by_rating() -> None:
    def some(status: Status, *slugs: str) -> list[Row]:
        days = {"a": "2021-01-02", "b": "2021-03-01"}
        return [
            row(
                Drama(
                    slug=slug, title=slug, status=status, ratings=[Rating(overall=9.0)] if slug == "c" else [],
                    rounds=[Round(episodes={"1": days.get(slug)})],
                )
            )
            for slug in slugs
        ]  # fmt: skip

    statuses = get_args(Status)
    found = by_status([one for status in statuses for one in some(status, "a", "b", "c")])
    assert slugs(found) == ["b", "a", "c", *["c", "a", "b"] * 5]
    assert [one.status for one in found[::3]] == [
        "watching", "on-hold", "plan-to-watch", "completed", "dropped", "not-interested"
    ]  # fmt: skip

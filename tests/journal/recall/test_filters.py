"""Choosing and ordering the rows of a list."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from watchlog.errors import WrongUsage
from watchlog.journal.drama.records import Aired, CastMember, Drama, Rating, Round
from watchlog.journal.recall.filters import SORTS, Filter, airs_on, in_order, parse_years, select
from watchlog.journal.store.catalogue import Row, row

RUN_ON = Drama(
    slug="run-on",
    title="Run On",
    native_title="런 온",
    country="South Korea",
    year=2020,
    networks=["JTBC", "Netflix"],
    genres=["Romance", "Sports"],
    tags=["slow burn"],
    episodes=16,
    status="watching",
    aired=Aired(from_="2020-12-16", to="2021-02-04"),
    ratings=[Rating(overall=8.5)],
    rounds=[Round(episodes={"1": "2021-01-02", "2": "2021-01-03"})],
    cast=[CastMember(id=1, actor="Im Si Wan")],
    added="2020-12-14T20:00:00+00:00",
)
MINARI = Drama(
    slug="minari", title="Minari", type="movie", country="USA", year=2021, genres=["Drama"], episodes=1,
    status="completed", rounds=[Round(episodes={"1": "2021-03-01"})], added="2021-03-01T20:00:00+00:00",
)  # fmt: skip
EMPTY = Drama(slug="empty", title="Empty")
ROWS = [row(drama) for drama in (RUN_ON, MINARI, EMPTY)]


def slugs(rows: Sequence[Row]) -> list[str]:
    return [one.slug for one in rows]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, "run-on minari empty"),
        ({"text": "RUN"}, "run-on"),
        ({"text": "on run"}, "run-on"),
        ({"text": "런"}, "run-on"),
        ({"statuses": ["watching", "completed"]}, "run-on minari"),
        ({"types": ["movie"]}, "minari"),
        ({"countries": ["south korea", "usa"]}, "run-on minari"),
        ({"networks": ["netflix"]}, "run-on"),
        ({"genres": ["romance", "sports"]}, "run-on"),
        ({"genres": ["romance", "drama"]}, ""),
        ({"genres": ["roman"]}, ""),
        ({"tags": ["Slow Burn"]}, "run-on"),
        ({"actors": ["im shi wan"]}, "run-on"),
        ({"actors": ["im si wan", "somebody"]}, ""),
        ({"years": (2021, 2021)}, "minari"),
        ({"years": (2020, 2021)}, "run-on minari"),
        ({"min_rating": 8.5}, "run-on"),
        ({"min_rating": 9.0}, ""),
        ({"unrated": True}, "minari empty"),
        ({"airing_on": date(2021, 1, 1)}, "run-on"),
        ({"airing_on": date(2021, 2, 5)}, ""),
    ],
)
def test_what_is_wanted_is_found(wanted: dict[str, Any], found: str) -> None:
    assert slugs(select(ROWS, Filter(**wanted))) == found.split()


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


@pytest.mark.parametrize(
    ("first", "last", "day", "airs"),
    [
        (None, None, "2021-01-01", False),
        ("2021-01-01", None, "2021-01-01", True),
        ("2021-01-02", None, "2021-01-01", False),
        ("2020", "2021-01", "2021-01-31", True),
        ("2020", "2021-01", "2021-02-01", False),
    ],
)
def test_a_drama_airs_from_its_first_day_to_its_last(first: str | None, last: str | None, day: str, airs: bool) -> None:
    assert airs_on(row(Drama(slug="x", title="x", aired=Aired(from_=first, to=last))), day) is airs


def test_years() -> None:
    assert parse_years("2020") == (2020, 2020)
    assert parse_years(" 2019 – 2021 ") == (2019, 2021)
    for wrong in ("", "20", "2021-2019", "2020-21", "soon"):
        with pytest.raises(WrongUsage, match="Use 2020, or 2019-2021"):
            parse_years(wrong)

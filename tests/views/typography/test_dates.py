"""Days as they are written on a page."""

from datetime import date

import pytest

from watchlog.views.typography.dates import brief, column, in_full, of_timestamp, span

TODAY = date(2021, 1, 27)


@pytest.mark.parametrize(("day", "written"), [("2021-01-05", "5 Jan 2021"), ("2021-12", "Dec 2021"), ("2021", "2021")])
def test_a_date_is_as_precise_as_it_is_known(day: str, written: str) -> None:
    assert in_full(day) == written


@pytest.mark.parametrize(
    ("day", "written"),
    [
        ("2020-12-17", "17 Dec"),
        ("2021-01-27", "27 Jan"),
        ("2021-01-28", "28 Jan 2021"),
        ("2020-01-27", "27 Jan 2020"),
        ("2020-12", "Dec 2020"),
    ],
)
def test_the_year_goes_without_saying_where_it_can_only_be_one(day: str, written: str) -> None:
    assert brief(day, TODAY) == written


def test_a_column_names_every_year_or_none() -> None:
    assert column(["2020-12-17", None, "2021-01-02"], TODAY) == ["17 Dec", "", "2 Jan"]
    assert column(["2020-12-17", "2019"], TODAY) == ["17 Dec 2020", "2019"]


@pytest.mark.parametrize(
    ("first", "last", "written"),
    [
        ("2020-12-16", "2021-02-04", "16 Dec 2020 – 4 Feb 2021"),
        ("2021-01-03", "2021-02-04", "3 Jan – 4 Feb 2021"),
        ("2021-01", "2021-02", "Jan – Feb 2021"),
        ("2021", "2021-02", "2021 – Feb 2021"),
        ("2021-01-03", "2021-01-03", "3 Jan 2021"),
        ("2021", None, "from 2021"),
        (None, "2021-02", "until Feb 2021"),
        (None, None, ""),
    ],
)
def test_a_span_says_the_year_once_if_it_is_one(first: str | None, last: str | None, written: str) -> None:
    assert span(first, last) == written


def test_a_timestamp_is_its_day_or_what_it_says() -> None:
    assert of_timestamp("2020-12-16T21:10:00+09:00") == "16 Dec 2020"
    assert of_timestamp("long\x1b ago") == "long ago"

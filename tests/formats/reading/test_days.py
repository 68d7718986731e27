"""Days and instants of other people's files."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchlog.errors import WrongUsage
from watchlog.formats.reading.days import Order, day_of, epoch_of, instant_of
from watchlog.formats.reading.refusing import Unreadable
from watchlog.formats.source import DateOrder


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2021-01-25", "2021-01-25"),
        ("2021-01", "2021-01"),
        ("2021", "2021"),
        ("2021/1/5", "2021-01-05"),
        ("2021.01.25", "2021-01-25"),
        ("2021. 1. 25.", "2021-01-25"),
        ("21. 1. 25.", "2021-01-25"),
        ("2021년 1월 25일", "2021-01-25"),
        ("2021年1月25日", "2021-01-25"),
        ("2019-06-00", "2019-06"),
        ("2019-00-00", "2019"),
        ("25 Jan 2021", "2021-01-25"),
        ("25th January 2021", "2021-01-25"),
        ("February 5, 2021", "2021-02-05"),
        ("Wed Jan  1 00:00:00 2014", "2014-01-01"),
        ("February 2021", "2021-02"),
        ("Feb. 2021", "2021-02"),
        ("2.2021", "2021-02"),
        ("02/2021", "2021-02"),
        ("24.01.23", "2023-01-24"),
        ("12/15/21", "2021-12-15"),
        ("15/12/2021", "2021-12-15"),
        ("5/5/19", "2019-05-05"),
        ("2020-12-16 00:00:00", "2020-12-16"),
        ("2021-01-06T12:30:00.000Z", "2021-01-06T12:30:00Z"),
        ("2023-01-16 03:56:13+00:00", "2023-01-16T03:56:13Z"),
        ("2021-01-06T21:30:00+0900", "2021-01-06T21:30:00+09:00"),
        ("2025-09-10T20:00:27.522541796Z", "2025-09-10T20:00:27Z"),
        ("2024-02-09T00:00:00Z", "2024-02-09"),
        ("2021-01-06 12:30:00", "2021-01-06"),
        *((unknown, None) for unknown in ("", " ", "0", "-", "0000-00-00", "0001-01-01", "1970-01-01")),
        ("1970-01-01T00:00:01Z", None),
        ("0001-01-01T00:00:00Z", None),
    ],
)
def test_a_day_is_as_precise_as_it_is_written(written: str, day: str | None) -> None:
    assert day_of(written) == day


@pytest.mark.parametrize(
    "written",
    [
        "2021-02-30",
        "31/31/21",
        "soon",
        "2021-13",
        "20210106x",
        "2021-01-06T25:00:00Z",
        "0021-01-06",
        "3/4/21",
        "13/4/5",
        "13/2021",
        "Episode 2021",
    ],
)
def test_what_is_no_day_or_one_of_two_is_unreadable(written: str) -> None:
    with pytest.raises(Unreadable):
        day_of(written)


def test_a_clock_without_a_zone_gets_its_sources() -> None:
    assert instant_of("2021-01-06 21:40:11") == "2021-01-06T21:40:11Z"
    assert instant_of("2021-02-05 08:00:00", "+08:00") == "2021-02-05T08:00:00+08:00"
    assert instant_of("2021-02-05", "+08:00") == "2021-02-05"
    assert instant_of("0000-00-00 00:00:00") is None


def test_seconds_and_milliseconds_since_1970() -> None:
    assert epoch_of(1736456347817) == "2025-01-09T20:59:07Z"
    assert epoch_of(1611556143) == "2021-01-25T06:29:03Z"
    assert epoch_of(0) is None is epoch_of(None)


def decided(column: list[str], said: DateOrder | None = None) -> DateOrder | None:
    order = Order()
    for written in column:
        order.see(written)
    return order.decided(said, "file.csv")


@pytest.mark.parametrize(
    ("column", "order"),
    [
        (["3/4/21", "15/4/21"], "dmy"),
        (["3/4/21", "4/15/21", ""], "mdy"),
        (["3/4/21", "24.01.23"], "dmy"),
        (["12/12/26", "8/8/22", "2021-03-04"], None),
        (["3/4/21", "4/15/21", "15/4/21"], None),
        (["3/4/21", "soon", "15/4/21"], "dmy"),
        (["2021.02.04", "21.12.16"], "ymd"),
        (["20/12/16", "2021/2/4", "21. 1. 25."], None),
        (["20/12/16", "2021/2/4", "2021"], "ymd"),
        (["24.01.23", "2021-12-15"], None),
        (["2021/2/4", "4/19/25"], None),
        (["2021/2/4", "12/11/25", "4/19/25"], "mdy"),
    ],
)
def test_the_order_is_decided_over_the_whole_column(column: list[str], order: str | None) -> None:
    assert decided(column) == order


def test_where_every_row_fits_both_the_person_is_asked() -> None:
    with pytest.raises(
        WrongUsage, match=r"file.csv: is 3/4/21 day or month first\?.*\nSay --dates dmy or --dates mdy\."
    ):
        decided(["3/4/21", "5/6/21", "7/7/21"])
    assert decided(["3/4/21", "5/6/21"], "mdy") == "mdy"
    assert day_of("3/4/21", "mdy") == "2021-03-04"
    assert day_of("3/4/21", "dmy") == "2021-04-03"
    assert day_of("21/3/4", "ymd") == "2021-03-04"


@given(st.dates(date(1970, 1, 2), date(2069, 12, 31)), st.sampled_from(["dmy", "mdy", "ymd"]), st.sampled_from("/-"))
def test_every_day_comes_back_in_every_order(day: date, order: str, sign: str) -> None:
    parts = {"d": f"{day.day}", "m": f"{day.month:02}", "y": f"{day:%y}" if day.year > 2000 else f"{day.year}"}
    written = sign.join(parts[letter] for letter in order)
    assert day_of(written, order) == day.isoformat()  # type: ignore[arg-type]
    assert day_of(day.isoformat()) == day.isoformat()

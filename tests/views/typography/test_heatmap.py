"""The map of days: every day in its place, the months above it."""

from datetime import date, timedelta

import pytest

from tests.views.printing import on_paper, too_wide
from watchlog.views.typography.heatmap import HeatMap

YEAR = date(2021, 1, 1), date(2021, 12, 31)


def drawn(days: dict[str, int], span: tuple[date, date] = YEAR, width: int = 80, encoding: str = "utf-8") -> list[str]:
    return on_paper(HeatMap(*span, days), width, encoding).split("\n")[:-1]


def place_of(day: date, first: date, step: int) -> int:
    """Where the day's sign is on its line."""
    monday = first - timedelta(days=first.weekday())
    return 4 + (day - monday).days // 7 * step


@pytest.mark.parametrize(("width", "step"), [(80, 1), (112, 2)])
@pytest.mark.parametrize("year", [2012, 2020, 2021, 2023, 2024])
def test_every_day_is_at_its_place_and_no_other(year: int, width: int, step: int) -> None:
    first, last = date(year, 1, 1), date(year, 12, 31)
    for day in (first, date(year, 2, 28), date(year, 6, 30), date(year, 12, 1), last):
        lines = drawn({day.isoformat(): 9}, (first, last), width)
        assert [(number, line.index("█")) for number, line in enumerate(lines[:8]) if "█" in line] == [
            (1 + day.weekday(), place_of(day, first, step))
        ]
    assert sum(line.count("·") for line in lines) == (last - first).days


@pytest.mark.parametrize(("width", "step"), [(80, 1), (112, 2)])
@pytest.mark.parametrize("year", [2012, 2020, 2021, 2023, 2024, 2026])
def test_a_month_stands_above_its_first_day(year: int, width: int, step: int) -> None:
    months = drawn({}, (date(year, 1, 1), date(year, 12, 31)), width)[0]
    assert " ".join(months.split()) == "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"
    for month, name in enumerate(months.split(), start=1):
        assert months.index(name) == place_of(date(year, month, 1), date(year, 1, 1), step)


@pytest.mark.parametrize("today", [date(2026, 11, day) for day in range(1, 31)] + [date(2024, 2, 29), date(2021, 3, 1)])
def test_the_months_of_any_twelve_months_neither_touch_nor_stick_out(today: date) -> None:
    for width in (60, 120):
        lines = drawn({}, (today - timedelta(days=364), today), width)
        months = lines[0].split()
        assert 12 <= len(months) <= 13
        assert all(len(month) == 3 for month in months)
        assert len(lines[0]) <= max(map(len, lines[1:]))


def test_where_it_is_too_narrow_one_half_is_below_the_other() -> None:
    lines = drawn({"2021-01-01": 9, "2021-12-31": 9}, width=40)
    assert [line.split()[0] for line in lines if line.startswith("Fri")] == ["Fri", "Fri"]
    assert lines[8].split() == ["Aug", "Sep", "Oct", "Nov", "Dec"]
    assert too_wide("\n".join(lines), 40) == []
    assert too_wide("\n".join(drawn({}, width=20)), 20) == []


def test_the_more_was_watched_the_larger_the_square() -> None:
    days = {"2021-01-04": 1, "2021-01-11": 2, "2021-01-18": 3, "2021-01-25": 4}
    assert drawn(days)[1].startswith("Mon  ▪■▆█·")
    assert drawn(days)[-1].strip() == "▪ 1  ■ 2  ▆ 3  █ 4  a day"


def test_a_quiet_year_has_no_smallest_squares() -> None:
    assert drawn({"2021-01-04": 1, "2021-01-11": 2})[1].startswith("Mon  ■▆·")
    assert drawn({"2021-01-04": 1})[-1].strip() == "■ 1  ▆ 2  █ 3  a day"


def test_one_long_day_does_not_make_the_others_small() -> None:
    days = {f"2021-{month:02}-{day:02}": 1 for month in range(1, 13) for day in range(1, 20)}
    lines = drawn(days | {"2021-12-31": 16})
    assert "■" in lines[1]
    assert lines[-1].strip() == "■ 1  ▆ 2  █ 3+  a day"
    busy = drawn(dict.fromkeys(days, 9))
    assert busy[-1].strip() == "▪ 1–2  ■ 3–4  ▆ 5–6  █ 7–9  a day"


def test_without_unicode_a_day_is_its_figure() -> None:
    lines = drawn({"2021-01-04": 1, "2021-01-11": 12}, encoding="ascii")
    assert lines[1].startswith("Mon  19...")
    assert len(lines) == 8

"""The map of days: every day in its place, the months above it."""

import re
from datetime import date, timedelta

import pytest

from tests.views.printing import on_paper, too_wide
from watchlog.views.typography.dates import MONTHS
from watchlog.views.typography.heatmap import HeatMap

YEAR = date(2021, 1, 1), date(2021, 12, 31)


def drawn(days: dict[str, int], span: tuple[date, date] = YEAR, width: int = 80, encoding: str = "utf-8") -> list[str]:
    return on_paper(HeatMap(*span, days), width, encoding).split("\n")[:-1]


def month_at(line: str, number: int) -> int:
    """Where a month of the year begins on its line."""
    return [found.start() for found in re.finditer(r"[A-Z][a-z]{2}", line)][number]


@pytest.mark.parametrize("year", [2012, 2020, 2021, 2023, 2024, 2026])
@pytest.mark.parametrize(("width", "step"), [(80, 1), (160, 2)])
def test_every_day_is_below_its_month_in_the_row_of_its_weekday(year: int, width: int, step: int) -> None:
    first, last = date(year, 1, 1), date(year, 12, 31)
    for day in (first, date(year, 2, 28), date(year, 6, 30), date(year, 12, 1), last):
        lines = drawn({day.isoformat(): 9}, (first, last), width)
        [(row, place)] = [(number, line.index("█")) for number, line in enumerate(lines[:8]) if "█" in line]
        week = (day.day - 1 + day.replace(day=1).weekday()) // 7
        assert (row, place) == (1 + day.weekday(), month_at(lines[0], day.month - 1) + week * step)
    assert sum(line.count("·") for line in lines) == (last - first).days


@pytest.mark.parametrize("today", [date(2026, 11, day) for day in range(1, 31)] + [date(2024, 2, 29), date(2021, 3, 1)])
def test_the_months_of_any_twelve_months_neither_touch_nor_stick_out(today: date) -> None:
    lines = drawn({}, (today - timedelta(days=364), today), 120)
    months = lines[0].split()
    assert 12 <= len(months) <= 13
    assert all(len(month) == 3 for month in months)
    assert len(lines[0]) <= max(map(len, lines[1:]))


@pytest.mark.parametrize(("width", "bands"), [(120, 1), (80, 1), (60, 2), (40, 2), (20, 6)])
def test_where_it_is_too_narrow_some_months_are_below_the_others(width: int, bands: int) -> None:
    lines = drawn({"2021-01-01": 9, "2021-12-31": 9}, width=width)
    assert len([line for line in lines if line.startswith("Fri")]) == bands
    assert [word for line in lines for word in line.split() if word in MONTHS] == list(MONTHS)
    assert too_wide("\n".join(lines), width) == []


def test_the_more_was_watched_the_heavier_the_sign() -> None:
    days = {"2021-01-04": 1, "2021-01-11": 2, "2021-01-18": 3, "2021-01-25": 16}
    assert drawn(days)[1].startswith("Mon  ▪■██ ")
    assert drawn(days)[-1].strip() == "▪ 1  ■ 2  █ 3+  a day"


def test_a_month_has_its_sum_below_and_a_weekday_at_its_side() -> None:
    days = {"2021-01-04": 1, "2021-01-11": 2, "2021-03-02": 12}
    lines = drawn(days, width=120)
    assert lines[8].split() == ["3", "12"]
    assert lines[8].index("12") == month_at(lines[0], 2)
    assert [re.search(r"(\d+)  (━+)", line) for line in lines[3:8]] == [None] * 5
    monday, tuesday = (re.search(r" (\d+)  (━+)", line) for line in lines[1:3])
    assert monday
    assert tuesday
    assert (monday[1], tuesday[1]) == ("3", "12")
    assert 4 * len(monday[2]) == len(tuesday[2])
    assert "━" not in "".join(drawn(days, width=80))


def test_without_unicode_a_day_is_its_figure() -> None:
    lines = drawn({"2021-01-04": 1, "2021-01-11": 12}, encoding="ascii")
    assert lines[1].startswith("Mon  19.. ")
    assert lines[-1].strip() == "the figures are episodes a day"

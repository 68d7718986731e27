"""The history: the day once, the time of day of each change, its number at the edge."""

import re

import pytest

from tests.views.printing import TODAY, on_paper, too_wide
from watchlog.journal.store.changereading import Heading
from watchlog.journal.store.paths import ChangeName
from watchlog.views.pages.history import page


def heading(number: int, when: str) -> Heading:
    return Heading(ChangeName(number, "k3f9"), when, "change", "note", f"Added note {number} to Run On.", ())


HEADINGS = [
    heading(12, "2021-01-26T21:04:10+09:00"),
    heading(11, "2021-01-26T09:15:00+09:00"),
    heading(9, "2020-12-01"),
]


def shown(width: int, total: int = 3) -> list[str]:
    printed = on_paper(page(HEADINGS, taken_back=frozenset(), total=total, today=TODAY), width)
    assert too_wide(printed, width) == []
    return [line.rstrip() for line in printed.split("\n")]


@pytest.mark.parametrize("width", [60, 80, 120])
def test_a_change_has_its_time_and_its_number_and_a_day_is_said_once(width: int) -> None:
    first, second, third = (re.split(" {2,}", line.strip()) for line in shown(width)[2:5])
    assert first == ["26 Jan 2021", "21:04", "Added note 12 to Run On.", "12"]
    assert second == ["09:15", "Added note 11 to Run On.", "11"]
    assert third == ["1 Dec 2020", "Added note 9 to Run On.", "9"]


def test_where_it_is_narrow_the_day_stands_above_the_time() -> None:
    lines = shown(40)
    assert [lines[2][:13].strip(), lines[3][:13].strip()] == ["26 Jan 2021", "21:04"]
    assert any(line.startswith("  26 Jan 2021") for line in shown(20))


def test_what_can_be_done_about_it_stands_at_the_end() -> None:
    assert shown(80)[-2] == "watchlog undo  takes the newest back"
    assert shown(80, total=20)[-2] == "watchlog undo  takes the newest back    --limit 0  17 older ones"

"""Bars: as long as they should be, to half a cell, after their figures."""

import pytest
from rich.text import Text

from tests.views.printing import on_paper
from watchlog.views.typography.bars import Bar, bars, drawing


@pytest.mark.parametrize(
    ("length", "drawn"),
    [(10, "━" * 4), (5, "━━"), (3, "━"), (3.75, "━╸"), (2.5, "━"), (1.25, "╸"), (0.01, "╸"), (0, "")],
)
def test_a_bar_is_as_long_as_its_share(length: float, drawn: str) -> None:
    assert drawing(length, 10, 4) == drawn


def printed(*rows: Bar, width: int = 40, **asked: str) -> list[str]:
    return on_paper(bars(rows, width, "score", **asked), width).split("\n")  # type: ignore[arg-type]


def test_figures_stand_before_the_bars_and_asides_at_the_right() -> None:
    rows = Bar(Text("Life"), 20, "20", Text("8.5")), Bar(Text("Romance"), 10, "10", Text("10.0"))
    assert printed(*rows, head="genre", aside="mean") == [
        "genre                               mean",
        "Life     20  ━━━━━━━━━━━━━━━━━━━━━   8.5",
        "Romance  10  ━━━━━━━━━━╸            10.0",
        "",
    ]


def test_one_of_something_is_a_short_bar() -> None:
    assert printed(Bar(Text("Life"), 1, "1"))[0].rstrip() == "Life  1  ━━━━"


def test_nothing_has_no_bar_and_no_gap() -> None:
    assert printed(Bar(Text("9.0"), 1, "1"), Bar(Text("8.5"), 0, "·"))[1].rstrip() == "8.5  ·"


def test_of_a_scale_a_bar_is_its_part() -> None:
    [line, _] = on_paper(bars([Bar(Text("story"), 5.0, "5.0")], 33, "score", full=10), 33).split("\n")
    assert line.count("━") == 10


def test_a_label_leaves_half_of_the_room() -> None:
    [line, _] = printed(Bar(Text("A Very Long Name Indeed"), 30, "30"), width=20)
    assert line == "A Very Lo…  30  ━━━━"


def test_without_unicode_a_bar_is_made_of_signs() -> None:
    assert on_paper(bars([Bar(Text("a"), 1, "1"), Bar(Text("b"), 1 / 64, "0")], 40, ""), 40, "ascii").split() == [
        "a", "1", "####", "b", "0", "-",
    ]  # fmt: skip

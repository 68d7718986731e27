"""The list: a table for the eye, lines for a pipe."""

import re
from typing import Any

import pytest

from tests.views.dramas import empty, rows, run_on
from tests.views.printing import WIDTHS, on_paper, on_screen, too_wide
from watchlog.cli.output import separated
from watchlog.journal.store.catalogue import Row
from watchlog.views.lines.listing import row_lines
from watchlog.views.pages.columns import COLUMNS
from watchlog.views.pages.listing import table


def many() -> list[Row]:
    long = run_on(title="A Very Long Title That Goes On and On for Its Own Sake", native_title="아주 긴 제목이다")
    return rows(run_on(), empty(), long)


def listed(width: int = 120, **asked: Any) -> str:
    return on_paper(table(many(), total=3, **asked), width)


def test_a_row_is_a_line() -> None:
    head, rule, first, second, *_ = listed().split("\n")
    assert head.split() == ["drama", "year", "status", "seen", "rating", "genres"]
    assert set(rule) == {"─"}
    assert " ".join(first.split()) == "Run On 런 온 2020 watching ━━━━━━── 12/16 8.5 Romance, Life, Sports"
    assert " ".join(second.split()) == "Empty plan to watch 0/? ·"


@pytest.mark.parametrize(
    ("width", "gone"),
    [
        (120, []),
        (100, ["런 온"]),
        (75, ["런 온", "genres"]),
        (60, ["런 온", "genres", "━"]),
        (48, ["런 온", "genres", "━", "year"]),
    ],
)
def test_what_goes_first_where_it_is_narrow(width: int, gone: list[str]) -> None:
    printed = listed(width)
    parts = ["런 온", "genres", "━", "year", "12/16", "8.5", "Run On"]
    assert [part for part in parts if part not in printed] == gone


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("columns", [None, ["slug", "title", "tags", "actors"], list(COLUMNS)])
def test_nothing_is_wider_than_the_terminal(width: int, columns: list[str] | None) -> None:
    assert too_wide(listed(width, columns=columns), width) == []


def test_a_title_is_never_cut() -> None:
    for word in ("A Very", "Long", "Goes", "Its", "Own", "Sake"):
        assert word in listed(60)


def test_genres_that_do_not_fit_are_left_out_whole() -> None:
    printed = on_paper(table(rows(run_on(genres=["Romance", "Supernatural", "Thriller"])), total=1), 76)
    assert re.search(r"8\.5  Romance \+2", printed)


@pytest.mark.parametrize(
    ("shown", "total", "told"),
    [
        (3, 3, "3 dramas"),
        (1, 1, "1 drama"),
        (3, 2000, "3 of 2,000 dramas · watchlog list --limit 0 for all"),
        (0, 0, "No drama there."),
    ],
)
def test_the_last_line_counts(shown: int, total: int, told: str) -> None:
    assert on_paper(table(many()[:shown], total=total)).rstrip("\n").split("\n")[-1] == told


def test_columns_can_be_chosen() -> None:
    head = listed(columns=["title", "native", "networks", "added", "slug", "type"]).split("\n")[0]
    assert re.split(" {2,}", head.strip()) == ["drama", "native title", "networks", "added", "slug", "type"]


@pytest.mark.parametrize("column", list(COLUMNS))
def test_every_column_can_be_shown_and_sent(column: str) -> None:
    assert listed(columns=[column]).startswith(COLUMNS[column].head)
    assert len(list(row_lines(many(), [column]))) == 3


def test_lines_are_separated_by_tabs() -> None:
    assert [*map(separated, row_lines(many()))][:2] == [
        "run-on\tRun On\t2020\twatching\t12/16\t8.5",
        "empty\tEmpty\t\tplan-to-watch\t0/?\t",
    ]


def test_chosen_lines_hold_what_was_chosen() -> None:
    chosen = ["title", "genres", "added", "actors"]
    assert separated(next(row_lines(rows(run_on()), chosen))) == (
        "Run On\tRomance, Life, Sports\t2020-12-16T21:10:00+09:00\tIm Si Wan, Shin Se Kyung"
    )


def test_a_title_stays_one_field_of_one_line() -> None:
    line = next(row_lines(rows(run_on(title="a\tb\nc\x1b[31m")), ["title", "slug"]))
    assert separated(line) == "a b c[31m\trun-on"


def test_scores_are_gold_and_genres_rose() -> None:
    printed = on_screen(table(many(), total=3), 120)
    assert re.search(r"\x1b\[1;38;2;189;138;20m +8\.5", printed)
    assert "\x1b[38;2;217;98;126mRomance" in printed

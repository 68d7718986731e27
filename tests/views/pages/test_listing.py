"""The list: a table for the eye, lines for a pipe."""

import re
from typing import Any

import pytest
from rich.cells import cell_len

from tests.views.dramas import empty, rows, run_on
from tests.views.printing import WIDTHS, on_paper, on_screen, too_wide
from watchlog.cli.output import separated
from watchlog.journal.drama.records import Drama
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
    assert " ".join(first.split()) == "Run On 런 온 2020 watching ━━━━━━━── 12/16 8.5 Romance, Life, Sports"
    assert " ".join(second.split()) == "Empty plan to watch 0/? ·"


@pytest.mark.parametrize(
    ("width", "gone"),
    [
        (200, []),
        (120, ["last seen"]),
        (80, ["last seen", "━"]),
        (66, ["last seen", "━", "genres"]),
        (57, ["last seen", "━", "genres", "year"]),
        (20, ["last seen", "━", "genres", "year", "8.5"]),
    ],
)
def test_what_goes_first_where_it_is_narrow(width: int, gone: list[str]) -> None:
    printed = listed(width, grouped=True)
    parts = ["last seen", "━", "genres", "year", "12/16", "8.5", "Run On"]
    assert [part for part in parts if part not in printed] == gone


def put_away(**changed: Any) -> Drama:
    return run_on(native_title=None, rounds=[{"episodes": {"1": None}}], **changed)


def groups(width: int) -> list[str]:
    """Two dramas on, one left to watch, one dropped."""
    on, later = run_on(title="Signal", episodes=None), put_away(title="Mouse", status="plan-to-watch")
    dropped = put_away(title="Nokdu", status="dropped", episodes=100)
    printed = on_paper(table(rows(run_on(), on, later, dropped), total=4, grouped=True), width)
    return [line.rstrip() for line in printed.split("\n")]


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_a_status_hangs_before_its_first_drama(width: int) -> None:
    page = groups(width)
    assert [line[: len("plan to watch")].strip() for line in page[2:7]] == [
        "watching", "", "", "plan to watch", "dropped"
    ]  # fmt: skip
    assert page[4] == ""


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_the_slashes_stand_under_one_another(width: int) -> None:
    places = [match.start() - wide(line) for line in groups(width) if (match := re.search(r"\d/[\d?]", line))]
    assert len(places) == 4
    assert len(set(places)) == 1


def wide(line: str) -> int:
    """How many cells more than characters the line has before its figures."""
    before = line[: line.index("/")]
    return len(before) - cell_len(before)


def test_a_bar_stands_where_something_is_left() -> None:
    drawn = {"Run On": True, "Signal": False, "Mouse": True, "Nokdu": True}
    assert {title: any(set("━╾") & set(line) for line in groups(120) if title in line) for title in drawn} == drawn
    done = run_on(episodes=12)
    assert "━" not in on_paper(table(rows(done), total=1), 120)


def test_what_is_on_is_bold_and_what_is_put_away_grey() -> None:
    of = [run_on(status=status, native_title=None) for status in ("watching", "completed", "dropped", "on-hold")]
    styles = re.findall(r"((?:\x1b\[[\d;]*m)*)Run On", on_screen(table(rows(*of), total=4, grouped=True), 120))
    assert [style.rpartition("\x1b")[2] for style in styles] == [
        "[1m",
        "",
        "[38;2;134;134;134m",
        "[38;2;134;134;134m",
    ]


def test_a_native_title_that_does_not_fit_goes_from_its_own_row() -> None:
    long = run_on(title="One Hundred Days My Prince", native_title="백일의 낭군님이다")
    printed = on_paper(table(rows(run_on(), long), total=2, grouped=True), 100)
    assert ("런 온" in printed, "백일의" in printed) == (True, False)


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_no_word_is_cut(width: int) -> None:
    title = "Extraordinary Attorney Woo and the Whale"
    genres = [f"Psychological{number}" for number in range(40)]
    printed = on_paper(table(rows(run_on(title=title, genres=genres), run_on()), total=2, grouped=True), width)
    assert [word for word in title.split() if word not in printed.split()] == []
    assert set(re.findall(r"Psy\S*", printed)) <= {f"{genre}{end}" for genre in genres for end in ("", ",")}


@pytest.mark.parametrize("width", [20, *WIDTHS])
@pytest.mark.parametrize("title", ["런" * 100, "ש" * 200, "👩‍❤️‍👨" * 100, "a" * 200])
def test_a_very_long_title_stays_on_the_page(width: int, title: str) -> None:
    printed = on_paper(table(rows(run_on(title=title), empty()), total=2, grouped=True), width)
    assert too_wide(printed, width) == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("columns", [None, ["slug", "title", "tags", "actors"], list(COLUMNS)])
def test_nothing_is_wider_than_the_terminal(width: int, columns: list[str] | None) -> None:
    assert too_wide(listed(width, columns=columns), width) == []


def test_a_title_is_never_cut() -> None:
    for word in ("A Very", "Long", "Goes", "Its", "Own", "Sake"):
        assert word in listed(60)


def test_genres_that_do_not_fit_are_left_out_whole() -> None:
    printed = on_paper(table(rows(run_on(genres=["Romance", "Supernatural", "Thriller"])), total=1), 80)
    assert re.search(r"8\.5  Romance  \+2", printed)


@pytest.mark.parametrize(
    ("shown", "total", "told"),
    [
        (3, 3, "3 dramas"),
        (1, 1, "1 drama"),
        (3, 2000, "--limit 0  all of them"),
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

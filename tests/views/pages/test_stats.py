"""The page of statistics, and the same figures for a pipe."""

import re
from datetime import date
from typing import Any

import pytest

from tests.views.dramas import run_on, saying
from tests.views.printing import WIDTHS, on_paper, on_screen, too_wide
from tests.views.test_hostile import HARMFUL, OWN_ESCAPES
from watchlog.cli.output import separated
from watchlog.journal.drama.reading import read_drama
from watchlog.journal.drama.records import Document, Drama
from watchlog.journal.recall.statistics import Statistics, statistics, watched
from watchlog.views.lines.stats import stats_lines
from watchlog.views.pages.stats import page

TODAY = date(2021, 1, 27)
DAYS = {"1": "2020-12-17", "2": "2021-01-02", "3": "2021-01-03", "4": "2021-01-04", "5": "2021"}


def figures(*dramas: Drama, year: int | None = None) -> Statistics:
    return statistics([watched(drama) for drama in dramas], year, TODAY)


def shelf() -> list[Drama]:
    """Run On, and two more to compare it with."""
    signal: Document = {
        "title": "Signal",
        "status": "completed",
        "genres": ["Life", "Crime"],
        "country": "South Korea",
        "networks": ["tvN"],
        "cast": [{"id": 1, "actor": "Im Shi Wan"}],
        "ratings": [{"overall": 9.5}],
        "rounds": [{"episodes": {"1": "2016-01-22"}}, {"episodes": {"1": "2021-01-05"}}],
    }
    planned: Document = {"title": "Mother"}
    return [run_on(rounds=[{"episodes": DAYS}]), read_drama(signal, "signal"), read_drama(planned, "mother")]


def printed(year: int | None = None, width: int = 100, **asked: Any) -> str:
    return on_paper(page(figures(*shelf(), year=year)), width, **asked)


def test_all_time_begins_with_its_totals_and_has_the_last_months_on_the_map() -> None:
    lines = printed().split("\n")
    assert lines[0].startswith("All time  2 dramas · 7 episodes · 6 hours ──")
    assert any(line.startswith("The last twelve months  5 episodes ──") for line in lines)
    assert "longest streak: 4 days, 2 Jan – 5 Jan 2021" in printed()
    assert "not in the hours: 2 episodes without a runtime" in printed()
    assert "not on the map: 1 episode without a day" in printed()


def test_a_year_has_its_map_first() -> None:
    lines = printed(2021).split("\n")
    assert lines[0].startswith("2021  2 dramas · 5 episodes · 5 hours ──")
    assert lines[2].split()[:2] == ["Jan", "Feb"]
    assert lines[3].startswith("  Mon  ■··")
    assert lines[10].split() == ["■", "1", "▆", "2", "█", "3", "a", "day"]


def test_every_figure_has_its_place() -> None:
    text = re.sub(" +", " ", printed(width=60))
    for line in (
        "watching 1 ━━━━", "plan to watch 1 ━━━━", "1st time 6 ━━━━━━━━━━━━━━━━━━━━━━━━ 2", "2016 1 ━━━━",
        "9.5 1 ━━━━", "9.0 ·", "8.5 1 ━━━━", f"story 9.0 {'━' * 37} 1",
        "Signal ★★★★★★★★★½ 9.5", "Run On 8.0 → 8.5", "Life 2 ━━━━━━━━ 9.0", "Im Si Wan 2 ━━━━━━━━ 9.0",
        "JTBC 1 ━━━━ 8.5", "South Korea 2 ━━━━━━━━ 9.0", "Ratings mean 9.0 of 2 dramas",
    ):  # fmt: skip
        assert line in text


def test_ratings_go_from_ten_down_to_the_lowest_there_is() -> None:
    figures_shown = re.findall(r"^ +(\d+\.\d)  ", printed(width=60), re.MULTILINE)
    assert figures_shown == ["10.0", "9.5", "9.0", "8.5"]


def test_a_year_says_nothing_of_other_years_and_all_time_does() -> None:
    assert "episodes by year" not in printed(2021)
    assert "episodes by year" in printed()
    assert "best of 2021" in printed(2021)


def test_people_seen_once_are_shown_only_where_nobody_was_seen_twice() -> None:
    assert "Shin Se Kyung" not in printed()
    assert "Shin Se Kyung" in on_paper(page(figures(run_on())), 100)


def test_what_nobody_said_is_left_out() -> None:
    bare = on_paper(page(figures(read_drama({"title": "Life", "status": "dropped"}, "life"))), 100)
    assert [line for line in bare.split("\n") if "──" in line and not line.startswith(("All time", "The last"))] == []
    assert "hour" not in bare
    assert "streak" not in bare
    assert "0" not in bare.split("\n")[0].replace("0 episodes", "")


def test_a_year_of_nothing_says_so() -> None:
    assert printed(1999) == "Nothing watched in 1999.\n"
    assert "watchlog watch" in on_paper(page(figures()), 100)


def test_two_columns_where_there_is_room() -> None:
    assert re.search("genre +mean +people +mean\n", printed(width=80))
    assert re.search("genre +mean\n", printed(width=60))


@pytest.mark.slow
@pytest.mark.parametrize("width", [20, *WIDTHS])
@pytest.mark.parametrize("text", ["가" * 90, "w" * 300, "단어 " * 90, "👩‍❤️‍👨" * 40, "e\u0301" * 90, " ", *HARMFUL])
def test_any_name_fits_and_steers_nothing(text: str, width: int) -> None:
    drama = saying(text)
    drama.rounds[0].episodes = dict(DAYS)
    for year in (None, 2021):
        shown = page(figures(drama, *shelf(), year=year))
        assert too_wide(on_paper(shown, width), width) == []
        assert "\x1b" not in OWN_ESCAPES.sub("", on_screen(shown, width))


@pytest.mark.parametrize("year", [None, 2021])
def test_it_can_be_read_without_unicode(year: int | None) -> None:
    assert "?" not in printed(year, encoding="ascii")


def test_a_pipe_gets_a_line_for_each_figure() -> None:
    lines = [*map(separated, stats_lines(figures(*shelf(), year=2021)))]
    assert lines[:5] == [
        "total\tdramas\t2", "total\tepisodes\t5", "total\thours\t4.7", "total\tepisodes-without-runtime\t1",
        "total\tepisodes-without-day\t1",
    ]  # fmt: skip
    for line in (
        "status\tplan-to-watch\t0", "rating\t10.0\t0", "rating\t9.5\t1", "mean\toverall\t9.00\t2",
        "mean\tmusic\t8.00\t1", "genre\tLife\t2\t9.00", "country\tSouth Korea\t2\t9.00", "network\ttvN\t1\t9.50",
        "person\tIm Si Wan\t2\t9.00", "best\tsignal\tSignal\t9.5", "moved\trun-on\tRun On\t8.0\t8.5",
        "round\t1\t1\t4", "round\t2\t1\t1", "year\t2021\t5", "streak\t4\t2021-01-02\t2021-01-05",
        "day\t2021-01-02\t1",
    ):  # fmt: skip
        assert line in lines
    assert len([line for line in lines if line.startswith("rating\t")]) == 19


def test_a_pipe_gets_one_line_for_a_name_of_several() -> None:
    drama = run_on(genres=["Life\tand\nDeath"])
    assert "genre\tLife and Death\t1\t8.50" in [*map(separated, stats_lines(figures(drama)))]

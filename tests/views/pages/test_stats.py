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
from watchlog.journal.recall.statistics import Statistics, statistics
from watchlog.journal.recall.tally import watched
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


def test_it_begins_with_its_totals_and_what_makes_them_plain() -> None:
    above, beneath, *_ = (re.split(" {2,}", line.strip()) for line in printed().split("\n"))
    assert above == ["2 dramas", "7 episodes", "6 h watched", "1 again", "4 days in a row", "9.0 mean"]
    assert beneath == ["since 2016", "in 2021: 5", "14% of all", "2 – 5 Jan 2021", "from 2 rated"]
    assert printed(1999) == "Nothing watched in 1999.\n"


def test_of_one_there_is_one() -> None:
    lonely = on_paper(page(figures(run_on(rounds=[{"episodes": {"1": "2021-01-02"}}]))), 100)
    assert re.split(" {2,}", lonely.split("\n")[0].strip()) == ["1 drama", "1 episode", "1 h watched", "8.5 mean"]


@pytest.mark.parametrize(("width", "lines"), [(120, 2), (100, 2), (60, 5), (40, 8)])
def test_the_totals_stand_evenly(width: int, lines: int) -> None:
    assert printed(width=width).split("\n").index("") == lines or not printed(width=width).split("\n")[lines].strip()


def test_the_days_are_on_a_map_and_what_is_not_is_told() -> None:
    assert "The last twelve months  5 episodes on 5 days ──" in printed()
    assert "2021  4 episodes on 4 days ──" in printed(2021)
    assert "not in the hours: 2 episodes without a runtime" in printed()
    assert "not on the map: 1 episode without a day" in printed()


def test_every_figure_has_its_place() -> None:
    text = re.sub(" +", " ", printed(width=60))
    for line in (
        "watching 1 ━━━━", "plan to watch 1 ━━━━", "1st time 6 ━━━━━━━━━━━━━━━━━━━━━━━━ 2", "2016 1 ━━━━",
        f"story 9.0 {'━' * 37} 1", "Signal 9.5", "Run On 8.0 → 8.5 +0.5", "Life 2 9.0", "Im Si Wan 2 9.0",
        "JTBC 1 8.5", "South Korea 2 9.0", " 2 dramas · median 9.0 · half of them between 8.8 and 9.2",
    ):  # fmt: skip
        assert line in text


def test_ratings_stand_upright_from_the_lowest_whole_point_to_ten() -> None:
    lines = printed(width=60).split("\n")
    scale = next(line for line in lines if line.split() == ["7", "8", "9", "10"])
    columns = lines[lines.index(scale) - 1]
    assert (columns.index("█"), columns.rindex("█")) == (scale.index("8") + 4, scale.index("9") + 4)
    above = lines[lines.index(scale) - 7]
    assert [above[place] for place in (columns.index("█"), columns.rindex("█"))] == ["1", "1"]
    assert columns.count("·") == 5


def test_taste_is_drawn_on_one_axis_from_the_lowest_to_the_highest() -> None:
    lines = printed(width=100).split("\n")
    head = next(line for line in lines if line.split()[:1] == ["genre"])
    life, crime = (next(line for line in lines if line.split()[:1] == [genre]) for genre in ("Life", "Crime"))
    half = head.index("people")
    nine = head.index("9", 0, half)
    assert life[:half].rstrip().endswith("·   · ─━●━─ ·")
    assert (life.index("●"), crime.index("●")) == (nine, nine + 2)
    countries = next(line for line in lines if line.split()[:1] == ["country"])
    assert countries.index("9") == nine


def test_a_year_says_nothing_of_other_years_and_all_time_does() -> None:
    assert "episodes by year" not in printed(2021)
    assert "episodes by year" in printed()
    assert "best of 2021" in printed(2021)


def test_people_seen_once_are_shown_only_where_nobody_was_seen_twice() -> None:
    assert "Shin Se Kyung" not in printed()
    assert "Shin Se Kyung" in on_paper(page(figures(run_on())), 100)


def test_what_nobody_said_is_left_out() -> None:
    bare = on_paper(page(figures(read_drama({"title": "Life", "status": "dropped"}, "life"))), 100)
    assert [line for line in bare.split("\n") if "──" in line and not line.startswith("Progress")] == []
    assert re.split(" {2,}", bare.split("\n")[0].strip()) == ["1 drama", "0 episodes"]


def test_a_year_of_nothing_says_so() -> None:
    assert printed(1999) == "Nothing watched in 1999.\n"
    assert "watchlog watch" in on_paper(page(figures()), 100)


def test_two_columns_where_there_is_room() -> None:
    assert re.search("genre +n .* people +n", printed(width=80))
    assert not re.search("genre +n .* people", printed(width=60))


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

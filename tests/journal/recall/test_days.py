"""What rounds say about days: known as precisely as can be, in a row, on a map."""

from datetime import date

import pytest

from watchlog.journal.drama.records import Round
from watchlog.journal.recall.days import Streak, Through, full_days, longest_streak, map_of, through


@pytest.mark.parametrize(
    ("started", "finished", "known"),
    [
        ("2016-01-05", "2016-03-01", "2016"),
        ("2016-03", "2016-03-20", "2016-03"),
        ("2016-03-20", "2016-03-20", "2016-03-20"),
        ("2016", "2016-03", "2016"),
        ("2016-12", "2017-01", ""),
        ("2016-01", None, ""),
        (None, "2016-01", ""),
        (None, None, ""),
    ],
)
def test_an_episode_without_a_day_was_watched_when_its_round_was(
    started: str | None, finished: str | None, known: str
) -> None:
    round_ = Round(started=started, finished=finished, episodes={"1": "2016-02-02", "2": None})
    assert through(round_).days == ["2016-02-02", known]


def test_a_round_touches_the_years_in_which_something_of_it_was() -> None:
    round_ = Through("2016-12", "2018", ["2016-12-31", "2017-01-01", "2017", ""])
    assert [year for year in ("2015", "2016", "2017", "2018") if round_.touches(year)] == ["2016", "2017", "2018"]
    assert round_.within("2017") == ["2017-01-01", "2017"]


def test_only_days_are_on_a_map() -> None:
    days = full_days(["2021-01-01", "2021-01-01", "2021-01", "2021", "", "2020-12-31", "2022-01-01"])
    assert days == {"2021-01-01": 2, "2020-12-31": 1, "2022-01-01": 1}
    year = map_of(days, 2021, date(2026, 11, 22))
    assert (year.from_, year.to, year.episodes) == ("2021-01-01", "2021-12-31", {"2021-01-01": 2})
    months = map_of(days, None, date(2021, 12, 30))
    assert (months.from_, months.to) == ("2020-12-31", "2021-12-30")
    assert months.episodes == {"2020-12-31": 1, "2021-01-01": 2}


def test_the_longest_streak_goes_over_the_end_of_a_year() -> None:
    days = ["2021-03-01", "2020-12-31", "2021-01-01", "2020-12-30", "2021-03-02"]
    assert longest_streak(days) == Streak(3, "2020-12-30", "2021-01-01")


def test_of_two_streaks_the_latest_counts() -> None:
    assert longest_streak(["2021-03-01", "2021-03-02", "2021-05-01", "2021-05-02"]).to == "2021-05-02"


def test_no_day_is_no_streak() -> None:
    assert longest_streak([]) == Streak(0, None, None)
    assert longest_streak(["2021-03-01"]) == Streak(1, "2021-03-01", "2021-03-01")

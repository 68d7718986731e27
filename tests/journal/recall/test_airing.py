"""Which episode airs on which day, what comes within a week, and what I am behind on."""

from datetime import date, timedelta
from typing import Any

import pytest

from watchlog.journal.drama.dates import WEEKDAYS
from watchlog.journal.drama.records import Aired, Drama, Round
from watchlog.journal.recall.airing import Behind, airing, airs_on, schedule
from watchlog.journal.store.catalogue import Row, row

RUN_ON = [
    "2020-12-16",
    "2020-12-17",
    "2020-12-23",
    "2020-12-24",
    "2020-12-30",
    "2020-12-31",
    "2021-01-06",
    "2021-01-07",
    "2021-01-13",
    "2021-01-14",
    "2021-01-20",
    "2021-01-21",
    "2021-01-27",
    "2021-01-28",
    "2021-02-03",
    "2021-02-04",
]
WED_THU = ["wednesday", "thursday"]
FIRST = "2020-12-16"
THURSDAY = date(2021, 1, 28)


def drama(
    slug: str = "run-on",
    *,
    first: str | None = FIRST,
    last: str | None = None,
    days: Any = WED_THU,
    episodes: int | None = 16,
    seen: int = 0,
    status: Any = "watching",
    **facts: Any,
) -> Row:
    """A drama on the air, of which the first episodes were seen."""
    rounds = [Round(episodes={str(episode): None for episode in range(1, seen + 1)})] if seen else []
    return row(
        Drama(
            slug=slug,
            title=facts.pop("title", slug.replace("-", " ").title()),
            aired=Aired(from_=first, to=last, days=days),
            episodes=episodes,
            rounds=rounds,
            status=status,
            **facts,
        )
    )


def days(*facts: Any, until: str = "2030-01-01", **named: Any) -> list[str]:
    """The schedule, as dates."""
    found = schedule(drama(*facts, **named), date.fromisoformat(until).toordinal())
    return [date.fromordinal(day).isoformat() for day in found]


@pytest.mark.parametrize("last", [None, "2021-02-04", "2021", "2021-02"])
def test_two_episodes_a_week_from_the_first_day_on(last: str | None) -> None:
    assert days(last=last) == RUN_ON
    assert days(last=last, until="2020-12-24") == RUN_ON[:4]


def test_a_week_left_out_is_before_what_remains() -> None:
    """Nothing aired on the last two days of the year: the last day says so, and what I have seen says when."""
    later = [(date.fromisoformat(day) + timedelta(weeks=1)).isoformat() for day in RUN_ON]
    assert days(last="2021-02-11", seen=4) == RUN_ON[:4] + later[4:]
    assert days(last="2021-02-11") == RUN_ON[:1] + later[1:]
    assert days(last="2021-02-11", seen=16) == RUN_ON
    assert days(first="2020-12-23") == later


@pytest.mark.parametrize(
    ("episodes", "last", "aired"),
    [
        (8, "2020-12-24", [2, 2, 2, 2]),
        (9, "2020-12-24", [2, 2, 2, 3]),
        (6, "2020-12-24", [2, 2, 2]),
        (5, "2020-12-24", [1, 1, 1, 2]),
    ],
)
def test_more_episodes_than_days_are_several_a_day(episodes: int, last: str, aired: list[int]) -> None:
    found = days(episodes=episodes, last=last, seen=1)
    assert len(found) == episodes
    assert found[-1] == last
    assert [found.count(day) for day in dict.fromkeys(found)] == aired


def test_what_comes_out_at_once_comes_out_on_one_day() -> None:
    assert days(last=FIRST, days=["friday"], episodes=10) == [FIRST] * 10
    assert days(last=FIRST, episodes=None) == [FIRST]


def test_without_an_airing_day_there_is_one_a_week() -> None:
    assert days(days=[], episodes=3) == ["2020-12-16", "2020-12-23", "2020-12-30"]


def test_without_a_count_it_goes_on_until_the_last_day() -> None:
    assert days(episodes=None, until="2021-01-07") == RUN_ON[:8]
    assert days(episodes=None, last="2020-12-24") == RUN_ON[:4]
    assert days(episodes=None, last="2020-12") == RUN_ON[:6]
    assert days(episodes=None, last="2020") == RUN_ON[:6]


def test_a_film_has_one_episode() -> None:
    assert days(episodes=None, days=[], type="movie") == [FIRST]


@pytest.mark.parametrize("first", [None, "2020", "2020-12"])
def test_a_day_that_is_not_known_is_on_no_calendar(first: str | None) -> None:
    assert days(first=first) == []


def test_the_first_and_the_last_day_are_what_they_say() -> None:
    """A première on a Monday, a finale on a Friday."""
    assert days(first="2020-12-14", episodes=4) == ["2020-12-14", *RUN_ON[:3]]
    assert days(last="2020-12-18", episodes=3) == ["2020-12-16", "2020-12-17", "2020-12-18"]


def test_the_end_of_time_is_far_enough() -> None:
    assert days(last="9999-12-31", episodes=2) == ["2020-12-16"]
    assert days(first="9998-12-31", last="9999") == []


def week(*rows: Row, today: date = THURSDAY) -> list[tuple[str, str, int, bool]]:
    found = airing(rows, today).week
    return [(showing.date, showing.drama, showing.episode, showing.seen) for showing in found]


def test_the_week_is_today_and_six_days_more() -> None:
    daily = drama(days=WEEKDAYS, first="2021-01-20", episodes=30)
    assert [day for day, *_ in week(daily)] == [(THURSDAY + timedelta(days=ahead)).isoformat() for ahead in range(7)]
    assert week(daily)[0] == ("2021-01-28", "run-on", 9, False)


def test_what_i_have_seen_is_marked() -> None:
    assert week(drama(seen=14)) == [("2021-01-28", "run-on", 14, True), ("2021-02-03", "run-on", 15, False)]


def test_a_day_has_its_dramas_by_title_and_their_episodes_in_order() -> None:
    queen = drama("mr-queen", title="The Queen", first="2021-01-28", last="2021-01-28", episodes=2)
    found = [(slug, episode) for _, slug, episode, _ in week(drama("alone", title="A Zoo"), queen, drama())][:4]
    assert found == [("mr-queen", 1), ("mr-queen", 2), ("run-on", 14), ("alone", 14)]


@pytest.mark.parametrize(
    ("status", "shown"),
    [
        ("watching", True),
        ("plan-to-watch", True),
        ("completed", True),
        ("on-hold", False),
        ("dropped", False),
        ("not-interested", False),
    ],
)
def test_only_what_i_follow_is_on_the_calendar(status: str, shown: bool) -> None:
    assert bool(week(drama(status=status, last="2021-02-04"))) == shown
    assert week(drama(status=status, last="2021-01-27")) == []


def behind(*rows: Row, today: date = THURSDAY) -> list[Behind]:
    return airing(rows, today).behind


def test_behind_are_the_episodes_aired_after_the_last_one_seen() -> None:
    friday = THURSDAY + timedelta(days=1)
    assert behind(drama(seen=12), today=friday) == [Behind("run-on", "Run On", 2, 13, None)]
    assert behind(drama(), today=friday) == [Behind("run-on", "Run On", 14, 1, None)]
    assert behind(drama(seen=14), today=friday) == []


def test_the_episode_of_today_is_none_to_be_behind_on() -> None:
    assert behind(drama(seen=13)) == []
    assert behind(drama(seen=12)) == [Behind("run-on", "Run On", 1, 13, None)]


@pytest.mark.parametrize("status", ["plan-to-watch", "completed", "on-hold", "dropped", "not-interested"])
def test_nobody_is_behind_on_what_they_do_not_watch(status: str) -> None:
    assert behind(drama(seen=2, status=status)) == []


def test_an_episode_skipped_is_no_arrear_and_neither_is_one_seen_before() -> None:
    one = Drama(slug="run-on", title="Run On", status="watching", aired=Aired(from_=FIRST, days=["wednesday"]))
    one.rounds = [Round(episodes={"1": None, "7": None})]
    assert behind(row(one)) == []
    one.rounds = [Round(episodes=dict.fromkeys("1234567")), Round(episodes={"1": None})]
    assert behind(row(one)) == []
    one.rounds.pop(0)
    assert [late.behind for late in behind(row(one))] == [6]


def test_what_ended_last_comes_after_what_is_on_the_air() -> None:
    ended = drama("signal", first="2016-01-22", last="2016-03-12", days=["friday", "saturday"], seen=10)
    later = drama("mother", first="2018-01-24", episodes=2, seen=1)
    endless = drama("running-man", first="2020-11-01", days=["sunday"], episodes=None, last="2020-11", seen=1)
    found = behind(ended, later, endless, drama("zoo"), drama())
    assert [(one.drama, one.ended) for one in found] == [
        ("run-on", None),
        ("zoo", None),
        ("running-man", "2020-11-29"),
        ("mother", "2018-01-25"),
        ("signal", "2016-03-12"),
    ]


def test_an_empty_journal_has_an_empty_week() -> None:
    assert airing([], THURSDAY).today == "2021-01-28"
    assert (week(), behind()) == ([], [])


@pytest.mark.parametrize(
    ("first", "last", "day", "airs"),
    [
        (None, None, "2021-01-01", False),
        ("2021-01-01", None, "2021-01-01", True),
        ("2021-01-02", None, "2021-01-01", False),
        ("2020", "2021-01", "2021-01-31", True),
        ("2020", "2021-01", "2021-02-01", False),
    ],
)
def test_a_drama_airs_from_its_first_day_to_its_last(first: str | None, last: str | None, day: str, airs: bool) -> None:
    assert airs_on(row(Drama(slug="x", title="x", aired=Aired(from_=first, to=last))), day) is airs

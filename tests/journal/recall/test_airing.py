"""Which episode airs on which day, what comes within a week, and what I am behind on."""

from datetime import date, timedelta
from typing import Any

import pytest

from watchlog.journal.drama.dates import WEEKDAYS
from watchlog.journal.drama.records import Aired, Drama, Round
from watchlog.journal.recall.airing import Behind, airing, airs_on, later
from watchlog.journal.store.catalogue import Row, row

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


def test_a_number_that_is_only_counted_is_marked_and_does_not_hang_on_what_i_saw() -> None:
    unsaid = [drama(last="2021-02-11", seen=seen) for seen in (0, 4, 13)]
    for showings in (airing([one], THURSDAY).week for one in unsaid):
        assert [(one.date, one.episode, one.uncertain) for one in showings] == [
            ("2021-01-28", 14, True),
            ("2021-02-03", 15, True),
        ]
    assert not airing([drama(last="2021-02-04")], THURSDAY).week[0].uncertain
    assert [one.uncertain for one in airing([unsaid[0]], THURSDAY).behind] == [True]


def test_later_is_what_airs_next_but_not_within_a_week() -> None:
    assert later([drama()], THURSDAY) == []
    (showing,) = later([drama(first="2021-03-03")], THURSDAY)
    assert (showing.date, showing.episode) == ("2021-03-03", 1)
    assert later([drama(first="2016-01-22", last="2016-03-12"), drama(first=None)], THURSDAY) == []


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

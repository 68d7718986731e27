"""On which day which episode airs."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchlog.journal.drama.airing import Airs, airs, counted_end, schedule, upcoming
from watchlog.journal.drama.dates import WEEKDAYS
from watchlog.journal.drama.records import Aired, Drama

RUN_ON = [
    "2020-12-16", "2020-12-17", "2020-12-23", "2020-12-24", "2020-12-30", "2020-12-31", "2021-01-06", "2021-01-07",
    "2021-01-13", "2021-01-14", "2021-01-20", "2021-01-21", "2021-01-27", "2021-01-28", "2021-02-03", "2021-02-04",
]  # fmt: skip
FIRST = "2020-12-16"


def told(**said: Any) -> Airs:
    """Run On, but for what is said."""
    facts = {"first": FIRST, "last": None, "days": ["wednesday", "thursday"], "off": [], "extra": [], "episodes": 16}
    return Airs(**facts | said)


def planned(until: str = "2030-01-01", **said: Any) -> list[tuple[str, str]]:
    """Each day with its episode, a question mark after those that are uncertain."""
    return [
        (date.fromordinal(slot.day).isoformat(), f"{slot.episode}{'?' * slot.uncertain}")
        for slot in schedule(told(**said), date.fromisoformat(until).toordinal())
    ]


def days(**said: Any) -> list[str]:
    return [day for day, _ in planned(**said)]


@pytest.mark.parametrize("last", [None, "2021-02-04", "2021", "2021-02"])
def test_two_episodes_a_week_from_the_first_day_on(last: str | None) -> None:
    assert planned(last=last) == list(zip(RUN_ON, map(str, range(1, 17)), strict=True))
    assert days(last=last, until="2020-12-24") == RUN_ON[:4]


def test_a_day_off_moves_the_rest() -> None:
    off = ["2020-12-30", "2020-12-31"]
    later = [(date.fromisoformat(day) + timedelta(weeks=1)).isoformat() for day in RUN_ON[4:]]
    assert days(off=off) == RUN_ON[:4] + later
    assert planned(off=off, last="2021-02-11")[-1] == ("2021-02-11", "16")


def test_an_extra_episode_comes_on_a_day_of_its_own_or_beside_another() -> None:
    assert planned(extra=["2020-12-18", "2020-12-23", "2020-12-23"], episodes=8) == [
        ("2020-12-16", "1"), ("2020-12-17", "2"), ("2020-12-18", "3"), ("2020-12-23", "4"), ("2020-12-23", "5"),
        ("2020-12-23", "6"), ("2020-12-24", "7"), ("2020-12-30", "8"),
    ]  # fmt: skip


def test_a_week_left_out_that_nobody_named_leaves_every_day_on_the_calendar() -> None:
    found = planned(last="2021-02-11")
    assert [day for day, _ in found] == [*RUN_ON, "2021-02-10", "2021-02-11"]
    assert found[0] == (FIRST, "1")
    assert [number for _, number in found[1:]] == [f"{number}?" for number in [*range(2, 17), 16, 16]]


@pytest.mark.parametrize(
    ("episodes", "last", "numbers"),
    [
        (8, "2020-12-24", "1 2 3 4 5 6 7 8"),
        (12, "2020-12-24", "1 2 3 4 5 6 7 8 9 10 11 12"),
        (9, "2020-12-24", "1 2? 3? 4? 5? 6? 7? 8? 9?"),
        (5, "2020-12-24", "1 2? 3? 4? 5?"),
        (10, FIRST, "1 2 3 4 5 6 7 8 9 10"),
    ],
)
def test_more_episodes_than_days_are_several_a_day(episodes: int, last: str, numbers: str) -> None:
    found = planned(episodes=episodes, last=last)
    assert " ".join(number for _, number in found) == numbers
    assert found[-1][0] == last
    a_day = [days(episodes=episodes, last=last).count(day) for day in dict(found)]
    assert a_day == sorted(a_day)
    assert max(a_day) - min(a_day) <= 1


def test_without_an_airing_day_there_is_one_a_week() -> None:
    assert days(days=[], episodes=3) == ["2020-12-16", "2020-12-23", "2020-12-30"]


def test_without_a_count_it_goes_on_until_the_last_day() -> None:
    assert days(episodes=None, until="2021-01-07") == RUN_ON[:8]
    assert days(episodes=None, last="2020-12-24") == RUN_ON[:4]
    assert days(episodes=None, last="2020-12") == RUN_ON[:6]


def test_a_month_that_does_not_fit_is_uncertain_too() -> None:
    assert planned(last="2021-01")[-1] == ("2021-01-28", "14?")
    assert planned(last="2021-03")[-1] == ("2021-03-31", "16?")


def test_a_film_has_one_episode() -> None:
    film = Drama(slug="parasite", title="Parasite", type="movie", aired=Aired(from_=FIRST))
    assert [slot.episode for slot in schedule(airs(film), date(2021, 12, 1).toordinal())] == [1]


@pytest.mark.parametrize("first", [None, "2020", "2020-12"])
def test_a_day_that_is_not_known_is_on_no_calendar(first: str | None) -> None:
    assert days(first=first) == []
    assert counted_end(told(first=first, last="2021-02-04")) is None


def test_the_first_and_the_last_day_are_what_they_say() -> None:
    """A premiere on a Monday, a finale on a Friday."""
    assert days(first="2020-12-14", episodes=4) == ["2020-12-14", *RUN_ON[:3]]
    assert planned(last="2020-12-18", episodes=3) == [
        ("2020-12-16", "1"), ("2020-12-17", "2"), ("2020-12-18", "3")
    ]  # fmt: skip


def test_the_end_of_time_is_far_enough() -> None:
    assert days(first="9998-12-31", last="9999") == []
    assert days(last="9999-12-31", until="2020-12-17") == RUN_ON[:2]


def test_the_next_day_on_which_something_airs() -> None:
    assert [slot.episode for slot in upcoming(told(), date(2021, 1, 28))] == [14]
    assert [slot.episode for slot in upcoming(told(extra=["2021-01-28"]), date(2021, 1, 28))] == [14, 15]
    assert upcoming(told(), date(2021, 2, 5)) == []


@given(
    weekdays=st.sets(st.sampled_from(WEEKDAYS), max_size=3),
    off=st.lists(st.integers(0, 60), max_size=4),
    extra=st.lists(st.integers(0, 60), max_size=4),
    last=st.none() | st.integers(0, 90),
    episodes=st.none() | st.integers(1, 20),
)
def test_numbers_are_counted_forward_and_none_is_above_the_count(
    weekdays: set[str], off: list[int], extra: list[int], last: int | None, episodes: int | None
) -> None:
    def day(ahead: int) -> str:
        return (date.fromisoformat(FIRST) + timedelta(ahead)).isoformat()

    said = told(
        days=sorted(weekdays), off=list(map(day, off)), extra=list(map(day, extra)),
        last=None if last is None else day(last), episodes=episodes,
    )  # fmt: skip
    slots = schedule(said, date(2021, 6, 1).toordinal())
    numbers = [slot.episode for slot in slots]
    assert [slot.day for slot in slots] == sorted(slot.day for slot in slots)
    assert numbers == [min(number, episodes or number) for number in range(1, len(numbers) + 1)]
    assert not {date.fromordinal(slot.day).isoformat() for slot in slots} & set(said.off)
    is_uncertain = counted_end(said) is not None
    assert [slot.uncertain for slot in slots] == [is_uncertain and place > 0 for place in range(len(slots))]
    assert last is None or not slots or slots[-1].day <= date.fromisoformat(day(last)).toordinal()

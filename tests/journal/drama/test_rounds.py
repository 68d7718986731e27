"""Episodes seen, rounds, and the status that follows."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checking import checked
from tests.journal.scenarios import a_drama
from tests.making import dates
from watchlog.errors import Refused, WrongUsage
from watchlog.journal.drama.dates import put_by_day
from watchlog.journal.drama.episodes import Episodes, numbers, parse_episode, parse_episodes, spoken
from watchlog.journal.drama.records import Drama, Round
from watchlog.journal.drama.rounds import (
    check_episode,
    date_status,
    most_seen,
    next_episode,
    set_status,
    unwatch,
    watch,
)


@pytest.fixture
def drama() -> Drama:
    return a_drama("run-on")


def seen(drama: Drama) -> list[int]:
    return [int(episode) for episode in drama.seen]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("3", [(3, 3)]),
        (" 3-5 ", [(3, 5)]),
        ("3 – 5", [(3, 5)]),
        ("3 to 5", [(3, 5)]),
        ("all", [(1, None)]),
        ("ALL", [(1, None)]),
        ("1-1", [(1, 1)]),
        ("1-3,5", [(1, 3), (5, 5)]),
        ("1, 3 & 8-9", [(1, 1), (3, 3), (8, 9)]),
        ("1 3", [(1, 1), (3, 3)]),
        ("13-", [(13, None)]),
        ("2,13 -", [(2, 2), (13, None)]),
        ("ep 3", [(3, 3)]),
        ("ep3", [(3, 3)]),
        ("E3", [(3, 3)]),
        ("Ep. 3", [(3, 3)]),
        ("e3-e5", [(3, 5)]),
        ("episode 3", [(3, 3)]),
        ("episodes 1, 3 and 5 to 7", [(1, 1), (3, 3), (5, 7)]),
        ("1-10000", [(1, 10000)]),
    ],
)
def test_episodes_are_understood_as_they_are_typed_and_printed(text: str, meant: Episodes) -> None:
    assert parse_episodes(text) == meant


@pytest.mark.parametrize(
    "text",
    ["", ",", "5-3", "0-3", "0", "-3", "three", "1.5", "٣", "1-2-3", "12345678", "ep", "s1e3", "all 3", "1-99999"],
)
def test_anything_else_is_no_episode(text: str) -> None:
    with pytest.raises(WrongUsage, match="episode"):
        parse_episodes(text)


@pytest.mark.parametrize("text", ["9", "ep 9", "EP9", "e9", "Episode 9", "ep. 9", "09"])
def test_one_episode(text: str) -> None:
    assert parse_episode(text) == 9


@pytest.mark.parametrize("text", ["", "0", "3-5", "nine", "123456", "٣", "ep"])
def test_what_is_not_one_episode(text: str) -> None:
    with pytest.raises(WrongUsage, match="Not an episode"):
        parse_episode(text)


@given(st.sets(st.integers(1, 300), min_size=1))
def test_episodes_that_are_said_are_understood(episodes: set[int]) -> None:
    assert numbers(parse_episodes(spoken(sorted(episodes))), None) == sorted(episodes)


def test_an_episode_the_drama_does_not_have_is_refused(drama: Drama) -> None:
    check_episode(drama, 16)
    with pytest.raises(Refused, match="has 16 episodes, not 17"):
        check_episode(drama, 17)
    with pytest.raises(Refused, match="--episodes 17"):
        watch(drama, [(3, 17)], None)
    assert drama.rounds == []
    drama.episodes = 1
    with pytest.raises(Refused, match="has 1 episode, not 2"):
        check_episode(drama, 2)
    drama.episodes = None
    check_episode(drama, 17)


def test_watching_goes_on_from_the_last_one(drama: Drama) -> None:
    assert next_episode(drama) == 1
    assert watch(drama, [(1, 1)], "2020-12-16") == [1]
    assert (drama.status, drama.rounds) == ("watching", [Round(started="2020-12-16", episodes={"1": "2020-12-16"})])
    assert next_episode(drama) == 2
    watch(drama, [(4, 4)], None)
    assert next_episode(drama) == 5
    watch(drama, [(16, 16)], None)
    assert next_episode(drama) == 2
    assert seen(drama) == [1, 4, 16]


@pytest.mark.parametrize("missing", [1, 2, 8, 15, 16])
def test_the_next_episode_of_all_but_one_is_that_one(drama: Drama, missing: int) -> None:
    drama.rounds = [Round(episodes={str(number): None for number in range(1, 17) if number != missing})]
    assert next_episode(drama) == missing


def test_a_new_time_through_begins_with_the_first(drama: Drama) -> None:
    watch(drama, [(1, 3)], None)
    assert next_episode(drama, again=True) == 1


def test_the_last_episode_completes_the_drama(drama: Drama) -> None:
    statuses = []
    for run, day in (((1, 15), "2021-01-28"), ((16, 16), "2021-02-04")):
        watch(drama, [run], day)
        statuses.append(drama.status)
    assert statuses == ["watching", "completed"]
    assert (drama.rounds[0].started, drama.rounds[0].finished) == ("2021-01-28", "2021-02-04")
    with pytest.raises(Refused, match=r"all 16 of Run On\.\nTo watch it anew"):
        next_episode(drama)
    with pytest.raises(Refused, match="you have seen episode 16 already"):
        watch(drama, [(16, 16)], None)


def test_all_needs_a_count(drama: Drama) -> None:
    assert watch(drama, [(1, None)], None) == list(range(1, 17))
    assert drama.status == "completed"
    assert drama.rounds[0].finished is None
    with pytest.raises(Refused, match="how many episodes Vincenzo has"):
        watch(Drama(slug="vincenzo", title="Vincenzo"), [(1, None)], None)


def test_a_drama_with_no_count_is_never_complete() -> None:
    drama = Drama(slug="x", title="X")
    watch(drama, [(1, 40)], None)
    assert drama.status == "watching"
    assert next_episode(drama) == 41


def test_episodes_seen_out_of_order_stand_in_order_and_begin_with_the_earliest_day(drama: Drama) -> None:
    watch(drama, [(10, 10)], "2021-01-20")
    watch(drama, [(9, 9)], "2021-01-10")
    watch(drama, [(2, 2)], "2021-01-25")
    watch(drama, [(1, 1)], "2021")
    assert list(drama.seen) == ["1", "2", "9", "10"]
    assert drama.rounds[0].started == "2021-01-10"


def test_what_is_seen_keeps_its_day_unless_it_is_given_another(drama: Drama) -> None:
    watch(drama, [(1, 2)], "2021-01-01")
    assert watch(drama, [(1, 3)], "2021-01-05") == [3]
    assert drama.seen == {"1": "2021-01-01", "2": "2021-01-01", "3": "2021-01-05"}
    assert watch(drama, [(2, 3)], "2021-01-06", redate=True) == [2, 3]
    assert drama.seen == {"1": "2021-01-01", "2": "2021-01-06", "3": "2021-01-06"}


def test_a_rewatch_leaves_the_first_time_as_it_was(drama: Drama) -> None:
    watch(drama, [(1, None)], "2021-02-04")
    first = Round(
        started="2021-02-04", finished="2021-02-04", episodes={str(number): "2021-02-04" for number in range(1, 17)}
    )
    assert next_episode(drama, again=True) == 1
    assert watch(drama, [(1, 3)], "2022-01-01", again=True) == [1, 2, 3]
    assert drama.status == "watching"
    watch(drama, [(2, 5)], None)
    unwatch(drama, [(5, 5)])
    set_status(drama, "dropped")
    date_status(drama, "2022-01-09")
    assert len(drama.rounds) == 2
    assert drama.rounds[0] == first
    assert seen(drama) == [1, 2, 3, 4]
    assert drama.rounds[1].finished == "2022-01-09"


def test_a_rewatch_taken_back_leaves_the_drama_completed(drama: Drama) -> None:
    watch(drama, [(1, None)], None)
    watch(drama, [(1, 2)], None, again=True)
    assert unwatch(drama, [(1, 2)]) == [1, 2]
    assert len(drama.rounds) == 1
    assert drama.status == "completed"


def test_an_episode_taken_back_is_not_seen_and_the_drama_not_completed(drama: Drama) -> None:
    watch(drama, [(1, None)], "2021-02-04")
    assert unwatch(drama, [(15, 20)]) == [15, 16]
    assert (drama.status, drama.rounds[0].finished) == ("watching", None)
    assert next_episode(drama) == 15
    assert unwatch(drama, [(1, None)]) == list(range(1, 15))
    assert drama.rounds == []
    with pytest.raises(Refused, match="None of these"):
        unwatch(drama, [(1, None)])


def test_taking_back_all_of_a_completed_drama_puts_it_back_on_the_list(drama: Drama) -> None:
    watch(drama, [(1, None)], None)
    unwatch(drama, [(1, None)])
    assert (drama.status, drama.rounds) == ("plan-to-watch", [])


def test_a_dropped_drama_that_is_watched_on_is_not_finished(drama: Drama) -> None:
    watch(drama, [(1, 4)], "2021-01-01")
    set_status(drama, "dropped")
    date_status(drama, "2021-01-09")
    assert (drama.status, drama.rounds[0].finished) == ("dropped", "2021-01-09")
    watch(drama, [(5, 5)], "2021-03-01")
    assert (drama.status, drama.rounds[0].finished) == ("watching", None)


def test_completed_means_seen_to_the_end_on_days_nobody_knows(drama: Drama) -> None:
    watch(drama, [(2, 2)], "2021-01-01")
    set_status(drama, "completed")
    date_status(drama, "2021-02")
    assert seen(drama) == list(range(1, 17))
    assert drama.seen["2"] == "2021-01-01"
    assert drama.seen["3"] is None
    assert drama.rounds[0].finished == "2021-02"
    set_status(drama, "completed")
    assert drama.rounds[0].finished == "2021-02"


def test_a_status_dates_the_beginning_or_the_end_of_a_round(drama: Drama) -> None:
    set_status(drama, "watching")
    assert (drama.status, drama.rounds) == ("watching", [])
    set_status(drama, "watching")
    date_status(drama, "2021-01-03")
    assert drama.rounds == [Round(started="2021-01-03")]
    watch(drama, [(1, 1)], "2021-01-05")
    set_status(drama, "watching")
    date_status(drama, "2021-01-04")
    assert drama.rounds[0].started == "2021-01-04"
    set_status(drama, "completed")
    date_status(drama, "2021-02-04")
    set_status(drama, "watching")
    date_status(drama, "2022-01-01")
    assert (drama.rounds[0].started, drama.rounds[0].finished) == ("2021-01-04", "2021-02-04")


def test_a_day_that_is_not_known_after_all_is_taken_back(drama: Drama) -> None:
    watch(drama, [(1, 4)], "2021-01-05")
    set_status(drama, "watching")
    assert date_status(drama, None) == ""
    assert drama.rounds[0].started is None
    set_status(drama, "dropped")
    assert date_status(drama, "2021-01-09") == date_status(drama, None) == ""
    assert drama.rounds[0].finished is None


def test_when_a_round_that_is_over_began_is_said_with_a_day_before_its_end(drama: Drama) -> None:
    watch(drama, [(1, None)], "2021-02-04")
    set_status(drama, "watching")
    assert date_status(drama, "2020-12-16") == ""
    assert (drama.rounds[0].started, drama.rounds[0].finished) == ("2020-12-16", "2021-02-04")
    for later in ("2021", "2021-02", "2022-01-01"):
        assert "ended on 2021-02-04" in date_status(drama, later)
    assert date_status(drama, None) == ""
    assert drama.rounds[0].started == "2020-12-16"


@pytest.mark.parametrize("status", ["plan-to-watch", "on-hold", "not-interested", "dropped"])
def test_a_status_alone_makes_no_round(drama: Drama, status: str) -> None:
    set_status(drama, status)  # type: ignore[arg-type]
    assert date_status(drama, "2021-01-01").startswith("No day is kept of that")
    assert date_status(drama, None) == ""
    assert (drama.status, drama.rounds) == (status, [])


def test_completed_without_a_count_is_a_round_without_episodes() -> None:
    drama = Drama(slug="x", title="X")
    set_status(drama, "completed")
    date_status(drama, "2021")
    assert drama.rounds == [Round(finished="2021")]


@pytest.mark.parametrize(
    ("episodes", "words"),
    [
        ([3], "episode 3"),
        ([3, 4, 5], "episodes 3 to 5"),
        ([3, 5, 6], "episodes 3 and 5 to 6"),
        ([1, 3, 5, 6, 7], "episodes 1, 3 and 5 to 7"),
        ([1, 2], "episodes 1 to 2"),
    ],
)
def test_episodes_in_words(episodes: list[int], words: str) -> None:
    assert spoken(episodes) == words


_steps = st.lists(
    st.tuples(st.sampled_from(["watch", "again", "unwatch", "redate"]), st.integers(1, 16), st.integers(0, 15), dates),
    max_size=12,
)


@given(_steps)
def test_whatever_one_watches_the_drama_is_one_and_complete_when_all_is_seen(
    steps: list[tuple[str, int, int, str]],
) -> None:
    drama = a_drama("run-on")
    for what, first, more, day in steps:
        episodes = [(first, min(first + more, 16))]
        before = Counter(str(one.episodes) for one in drama.rounds)
        try:
            if what == "unwatch":
                unwatch(drama, episodes)
            else:
                watch(drama, episodes, day, again=what == "again", redate=what == "redate")
        except Refused:
            continue
        gone = before - Counter(str(one.episodes) for one in drama.rounds)
        assert gone.total() <= (0 if what == "again" else 1)
        assert (drama.status == "completed") == (len(drama.seen) == 16)
        assert seen(drama) == sorted(seen(drama))
        assert all(one.episodes for one in drama.rounds)
        checked(drama)


def test_a_time_through_takes_its_place_by_its_day(drama: Drama) -> None:
    watch(drama, [(1, None)], "2020-12-16")
    watch(drama, [(1, 2)], "2015-01-05", again=True)
    watch(drama, [(1, 1)], "2022-03-01", again=True)
    watch(drama, [(3, 3)], "2015-01-06")
    assert [one.started for one in drama.rounds] == ["2015-01-05", "2020-12-16", "2022-03-01"]
    assert drama.rounds[0].episodes == {"1": "2015-01-05", "2": "2015-01-05", "3": "2015-01-06"}
    assert (drama.status, seen(drama)) == ("watching", [1])
    watch(drama, [(2, 2)], "2022-02-28")
    assert (seen(drama), drama.rounds[-1].started) == ([1, 2], "2022-02-28")


def test_a_time_through_written_down_late_leaves_the_status(drama: Drama) -> None:
    watch(drama, [(1, None)], "2020-12-16")
    watch(drama, [(1, 2)], "2015", again=True)
    assert (drama.status, len(drama.seen)) == ("completed", 16)


@pytest.mark.parametrize(("day", "place"), [("2019", 0), ("2020", 1), ("2021-02", 1), (None, 2), ("2022", 2)])
def test_what_is_not_certainly_earlier_stands_as_it_was_written_down(day: str | None, place: int) -> None:
    shelf: list[str | None] = ["2020-05-01", "2021-03"]
    assert put_by_day(shelf, day, lambda one: one) == place


def test_a_favourite_episode_seen_again_is_no_second_time_through(drama: Drama) -> None:
    watch(drama, [(1, None)], "2020-12-16")
    watch(drama, [(3, 3)], "2021-01-01", again=True)
    set_status(drama, "completed")
    assert seen(drama) == [3]
    assert drama.rounds[-1].finished is None


def test_most_seen_of_any_round(drama: Drama) -> None:
    assert most_seen(drama) is None
    watch(drama, [(1, 3)], None)
    watch(drama, [(1, 1)], None, again=True)
    assert most_seen(drama) == 3

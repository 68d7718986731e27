"""watchlog watch."""

import pytest

from tests.program import Program

pytestmark = pytest.mark.usefixtures("wednesday")


def test_the_next_one_by_default(begun: Program) -> None:
    assert begun("watch", "run-on").stderr == "Watched episode 1 of Run On: 1 of 16 seen.\n"
    assert begun("watch", "run-on", "--json").json == begun.drama("run-on")
    drama = begun.drama("run-on")
    assert drama["status"] == "watching"
    assert drama["progress"] == {"seen": 2, "of": 16}
    assert drama["rounds"] == [
        {"started": "2021-01-27", "finished": None, "episodes": {"1": "2021-01-27", "2": "2021-01-27"}}
    ]


@pytest.mark.parametrize(
    ("named", "said", "seen"),
    [
        ("3", "episode 3", [3]),
        ("3-5", "episodes 3 to 5", [3, 4, 5]),
        (" 3 – 5 ", "episodes 3 to 5", [3, 4, 5]),
        ("all", "episodes 1 to 16", list(range(1, 17))),
        ("ALL", "episodes 1 to 16", list(range(1, 17))),
    ],
)
def test_episodes_are_named_by_number_range_or_all(begun: Program, named: str, said: str, seen: list[int]) -> None:
    assert f"Watched {said} of Run On: {len(seen)} of 16 seen." in begun("watch", "run-on", named).stderr
    assert list(map(int, begun.drama("run-on")["rounds"][0]["episodes"])) == seen


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("today", "2021-01-27"),
        ("Yesterday", "2021-01-26"),
        ("last friday", "2021-01-22"),
        ("last wednesday", "2021-01-20"),
        ("3 days ago", "2021-01-24"),
        ("2 weeks ago", "2021-01-13"),
        ("2020-12-16", "2020-12-16"),
        ("2020-12", "2020-12"),
        ("2020", "2020"),
        ("unknown", None),
    ],
)
def test_the_day_is_read_as_people_say_it(begun: Program, said: str, day: str | None) -> None:
    begun("watch", "run-on", "1", "--on", said)
    assert begun.drama("run-on")["rounds"][0]["episodes"] == {"1": day}


def test_the_last_one_completes_the_drama(begun: Program) -> None:
    begun("watch", "run-on", "1-15", "--on", "2021")
    assert begun("watch", "run-on").stderr == (
        "Watched episode 16 of Run On: 16 of 16 seen. That was the last one: completed.\n"
    )
    drama = begun.drama("run-on")
    assert (drama["status"], drama["rounds"][0]["finished"]) == ("completed", "2021-01-27")


def test_no_day_is_made_up_for_a_beginning_or_an_end_that_nobody_knows(begun: Program) -> None:
    begun("watch", "run-on", "1", "--on", "unknown")
    begun("watch", "run-on", "2-15", "--on", "2021-01-20")
    begun("watch", "run-on", "16", "--on", "unknown")
    drama = begun.drama("run-on")
    assert (drama["status"], drama["rounds"][0]["started"], drama["rounds"][0]["finished"]) == ("completed", None, None)


def test_a_day_given_to_one_episode_leaves_the_told_end_of_all(begun: Program) -> None:
    begun("status", "run-on", "completed", "--on", "2021-01-25")
    begun("watch", "run-on", "3", "--on", "2021-01-05")
    assert begun.drama("run-on")["rounds"][0]["finished"] == "2021-01-25"
    begun("watch", "run-on", "16", "--on", "2021-01-24")
    begun("watch", "run-on", "16", "--on", "unknown")
    assert begun.drama("run-on")["rounds"][0]["finished"] is None


def test_again_begins_a_new_time_through_and_leaves_the_first_alone(begun: Program) -> None:
    begun("watch", "run-on", "all", "--on", "2020-12-31")
    first = begun.drama("run-on")["rounds"][0]
    assert "--again" in begun.refuses("watch", "run-on", code=1)
    begun("watch", "run-on", "--again")
    drama = begun.drama("run-on")
    assert drama["rounds"] == [first, {"started": "2021-01-27", "finished": None, "episodes": {"1": "2021-01-27"}}]
    assert (drama["status"], drama["progress"]) == ("watching", {"seen": 1, "of": 16})


def test_a_day_given_later_mends_the_day_of_an_episode_seen(begun: Program) -> None:
    begun("watch", "run-on", "1-2")
    begun("watch", "run-on", "1", "--on", "2021-01-20")
    (round_,) = begun.drama("run-on")["rounds"]
    assert round_ == {"started": "2021-01-20", "finished": None, "episodes": {"1": "2021-01-20", "2": "2021-01-27"}}


def test_a_drama_of_unknown_length_is_watched_on_and_on(program: Program) -> None:
    program("add", "Running Man")
    program("watch", "running-man", "600")
    assert program("watch", "running-man").stderr == "Watched episode 601 of Running Man: 2 seen.\n"
    assert "watchlog set running-man --episodes" in program.refuses("watch", "running-man", "all", code=1)


@pytest.mark.parametrize(
    ("arguments", "code", "reason"),
    [
        (["17"], 1, "Run On has 16 episodes, not 17."),
        (["15-17"], 1, "watchlog set run-on --episodes 17"),
        (["0"], 2, "Not episodes: '0'. They are counted from 1."),
        (["--", "-1"], 2, "Not episodes: '-1'."),
        (["-1"], 2, "No such option: -1"),
        (["5-3"], 2, "Not episodes: '5-3'."),
        (["1.5"], 2, "Not episodes"),
        (["every"], 2, "Not episodes"),
        (["1", "--on", "2021-02-30"], 2, "Not a date: '2021-02-30'."),
        (["1", "--on", "tomorrow"], 2, "Not a date: 'tomorrow'."),
        (["1", "--on", ""], 2, "Not a date: ''."),
        (["2"], 1, "you have seen episode 2 already."),
        (["3", "4", "5"], 2, "Got unexpected extra argument(s) (4 5)\nSee: watchlog watch --help"),
    ],
)
def test_what_cannot_be_is_refused(begun: Program, arguments: list[str], code: int, reason: str) -> None:
    begun("watch", "run-on", "2")
    assert reason in begun.refuses("watch", "run-on", *arguments, code=code)


def test_a_slip_of_the_finger_does_not_mark_a_million_episodes(program: Program) -> None:
    program("add", "Running Man")
    files = program.files()
    program("watch", "running-man", "1-999999", code=2)
    assert program.files() == files


def test_an_empty_word_means_no_episode_at_all(program: Program) -> None:
    program("add", "Run On", "--episodes", "16")
    files = program.files()
    assert "Not episodes: ''" in program("watch", "run-on", "", code=2).stderr
    assert program.files() == files


def test_a_day_mended_later_does_not_complete_it_again(program: Program) -> None:
    program("add", "Run On", "--episodes", "2")
    assert "completed" in program("watch", "run-on", "all").stderr
    assert "completed" not in program("watch", "run-on", "1", "--on", "2021-01-05").stderr

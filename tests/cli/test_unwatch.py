"""watchlog unwatch."""

import pytest

from tests.program import Program


@pytest.fixture
def seen(begun: Program) -> Program:
    """Run On, seen to its end."""
    begun("watch", "run-on", "all", "--on", "2021-02-04")
    return begun


def test_an_episode_is_not_seen_any_more_nor_the_drama_completed(seen: Program) -> None:
    changed = seen("unwatch", "run-on", "13", "--json")
    assert changed.stderr == "Run On: episode 13 no longer marked as seen.\n"
    drama = seen.drama("run-on")
    assert changed.json == drama
    assert (drama["status"], drama["progress"]["seen"]) == ("watching", 15)
    assert "13" not in drama["rounds"][0]["episodes"]
    assert drama["rounds"][0]["finished"] is None


def test_all_of_it_leaves_the_first_time_through_alone(seen: Program) -> None:
    before = seen.drama("run-on")["rounds"]
    seen("watch", "run-on", "1-3", "--again")
    assert seen("unwatch", "run-on", "all").stderr == "Run On: episodes 1 to 3 no longer marked as seen.\n"
    drama = seen.drama("run-on")
    assert (drama["rounds"], drama["status"]) == (before, "completed")


def test_the_only_one_leaves_a_drama_one_plans_to_watch(begun: Program) -> None:
    begun("watch", "run-on", "all")
    begun("unwatch", "run-on", "all")
    drama = begun.drama("run-on")
    assert (drama["rounds"], drama["status"]) == ([], "plan-to-watch")


@pytest.mark.parametrize(
    ("arguments", "code", "reason"),
    [
        ([], 2, "Which episodes?"),
        (["17"], 1, "None of these episodes of Run On is marked as seen."),
        (["0"], 2, "Not episodes: '0'."),
        (["--", "-3"], 2, "Not episodes: '-3'."),
        ([""], 2, "Not episodes: ''."),
    ],
)
def test_what_cannot_be_is_refused(seen: Program, arguments: list[str], code: int, reason: str) -> None:
    assert reason in seen.refuses("unwatch", "run-on", *arguments, code=code)


def test_there_is_nothing_to_take_back_from_what_was_never_seen(begun: Program) -> None:
    assert "None of these" in begun.refuses("unwatch", "run-on", "all", code=1)

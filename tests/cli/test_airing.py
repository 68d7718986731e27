"""watchlog airing, and what home says of it."""

import json
import re

import pytest

from tests.program import Program

pytestmark = pytest.mark.usefixtures("wednesday")


@pytest.fixture
def on_air(program: Program) -> Program:
    """Run On on the air, eleven of its episodes seen; a plan; something that has ended; something to come at once."""
    program(
        "add", "Run On", "--episodes", "16", "--aired-from", "2020-12-16", "--aired-to", "2021-02-04",
        "--airing-day", "wed,thu",
    )  # fmt: skip
    program("watch", "run-on", "1-11", "--on", "2021-01-20")
    program("add", "Sisyphus", "--episodes", "16", "--aired-from", "2021-01-28", "--airing-day", "thu")
    program("add", "Signal", "--episodes", "2", "--aired-from", "2016-01-22", "--aired-to", "2016-01-23")
    program("watch", "signal", "1", "--on", "2021-01-02")
    program("add", "Whenever", "--aired-from", "2021")
    return program


def test_json_has_these_keys(on_air: Program) -> None:
    on_air("watch", "run-on", "13", "--on", "2021-01-27")
    found = on_air("airing", "--json").json
    assert list(found) == ["today", "week", "behind"]
    assert found["today"] == "2021-01-27"
    assert found["week"] == [
        {"date": "2021-01-27", "drama": "run-on", "title": "Run On", "episode": 13, "of": 16, "seen": True},
        {"date": "2021-01-28", "drama": "run-on", "title": "Run On", "episode": 14, "of": 16, "seen": False},
        {"date": "2021-01-28", "drama": "sisyphus", "title": "Sisyphus", "episode": 1, "of": 16, "seen": False},
    ]
    assert found["behind"] == [
        {"drama": "signal", "title": "Signal", "behind": 1, "next": 2, "ended": "2016-01-23"},
    ]


def test_behind_on_what_is_on_the_air(on_air: Program) -> None:
    assert on_air("airing", "--json").json["behind"][0] == {
        "drama": "run-on", "title": "Run On", "behind": 1, "next": 12, "ended": None,
    }  # fmt: skip


def test_a_pipe_gets_date_drama_episode_and_whether_it_was_seen(on_air: Program) -> None:
    on_air("watch", "run-on", "13", "--on", "2021-01-27")
    assert on_air("airing").stdout.splitlines() == [
        "2021-01-27\trun-on\t13\tseen", "2021-01-28\trun-on\t14\tunseen", "2021-01-28\tsisyphus\t1\tunseen",
    ]  # fmt: skip


def test_a_week_left_out_that_nobody_named_is_told_by_a_question_mark(on_air: Program) -> None:
    on_air("set", "run-on", "--aired-to", "2021-02-11")
    assert on_air("airing").stdout.splitlines()[0] == "2021-01-27\trun-on\t13?\tunseen"
    found = on_air("airing", "--json").json
    assert [(one["episode"], one["uncertain"]) for one in found["week"] if one["drama"] == "run-on"] == [
        (13, True), (14, True),
    ]  # fmt: skip
    assert found["behind"][0]["uncertain"] is True
    told = on_air("doctor", code=3)
    assert "episode 16 airs on 2021-02-04; its last day is 2021-02-11" in told.stdout
    assert "watchlog set run-on --off-air DATE" in told.stdout


def test_a_day_off_and_an_extra_episode_move_the_numbers(on_air: Program) -> None:
    on_air("set", "run-on", "--aired-to", "2021-02-11", "--off-air", "2020-12-30,2020-12-31")
    assert on_air("airing").stdout.splitlines()[0] == "2021-01-27\trun-on\t11\tseen"
    assert "sound" in on_air("doctor").stderr
    on_air("set", "run-on", "--extra-episode", "2021-01-27", "--no-aired-to")
    assert [line.split("\t")[2] for line in on_air("airing").stdout.splitlines()[:2]] == ["11", "12"]


def test_the_first_day_moves_all_of_them(on_air: Program) -> None:
    on_air("set", "run-on", "--no-aired-to", "--aired-from", "2020-12-23")
    assert on_air("airing").stdout.splitlines()[0] == "2021-01-27\trun-on\t11\tseen"


def test_a_person_gets_a_calendar(on_air: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    printed = on_air("airing").stdout
    assert "On air" in printed
    assert "Behind" in printed


def test_nothing_on_is_no_error(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    assert program("airing").stdout == ""
    assert program("airing", "--json").json == {"today": "2021-01-27", "week": [], "behind": []}
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "Nothing on the air" in program("airing").stdout
    assert not program.journal.exists()


def test_home_says_what_comes(on_air: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = on_air().stdout.splitlines()
    assert [line for line in lines if line.startswith("airing")] == [
        "airing\t2021-01-27\trun-on\t13\tunseen", "airing\t2021-01-28\trun-on\t14\tunseen",
        "airing\t2021-01-28\tsisyphus\t1\tunseen",
    ]  # fmt: skip
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    printed = " ".join(re.sub(r"\x1b\[\d*m", "", on_air().stdout).split())
    assert "11 of 16 ep 12 1 behind, ep 13 tonight" in printed
    assert "Thu 28 Run On ep 14 Sisyphus ep 1" in printed


def test_a_damaged_drama_is_named_and_the_others_are_shown(on_air: Program) -> None:
    (on_air.journal / "dramas" / "signal.json").write_text("{")
    ended = on_air("airing", "--json", code=3)
    assert len(json.loads(ended.stdout)["week"]) == 3
    assert "signal.json" in ended.stderr

"""watchlog person."""

import pytest

from tests.program import Program, built_once


@built_once
def kept(program: Program) -> None:
    """Three dramas; one actor is in two of them, in two spellings."""
    program("add", "Run On", "--native", "런 온", "--year", "2020", "--aired-from", "2020-12-16")
    program("cast", "run-on", "Im Si Wan", "--as", "Ki Seon Gyeom", "--role", "main", "--note", "Calm.\nHonest.")
    program("cast", "run-on", "Choi Soo Young")
    program("rate", "run-on", "9")
    program("add", "Strangers from Hell", "--year", "2019")
    program("cast", "strangers-from-hell", "Im Shi Wan", "--as", "Yoon Jong Woo")
    program("rate", "strangers-from-hell", "8")
    program("add", "Tell Me What You Saw", "--year", "2020")
    program("cast", "tell-me-what-you-saw", "Choi Su-yeong")


def test_json_has_these_fields(kept: Program) -> None:
    assert kept("person", "Im Si Wan", "--json").json == {
        "name": "Im Si Wan",
        "also_spelt": [{"name": "Im Shi Wan", "dramas": ["strangers-from-hell"]}],
        "mean": 8.5,
        "dramas": [
            {
                "drama": "run-on", "title": "Run On", "year": 2020, "rating": 9.0, "id": 1, "actor": "Im Si Wan",
                "character": "Ki Seon Gyeom", "role": "main", "note": "Calm.\nHonest.", "spoiler": "none",
            },
            {
                "drama": "strangers-from-hell", "title": "Strangers from Hell", "year": 2019, "rating": 8.0, "id": 1,
                "actor": "Im Shi Wan", "character": "Yoon Jong Woo", "role": None, "note": None, "spoiler": "none",
            },
        ],
    }  # fmt: skip


def test_on_a_pipe_a_role_is_a_line(kept: Program) -> None:
    assert kept("person", "Im Shi Wan").stdout == (
        "run-on\tRun On\t2020\t9.0\tIm Si Wan\tKi Seon Gyeom\tmain\tCalm. Honest.\n"
        "strangers-from-hell\tStrangers from Hell\t2019\t8.0\tIm Shi Wan\tYoon Jong Woo\t\t\n"
    )
    assert kept("person", "im", "--limit", "1").stdout.count("\n") == 1


def test_on_a_terminal_it_says_how_else_the_name_is_spelt(kept: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    assert "also spelt Im Shi Wan in Strangers from Hell" in kept("person", "Im Si Wan").stdout
    assert "also spelt Im Si Wan in Run On" in kept("person", "Im Shi Wan").stdout


@pytest.mark.parametrize("name", ["Choi Soo Young", "Choe Suyeong", "최수영", "soo young", "Sooyoung Choi"])
def test_every_spelling_finds_the_person(kept: Program, name: str) -> None:
    found = kept("person", name, "--json").json
    assert [drama["drama"] for drama in found["dramas"]] == ["run-on", "tell-me-what-you-saw"]


def test_one_spelling_only(kept: Program) -> None:
    assert kept("person", "im si wan", "--exactly").stdout.count("\n") == 1
    assert "Did you mean Im Si Wan" in kept("person", "im si-wan", "--exactly", code=1).stderr


def test_a_list_of_an_actor_finds_the_same(kept: Program) -> None:
    listed = kept("list", "--actor", "Im Si Wan", "--json").json
    assert [row["slug"] for row in listed] == ["run-on", "strangers-from-hell"]


def test_an_unknown_person_is_not_there(kept: Program) -> None:
    told = kept("person", "Im Zi Wan", code=1)
    assert told.stdout == ""
    assert told.stderr == "There is nobody named “Im Zi Wan” in the casts.\nDid you mean Im Si Wan or Im Shi Wan?\n"
    assert "watchlog list" in kept("person", "Qqqqqqqq", code=1).stderr
    assert "Who?" in kept("person", " ", code=2).stderr


def test_a_name_of_several_names_them(kept: Program) -> None:
    kept("cast", "run-on", "Im Se Mi")
    assert kept("person", "Im", code=1).stderr == "“Im” could be 2 people:\n  Im Se Mi\n  Im Shi Wan\n"


def test_in_an_empty_journal_there_is_nobody(program: Program) -> None:
    assert "nobody named “Im Si Wan”" in program("person", "Im Si Wan", code=1).stderr


@pytest.mark.parametrize("name", ["[/]", "(", "\\", ".*", "\x1b[31mred", "\u202eab", "a|b"])
def test_no_name_breaks_it(kept: Program, name: str) -> None:
    assert "\x1b" not in kept("person", name, code=1).stderr
    kept("cast", "run-on", f"{name} x")
    assert kept("person", f"{name} x").stdout.startswith("run-on\t")

"""Words that would steer a terminal, written into a file by hand or by another program: never do they leave us raw."""

import json
from typing import Any

import pytest

from tests.program import Program

HOSTILE = "\x1b[31mred\x1b]0;t\x07\x9b2J\x08\x00\u202eevil\u202c\u2066x\u2069 [bold red]markup[/] [/] :smile: \r\x85"
TYPED = HOSTILE.replace("\x00", "")  # which no argument can hold
CONTROLS = set("\x1b\x07\x9b\x08\x00\r\x85")
STEERING = CONTROLS | set("\u202e\u202c\u2066\u2069")


@pytest.fixture
def poisoned(program: Program) -> Program:
    """A drama whose every word is hostile, and a second one with nearly its name."""
    words = HOSTILE
    document: dict[str, Any] = {
        "title": words, "native_title": words, "also_known_as": [words], "country": words, "networks": [words],
        "genres": [words], "tags": [words], "links": [words], "year": 2020, "episodes": 3, "status": "watching",
        "synopsis": {"text": words, "source": words},
        "rounds": [{"started": "2021-01-01", "episodes": {"1": "2021-01-01"}}],
        "notes": [{"id": 1, "episode": 1, "text": words, "on": "2021-01-01"}],
        "quotes": [{"id": 2, "lines": [{"speaker": words, "text": words, "original": words}], "note": words}],
        "cast": [{"id": 3, "actor": words, "character": words, "note": words}],
        "songs": [{"id": 4, "title": words, "artist": words, "lyrics": words, "note": words}],
        "scenes": [{"id": 5, "text": words}],
        "reviews": [{"id": 6, "headline": words, "text": f"# {words}\n\n- *{words}*", "verdict": words}],
        words: words,
    }  # fmt: skip
    program("add", "Other", "--slug", "evil-2")
    (program.journal / "dramas" / "evil.json").write_text(json.dumps(document), encoding="utf-8")
    return program


READING = [
    ["show", "evil"], ["show", "evil", "--spoilers"], ["list"], [], ["history"], ["where"],
    ["list", "--columns", "title,native,genres,tags,country,networks,actors"],
]  # fmt: skip


@pytest.mark.parametrize("command", READING, ids=" ".join)
@pytest.mark.parametrize("on_terminal", [False, True], ids=["pipe", "terminal"])
def test_nothing_steers_from_what_is_shown(
    poisoned: Program, monkeypatch: pytest.MonkeyPatch, command: list[str], on_terminal: bool
) -> None:
    if on_terminal:
        monkeypatch.setenv("FORCE_COLOR", "1")
        monkeypatch.setenv("TERM", "dumb")  # where we send no escapes of our own
    shown = poisoned(*command)
    markdown = command[:1] == ["show"] and not on_terminal  # which import reads back: a mark of direction is kept
    assert not (CONTROLS if markdown else STEERING) & set(shown.stdout + shown.stderr)


@pytest.mark.parametrize(
    "command",
    [
        ["note", "evil", "1", "x"], ["watch", "evil"], ["rate", "evil", "9"], ["cast", "evil", HOSTILE],
        ["song", "evil", HOSTILE], ["set", "evil", "--year", "2021"], ["status", "evil", "dropped"],
        ["remove", "evil", "1", "2", "3", "4", "5", "6", "--yes"], ["remove", "evil", "--yes"],
        ["rename", "evil", "good"], ["add", HOSTILE],
    ],
    ids=lambda command: command[0],
)  # fmt: skip
def test_nothing_steers_from_what_is_said(poisoned: Program, command: list[str]) -> None:
    said = poisoned(*command).stderr + poisoned("undo").stderr + poisoned("history").stdout
    assert not STEERING & set(said)


@pytest.mark.slow
@pytest.mark.parametrize(
    "command",
    [
        ["show", TYPED + "x"], ["note", "evil", TYPED, "x"], ["note", "evil", "9", "x"], ["rate", "evil", TYPED],
        ["set", "evil", "--untag", "x"], ["status", "evil", TYPED], ["add", "x", "--slug", TYPED],
        ["add", "x", "--aired-from", TYPED], [TYPED], [f"--{TYPED}"], ["show", "evil", "facts", TYPED],
        ["show", "--journal", f"/tmp/{TYPED}", "x"], ["watch", "evil", "99"],
        ["unwatch", "evil", "3"], ["remove", "evil", "99"], ["where", TYPED],
    ],
    ids=lambda command: command[0] if command[0].isalpha() else "-",
)  # fmt: skip
def test_nothing_steers_from_a_refusal(poisoned: Program, command: list[str]) -> None:
    before = poisoned.everything()
    refused = poisoned.process(*command)
    assert refused.code in (1, 2)
    assert refused.stderr
    assert not STEERING & set(refused.stderr)
    assert poisoned.everything() == before


def test_nor_from_a_question(poisoned: Program) -> None:
    terminal = poisoned.terminal("status", "evi")
    terminal.answers("Which drama: ", "2")
    terminal.sees("Status: ")
    terminal.presses("c")
    screen = terminal.ends(130)
    assert "evil" in screen
    assert not (STEERING - {"\r"}) & set(screen)


def test_nor_from_one_that_names_a_drama(poisoned: Program) -> None:
    terminal = poisoned.terminal("remove", "evil")
    terminal.sees("? ")
    terminal.presses("c")
    screen = terminal.ends(130)
    assert not (STEERING - {"\r"}) & set(screen)


def test_json_holds_it_all_and_escapes_what_would_steer(poisoned: Program) -> None:
    printed = poisoned("show", "evil", "--json").stdout
    assert json.loads(printed)["notes"][0]["text"] == HOSTILE
    assert not STEERING & set(printed)

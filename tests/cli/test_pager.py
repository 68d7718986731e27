"""A page longer than the terminal goes through a pager, which is a program of its own, on a real terminal."""

import shutil
import sys
import time
from pathlib import Path

import pytest

from tests.program import Program

pytestmark = pytest.mark.slow


@pytest.fixture
def long(begun: Program) -> Program:
    for episode in range(1, 17):
        begun("note", "run-on", str(episode), f"Words of {episode}.")
    return begun


@pytest.fixture
def pager(tmp_path: Path) -> str:
    """A pager with an argument, which says that it was there, and how it was called."""
    path = tmp_path / "a pager"
    path.write_text(
        f"#!{sys.executable}\nimport os, sys\n"
        "print('PAGED', sys.argv[1:], os.environ.get('LESS'), len(sys.stdin.read().splitlines()) > 24)\n"
    )
    path.chmod(0o755)
    return f"'{path}' --one 'two words'"


@pytest.mark.parametrize("name", ["PAGER", "WATCHLOG_PAGER"])
def test_a_long_page_goes_through_the_pager_of_the_person(long: Program, pager: str, name: str) -> None:
    named = {"PAGER": "no-such-pager", name: pager}
    screen = long.terminal("show", "run-on", columns=100, **named).ends()
    assert screen == "PAGED ['--one', 'two words'] FRX True\n"


def test_less_of_ones_own_is_left_as_it_is(long: Program, pager: str) -> None:
    assert "] iM True" in long.terminal("show", "run-on", PAGER=pager, LESS="iM").ends()


@pytest.mark.parametrize("arguments", [["--no-pager"], ["--no-input"]])
def test_it_can_be_forbidden(long: Program, pager: str, arguments: list[str]) -> None:
    screen = long.terminal("show", "run-on", *arguments, PAGER=pager).ends()
    assert "PAGED" not in screen
    assert "Words of 16." in screen


@pytest.mark.parametrize(
    "environment",
    [
        {"PAGER": ""},
        {"PAGER": "cat"},
        {"PAGER": "cat -v"},
        {"WATCHLOG_PAGER": "", "PAGER": "less"},
        {"PAGER": "no-such-pager"},
        {"PAGER": "/no/such pager"},
        {"PAGER": "'"},
        {"PAGER": "false"},
        {"TERM": "dumb"},
    ],
    ids=str,
)
def test_without_a_pager_that_can_the_page_is_printed(long: Program, environment: dict[str, str]) -> None:
    assert "Words of 16." in long.terminal("show", "run-on", columns=100, **environment).ends()


def test_a_short_page_and_a_pipe_need_none(long: Program, pager: str) -> None:
    assert "PAGED" not in long.terminal("show", "run-on", "quotes", PAGER=pager).ends()
    assert "PAGED" not in long.process("show", "run-on", PAGER=pager).stdout
    assert "PAGED" not in long.process("show", "run-on", "--page", PAGER=pager).stdout


@pytest.mark.skipif(not shutil.which("less"), reason="there is no less on this machine")
@pytest.mark.parametrize("less", ["FRX", "X"])
def test_less_keeps_the_colours_and_leaving_it_early_is_no_error(long: Program, less: str) -> None:
    terminal = long.terminal("show", "run-on", PAGER="less", LESS=less)
    terminal.sees("\x1b[38;5;")
    terminal.sees(":")  # less waits for a key
    terminal.presses("c")
    time.sleep(0.5)  # what is typed while less is stopped gets lost
    terminal.types("q")
    screen = terminal.ends()
    assert "ESC" not in screen
    assert "Words of 16." not in screen

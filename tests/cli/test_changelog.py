"""watchlog --changelog."""

import re

import watchlog
from tests.program import Program


def test_the_newest_version_is_this_one(program: Program) -> None:
    text = program("--changelog").stdout
    assert re.findall(r"^## (.+)$", text, re.MULTILINE)[0] == watchlog.__version__
    assert program("--version").stdout == f"watchlog {watchlog.__version__}\n"
    assert max(map(len, text.splitlines())) <= 120


def test_on_a_terminal_it_is_set_as_a_page(program: Program) -> None:
    terminal = program.terminal("--no-pager", "--changelog", columns=70)
    terminal.sees("What changed")
    screen = terminal.ends()
    assert "##" not in screen
    assert "`" not in screen

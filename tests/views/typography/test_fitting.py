"""What is said on a terminal goes over to the next line between words."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.program import Program
from watchlog.views.typography.fitting import fitted

WORDS = st.lists(st.text("ab런,", min_size=1, max_size=12), min_size=1, max_size=30).map(" ".join)
WIDE = 20


@given(WORDS)
def test_no_word_is_broken_and_none_is_lost(words: str) -> None:
    rows = fitted(words, WIDE).split("\n")
    assert " ".join(rows) == words
    assert all(cell_len(row) <= WIDE or " " not in row for row in rows)
    assert all(cell_len(f"{row} {then.split()[0]}") > WIDE for row, then in pairwise(rows))


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Take it back: watchlog unwatch run-on 4-", ["Take it back:", "watchlog unwatch run-on 4-"]),
        ("Have it wait: EDITOR='an editor --wait'.", ["Have it wait:", "EDITOR='an editor --wait'."]),
        ("It's what she said, isn't it?", ["It's what she said,", "isn't it?"]),
        ("  1  a title that is long\nOr its name: ", ["  1  a title that is", "  long", "Or its name: "]),
        ("Publish all of it? [y/N] ", ["Publish all of", "it? [y/N] "]),
        ("Which one of these is it: ", ["Which one of these", "is it: "]),
        ("", [""]),
    ],
)
def test_what_is_typed_stays_whole_and_a_line_keeps_its_margin(text: str, rows: list[str]) -> None:
    assert fitted(text, WIDE).split("\n") == rows


@pytest.mark.slow
def test_messages_and_questions_go_over_between_words(program: Program) -> None:
    terminal = program.terminal("add", "A Title", "--status", "wacthing", columns=50)
    assert terminal.ends(code=2).endswith(
        "\nUse one of: watching, completed, plan-to-watch,\non-hold, dropped, not-interested.\n"
    )
    terminal = program.terminal("add", columns=40)
    terminal.answers("Title: ", "Run On")
    terminal.sees("Native title: ")
    terminal.presses("c")
    asked = terminal.ends(code=130)
    assert "A new drama. Enter alone leaves a\nquestion open, < goes back to the one\nbefore.\n" in asked
    terminal = program.terminal("add", columns=40)
    terminal.answers("[Y/n] ", "n")
    terminal.sees("Title: ")
    terminal.presses("c")
    assert "Run On.\nGo on with them? [Y/n] n" in terminal.ends(code=130)


@pytest.mark.slow
def test_a_terminal_is_as_wide_as_columns_says(program: Program) -> None:
    terminal = program.terminal("add", "A Title", "--status", "wacthing", columns=50, COLUMNS="300")
    assert "\nUse one of: watching, completed, plan-to-watch, on-hold, dropped, not-interested.\n" in terminal.ends(
        code=2
    )

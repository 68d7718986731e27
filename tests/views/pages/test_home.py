"""Home: what I am watching, my last notes, a quote; and a welcome where there is nothing."""

import re
from typing import Any

import pytest

from tests.views.dramas import rows, run_on
from tests.views.printing import TODAY, WIDTHS, on_paper, too_wide
from watchlog.views.pages.home import page
from watchlog.views.pages.welcome import welcome

EMPTY: dict[str, Any] = {"watching": [], "airing": [], "notes": [], "quote": None, "today": TODAY}


def home(width: int = 100, **parts: Any) -> str:
    return on_paper(page(**(EMPTY | parts)), width)


def test_what_i_am_watching_has_a_bar_and_what_comes_next() -> None:
    assert re.search(r"  Run On  런 온  ━+─+  12 of 16  next: ep 13\n", home(watching=rows(run_on())))


def test_what_airs_is_said_in_its_words() -> None:
    [row] = rows(run_on())
    assert "12 of 16  ep 13 tonight" in home(watching=[row], airing=[(row, "ep 13 tonight")])
    assert "On air" not in home(watching=[row], airing=[(row, "ep 13 tonight")])
    assert re.search(r"On air  1 ─+\n\n  Run On  런 온  ep 13 tonight", home(airing=[(row, "ep 13 tonight")]))


def test_a_drama_without_an_end_has_no_bar() -> None:
    assert "12 episodes seen" in home(watching=rows(run_on(episodes=None)))


def test_a_note_takes_two_lines() -> None:
    drama = run_on()
    drama.notes[0].text = "words and more " * 40
    printed = home(notes=[(drama, drama.notes[0])])
    assert printed.count("words") < 12
    assert re.search(r"Run On +words.* 24 Dec *\n  ep 3  9\.5 +.* …", printed)


def test_a_quote_says_where_it_is_from() -> None:
    drama = run_on()
    assert "┃ 넘어져요.\n    — Oh Mi Joo  Run On · ep 2 · 14:05" in home(quote=(drama, drama.quotes[0]))


def test_where_nothing_is_on_it_says_so() -> None:
    assert "watchlog list" in home()


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_wider_than_the_terminal(width: int) -> None:
    drama = run_on(title="A long title " * 9)
    parts = {
        "watching": rows(drama),
        "airing": [(row, "ep 1 on Saturday") for row in rows(run_on(title="런" * 70))],
        "notes": [(drama, note) for note in drama.notes[:3]],
        "quote": (drama, drama.quotes[1]),
    }
    assert too_wide(home(width, **parts), width) == []
    assert too_wide(on_paper(welcome(), width), width) == []


def test_the_welcome_names_the_first_steps() -> None:
    printed = on_paper(welcome(), 60)
    for command in (
        'watchlog add "Run On" --episodes 16',
        "watchlog watch run-on",
        "watchlog note run-on 1",
        "watchlog --sample show run-on",
    ):
        assert command in printed

"""Home: what I am watching, my last notes, a quote; and a welcome where there is nothing."""

import re
from typing import Any

import pytest

from tests.views.dramas import rows, run_on
from tests.views.printing import TODAY, WIDTHS, on_paper, too_wide
from watchlog.journal.drama.moments import Moment
from watchlog.journal.recall.airing import Showing
from watchlog.views.pages.home import page
from watchlog.views.pages.welcome import welcome

EMPTY: dict[str, Any] = {"watching": [], "coming": {}, "notes": [], "quote": None, "today": TODAY}


def home(width: int = 100, **parts: Any) -> str:
    return on_paper(page(**(EMPTY | parts)), width)


def test_what_i_am_watching_has_a_bar_and_what_comes_next() -> None:
    printed = home(watching=rows(run_on()))
    assert re.search(r"  Run On  런 온  ━+─+  12 of 16  ep 13  whenever you like", printed)
    assert printed.rstrip().endswith("watchlog watch run-on  ep 13 is seen    watchlog note run-on 12  write")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("ep 13 tonight", "12 of 16  ep 13  tonight"),
        ("ep 13? on Wed", "12 of 16  ep 13  ep 13? on Wed"),
        ("2 behind, ep 15 on Wed", "12 of 16  ep 13  2 behind, ep 15 on Wed"),
    ],
)
def test_what_airs_is_said_in_its_words(said: str, told: str) -> None:
    assert told in home(watching=rows(run_on()), coming={"run-on": said})


def test_the_week_has_a_column_a_day_and_where_it_is_narrow_a_line_for_a_day_with_something() -> None:
    week = [Showing("2021-01-28", "run-on", "Run On", 14, 16, False)]
    lines = [line.rstrip() for line in home(week=week).split("\n")]
    assert lines[0].startswith("This week  27 Jan – 2 Feb 2021 ──")
    assert re.split(" {2,}", lines[2].strip()) == ["Wed 27", "Thu 28", "Fri 29", "Sat 30", "Sun 31", "Mon 1", "Tue 2"]
    assert re.fullmatch("  ━+(  ─+){6}", lines[3])
    assert lines[4].index("Run On") == lines[5].index("ep 14") == lines[2].index("Thu 28")
    narrow = [line.rstrip() for line in home(60, week=week).split("\n")]
    assert narrow[2:4] == ["  Thu 28  Run On  ep 14", ""]


def test_a_drama_without_an_end_has_no_bar() -> None:
    assert "no end in sight" in home(watching=rows(run_on(episodes=None)))
    assert " 12 seen  ep 13" in home(watching=rows(run_on(episodes=None)))


def test_words_in_the_place_of_a_bar_are_not_cut() -> None:
    said = {"run-on": "849 behind, ep 856 on Sunday"}
    pages = [home(width, watching=rows(run_on(episodes=None)), coming=said) for width in range(60, 110)]
    found = {words for page in pages for words in re.findall(r"\bno\b(?: \w+)*", page)}
    assert found == {"no end", "no end in sight"}


def test_home_fits_forty_lines() -> None:
    drama = run_on(
        notes=[{"id": 90 + n, "episode": n, "text": "words and more " * 40, "on": "2021-01-20"} for n in (1, 2, 3)]
    )
    parts: dict[str, Any] = {
        "watching": rows(drama) * 9,
        "week": [Showing("2021-01-28", "run-on", "Run On", 14, 16, False)],
        "this_day": [Moment(f"{year}-01-27", drama, drama.notes[0]) for year in (2020, 2019)],
        "notes": [(drama, note) for note in drama.notes],
        "quote": (drama, drama.quotes[0]),
    }
    printed = home(**parts)
    assert printed.count("\n") <= 40
    assert "and 3 more: watchlog list status:watching" in printed
    assert "watchlog today  this day" in printed
    assert "You fall" not in printed
    assert "You fall" in home(**{**parts, "this_day": []})


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
        "coming": {"run-on": "ep 13 tonight"},
        "week": [Showing("2021-01-28", "long", "런" * 70, 14, 16, False)],
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

"""No spoiler by accident: what is covered leaks nothing."""

import re
from datetime import date

import pytest

from tests.views.dramas import SECRET, run_on
from tests.views.printing import TODAY, WIDTHS, on_paper, on_screen
from watchlog.views.pages.home import page as home
from watchlog.views.pages.show import page


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("sections", [(), ("episodes",), ("quotes",), ("scenes",), ("reviews",)])
def test_nothing_covered_can_be_read(width: int, sections: tuple[str, ...]) -> None:
    printed = on_screen(page(run_on(), sections=sections, today=TODAY), width)
    assert SECRET not in printed
    assert "▒▒▒▒" in printed


def test_nor_how_it_was_rated_nor_when_it_is_said() -> None:
    printed = on_paper(page(run_on(), today=TODAY))
    assert "3.5" not in printed
    assert "58:10" not in printed
    assert "55:55" not in printed


def test_a_cover_is_the_same_however_long_the_text() -> None:
    def with_note(text: str) -> str:
        notes = [{"id": 101, "episode": 12, "text": text, "spoiler": "major"}]
        quotes = [{"id": 102, "lines": [{"text": text}] * 3, "note": text, "spoiler": "major"}]
        scenes = [{"id": 103, "text": text, "spoiler": "major"}]
        review = {"text": text, "headline": text, "verdict": text, "spoiler": "major"}
        reviews = [review | {"id": 104}, review | {"id": 105}]
        return on_paper(page(run_on(notes=notes, quotes=quotes, scenes=scenes, reviews=reviews), today=date.max))

    assert with_note("a") == with_note("b\n\n" * 500)


def test_a_cover_says_what_it_is_and_which_episode_unless_that_stands_beside_it() -> None:
    printed = on_paper(page(run_on(), today=TODAY))
    for what in ("a quote, ep 12", "a review"):
        assert f"▒▒▒▒▒▒▒▒  major spoiler, covered · {what}" in printed
    for label in ("ep 12       ", "ep 11  "):
        assert re.search(rf"{label}▒▒▒▒▒▒▒▒  major spoiler, covered +(\d\d \w+ +)?\d+ *\n", printed)


@pytest.mark.parametrize("width", [60, 80, 140])
def test_a_cover_is_one_line_however_narrow_the_page(width: int) -> None:
    printed = on_paper(page(run_on(), sections=["episodes", "scenes"], today=TODAY), width)
    assert printed.count("▒▒▒▒▒▒▒▒  major spoiler, covered") == 2
    assert all(re.search(r"covered  ", line) for line in printed.splitlines() if "▒" in line)


def test_a_cover_of_what_has_no_episode_says_that_it_is_major() -> None:
    marked = {"cast": {"actor": SECRET}, "songs": {"title": SECRET}, "notes": {"text": SECRET}}
    items = {shelf: [{"id": id_, "spoiler": "major", **marked[shelf]}] for id_, shelf in enumerate(marked, 101)}
    printed = on_paper(page(run_on(**items), today=TODAY))
    assert SECRET not in printed
    for what in (" · somebody", " · a song", ""):
        assert f"▒▒▒▒▒▒▒▒  major spoiler, covered{what}" in printed


def test_the_page_says_how_many_are_covered_and_how_to_see_them() -> None:
    told = "4 spoilers covered · watchlog show run-on --spoilers"
    assert told in on_paper(page(run_on(), today=TODAY))
    narrow = [line.rstrip() for line in on_paper(page(run_on(), today=TODAY), 40).splitlines()]
    assert narrow[-2:] == told.split(" · ")
    assert "1 spoiler covered" in on_paper(page(run_on(), sections=["quotes"], today=TODAY))
    assert "--spoilers" not in on_paper(page(run_on(), sections=["cast"], today=TODAY))
    assert "--spoilers" not in on_paper(page(run_on(), spoilers=True, today=TODAY))


def test_uncovered_they_are_shown_with_a_mark() -> None:
    printed = on_paper(page(run_on(), spoilers=True, today=TODAY))
    for words in ("note", "words", "original", "remark", "scene", "headline", "text", "verdict"):
        assert f"{SECRET} {words}" in printed
    assert f"— {SECRET} speaker  ep 12 · 58:10" in printed
    assert f"major spoiler  {SECRET} note" in printed
    assert "major spoilers" in printed
    assert "▒" not in printed


def test_a_minor_one_is_shown_with_a_mark() -> None:
    assert "minor spoiler  Watched again" in on_paper(page(run_on(), today=TODAY))


def test_home_covers_a_major_one() -> None:
    drama = run_on()
    notes = [(drama, note) for note in drama.notes]
    printed = on_paper(home(watching=[], coming={}, notes=notes, quote=(drama, drama.quotes[2]), today=TODAY))
    assert SECRET not in printed
    assert printed.count("▒▒▒▒▒▒▒▒") == 2


def test_home_marks_a_minor_one() -> None:
    drama = run_on()
    printed = on_paper(home(watching=[], coming={}, notes=[(drama, drama.notes[2])], quote=None, today=TODAY))
    assert "minor spoiler  Watched again" in printed

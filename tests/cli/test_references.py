"""References in texts: `[[7]]` and `[[signal]]`, followed where a drama is shown."""

import re

import pytest

from tests.formats.pages import Reader
from tests.program import Program

TEXT = "Before, with [[2]] and *[[signal]]*.\n\n[[2]]\n\nAfter `[[2]]`, [[99]] and [[nobody]].\n\n[[3]]"


@pytest.fixture
def referring(begun: Program) -> Program:
    begun("add", "Signal *2*", "--slug", "signal")
    begun("note", "run-on", "3", "As in [[2]].")
    begun("quote", "run-on", "Walk, then.", "--by", "Dan Ah")
    begun("quote", "run-on", "He wins.", "--by", "Mi Joo", "--episode", "12", "--spoiler", "major")
    begun("review", "run-on", TEXT)
    return begun


def test_a_page_names_them_in_a_line_and_sets_one_that_stands_alone(referring: Program) -> None:
    page = re.sub(r"\x1b\[[0-9;]*m", "", referring("--page", "show", "run-on", "reviews", "episodes").stdout)
    rows = [line.strip() for line in page.split("\n")]
    assert any("Before, with “Walk, then.” and Signal *2*." in row for row in rows)
    assert "┃ Walk, then." in page
    assert "— Dan Ah" in page
    assert "After [[2]], [[99]] and [[nobody]]." in page
    assert "As in “Walk, then.”." in page
    assert "He wins" not in page
    assert "a quote, ep 12" in page
    assert "He wins" in referring("--page", "show", "run-on", "reviews", "--spoilers").stdout


def test_html_links_to_the_item_and_sets_it_with_its_own_cover(referring: Program) -> None:
    page = Reader(referring("export", "run-on", "--format", "html").stdout)
    assert "#run-on.2" in page.all("href")
    assert page.seen.count("Walk, then.") == 3, "what stands in the review is not repeated among the quotes"
    assert "run-on.2" in page.all("id")
    assert "He wins" not in page.seen
    assert page.behind.count("He wins") == 1
    assert "[[2]]" in page.seen
    assert "[[nobody]]" in page.seen
    assert len(page.all("id")) == len(set(page.all("id")))


def test_a_book_links_to_its_other_dramas(referring: Program) -> None:
    page = Reader(referring("export", "--format", "html").stdout)
    assert page.all("href").count("#signal") == 2
    alone = Reader(referring("export", "run-on", "--format", "html").stdout)
    assert "#signal" not in alone.all("href")
    assert "Signal *2*" in alone.seen


def test_what_is_left_out_for_posting_is_not_named_either(referring: Program) -> None:
    referring("review", "run-on", "See [[3]] there.")
    page = Reader(referring("export", "run-on", "--format", "html", "--no-spoilers").stdout)
    assert "He wins" not in page.seen + page.behind


@pytest.fixture
def in_notes(begun: Program) -> Program:
    """A quote and a note that are set into a note, a scene and a cast entry; the note refers to the scene itself."""
    begun("quote", "run-on", "Walk, then.", "--by", "Dan Ah")
    begun("note", "run-on", "3", "Before [[1]].\n\n[[1]]\n\nAfter.", "--spoiler", "minor", "--tag", "calm")
    begun("note", "run-on", "4", "Look again.\n\n[[4]]")
    begun("scene", "run-on", "The bench.\n\n[[3]]", "--episode", "4")
    begun("cast", "run-on", "Im Si Wan", "--note", "He asks.\n\n[[1]]")
    return begun


@pytest.mark.parametrize("width", ["60", "100"])
def test_one_alone_in_a_note_a_scene_or_a_cast_entry_is_set_there(
    in_notes: Program, monkeypatch: pytest.MonkeyPatch, width: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    page = re.sub(r"\x1b\[[0-9;]*m", "", in_notes("--page", "show", "run-on").stdout)
    assert page.count("┃ Walk, then.") == 3, "in the note, with the actor, and among the quotes"
    assert "Before “Walk, then.”." in page
    assert "minor spoiler" in page
    assert "calm" in page
    assert "[[" not in page, "what is set refers in its line, and goes no further"


def test_in_html_it_is_set_too_and_linked_to(in_notes: Program) -> None:
    html = in_notes("export", "run-on", "--format", "html").stdout
    page = Reader(html)
    assert page.seen.count("Walk, then.") == 4
    assert page.all("id").count("run-on.1") == 1
    assert html.count('Before <a href="#run-on.1">“Walk, then.”</a>.') == 1
    assert "[[" not in page.seen
    assert {"#run-on.3", "#run-on.4"} <= {*page.all("href")}, "in what is set, a reference is a link"


def test_a_plain_text_with_signs_of_its_own_stays_as_it_is(begun: Program) -> None:
    begun("note", "run-on", "3", "\ue0000\ue000 <a> [[9]] [[run-on]] \ue001")
    html = begun("export", "run-on", "--format", "html").stdout
    assert "\ue0000\ue000 &lt;a&gt; [[9]] Run On \ue001" in html


def test_an_item_corrected_at_once_is_told_of_too_and_no_other(begun: Program) -> None:
    begun("scene", "run-on", "As [[98]] said.")
    begun("review", "run-on", "Look.")
    told = begun("edit", "run-on", "2", "--text", "As [[99]] says.", "--closing", "And [[97]].").stderr
    assert told == (
        "Corrected review 2 of Run On.\n[[99]] in review 2 leads nowhere.\n[[97]] in review 2 leads nowhere.\n"
    )
    assert begun("edit", "run-on", "2", "--text", "Look.", "--closing", "Bye.").stderr == (
        "Corrected review 2 of Run On.\n"
    )

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

"""Quotes of several dramas, and one by chance, set as on a drama's page."""

import re

import pytest

from tests.views.dramas import SECRET, run_on, saying
from tests.views.printing import TODAY, WIDTHS, on_paper, on_screen, too_wide
from tests.views.test_hostile import HARMFUL, OWN_ESCAPES
from watchlog.journal.drama.records import Drama
from watchlog.journal.recall.quotes import quotes_of
from watchlog.views.pages.quotes import one, page
from watchlog.views.pages.show import page as page_of_a_drama


def shown(*dramas: Drama, width: int = 100, total: int | None = None, spoilers: bool = False) -> str:
    count = sum(len(drama.quotes) for drama in dramas) if total is None else total
    return on_paper(page([quotes_of(drama) for drama in dramas], total=count, spoilers=spoilers, today=TODAY), width)


def test_they_stand_under_the_titles_of_their_dramas() -> None:
    other = run_on(title="My Mister", native_title="나의 아저씨")
    lines = shown(run_on(), other).split("\n")
    heads = [line for line in lines if line.endswith("──")]
    assert re.fullmatch(r"Run On  런 온  3 ─+", heads[0])
    assert re.fullmatch(r"My Mister  나의 아저씨  3 ─+", heads[1])
    assert lines[-2] == "6 quotes · 2 spoilers covered: --spoilers"


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("spoilers", [True, False])
def test_they_are_set_as_on_the_page_of_the_drama(width: int, spoilers: bool) -> None:
    whole = on_paper(page_of_a_drama(run_on(), sections=["quotes"], spoilers=spoilers, today=TODAY), width)
    of_page = whole.split("Quotes  3 ")[1].split("\n\n1 spoiler")[0].split("\n", 2)[2].rstrip("\n")
    assert of_page in shown(run_on(), width=width, spoilers=spoilers)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_major_spoiler_is_covered(width: int) -> None:
    printed = shown(run_on(), width=width)
    assert SECRET not in printed
    assert "  ▒▒▒▒▒▒▒▒  major spoiler," in printed
    assert f"{SECRET} words" in shown(run_on(), width=width, spoilers=True)


def test_a_long_number_has_room() -> None:
    quotes = [{"id": 123456789, "lines": [{"text": "Words."}]}, {"id": 99, "lines": [{"text": "More."}]}]
    printed = shown(run_on(quotes=quotes))
    assert re.search(r"\n  ┃ Words\. +123456789 *\n", printed)
    assert re.search(r"\n  ┃ More\. +99 *\n", printed)


def test_what_is_left_out_is_counted() -> None:
    assert "3 of 1,200 quotes: --limit 0 for all" in shown(run_on(), total=1200)


def test_one_says_which_drama_it_is_from() -> None:
    drama = run_on()
    assert on_paper(one(drama, drama.quotes[0], today=TODAY)) == (
        "  ┃ You fall.\n  ┃ 넘어져요.\n    — Oh Mi Joo  Run On · ep 2 · 14:05\n    To nobody.\n"
    )


@pytest.mark.parametrize("width", [20, *WIDTHS])
@pytest.mark.parametrize("text", ["long " * 80, "런온" * 90, "x" * 300])
def test_it_always_fits(text: str, width: int) -> None:
    drama = saying(text)
    assert too_wide(shown(drama, width=width, spoilers=True), width) == []
    assert too_wide(on_paper(one(drama, drama.quotes[1], today=TODAY), width), width) == []


def test_only_our_own_colours_reach_the_terminal() -> None:
    drama = saying(*HARMFUL)
    pages = [
        page([quotes_of(drama)], total=3, spoilers=True, today=TODAY),
        *(one(drama, said, today=TODAY) for said in drama.quotes),
    ]
    for printed in map(on_screen, pages):
        assert set(
            re.findall(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200c\u202a-\u202e\u2066-\u2069\ufeff]", printed)
        ) == {"\x1b"}
        assert "\x1b" not in OWN_ESCAPES.sub("", printed)

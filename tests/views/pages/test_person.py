"""The page of a person: their roles, my ratings and what I wrote, and how else they are spelt."""

import re
from typing import Any

import pytest

from tests.views.printing import TODAY, WIDTHS, on_paper, on_screen, too_wide
from tests.views.test_hostile import HARMFUL, OWN_ESCAPES
from watchlog.journal.recall.casts import Cast, Part
from watchlog.journal.recall.people import Person
from watchlog.views.pages.person import page


def role(slug: str, actor: str = "Im Si Wan", **told: Any) -> tuple[Cast, Part]:
    cast = Cast(
        slug=slug,
        title=told.get("title", slug.replace("-", " ").title()),
        sorted_as=slug,
        native_title=told.get("native_title"),
        year=told.get("year"),
        begun="",
        rating=told.get("rating"),
    )
    part = Part(
        id=3,
        actor=actor,
        sounds="",
        character=told.get("character"),
        role=told.get("role"),
        note=told.get("note"),
        spoiler=told.get("spoiler", "none"),
    )
    return cast, part


RUN_ON = role(
    "run-on",
    native_title="런 온",
    year=2020,
    rating=9.0,
    character="Ki Seon Gyeom",
    role="main",
    note="Calm.\n\nHonest.",
)
STRANGERS = role("strangers-from-hell", "Im Shi Wan", year=2019, rating=8.5, character="Yoon Jong Woo", role="guest")
MISAENG = role("misaeng")


def shown(*roles: tuple[Cast, Part], width: int = 100, most: int | None = None) -> str:
    return on_paper(page(Person("Im Si Wan", roles), most=most, today=TODAY), width)


def test_the_header_has_the_name_and_the_mean() -> None:
    lines = shown(RUN_ON, STRANGERS, MISAENG).split("\n")
    assert re.fullmatch(r"│  Im Si Wan +★★★★★★★★½☆  8\.8  │", lines[2])
    assert re.fullmatch(r"│  3 dramas +the mean of 2 ratings  │", lines[3])
    assert re.fullmatch(r"│  also spelt Im Shi Wan in Strangers From Hell +│", lines[4])


def test_without_ratings_and_other_spellings_it_says_so_little() -> None:
    printed = shown(MISAENG)
    assert re.search(r"Im Si Wan +unrated", printed)
    assert re.search(r"1 drama +│", printed)
    assert "mean" not in printed
    assert "also spelt" not in printed


def test_each_role_has_its_drama_its_rating_and_my_note() -> None:
    printed = shown(RUN_ON, STRANGERS, MISAENG)
    lines = [line.rstrip() for line in printed.split("\n")[8:]]
    assert re.fullmatch(r"Roles  3 ─+", lines.pop(0))
    assert re.fullmatch(r"   9\.0  Run On  런 온 +2020", lines[1])
    assert lines[2:8] == [
        "        as Ki Seon Gyeom · main · run-on 3",
        "        Calm.",
        "",
        "        Honest.",
        "",
        lines[7],
    ]
    assert re.fullmatch(r"   8\.5  Strangers From Hell +2019", lines[7])
    assert lines[8] == "        as Yoon Jong Woo · guest · strangers-from-hell 3"
    assert lines[10] == "     ·  Misaeng"


def test_what_is_left_out_is_counted() -> None:
    printed = shown(*[MISAENG] * 12, most=10)
    assert printed.count("Misaeng") == 10
    assert "Roles  12 ──" in printed
    assert "\nand 2 more: --limit 0\n" in printed


@pytest.mark.parametrize("width", [20, *WIDTHS])
@pytest.mark.parametrize("text", ["long " * 80, "런온" * 90, "x" * 300])
def test_it_always_fits(text: str, width: int) -> None:
    wordy = role("x", text, title=text, native_title=text, character=text, role="main", note=text, rating=9.5)
    printed = on_paper(page(Person(text, [wordy, RUN_ON]), today=TODAY), width)
    assert too_wide(printed, width) == []


@pytest.mark.parametrize("text", HARMFUL)
def test_only_our_own_colours_reach_the_terminal(text: str) -> None:
    harmful = role("x", text, title=text, native_title=text, character=text, note=text)
    printed = on_screen(page(Person(text + "x", [harmful]), today=TODAY))
    assert set(re.findall(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200c\u202a-\u202e\u2066-\u2069\ufeff]", printed)) == {
        "\x1b"
    }
    assert "\x1b" not in OWN_ESCAPES.sub("", printed)

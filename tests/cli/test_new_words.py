"""What one can say of a drama beside its facts, in each of its forms: said by a command, it is shown, edited, sent."""

import json
from collections.abc import Callable

import pytest

from tests.program import Program

SAID = {
    "warnings": ("set", "run-on", "--warning", "Cold parents, ep 5"),
    "parts": ("rate", "run-on", "9", "--part", "chemistry=9.5", "--part", "OST = 8"),
    "whole": ("note", "run-on", "whole", "They ask, and are answered.", "--tag", "calm, talk"),
    "quote": ("quote", "run-on", "You fall.", "--tag", "courage"),
    "scene": ("scene", "run-on", "The umbrella.", "--tag", "rain"),
    "writer": ("cast", "run-on", "Park Shi Hyun", "--role", "writer"),
    "by": ("review", "run-on", "They listen.", "--by", "Mina", "--editor", "Jun,Ha Na"),
    "opening": ("review", "run-on", "They listen.", "--opening", "Hello again.", "--closing", "Until Thursday!"),
}
WORDS = {
    "warnings": ["Cold parents, ep 5"],
    "parts": ["chemistry", "9.5", "OST"],
    "whole": ["They ask, and are answered.", "calm", "talk"],
    "quote": ["courage"],
    "scene": ["rain"],
    "writer": ["Park Shi Hyun", "writer"],
    "by": ["Mina", "Jun", "Ha Na"],
    "opening": ["Hello again.", "Until Thursday!"],
}
FOUND = ("warnings", "whole", "quote", "scene", "writer", "by", "opening")


@pytest.mark.parametrize("said", SAID)
def test_it_is_shown_in_every_form(begun: Program, said: str) -> None:
    begun(*SAID[said])
    forms: dict[str, Callable[[], str]] = {
        "json": lambda: json.dumps(begun.drama("run-on"), ensure_ascii=False),
        "markdown": lambda: begun("show", "run-on").stdout.replace("\\,", ","),
        "html": lambda: begun("export", "run-on", "--format", "html").stdout,
    }
    for name, form in forms.items():
        text = form()
        assert [word for word in WORDS[said] if word not in text] == [], name


@pytest.mark.parametrize("said", FOUND)
def test_it_is_found(begun: Program, said: str) -> None:
    begun(*SAID[said])
    for word in WORDS[said]:
        if word != "writer":
            assert "run-on" in begun("search", f'"{word}"').stdout, word


@pytest.mark.parametrize("said", SAID)
def test_it_comes_back_by_markdown(begun: Program, said: str) -> None:
    begun(*SAID[said])
    before = begun.drama("run-on")
    begun("export", "run-on", "-o", str(begun.journal.parent / "run-on.md"))
    begun("remove", "run-on", "--yes")
    begun("import", str(begun.journal.parent / "run-on.md"))
    assert begun.drama("run-on") == before


def test_parts_of_ones_own_stay_until_they_are_rated_anew(begun: Program) -> None:
    begun("rate", "run-on", "9", "--part", "chemistry=9")
    begun("rate", "run-on", "--part", "ost=8.5")
    assert begun.drama("run-on")["ratings"][-1]["parts"] == {"chemistry": 9.0, "ost": 8.5}
    begun("rate", "run-on", "--part", "music=7")
    assert begun.drama("run-on")["ratings"][-1]["music"] == 7.0


@pytest.mark.parametrize("part", ["chemistry", "=9", "chemistry=eleven", "chemistry="])
def test_what_is_no_part_is_refused(begun: Program, part: str) -> None:
    before = begun.everything()
    assert begun.refuses("rate", "run-on", "--part", part, code=2).startswith("Not a ")
    assert begun.everything() == before


def test_a_note_on_all_of_it_is_of_no_episode(begun: Program) -> None:
    told = begun("note", "run-on", "Whole", "They ask.")
    assert told.stderr == "Added note 1 to Run On, on all of it.\n"
    assert begun.drama("run-on")["notes"][0]["episode"] is None
    assert "### The whole drama\n" in begun("show", "run-on").stdout


@pytest.mark.parametrize("day", ["2021", "2021-01", "soon"])
def test_a_day_off_air_is_a_full_day(begun: Program, day: str) -> None:
    begun.refuses("set", "run-on", "--off-air", day, code=2)


def test_a_day_is_not_off_air_with_an_extra_episode(begun: Program) -> None:
    begun("set", "run-on", "--off-air", "2020-12-31")
    assert "2020-12-31" in begun.refuses("set", "run-on", "--extra-episode", "2020-12-31", code=1)

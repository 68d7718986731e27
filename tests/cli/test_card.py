"""watchlog card."""

import pytest

from tests.program import Program


@pytest.fixture
def kept(begun: Program) -> Program:
    begun("quote", "run-on", "You fall.", "--by", "Oh Mi Joo", "--original", "넘어져요.")
    begun("quote", "run-on", "He wins.", "--spoiler", "major")
    return begun


def test_a_card_is_written_and_told(kept: Program) -> None:
    place = kept.home / "card.svg"
    told = kept("card", "run-on", "1", "-o", str(place))
    assert (told.stdout, told.stderr) == ("", f"Wrote a card of Run On, quote 1, to {place}.\n")
    assert "넘어져요." in place.read_text("utf-8")
    kept("rate", "run-on", "8")
    kept("card", "run-on", "--tall", "-o", str(place))
    assert "0 0 1080 1920" in place.read_text("utf-8")


def test_json_says_what_was_written(kept: Program) -> None:
    place = str(kept.home / "card.svg")
    assert kept("card", "run-on", "1", "-o", place, "--json").json == {
        "file": place, "drama": "run-on", "title": "Run On", "kind": "quote", "id": 1,
    }  # fmt: skip


def test_what_one_likes_to_see_oneself_is_not_shared_for_that(kept: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WATCHLOG_SPOILERS", "1")
    assert "He wins." in kept("show", "run-on", "quotes").stdout
    assert "major spoiler" in kept.refuses("card", "run-on", "2", "-o", "-", code=1)


def test_standard_output_takes_it_too(kept: Program) -> None:
    assert kept("card", "run-on", "1", "-o", "-").stdout.startswith("<svg ")


def test_what_is_refused_writes_nothing(kept: Program) -> None:
    place = str(kept.home / "card.svg")
    assert "Where to" in kept.refuses("card", "run-on", "1", code=2)
    assert "major spoiler" in kept.refuses("card", "run-on", "2", "-o", place, code=1)
    assert "not rated yet" in kept.refuses("card", "run-on", "-o", place, code=1)
    assert "9" in kept.refuses("card", "run-on", "9", "-o", place, code=1)
    assert "number" in kept.refuses("card", "run-on", "x", "-o", place, code=2)
    kept("note", "run-on", "1", "It goes on. " * 200)
    assert "too long" in kept.refuses("card", "run-on", "3", "-o", place, code=1)
    kept("note", "run-on", "3", "--rating", "9")
    assert "Note 4 has no words" in kept.refuses("card", "run-on", "4", "-o", place, code=1)
    assert not (kept.home / "card.svg").exists()
    kept("card", "run-on", "2", "-o", place, "--spoilers")


def test_a_verdict_of_signs_that_show_nothing_is_not_on_a_card(kept: Program) -> None:
    kept("rate", "run-on", "9")
    kept("review", "run-on", "Good.", "--verdict", "\u200b")
    kept("card", "run-on", "-o", str(kept.home / "card.svg"))
    assert "9" in (kept.home / "card.svg").read_text()

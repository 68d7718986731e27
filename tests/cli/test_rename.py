"""watchlog rename."""

import pytest

from tests.program import Program


def test_the_slug_changes_and_nothing_else(begun: Program) -> None:
    begun("note", "run-on", "3", "x")
    expected = begun.drama("run-on") | {"slug": "ron"}
    renamed = begun("rename", "run-on", "ron", "--json")
    assert renamed.stderr == "Renamed run-on to ron.\n"
    assert renamed.json == begun.drama("ron") == expected
    assert list(begun.files()) == ["ron.json"]


def test_it_is_one_change_that_undo_takes_back(begun: Program) -> None:
    before = begun.files()
    begun("rename", "run-on", "ron")
    begun("undo")
    assert begun.files() == before


@pytest.mark.parametrize(
    ("slug", "code", "reason"),
    [
        ("../x", 2, "Not a slug: '../x'. Use small letters and digits with single hyphens, at most 64."),
        ("Run-On", 2, "Not a slug"),
        ("run--on", 2, "Not a slug"),
        ("런온", 2, "Not a slug"),
        ("", 2, "Not a slug"),
        (".", 2, "Not a slug"),
        ("x" * 65, 2, "Not a slug"),
        ("run-on", 1, "It is called run-on already."),
        ("signal", 1, "There is already a drama signal."),
    ],
)
def test_what_cannot_be_is_refused(begun: Program, slug: str, code: int, reason: str) -> None:
    begun("add", "Signal")
    assert reason in begun.refuses("rename", "run-on", slug, code=code)


def test_a_new_slug_is_needed(begun: Program) -> None:
    assert "New slug?" in begun.refuses("rename", "run-on", code=2)


def test_what_other_dramas_say_of_it_follows_in_the_same_change(begun: Program) -> None:
    begun("add", "Signal")
    begun("note", "signal", "1", "As in [[run-on]], not in `[[run-on]]`.")
    begun("review", "run-on", "See [[run-on]].")
    before = begun.files()
    begun("rename", "run-on", "ron")
    assert begun.drama("signal")["notes"][0]["text"] == "As in [[ron]], not in `[[run-on]]`."
    assert begun.drama("ron")["reviews"][0]["text"] == "See [[ron]]."
    begun("undo")
    assert begun.files() == before


def test_one_that_cannot_be_read_is_told_and_left(begun: Program) -> None:
    begun("add", "Signal")
    broken = begun.journal / "dramas" / "signal.json"
    broken.write_text('{"title": "Signal", "notes": [{"id": "x", "text": "[[run-on]]"}]}')
    before = broken.read_bytes()
    assert "signal.json" in begun("rename", "run-on", "ron").stderr
    assert broken.read_bytes() == before

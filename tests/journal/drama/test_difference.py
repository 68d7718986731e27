"""How two states of a drama differ, in a few words."""

import pytest

from watchlog.journal.drama.difference import differences
from watchlog.journal.drama.records import Drama, Note, Rating

BOAT = Note(id=1, uid="aaaaaaaa", episode=1, text="Boat.")
RAIN = Note(id=2, uid="bbbbbbbb", episode=2, text="Rain.")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ([BOAT], [BOAT], ""),
        ([BOAT], [BOAT, RAIN], "1 note more"),
        ([BOAT, RAIN], [RAIN], "1 note fewer"),
        ([BOAT], [Note(id=1, uid="aaaaaaaa", episode=1, text="Ship.")], "other words in notes"),
        ([BOAT], [Note(id=1, uid="aaaaaaaa", episode=1, text="Ship."), RAIN], "1 note more, other words in notes"),
        ([BOAT], [Note(id=7, uid="aaaaaaaa", episode=1, text="Boat.", merged=True), RAIN], "1 note more"),
    ],
)
def test_what_is_more_and_what_says_something_else(old: list[Note], new: list[Note], said: str) -> None:
    assert differences(Drama(slug="x", title="X", notes=old), Drama(slug="x", title="X", notes=new)) == said


def test_ratings_are_counted_and_facts_named() -> None:
    old = Drama(slug="x", title="X", year=2020)
    new = Drama(slug="x", title="X", ratings=[Rating(on="2021", overall=8.0)])
    assert differences(old, new) == "1 rating more, other facts: year"

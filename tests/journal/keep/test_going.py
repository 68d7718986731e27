"""What goes, and what has only changed."""

import pytest

from tests.journal.keep.merge_table import A, B, drama, note, review, round_
from watchlog.journal.drama.records import Document
from watchlog.journal.keep.merging import Gone, gone

_synopsis: Document = {"text": "He runs.", "spoiler": "minor"}
GOES: list[tuple[str, Document, Document, list[Gone]]] = [
    ("nothing", drama(notes=[note(1, A, "one")]), drama(notes=[note(1, A, "one")]), []),
    (
        "an item",
        drama(notes=[note(1, A, "one", spoiler="major")]),
        drama(),
        [Gone("note", note(1, A, "one", spoiler="major"), "major")],
    ),
    ("a text that was changed", drama(notes=[note(1, A, "one")]), drama(notes=[note(1, A, "two")]), []),
    ("an item under another uid", drama(notes=[note(1, A, "it's")]), drama(notes=[note(2, B, "it’s")]), []),
    ("an item without uids", drama(notes=[note(1, A, "one")]), drama(notes=[{"episode": 1, "text": "one"}]), []),
    (
        "a closing",
        drama(reviews=[review(1, A, "good", closing="Bye.", spoiler="minor")]),
        drama(reviews=[review(1, A, "good", spoiler="minor")]),
        [Gone("review.closing", "Bye.", "minor")],
    ),
    ("a tag", drama(tags=["x", "y"]), drama(tags=["y"]), [Gone("tags", "x")]),
    ("one of two equal ones", drama(links=["x", "x"]), drama(links=["x"]), [Gone("links", "x")]),
    (
        "a date with an episode more",
        drama(aired={"extra": ["2021-01-01"]}),
        drama(),
        [Gone("aired.extra", "2021-01-01")],
    ),
    ("a score", drama(ratings=[{"overall": 7.0}]), drama(), [Gone("ratings", {"overall": 7.0})]),
    (
        "a score of a day that has another now",
        drama(ratings=[{"on": "2021", "overall": 7.0}]),
        drama(ratings=[{"on": "2021", "overall": 8.0}]),
        [],
    ),
    ("the synopsis", drama(synopsis=_synopsis), drama(), [Gone("synopsis", "He runs.", "minor")]),
    ("the synopsis changed", drama(synopsis=_synopsis), drama(synopsis={"text": "She, too."}), []),
    ("the synopsis a note", drama(synopsis=_synopsis), drama(notes=[{"id": 1, "uid": A, "text": "He runs."}]), []),
    (
        "a round",
        drama(rounds=[round_(A, started="2021-01-01")]),
        drama(rounds=[round_(B, started="2022-01-01")]),
        [Gone("round", round_(A, started="2021-01-01"))],
    ),
    (
        "an episode",
        drama(rounds=[round_(A, episodes={"1": None, "2": "2021-01-01"})]),
        drama(rounds=[round_(A, episodes={"1": "2021-01-01"})]),
        [Gone("round", {"episodes": {"2": "2021-01-01"}})],
    ),
    (
        "a round that is one with another now",
        drama(rounds=[round_(B, episodes={"1": None})]),
        drama(rounds=[round_(A, episodes={"1": None, "2": None})]),
        [],
    ),
    ("a fact", drama(country="Korea"), drama(), []),
]


@pytest.mark.parametrize(("before", "after", "expected"), [case[1:] for case in GOES], ids=[case[0] for case in GOES])
def test_what_goes(before: Document, after: Document, expected: list[Gone]) -> None:
    assert gone(before, after) == expected

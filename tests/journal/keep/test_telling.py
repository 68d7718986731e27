"""What a person is told of a merge: enough to say it in a sentence, and to find the value that does not stand."""

from tests.journal.keep.merge_table import A, B, C, drama, note, review, round_
from watchlog.journal.drama.records import Document
from watchlog.journal.keep.merging import Told, merge
from watchlog.journal.keep.merging.saying import told_line


def test_two_versions_are_told_with_both() -> None:
    merged = merge(None, drama(notes=[note(1, A, "apple")]), drama(notes=[note(1, A, "zebra")]))
    notes = merged.document["notes"]
    assert isinstance(notes, list)
    assert merged.told == [Told("versions", "note", notes[0], notes[1], A)]


def test_a_change_that_beats_a_removal_is_told_with_the_item() -> None:
    changed = note(1, A, "better")
    assert merge(drama(notes=[note(1, A, "first")]), drama(), drama(notes=[changed])).told == [
        Told("kept", "note", changed, uid=A)
    ]
    seen = round_(A, episodes={"1": None, "2": None})
    assert merge(drama(rounds=[round_(A, episodes={"1": None})]), drama(rounds=[seen]), drama()).told == [
        Told("kept", "round", seen, uid=A)
    ]


def test_new_numbers_are_told_with_the_old() -> None:
    ours = drama(next_id=6, notes=[note(5, B, "ours")])
    theirs = drama(next_id=6, notes=[note(5, A, "theirs")])
    assert merge(drama(), ours, theirs).told == [Told("number", "note", 6, 5, B)]
    ours = drama(next_id=6, reviews=[review(4, C, "see [[6]]")])
    theirs = drama(next_id=7, notes=[note(6, A, "theirs")])
    assert merge(drama(), ours, theirs).told == [Told("nowhere", "[[]]", 7, 6)]


def test_facts_are_told_with_the_value_that_does_not_stand() -> None:
    base = drama(aired={"from": "2020-12-16"}, rounds=[round_(A, screen="small", episodes={"1": None})])
    ours = base | {"title": "Run on!", "aired": {"from": "2020-12-17"}, "synopsis": {"text": "a", "source": "mine"}}
    theirs = base | {"title": "Keep Running", "aired": {"from": "2020-12-18"}, "synopsis": {"text": "a"}}
    ours |= {"rounds": [round_(A, screen="big", episodes={"1": None})]}
    theirs |= {"rounds": [round_(A, screen="wide", episodes={"1": None})]}
    for one, other in ((ours, theirs), (theirs, ours)):
        assert set(map(repr, merge(base, one, other).told)) == {
            repr(Told("fact", "title", "Run on!", "Keep Running")),
            repr(Told("fact", "aired.from", "2020-12-18", "2020-12-17")),
            repr(Told("fact", "synopsis", {"text": "a"}, {"text": "a", "source": "mine"})),
            repr(Told("fact", "round.screen", "wide", "big")),
        }


def test_a_synopsis_that_became_a_note_is_told_with_it() -> None:
    ours = drama(synopsis={"text": "He runs."})
    theirs = drama(synopsis={"text": "A runner.", "source": "Viki"})
    merged = merge(drama(), ours, theirs)
    notes = merged.document["notes"]
    assert isinstance(notes, list)
    assert isinstance(notes[0], dict)
    assert notes[0]["text"] == "A runner.\n\nViki"
    assert merged.told == [Told("synopsis", "synopsis", {"text": "He runs."}, notes[0], str(notes[0]["uid"]))]


def test_days_are_told_with_the_round() -> None:
    base: Document = drama(rounds=[round_(A, episodes={"3": None})])
    ours = drama(rounds=[round_(A, episodes={"3": "2021-01-02"})])
    theirs = drama(rounds=[round_(A, episodes={"3": "2021-01-01"})])
    assert merge(base, ours, theirs).told == [Told("day", "3", "2021-01-01", "2021-01-02", A)]


def test_a_day_is_told_in_words() -> None:
    line = "was changed on both sides: 2021-01-01 stands, not 2021-01-02"
    assert told_line(Told("day", "3", "2021-01-01", "2021-01-02", A)) == f"the day of episode 3 {line}"
    assert told_line(Told("day", "started", "2021-01-01", "2021-01-02", A)) == f"the day it was started {line}"


def test_a_date_that_is_off_is_told() -> None:
    ours, theirs = drama(aired={"off": ["2021-01-01"]}), drama(aired={"extra": ["2021-01-01"]})
    assert merge(drama(), ours, theirs).told == [Told("off", "aired", "2021-01-01")]


def test_what_one_side_did_is_not_told() -> None:
    base = drama(title="Run On", notes=[note(1, A, "first")], synopsis={"text": "He runs."}, tags=["x"])
    ours = drama(title="Run On!", synopsis={"text": "A runner."}, notes=[note(1, A, "better", spoiler="minor")])
    assert merge(base, ours, base).told == []
    assert merge(base, base, ours).told == []

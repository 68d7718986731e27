"""Second versions: kept once, known again, never lost where they are thrown away here and wanted there."""

import pytest

from tests.journal.keep.judging import content
from tests.journal.keep.merge_table import A, B, C, D, drama, note, review
from watchlog.journal.drama.records import Document
from watchlog.journal.drama.uids import records
from watchlog.journal.keep.merging import merge

FIRST = drama(notes=[note(1, A, "first")])
BOTH = merge(FIRST, drama(notes=[note(1, A, "apple")]), drama(notes=[note(1, A, "zebra")])).document
APPLE = str(records(BOTH, "notes")[1]["uid"])
"""The uid of the second version."""


def both(*notes: Document) -> Document:
    return BOTH | {"notes": [*notes]}


def texts(document: Document) -> list[str]:
    return sorted(str(one["text"]) for one in records(document, "notes"))


def hold(base: Document | None, ours: Document, theirs: Document) -> Document:
    """The merge, which is the same again with each side, and either way round."""
    result = merge(base, ours, theirs).document
    assert content(merge(base, theirs, ours).document) == content(result)
    assert merge(base, result, ours).document == result
    assert merge(base, result, theirs).document == result
    return result


_APPLE = note(5, APPLE, "apple", merged=True)
WANTED = [
    ("thrown away on both sides", both(note(1, A, "apple")), both(note(1, A, "quince"))),
    ("thrown away where it was picked", both(note(1, A, "apple")), both(note(1, A, "quince"), _APPLE)),
    ("thrown away where another was written", both(note(1, A, "apple"), _APPLE), both(note(1, A, "quince"))),
    ("still there on both sides", both(note(1, A, "apple"), _APPLE), both(note(1, A, "quince"), _APPLE)),
    ("picked, the greater words", both(note(1, A, "apple")), both(note(1, A, "aardvark"), _APPLE)),
]


@pytest.mark.parametrize(("ours", "theirs"), [case[1:] for case in WANTED], ids=[case[0] for case in WANTED])
def test_a_version_that_was_picked_here_while_another_was_written_there(ours: Document, theirs: Document) -> None:
    result = hold(BOTH, ours, theirs)
    assert {"apple", *texts(theirs)} <= {*texts(result)}
    assert len(texts(result)) == 2


def test_a_mark_on_other_words_is_another_mark() -> None:
    """Both looked at it, both wrote something else: the new versions are marked though the old marks were taken off."""
    result = hold(BOTH, both(note(1, A, "apple")), both(note(1, A, "quince")))
    assert [one.get("merged") for one in records(result, "notes")] == [True, True]


def test_a_version_that_was_gone_on_with_is_known() -> None:
    ours, theirs = drama(notes=[note(1, A, "apple")]), both(note(1, A, "zebra"), note(5, APPLE, "apple pie"))
    assert hold(None, ours, theirs)["notes"] == [note(1, A, "zebra"), note(5, APPLE, "apple pie")]


def test_words_that_were_written_anew_where_their_version_says_something_else() -> None:
    ours, theirs = both(note(1, A, "apple"), note(5, APPLE, "pear")), drama(notes=[note(1, A, "zebra")])
    assert texts(hold(None, ours, theirs)) == ["apple", "pear", "zebra"]


def test_three_wordings_are_three_versions_in_any_order() -> None:
    one, two, three = (drama(notes=[note(1, A, text)]) for text in ("apple", "pear", "zebra"))
    results = [
        merge(None, merge(None, *pair).document, other).document
        for pair, other in (((one, two), three), ((two, three), one), ((three, one), two))
    ]
    assert all(texts(result) == ["apple", "pear", "zebra"] for result in results)
    uids = [{str(found["uid"]): str(found["text"]) for found in records(result, "notes")} for result in results]
    assert uids[0] == uids[1] == uids[2]
    assert uids[0][A] == "zebra"


def test_a_known_version_leads_where_its_words_lead() -> None:
    """What it led to was removed there, and comes back: without a base nothing is removed."""
    ours = drama(notes=[note(1, B, "rain")], reviews=[review(2, A, "see [[1]]")])
    theirs = merge(None, ours, drama(notes=[note(1, B, "rain")], reviews=[review(2, A, "zebra")])).document
    without_note = {name: value for name, value in theirs.items() if name != "notes"}
    result = hold(None, ours, without_note)
    assert sorted(str(one["text"]) for one in records(result, "reviews")) == ["see [[1]]", "zebra"]
    assert records(result, "notes")[0]["id"] == 1


def test_a_number_typed_in_vain_that_both_gave_to_something() -> None:
    """It leads to two things now: as two wordings."""
    base = drama(reviews=[review(4, C, "see [[5]]")])
    ours = drama(next_id=6, reviews=[review(4, C, "see [[5]]")], notes=[note(5, A, "ours")])
    theirs = drama(next_id=6, reviews=[review(4, C, "see [[5]]")], notes=[note(5, B, "theirs")])
    result = hold(base, ours, theirs)
    assert sorted(str(one["text"]) for one in records(result, "reviews")) == ["see [[5]]", "see [[6]]"]


def test_two_references_of_which_each_side_knows_one() -> None:
    ours = drama(notes=[note(1, A, "one")], reviews=[review(4, C, "see [[1]], [[9]], [[8]]")])
    theirs = drama(notes=[note(2, B, "two")], reviews=[review(4, C, "see [[7]], [[2]], [[6]]")])
    result = hold(None, ours, theirs)
    assert [one["text"] for one in records(result, "reviews")] == ["see [[1]], [[2]], [[8]]"]


def test_a_note_that_was_moved_among_the_scenes() -> None:
    """By hand, with its uid: it is the same item, there."""
    scene: Document = {"id": 1, "uid": A, "text": "first"}
    result = hold(FIRST, drama(scenes=[scene]), FIRST)
    assert (result.get("notes"), result["scenes"]) == (None, [scene])
    result = hold(FIRST, drama(scenes=[scene]), drama(notes=[note(1, A, "better")]))
    assert {len(records(result, "notes")), len(records(result, "scenes"))} == {1}


def test_a_synopsis_that_was_thrown_away_and_is_wanted_again() -> None:
    base = merge(drama(), drama(synopsis={"text": "He runs."}), drama(synopsis={"text": "A runner."})).document
    picked = {name: value for name, value in base.items() if name != "notes"} | {"synopsis": {"text": "A runner."}}
    ours, theirs = picked, base | {"synopsis": {"text": "They run."}}
    bare = {name: value for name, value in theirs.items() if name != "notes"}
    for other in (theirs, bare):
        result = hold(base, ours, other)
        assert (result["synopsis"], texts(result)) == ({"text": "They run."}, ["A runner."])


def test_the_synopsis_that_has_a_text_stands() -> None:
    ours = drama(synopsis={"source": "Viki"})
    result = merge(None, ours, drama(synopsis={"text": "A runner."}))
    assert result.document["synopsis"] == {"text": "A runner."}
    assert [told.kind for told in result.told] == ["fact"]


def test_tags_of_a_song_are_words_where_they_are_no_list() -> None:
    song: Document = {"id": 1, "uid": D, "title": "Blue", "tags": "sad"}
    assert hold(None, drama(songs=[song]), drama(songs=[song]))["songs"] == [song]


def test_a_document_of_before_uids_that_is_merged_again() -> None:
    """Its item is the one both sides changed, and not the second version of equal words; it may speak of itself."""
    for text in ("apple", "apple [[1]]"):
        old: list[Document] = [{"id": 1, "episode": 1, "text": text}, {"id": 2, "episode": 1, "text": "see [[1]]"}]
        other: list[Document] = [{"id": 1, "episode": 1, "text": "zebra"}, {"id": 2, "episode": 1, "text": "see [[1]]"}]
        result = hold(None, drama(notes=[*old]), drama(notes=[*other]))
        assert texts(result) == [text, "see [[1]]", "zebra"]

"""What other programs get wrong where two sides meet: each is one small meeting of documents."""

import pytest

from tests.journal.keep.merge_table import A, B, C, D, bare, drama, note, review
from watchlog.journal.drama.records import Document
from watchlog.journal.drama.uids import records
from watchlog.journal.keep.merging import merge

NONE = drama()


def texts(document: Document) -> list[str]:
    return sorted(str(one["text"]) for one in records(document, "notes"))


def merged(base: Document | None, ours: Document, theirs: Document) -> Document:
    return merge(base, ours, theirs).document


def test_both_merge_and_then_meet_again_and_each_item_is_there_once() -> None:
    ours, theirs = drama(notes=[note(1, A, "x")], next_id=2), drama(notes=[note(1, B, "y")], next_id=2)
    here, there = merged(NONE, ours, theirs), merged(NONE, theirs, ours)
    for base in (NONE, ours, theirs, None):
        again = merged(base, here, there)
        assert texts(again) == ["x", "y"]
        assert merged(here, again, there) == again
        assert merged(base, again, here) == again


def test_items_of_before_uids_that_both_added_are_one_under_two_numbers() -> None:
    here, there = drama(notes=[bare(1, "x"), bare(2, "y")]), drama(notes=[bare(1, "y"), bare(2, "x")])
    result = merged(None, here, there)
    assert texts(result) == ["x", "y"]
    assert len({one["uid"] for one in records(result, "notes")}) == 2


def test_both_made_the_drama_and_there_is_no_base() -> None:
    ours = drama(notes=[note(1, A, "here")], added="2021-01-01T20:00:00+00:00")
    theirs = drama(notes=[note(1, B, "there")], added="2021-01-02T20:00:00+00:00", uid="runonccc")
    result = merged(None, ours, theirs)
    assert texts(result) == ["here", "there"]
    assert (result["uid"], result["added"]) == (ours["uid"], ours["added"])


def test_removed_here_and_changed_there_is_kept_and_told() -> None:
    result = merge(drama(notes=[note(1, A, "a")]), drama(), drama(notes=[note(1, A, "b")]))
    assert texts(result.document) == ["b"]
    assert [told.kind for told in result.told] == ["kept"]


def test_removed_on_both_goes_once_and_takes_no_neighbour_with_it() -> None:
    base = drama(notes=[note(1, A, "one"), note(2, B, "two"), note(3, C, "three")])
    ours = drama(notes=[note(2, B, "two"), note(3, C, "three, ours")])
    theirs = drama(notes=[note(2, B, "two"), note(3, C, "three")])
    assert records(merged(base, ours, theirs), "notes") == [note(2, B, "two"), note(3, C, "three, ours")]


def test_a_list_set_in_another_order_here_and_added_to_there_has_each_item_once() -> None:
    first, second, third, fourth = (note(id, uid, uid) for id, uid in enumerate((A, B, C, D), 1))
    result = merged(
        drama(notes=[first, second, third]),
        drama(notes=[second, first, third]),
        drama(notes=[first, second, third, fourth]),
    )
    assert [one["id"] for one in records(result, "notes")] == [2, 1, 3, 4]


def test_the_same_question_has_the_same_answer_each_time() -> None:
    base = drama(notes=[note(1, A, "first")], country="Japan")
    ours = drama(notes=[note(1, A, "ours")], country="South Korea")
    theirs = drama(notes=[note(1, A, "theirs")], country="Korea")
    answers = [merge(base, ours, theirs) for _ in range(3)]
    assert answers[0] == answers[1] == answers[2]
    assert texts(answers[0].document) == ["ours", "theirs"]


@pytest.mark.parametrize("ours_first", [True, False])
def test_which_side_git_calls_ours_decides_no_words(ours_first: bool) -> None:
    """A rebase has the sides the other way round."""
    base = drama(title="Run On")
    sides = [drama(title="Run On, here"), drama(title="Run On, there")]
    result = merge(base, *(sides if ours_first else sides[::-1]))
    assert result.document["title"] == "Run On, there"
    assert any("Run On, here" in str(told) for told in result.told)


def test_a_reference_follows_the_item_whose_number_two_sides_gave() -> None:
    base = drama(notes=[note(1, A, "first")], next_id=2)
    ours = drama(notes=[note(1, A, "first"), note(2, B, "here")], next_id=3)
    theirs = drama(notes=[note(1, A, "first"), note(2, C, "there")], reviews=[review(3, D, "see [[2]]")], next_id=4)
    result = merged(base, ours, theirs)
    (number,) = [one["id"] for one in records(result, "notes") if one["text"] == "there"]
    assert [one["text"] for one in records(result, "reviews")] == [f"see [[{number}]]"]

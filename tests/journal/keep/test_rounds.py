"""Merged rounds: which are the same, their order, and that of their episodes."""

import pytest

from tests.journal.keep.merge_table import A, B, C, drama, round_
from watchlog.journal.drama.records import Document
from watchlog.journal.drama.uids import records
from watchlog.journal.keep.merging import merge


def _episodes(document: Document) -> list[str]:
    return [str(one["episodes"]) for one in records(document, "rounds")]


def test_episodes_stand_in_the_order_of_their_numbers() -> None:
    ours = drama(rounds=[round_(A, episodes={"1": None, "10": None})])
    theirs = drama(rounds=[round_(A, episodes={"2": None, "1": None})])
    assert _episodes(merge(None, ours, theirs).document) == ["{'1': None, '2': None, '10': None}"]


def test_a_round_that_is_one_with_another_stays_where_it_stood() -> None:
    """The last round is the current one."""
    ours = drama(rounds=[round_(B, episodes={"1": None}), round_(C, episodes={"5": None})])
    theirs = drama(rounds=[round_(A, episodes={"1": None, "2": None})])
    rounds = records(merge(None, ours, theirs).document, "rounds")
    assert [one["uid"] for one in rounds] == [A, C]


@pytest.mark.parametrize("uids", [["aaaaaaaa", "zzzzzzzz"], ["zzzzzzzz", "aaaaaaaa"]])
@pytest.mark.parametrize("changed", [False, True])
def test_rounds_that_lost_their_uids_are_those_of_the_other_side(uids: list[str], changed: bool) -> None:
    seen: list[Document] = [{"1": None, "2": "2021-01-25"}, {"1": None, "2": None}]
    ours = drama(rounds=[round_(uid, episodes=one) for uid, one in zip(uids, seen, strict=True)])
    lost: list[Document] = [{"episodes": {**one, "3": None} if changed else one} for one in seen]
    for first, second in ((ours, drama(rounds=[*lost])), (drama(rounds=[*lost]), ours)):
        rounds = records(merge(None, first, second).document, "rounds")
        assert {str(one["uid"]): one["episodes"] for one in rounds} == {
            uid: one["episodes"] for uid, one in zip(uids, lost, strict=True)
        }

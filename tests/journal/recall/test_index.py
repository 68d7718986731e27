"""What the index of words finds is what looking through all the text finds: how many, and where, how well."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from watchlog.journal.recall import index as indexes
from watchlog.journal.recall import lookup
from watchlog.journal.recall.index import index_of, number_of
from watchlog.journal.recall.lookup import RANKS, Found, Search
from watchlog.journal.recall.ranking import INSIDE, Sought

Dramas = list[list[tuple[str, str]]]

DAYS = ["", "2020", "2021-01", "2021-01-25", "2020-12-24"]
LETTERS = st.sampled_from(
    [
        "a",
        "b",
        "ab",
        "ba",
        "é",
        "라",
        "라마",
        "ไทย",
        "漢字",
        ".",
        "-",
        "]",
        "^",
        "7",
        "_",
        "\0",
        "\U0001f600",
        "ł",
        "𠮷",
    ]
)
TOKENS = st.lists(LETTERS, min_size=1, max_size=3).map("".join)
TEXTS = st.lists(TOKENS, max_size=5).map(" ".join)
DRAMAS = st.lists(st.lists(st.tuples(st.sampled_from(DAYS), TEXTS), min_size=1, max_size=4), max_size=4)
PHRASES = st.lists(TOKENS, min_size=1, max_size=3).map(" ".join)
SOUGHT = st.builds(Sought, st.lists(PHRASES, max_size=2), st.lists(PHRASES, max_size=1))


def search(dramas: Dramas) -> Search:
    index, beside = index_of((f"drama-{number}", drama) for number, drama in enumerate(dramas))
    return Search(index, beside.__getitem__)


def looked_through(dramas: Dramas, sought: Sought) -> list[list[Found]]:
    """What is found by looking at every passage: by rank, those of that or a better one."""
    found = [
        (sought.rank(text), Found(number_of(day), f"drama-{number}"))
        for number, drama in enumerate(dramas)
        for day, text in drama
        if sought.is_in(text)
    ]
    found.sort(key=lambda one: (-one[1].day, one[1].slug))
    return [[one for is_rank, one in found if is_rank <= rank] for rank in RANKS]


def asked(dramas: Dramas, sought: Sought) -> list[list[Found]]:
    """What the index finds."""
    hits = search(dramas).hits(sought)
    found = [list(hits.as_well_as(rank)) for rank in RANKS]
    assert hits.passages == len(found[INSIDE])
    return found


@given(DRAMAS, SOUGHT)
@example([[("2020", "ab a"), ("2021-01", "a b ab")]], Sought(["b a"], ["ab b"]))
@example([[("2020", "xa a a")]], Sought(["a a"]))
@example([[("2020", "aa a")]], Sought(["a a"]))
@example([[("", "")]], Sought([], []))
def test_it_finds_what_looking_through_finds(dramas: Dramas, sought: Sought) -> None:
    assert asked(dramas, sought) == looked_through(dramas, sought)


@contextmanager
def few_signs() -> Iterator[None]:
    """Where all pieces but two are written as two characters."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(indexes, "_PAIRS", 3)
        patched.setattr(indexes, "_RANGE", 2)
        yield


@given(DRAMAS, SOUGHT)
def test_it_does_where_a_character_is_not_enough_for_a_sign(dramas: Dramas, sought: Sought) -> None:
    with few_signs():
        assert asked(dramas, sought) == looked_through(dramas, sought)


@given(DRAMAS, SOUGHT, st.integers(1, 20), st.integers(0, 2), *[st.integers(1, 4)] * 3, st.integers(0, 2))
def test_it_does_whatever_is_common_few_and_short(
    dramas: Dramas, sought: Sought, common: int, few: int, block: int, shelf: int, short: int, many: int
) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(indexes, "_COMMON", common)
        patched.setattr(lookup, "_FEW", few)
        patched.setattr(lookup, "_MANY", many)
        for module in (indexes, lookup):
            patched.setattr(module, "BLOCK", block)
            patched.setattr(module, "SHELF", shelf)
        patched.setattr(indexes, "_SHORT", short)
        assert asked(dramas, sought) == looked_through(dramas, sought)


@given(DRAMAS, SOUGHT, st.sets(st.sampled_from(["drama-0", "drama-2"])))
def test_a_drama_that_is_not_asked_answers_nothing(dramas: Dramas, sought: Sought, unasked: set[str]) -> None:
    hits = search(dramas).hits(sought, unasked)
    everywhere = looked_through(dramas, sought)
    assert [list(hits.as_well_as(rank)) for rank in RANKS] == [
        [one for one in found if one.slug not in unasked] for found in everywhere
    ]


def test_of_a_text_only_what_may_hold_a_phrase_is_read() -> None:
    with pytest.MonkeyPatch.context() as patched:
        for module in (indexes, lookup):
            patched.setattr(module, "BLOCK", 1)
        passages = [("2023", "rain and snow"), ("2022", "rain or snow"), ("2021", "and rain"), ("2020", "wind")]
        index, beside = index_of([("one", passages)])
        read: list[int] = []

        def block(number: int) -> bytes:
            read.append(number)
            return beside[number]

        searched = Search(index, block)
        assert searched.hits(Sought(["rain and"])).passages == 1
        assert read == [0, 2]


def test_of_a_common_word_no_text_is_read() -> None:
    index, _ = index_of([("one", [("2020", "rain and snow"), ("2021", "rain")])])
    searched = Search(index, lambda number: pytest.fail("it was read"))
    assert searched.hits(Sought(["rain"])).passages == 2
    assert searched.hits(Sought(["wind"])).passages == 0
    with pytest.raises(pytest.fail.Exception):
        searched.hits(Sought(["rain and"]))


def test_nothing_is_found_in_nothing() -> None:
    assert search([]).hits(Sought(["rain"])).passages == 0
    assert search([]).hits(Sought(["rain and snow"])).passages == 0
    assert list(search([]).hits(Sought([])).as_well_as(INSIDE)) == []

"""Who is who: uids that two machines make alike."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchlog.journal.drama.records import Document, Json
from watchlog.journal.drama.uids import (
    alike,
    drama_uid,
    hashed_uid,
    item_uid,
    items_of,
    new_uid,
    records,
    round_uid,
    sorted_json,
    with_uids,
)

OLD: Document = {
    "slug": "run-on",
    "title": "Run On",
    "added": "2021-01-01T20:00:00+00:00",
    "rounds": [{"started": "2021-01-01", "episodes": {"2": "2021-01-02", "1": None}}, {"started": "2022-01-01"}],
    "notes": [{"id": 1, "episode": 1, "text": "one"}, {"id": 2, "episode": 1, "text": "one"}],
    "scenes": [{"id": 3, "text": "rain"}],
}
jsons: st.SearchStrategy[Json] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=5,
)


def test_a_uid_is_eight_small_letters() -> None:
    for uid in (new_uid(), hashed_uid("a", 1, None, 2.5, "é\ud800")):
        assert len(uid) == 8
        assert uid.isascii()
        assert uid.isalpha()
        assert uid.islower()
    assert new_uid() != new_uid()


def test_two_machines_hash_alike() -> None:
    """In another process, with another order of sets and dicts."""
    words = "from tests.journal.drama.test_uids import OLD; from watchlog.journal.drama.uids import with_uids as w"
    shown = subprocess.run(
        [sys.executable, "-c", f"{words}; print(w(OLD))"], capture_output=True, text=True, check=True
    ).stdout
    assert shown.strip() == str(with_uids(OLD))


def test_what_is_hashed_stays() -> None:
    """These stand in people's files: another hash would make other items of them."""
    drama = with_uids(OLD)
    assert drama["uid"] == hashed_uid("drama", "2021-01-01T20:00:00+00:00", "run-on") == "vetmpdlz"
    assert [item["uid"] for _, item in items_of(drama)] == ["icjrvbui", "wkrmooqc", "dqfvtsbu"]
    assert [one["uid"] for one in records(drama, "rounds")] == ["drptthlc", "wncfxprm"]


def test_every_item_and_round_gets_a_uid_and_nothing_else_changes() -> None:
    drama = with_uids(OLD)
    uids = [
        str(record.pop("uid")) for record in [drama, *(item for _, item in items_of(drama)), *records(drama, "rounds")]
    ]
    assert len({*uids}) == len(uids) == 6
    assert drama == OLD


def test_uids_that_are_there_stay() -> None:
    drama = with_uids(OLD)
    assert with_uids(drama) == drama


def test_the_second_of_one_uid_is_new() -> None:
    copied: Document = OLD | {
        "uid": "runonaaa",
        "notes": [{"id": 1, "uid": "aaaaaaaa", "text": "one"}, {"id": 2, "uid": "aaaaaaaa", "text": "two"}],
        "scenes": [{"id": 3, "uid": "aaaaaaaa", "text": "rain"}],
        "rounds": [{"uid": "bbbbbbbb"}, {"uid": "bbbbbbbb"}],
    }
    items = [item for _, item in items_of(with_uids(copied))]
    assert [item["uid"] for item in items] == [
        "aaaaaaaa",
        item_uid("runonaaa", "note", {"id": 2}),
        item_uid("runonaaa", "scene", {"id": 3}),
    ]
    first, second = (one["uid"] for one in records(with_uids(copied), "rounds"))
    assert (first, second == "bbbbbbbb") == ("bbbbbbbb", False)


def test_a_uid_that_is_taken_is_made_anew() -> None:
    taken = item_uid("runonaaa", "note", {"id": 7})
    drama = with_uids({"uid": "runonaaa", "notes": [{"id": 9, "uid": taken}, {"id": 7, "text": "by hand"}]})
    first, second = (item["uid"] for _, item in items_of(drama))
    assert (first, second) == (taken, item_uid("runonaaa", "note", {"id": 7}, {taken}))
    assert first != second


def test_an_item_without_a_number_is_named_by_its_words() -> None:
    one = item_uid("runonaaa", "note", {"text": "see [[7]] ", "spoiler": "major", "tags": ["x"]})
    assert one == item_uid("runonaaa", "note", {"text": "see\u00a0[[12]]"})
    assert one != item_uid("runonaaa", "scene", {"text": "see [[7]]"})
    drama = with_uids({"uid": "runonaaa", "notes": [{"text": "one"}, {"text": "one"}]})
    assert len({str(item["uid"]) for _, item in items_of(drama)}) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"episodes": {"2": "2021-01-02", "10": "2021-01-01"}}, {"episodes": {"10": None, "2": "2021-01-02"}}),
        ({"started": "2021", "episodes": {"1": None}}, {"started": "2021"}),
    ],
)
def test_a_round_is_named_by_its_place_and_its_first_dated_episode_or_its_start(one: Document, other: Document) -> None:
    assert round_uid("runonaaa", 1, one) == round_uid("runonaaa", 1, other)
    assert round_uid("runonaaa", 1, one) != round_uid("runonaaa", 2, one)


def test_a_drama_that_has_no_day_has_a_uid() -> None:
    assert drama_uid({"slug": "run-on"}) == drama_uid({"slug": "run-on", "added": None}) != drama_uid({})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a\u00a0b\tc", "a b c"),
        ("“It’s”", '"It\'s"'),
        ("a  \r\nb\u2003", "a\nb"),
        ([{"text": "«a» "}], [{"text": '"a"'}]),
    ],
)
def test_what_is_alike(one: Json, other: Json) -> None:
    assert alike(one) == alike(other)


@pytest.mark.parametrize(("one", "other"), [("a b", "ab"), ("a\nb", "a b"), ("'", '"'), ("A", "a"), ("a  b", "a b")])
def test_what_is_not(one: Json, other: Json) -> None:
    assert alike(one) != alike(other)


@given(jsons, jsons)
def test_equal_values_and_no_others_have_one_text(one: Json, other: Json) -> None:
    assert (sorted_json(one) == sorted_json(other)) == (_typed(one) == _typed(other))


def _typed(value: Json) -> object:
    """The value, where True is not 1."""
    if isinstance(value, bool):
        return "bool", value
    if isinstance(value, list):
        return [_typed(one) for one in value]
    if isinstance(value, dict):
        return {name: _typed(one) for name, one in value.items()}
    return value


@given(st.lists(jsons, max_size=3), st.lists(jsons, max_size=3))
def test_what_is_hashed_is_never_taken_for_something_else(one: list[Json], other: list[Json]) -> None:
    assert (hashed_uid(*one) == hashed_uid(*other)) == (_typed(one) == _typed(other))

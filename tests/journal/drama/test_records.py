"""A drama comes back from disk as it was, with what nobody knows; and what is no drama is named by its path."""

import json
import re
from collections.abc import Iterator
from itertools import chain
from typing import Any

import pytest
from hypothesis import given
from msgspec import inspect as types

from tests.checking import checked
from tests.journal.making import documents
from tests.journal.scenarios import a_drama
from watchlog.journal.drama.documents import sparse, whole, with_progress
from watchlog.journal.drama.encoding import from_bytes, to_bytes
from watchlog.journal.drama.reading import RecordError, read_drama
from watchlog.journal.drama.records import (
    KINDS,
    WITHIN,
    CastMember,
    Document,
    Drama,
    Json,
    Line,
    Note,
    Quote,
    Rating,
    Review,
    Round,
    Scene,
    Song,
)


def assert_kept(found: Json, given_: Json, where: str = "") -> None:
    """Whatever was given is there, but what is empty."""
    if isinstance(given_, dict):
        assert isinstance(found, dict), where
        for name, part in given_.items():
            if name in found:
                assert_kept(found[name], part, f"{where}.{name}")
            else:
                assert part in (None, False, "", [], {}, "none"), f"{where}.{name} is lost"
    elif isinstance(given_, list):
        assert isinstance(found, list), where
        assert len(found) == len(given_), where
        for number, (one, part) in enumerate(zip(found, given_, strict=True)):
            assert_kept(one, part, f"{where}[{number}]")
    else:
        assert found == given_, where
        assert isinstance(given_, bool) == isinstance(found, bool), where


@given(documents())
def test_a_drama_comes_back_as_it_was_written(document: Document) -> None:
    drama = read_drama(document, "run-on")
    written = sparse(drama)
    again = read_drama(from_bytes(to_bytes(written), ""), "run-on")
    assert sparse(again) == written
    assert to_bytes(sparse(again)) == to_bytes(written)
    assert_kept(written, document)
    assert drama.unknown == {name: part for name, part in document.items() if name not in whole(a_drama("x"))}


@given(documents())
def test_the_whole_document_has_every_field_and_means_the_same(document: Document) -> None:
    drama = read_drama(document, "run-on")
    full = with_progress(drama)
    assert full.pop("progress") == {"seen": len(drama.seen), "of": drama.episodes}
    assert set(whole(a_drama("x"))) <= set(full)
    assert read_drama(full, "run-on") == drama


def test_fields_stand_in_the_order_of_the_design_and_empty_ones_are_left_out() -> None:
    drama = a_drama("run-on", notes=1)
    drama.unknown["mine"] = 1
    drama.notes[0].unknown["mood"] = None
    assert re.sub('\n *"uid": "[a-z]{8}",', "", to_bytes(checked(drama)).decode()) == (
        '{\n  "slug": "run-on",\n  "title": "Run On",\n  "type": "drama",\n  "episodes": 16,\n'
        '  "status": "plan-to-watch",\n  "notes": [\n    {\n      "id": 1,\n      "episode": 1,\n'
        '      "text": "비가 온다 1\\n그리고…",\n      "mood": null\n    }\n  ],\n  "next_id": 2,\n  "mine": 1\n}\n'
    )


def test_unknown_fields_named_like_the_programs_own_words_do_no_harm() -> None:
    names = ["items", "shelves", "new_id", "unknown", "seen", "review", "__class__", "from_", "__dict__", "check"]
    mine: Document = {name: [1] for name in names}
    note: Document = {"id": 4, "episode": 1, **mine}
    document: Document = {"title": "Run On", "notes": [note], **mine}
    drama = read_drama(document, "run-on")
    assert drama.new_id() == 5
    assert [item.id for item in drama.items()] == [4]
    written = sparse(drama)
    assert {name: written[name] for name in names} == mine
    assert read_drama(written, "run-on") == drama


def test_a_drama_as_full_as_can_be_holds_a_real_review() -> None:
    drama = a_drama("run-on")
    drama.rounds.append(Round(started="2020-12-16", episodes={"1": "2020-12-16", "2": None}))
    drama.ratings.append(Rating(on="2021-01", overall=8.5, music=9))
    lines = [Line(speaker="Oh Mi Joo", text="Why?", original="왜?"), Line(speaker="Ki Seon Gyeom", text="Because.")]
    drama.quotes.append(Quote(id=drama.new_id(), lines=lines, episode=2, at="1:02:03"))
    drama.cast.append(CastMember(id=drama.new_id(), actor="Im Si Wan", character="Ki Seon Gyeom", role="main"))
    drama.songs.append(Song(id=drama.new_id(), title="Blue Bird", artist="Solar", lyrics="…\n\n…\n"))
    drama.scenes.append(Scene(id=drama.new_id(), text="the umbrella", episode=3, spoiler="major"))
    drama.reviews.append(Review(id=drama.new_id(), text="# Must-watch\n\nIf it keeps going like this", verdict="must"))
    drama.notes.append(Note(id=drama.new_id(), episode=1, rating=9.5))
    again = read_drama(from_bytes(to_bytes(checked(drama)), ""), "run-on")
    assert again == drama
    assert [item.id for item in again.items()] == [6, 1, 2, 3, 4, 5]
    assert again.seen == {"1": "2020-12-16", "2": None}
    assert again.rating == Rating(on="2021-01", overall=8.5, music=9)
    assert again.review == drama.reviews[0]
    assert set(again.shelves()) == set(KINDS)


def test_an_id_is_never_given_twice_even_after_its_item_is_gone() -> None:
    drama = a_drama("run-on", notes=3)
    drama.notes.clear()
    again = read_drama(sparse(drama), "run-on")
    assert again.new_id() == 4
    assert read_drama({"title": "?", "notes": [{"id": 9, "episode": 1}], "next_id": 2}, "x").new_id() == 10


def at(path: str, value: Any) -> Document:
    """A good document with one thing wrong."""
    document: dict[str, Any] = json.loads(to_bytes(sparse(a_drama("run-on", notes=2))))
    document |= {
        "aired": {"from": "2020-12-16"},
        "rounds": [{"episodes": {"1": None}}],
        "ratings": [{"overall": 9}],
        "quotes": [{"id": 8, "lines": [{"text": "Why?"}]}],
        "cast": [{"id": 9, "actor": "Im Si Wan"}],
    }
    read_drama(document, "run-on")
    *way, last = [int(step) if step.isdigit() else step for step in path.split("/")]
    part: Any = document
    for step in way:
        part = part[step]
    part[last] = value
    return document


@pytest.mark.parametrize(
    ("path", "value", "where", "reason"),
    [
        ("title", "", "title", "it has no words"),
        ("title", " \n", "title", "it has no words"),
        ("title", None, "title", "expected str"),
        ("title", 7, "title", "expected str, got int"),
        ("slug", "mother", "slug", "it says mother, the file is named run-on"),
        ("slug", "Run On", "slug", "a slug is small letters and digits"),
        ("type", "film", "type", "film"),
        ("status", "seen", "status", "seen"),
        ("year", 20, "year", "1870"),
        ("year", "2020", "year", "expected int"),
        ("year", True, "year", "expected int"),
        ("year", 2020.5, "year", "expected int"),
        ("episodes", 0, "episodes", ">= 1"),
        ("episodes", 1, "notes[1].episode", "episode 2 of 1"),
        ("tags", "calm", "tags", "expected array"),
        ("tags", ["calm", 1], "tags[1]", "expected str"),
        ("genres", None, "genres", "expected array"),
        ("aired/from", "2021-02-30", "aired.from", "a date is YYYY-MM-DD"),
        ("aired/from", "2021-2-3", "aired.from", "a date is YYYY-MM-DD"),
        ("aired/from", "16.12.2020", "aired.from", "a date is YYYY-MM-DD"),
        ("aired/to", "2020-11", "aired", "it ends on 2020-11, before it begins on 2020-12-16"),
        ("aired/days", ["Mittwoch"], "aired.days[0]", "Mittwoch"),
        ("ratings/0/overall", 9.3, "ratings[0].overall", "a score is 1 to 10 in half points"),
        ("ratings/0/overall", 0, "ratings[0].overall", "a score is 1 to 10"),
        ("ratings/0/overall", 10.5, "ratings[0].overall", "a score is 1 to 10"),
        ("ratings/0/overall", "9", "ratings[0].overall", "expected float"),
        ("notes/0/episode", 17, "notes[0].episode", "episode 17 of 16"),
        ("notes/0/id", 2, "id", "2 is given to two items"),
        ("notes/0/id", 9, "id", "9 is given to two items"),
        ("notes/0/id", 0, "notes[0].id", ">= 1"),
        ("notes/0/spoiler", "huge", "notes[0].spoiler", "huge"),
        ("notes/0/spoiler", None, "notes[0].spoiler", "expected str"),
        ("notes/1", "rain", "notes[1]", "expected object"),
        ("quotes/0/lines", [], "quotes[0].lines", "length >= 1"),
        ("quotes/0/lines/0/text", "", "quotes[0].lines[0].text", "it has no words"),
        ("quotes/0/at", "12", "quotes[0].at", "a moment is MM:SS"),
        ("quotes/0/at", "1:99", "quotes[0].at", "a moment is MM:SS"),
        ("quotes/0/episode", 17, "quotes[0].episode", "episode 17 of 16"),
        ("cast/0/role", "villain", "cast[0].role", "villain"),
        ("rounds/0/episodes", {"17": None}, "rounds[0].episodes", "episode 17 of 16"),
        ("rounds/0/episodes", {"01": None}, "rounds[0].episodes", "an episode is a number from 1 up"),
        ("rounds/0/episodes", {"1": "soon"}, "rounds[0].episodes[...]", "a date is YYYY-MM-DD"),
        ("rounds/0/finished", "soon", "rounds[0].finished", "a date is YYYY-MM-DD"),
        ("next_id", "3", "next_id", "expected int"),
    ],
)
def test_what_is_no_drama_is_named_by_its_path(path: str, value: Any, where: str, reason: str) -> None:
    with pytest.raises(RecordError) as caught:
        read_drama(at(path, value), "run-on")
    assert caught.value.where == where
    assert reason in caught.value.reason
    assert str(caught.value) == f"{where}: {caught.value.reason}"


def test_a_drama_without_a_title_is_none() -> None:
    with pytest.raises(RecordError, match="title"):
        read_drama({}, "run-on")


@pytest.mark.parametrize("text", ["2020-02-29", "2000-02-29", "2021-12-31", "0001-01-01", "9999", "2021-04-30"])
def test_days_that_exist_are_dates(text: str) -> None:
    assert read_drama({"title": "x", "aired": {"from": text}}, "x").aired


@pytest.mark.parametrize(
    "text",
    ["2021-02-29", "1900-02-29", "2021-04-31", "2021-13", "2021-00", "2021-01-00", "0000", "2021-01-01\n", "", "२०२१"],
)
def test_days_that_do_not_exist_are_none(text: str) -> None:
    with pytest.raises(RecordError, match=r"aired\.from"):
        read_drama({"title": "x", "aired": {"from": text}}, "x")


def _held(shape: types.Type) -> Iterator[type]:
    """The records that a field holds, by its type."""
    match shape:
        case types.StructType(cls=record):
            yield record
        case types.ListType(item_type=within) | types.Metadata(type=within):
            yield from _held(within)
        case types.UnionType(types=several):
            yield from chain.from_iterable(map(_held, several))


def test_every_record_within_a_record_is_in_the_table() -> None:
    """In another, fields that the program does not know would be lost."""
    left: list[type] = [Drama]
    found: dict[type, dict[str, type]] = {}
    for shape in left:
        known = types.type_info(shape)
        assert isinstance(known, types.StructType)
        if within := {field.encode_name: one for field in known.fields for one in _held(field.type)}:
            found[shape] = within
        left += [record for record in within.values() if record not in left]
    assert found == WITHIN

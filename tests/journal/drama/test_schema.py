"""The schema of a drama is true for everything the program writes, and refuses what it refuses to read."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from msgspec import ValidationError, convert

from tests.checking import checked
from tests.formats.dramas import dramas
from tests.journal.making import documents, jsons
from tests.trying import examples
from watchlog import sample
from watchlog.journal.drama import records
from watchlog.journal.drama.dates import exists
from watchlog.journal.drama.documents import with_progress
from watchlog.journal.drama.reading import RecordError, read_drama
from watchlog.journal.drama.records import Document, Drama, Record
from watchlog.journal.drama.schema import drama_schema

SCHEMA = drama_schema()
VALIDATOR = Draft202012Validator(SCHEMA)
SAMPLES = sorted((Path(sample.__path__[0]) / "dramas").glob("*.json"))

FULL: Document = {
    "slug": "run-on",
    "title": "Run On",
    "aired": {"from": "2020-12-16"},
    "synopsis": {"text": "He runs."},
    "rounds": [{"started": "2021", "episodes": {"1": None}}],
    "ratings": [{"overall": 8.5}],
    "notes": [{"id": 1, "episode": 1}],
    "quotes": [{"id": 2, "lines": [{"text": "a"}]}],
    "cast": [{"id": 3, "actor": "Im Si Wan"}],
    "songs": [{"id": 4, "title": "Blue Bird"}],
    "scenes": [{"id": 5, "text": "a"}],
    "reviews": [{"id": 6}],
}
WHOLE: dict[str, Document] = {
    "Drama": {"title": "Run On"},
    "Note": {"id": 1, "episode": 1},
    "Quote": {"id": 1, "lines": [{"text": "a"}]},
    "CastMember": {"id": 1, "actor": "a"},
    "Song": {"id": 1, "title": "a"},
    "Scene": {"id": 1, "text": "a"},
    "Review": {"id": 1},
    "Line": {"text": "a"},
    **{name: {} for name in ("Aired", "Synopsis", "Round", "Rating", "Imported")},
}
ODD: list[Any] = [
    *(None, True, False, 0, 1, -1, 16, 100_001, 1869, 1870, 2999, 3000, 2**63, 8.0, 8.5, 8.25, 10.5, 0.5),
    *("", " ", "\t\n", "\x1c", "\x85", "\u00a0", "\ufeff", "\u200b", "a", "run-on", "Run On", "run--on", "a" * 65),
    *("2021", "2021-02", "2021-13", "2021-02-28", "2021-02-29", "2020-02-29", "2021-04-31", "0000", "2021\n", "202"),
    *("12:30", "12:60", "1:02:03", "123:45", "1:2", "12:30\n", "monday", "Monday", "minor", "main", "drama", "dropped"),
    *([], {}, [None], ["a"], [{}], [["a"]], {"1": None}, {"0": None}, {"1": "x"}, {"01": None}, {"text": "a"}),
    *({"id": 1, "episode": 1}, [{"id": 1, "episode": 1}], [{"id": 0, "episode": 1}], [{"text": "a"}], [{"text": " "}]),
]  # fmt: skip
FIELDS = sorted({field for one in SCHEMA["$defs"].values() for field in one["properties"]} | {"mood", "lines"})


def valid(document: object) -> bool:
    return bool(VALIDATOR.is_valid(document))


def read(document: object, shape: type[Record] = Drama) -> bool:
    """Whether the records take it, days that exist and all: what a schema can say, but that it takes 16.0 for 16."""
    try:
        record = convert(with_whole_numbers(document), shape)
    except ValidationError:
        return False
    return all(exists(day) for day in days(record))


def days(part: object) -> Iterator[str]:
    """Every date of a record."""
    if isinstance(part, Record):
        for name in part.__struct_fields__:
            found = getattr(part, name)
            if name in ("on", "from_", "to", "started", "finished") and found:
                yield found
            elif isinstance(found, dict):
                yield from (day for day in found.values() if isinstance(day, str))
            elif name in ("off", "extra"):
                yield from found
            else:
                yield from days(found)
    elif isinstance(part, list):
        for one in part:
            yield from days(one)


def with_whole_numbers(part: Any) -> Any:
    if isinstance(part, dict):
        return {key: with_whole_numbers(one) for key, one in part.items()}
    if isinstance(part, list):
        return [with_whole_numbers(one) for one in part]
    return int(part) if isinstance(part, float) and part.is_integer() else part


def test_it_is_a_schema_of_the_newest_dialect() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA
    assert {"$id", "title", "description"} <= SCHEMA.keys()


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_sample_holds_to_it(path: Path) -> None:
    document = json.loads(path.read_bytes())
    VALIDATOR.validate(document)
    VALIDATOR.validate(with_progress(read_drama(document, path.stem)))


@examples(40)
@given(documents())
def test_whatever_can_be_written_down_holds_to_it(document: Document) -> None:
    drama = read_drama(document, "run-on")
    VALIDATOR.validate(document)
    VALIDATOR.validate(checked(drama))
    VALIDATOR.validate(with_progress(drama))


@examples(25)
@given(dramas())
def test_whatever_can_be_posted_and_brought_back_holds_to_it(drama: Drama) -> None:
    drama.slug = "run-on"
    VALIDATOR.validate(checked(drama))
    VALIDATOR.validate(with_progress(drama))


def places(document: Any) -> Iterator[Any]:
    """Every object and list in a document."""
    if isinstance(document, (dict, list)):
        yield document
        for part in document.values() if isinstance(document, dict) else document:
            yield from places(part)


@examples(300)
@given(st.data())
def test_it_takes_what_the_records_take_and_refuses_what_they_refuse(data: st.DataObject) -> None:
    document: Any = json.loads(json.dumps(FULL))
    for _ in range(data.draw(st.integers(1, 2))):
        there = data.draw(st.sampled_from(list(places(document))))
        odd = data.draw(st.sampled_from(ODD) | jsons)
        if isinstance(there, list):
            there[:] = data.draw(st.sampled_from([[odd], [*there, odd], []]))
        elif there and data.draw(st.booleans()):
            there[data.draw(st.sampled_from(sorted(there)))] = odd
        else:
            there[data.draw(st.sampled_from(FIELDS))] = odd
    assert valid(document) == read(document)


@pytest.mark.parametrize("name", sorted(SCHEMA["$defs"]))
def test_every_odd_value_is_judged_alike_in_every_field(name: str) -> None:
    shape = getattr(records, name)
    validator = Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": SCHEMA["$defs"]})
    for field in [*SCHEMA["$defs"][name]["properties"], "mood"]:
        for odd in ODD:
            document = WHOLE[name] | {field: odd}
            assert validator.is_valid(document) == read(document, shape), document


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"title": " "},
        {"title": 5},
        {"title": "a", "slug": ""},
        {"title": "a", "slug": "Run-On"},
        {"title": "a", "year": "2020"},
        {"title": "a", "status": "seen"},
        {"title": "a", "episodes": 0},
        {"title": "a", "aired": {"from": "16 December"}},
        {"title": "a", "rounds": [{"episodes": {"one": None}}]},
        {"title": "a", "ratings": [{"overall": 9.3}]},
        {"title": "a", "notes": [{"episode": 1}]},
        {"title": "a", "notes": {}},
        {"title": "a", "quotes": [{"id": 1, "lines": []}]},
        {"title": "a", "quotes": [{"id": 1, "lines": [{"text": "b"}], "at": "1:2:3"}]},
        [],
        "a",
    ],
)
def test_a_wrong_document_does_not_hold(wrong: object) -> None:
    assert not valid(wrong)


def patterns(part: object) -> Iterator[str]:
    if isinstance(part, dict):
        for key, one in part.items():
            if key == "pattern" and isinstance(one, str):
                yield one
            else:
                yield from patterns(one)
    elif isinstance(part, list):
        for one in part:
            yield from patterns(one)


@pytest.mark.skipif(shutil.which("node") is None, reason="there is no node to ask about ECMAScript")
def test_its_patterns_mean_the_same_in_ecmascript() -> None:
    texts = [odd for odd in ODD if isinstance(odd, str)]
    texts += [chr(code) for code in range(0x3100) if not 0xD800 <= code < 0xE000]
    texts += [
        f"{year}-{month:02}-{day:02}" for year in (1900, 2000, 2021, 2024) for month in range(14) for day in range(33)
    ]
    found = sorted(set(patterns(SCHEMA)))
    assert len(found) == 7
    script = (
        "let given = JSON.parse(require('fs').readFileSync(0, 'utf8'));"
        "for (let flags of ['', 'u']) console.log(JSON.stringify("
        "given.patterns.map(p => given.texts.map(t => new RegExp(p, flags).test(t)))))"
    )
    ended = subprocess.run(
        ["node", "-e", script],
        input=json.dumps({"patterns": found, "texts": texts}),
        capture_output=True,
        text=True,
        check=True,
    )
    ours = [[re.search(pattern, text) is not None for text in texts] for pattern in found]
    assert [json.loads(line) for line in ended.stdout.splitlines()] == [ours, ours]


def with_fractions(part: Any) -> Any:
    """Each whole number as jq writes it: 16.0."""
    if isinstance(part, dict):
        return {key: with_fractions(one) for key, one in part.items()}
    if isinstance(part, list):
        return [with_fractions(one) for one in part]
    return float(part) if isinstance(part, int) and not isinstance(part, bool) else part


@pytest.mark.parametrize("next_id", [None, 1, 7, 99])
def test_the_program_reads_whole_numbers_as_the_schema_does(next_id: int | None) -> None:
    """And whatever the counter says, the next id is above those that are there."""
    whole = FULL | {"episodes": 16, "year": 2020} | ({} if next_id is None else {"next_id": next_id})
    document = with_fractions(whole | {"mine": 3})
    assert valid(document)
    drama = read_drama(document, "run-on")
    assert drama.episodes == 16
    assert type(drama.episodes) is type(drama.notes[0].id) is int
    assert drama.next_id == max(7, next_id or 0)
    assert drama.unknown == {"mine": 3.0}
    assert not valid(document | {"episodes": 16.5})
    with pytest.raises(RecordError):
        read_drama(document | {"episodes": 16.5}, "run-on")

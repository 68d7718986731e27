"""The dramas that a query fits, and queries that name dramas."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from msgspec import msgpack

from tests.journal.making import documents
from watchlog.errors import NotFound
from watchlog.journal.drama.reading import read_drama
from watchlog.journal.drama.records import Drama
from watchlog.journal.journal import Journal
from watchlog.journal.recall.query.dramas import Dramas, of_dramas, with_slugs
from watchlog.journal.recall.query.facts import Further, further
from watchlog.journal.recall.query.parsing import parse
from watchlog.journal.recall.query.printing import as_text
from watchlog.journal.store.catalogue import Catalogue

SLUGS = {"run on": "run-on", "런 온": "run-on", "signal": "signal-2016"}


def slug_of(name: str) -> str:
    if name not in SLUGS:
        raise NotFound(name)
    return SLUGS[name]


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (["run on", "signal"], "drama:run-on,signal-2016"),
        (["run on", "런 온", "by:Oh"], "drama:run-on by:Oh"),
        (["by:Oh sort:-year"], "by:Oh sort:-year"),
        (["-(run on)", "genre:a"], "-drama:run-on genre:a"),
        (["genre:a or (signal)"], "genre:a or drama:signal-2016"),
        (["@best"], "drama:run-on genre:b"),
        ([], ""),
    ],
)
def test_words_name_dramas(arguments: list[str], text: str) -> None:
    query = parse(arguments, {"best": '"run on" genre:b'}.get)
    assert as_text(of_dramas(query, slug_of)) == text


def test_a_term_names_dramas_wherever_it_stands() -> None:
    query = parse(["run on", "-drama:signal,런 온 or genre:a sort:-year"])
    assert as_text(with_slugs(query, slug_of)) == '("run on" -drama:signal-2016,run-on) or genre:a sort:-year'


def test_a_name_that_is_none_is_told() -> None:
    with pytest.raises(NotFound, match="lost"):
        of_dramas(parse(["lost"]), slug_of)


@pytest.fixture
def shelf(journal: Journal, tmp_path: Path) -> Dramas:
    with journal.change("add") as change:
        change.put(read_drama({"title": "Run On", "genres": ["Romance"], "ratings": [{"overall": 9, "music": 8}]}, "r"))
        change.put(read_drama({"title": "A Signal", "year": 2016, "rounds": [{"episodes": {"1": "2021-01-02"}}]}, "s"))
        change.put(read_drama({"title": "The Beginning", "year": 2019, "genres": ["Life"]}, "b"))
    return Dramas(Catalogue(journal.storage, tmp_path / "cache"), date(2021, 1, 26))


@pytest.mark.parametrize(
    ("arguments", "slugs"),
    [
        ([], "b r s"),
        (["genre:romance or watched:2021-01"], "r s"),
        (["music:8"], "r"),
        (["-music:8", "sort:year"], "b s"),
        (["sort:-year"], "s b r"),
        (["-sort:title"], "s r b"),
        (["on"], "r"),
    ],
)
def test_the_dramas_that_fit_in_their_order(shelf: Dramas, arguments: list[str], slugs: str) -> None:
    assert [row.slug for row in shelf.in_order(parse(arguments))] == slugs.split()


def test_what_rows_know_opens_nothing_else(shelf: Dramas, tmp_path: Path) -> None:
    shelf.in_order(parse(["genre:romance -year:2016 is:unrated actor:x"]))
    assert not list((tmp_path / "cache").rglob("further"))
    assert shelf.fitting(parse(["notes:1.."]).tree) == []


@given(made=documents().map(lambda document: read_drama(document, "run-on", rules=False)))
def test_what_is_kept_apart_comes_back(made: Drama) -> None:
    assert msgpack.decode(msgpack.encode(further(made)), type=Further) == further(made)

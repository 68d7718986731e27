"""The quotes that a query fits."""

from datetime import date
from pathlib import Path

import pytest

from tests.views.dramas import run_on
from watchlog.journal.drama.reading import read_drama
from watchlog.journal.drama.records import Json
from watchlog.journal.drama.words import parse_words
from watchlog.journal.journal import Journal
from watchlog.journal.recall.query.dramas import Dramas
from watchlog.journal.recall.query.options import from_options
from watchlog.journal.recall.query.parsing import parse
from watchlog.journal.recall.query.quotes import fitting
from watchlog.journal.recall.query.tree import Query
from watchlog.journal.recall.quotes import all_quoted
from watchlog.journal.store.catalogue import Catalogue


@pytest.fixture
def catalogue(journal: Journal, tmp_path: Path) -> Catalogue:
    line: dict[str, Json] = {
        "id": 1,
        "lines": [{"speaker": "Park Dong Hoon", "text": "One umbrella."}],
        "on": "2021-01-02",
    }
    with journal.change("add") as change:
        change.put(run_on())
        change.put(read_drama({"title": "My Mister", "year": 2018, "quotes": [line]}, "my-mister"))
    return Catalogue(journal.storage, tmp_path / "cache")


def found(catalogue: Catalogue, query: Query) -> list[int]:
    fits = fitting(all_quoted(catalogue), query, Dramas(catalogue, date(2021, 1, 26)))
    return [quote.id for one in fits for quote in one.quotes]


@pytest.mark.parametrize(
    ("speaker", "ids"),
    [("oh mi joo", [8]), ("MI JOO", [8]), ("young", [9]), ("seo dan ah", [9]), ("nobody", []), ("", [1, 8, 9, 14])],
)
def test_a_speaker_is_known_by_a_part_of_the_name(catalogue: Catalogue, speaker: str, ids: list[int]) -> None:
    assert found(catalogue, from_options(by=speaker)) == ids
    assert not speaker or found(catalogue, parse([f"by:{speaker}"])) == ids


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (["fall"], [8]),
        (["넘어져요"], [8]),
        (["to nobody"], [8]),
        (["dream", "why"], [9]),
        (["dream", "fall"], []),
        (["oh mi joo:"], [8]),
    ],
)
def test_words_are_looked_for_in_all_of_it(catalogue: Catalogue, words: list[str], ids: list[int]) -> None:
    assert found(catalogue, from_options(words=parse_words(words))) == ids
    assert found(catalogue, from_options(by="oh mi joo", words=["dream"])) == []


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("in:quotes sort:year", [8, 9, 14, 1]),
        ("sort:-year", [1, 8, 9, 14]),
        ("year:2018", [1]),
        ("episode:2", [8]),
        ("on:2021", [1]),
        ("-spoiler:none", [14]),
        ("by:joo or year:2018", [1, 8]),
        ("-by:joo genre:romance -spoiler:major", [9]),
        ("in:notes", []),
        ("genre:nothing", []),
    ],
)
def test_quotes_answer_for_themselves_and_as_their_drama(catalogue: Catalogue, text: str, ids: list[int]) -> None:
    assert found(catalogue, parse([text])) == ids

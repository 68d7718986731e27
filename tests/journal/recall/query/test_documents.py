"""A query is a query of TinyDB, too."""

from datetime import date
from pathlib import Path

import pytest
from tinydb import where

import watchlog
from watchlog.errors import Damaged
from watchlog.journal.drama.reading import read_drama
from watchlog.journal.journal import Journal
from watchlog.journal.recall.query.documents import as_tinydb
from watchlog.journal.recall.query.parsing import parse


@pytest.fixture
def folder(journal: Journal, root: Path) -> Path:
    with journal.change("add") as change:
        change.put(read_drama({"title": "Run On", "genres": ["Romance"], "year": 2020}, "run-on"))
        change.put(read_drama({"title": "Signal", "genres": ["Crime"], "year": 2016}, "signal-2016"))
        change.put(read_drama({"title": "Lost", "ratings": [{"on": "2021-01-25", "overall": 9}]}, "lost"))
    return root


def found(folder: Path, *arguments: str) -> list[str]:
    query = as_tinydb(parse(arguments), date(2021, 1, 26))
    return [str(document.doc_id) for document in watchlog.open(folder).table("dramas").search(query)]


def test_a_table_is_searched_with_it(folder: Path) -> None:
    assert found(folder, "genre:romance") == ["run-on"]
    assert found(folder, "-genre:romance", "year:..2016") == ["signal-2016"]
    assert found(folder, "rated:yesterday") == ["lost"]
    assert found(folder, "2016") == ["signal-2016"]  # it stands in the slug
    assert found(folder, "drama:signal-2016") == ["signal-2016"]
    assert found(folder) == ["lost", "run-on", "signal-2016"]


def test_it_goes_with_other_queries(folder: Path) -> None:
    romance = as_tinydb(parse(["genre:romance"]))
    table = watchlog.open(folder).table("dramas")
    assert [one["title"] for one in table.search(romance | (where("year") == 2016))] == ["Run On", "Signal"]
    assert table.count(~romance) == 2
    assert romance({"title": "Run On", "genres": ["Romance"], "slug": "run-on"})


def test_one_query_is_another_where_it_asks_the_same() -> None:
    day = date(2021, 1, 26)
    one, same = as_tinydb(parse(["rating>=8"]), day), as_tinydb(parse(["rating:8.."]), day)
    assert one == same
    assert hash(one) == hash(same)
    assert one != as_tinydb(parse(["rating:8.."]), date(2021, 1, 27))


def test_what_is_no_drama_is_told() -> None:
    with pytest.raises(Damaged, match=r"run-on is no drama: year"):
        as_tinydb(parse(["a"]))({"title": "Run On", "slug": "run-on", "year": "old"})

"""Quotes are found again by who says them and by their words; one by chance gives nothing away."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchlog.journal.drama.reading import read_drama
from watchlog.journal.drama.records import Drama
from watchlog.journal.journal import Journal
from watchlog.journal.recall.quotes import (
    Quoted,
    all_quoted,
    as_document,
    by_chance,
    first,
    in_any_order,
    quotes_of,
    shuffled,
)
from watchlog.journal.store.catalogue import Catalogue


def drama(slug: str, *texts: str, spoiler: str = "none", speaker: str | None = None) -> Drama:
    quotes = [
        {"id": number, "lines": [{"speaker": speaker, "text": text}], "spoiler": spoiler}
        for number, text in enumerate(texts, start=1)
    ]
    return read_drama({"title": slug.title(), "quotes": quotes}, slug)  # type: ignore[dict-item]


def keep(journal: Journal, *dramas: Drama) -> None:
    with journal.change("add") as change:
        for one in dramas:
            change.put(one)


def ids(dramas: list[Quoted]) -> list[tuple[str, int]]:
    return [(one.slug, quote.id) for one in dramas for quote in one.quotes]


def test_all_stand_by_title_and_as_they_were_written(journal: Journal, tmp_path: Path) -> None:
    the_end = drama("the-end", "x")
    the_end.title = "The End"
    keep(journal, drama("zoo", "b", "a"), drama("apple", "c"), the_end, drama("none"))
    found = all_quoted(Catalogue(journal.storage, tmp_path))
    assert ids(found) == [("apple", 1), ("the-end", 1), ("zoo", 1), ("zoo", 2)]
    assert [quote.lines[0].text for quote in found[-1].quotes] == ["b", "a"]


@pytest.mark.parametrize(
    ("most", "found"), [(1, ["a1"]), (2, ["a1", "a2"]), (3, ["a1", "a2", "b1"]), (9, ["a1", "a2", "b1"])]
)
def test_the_first_are_cut_within_a_drama(most: int, found: list[str]) -> None:
    dramas = [quotes_of(drama("a", "x", "y")), quotes_of(drama("b", "z"))]
    assert [f"{slug}{id_}" for slug, id_ in ids(list(first(dramas, most)))] == found


def test_the_document_has_every_field_and_those_nobody_knows() -> None:
    one = read_drama(
        {"title": "Life", "quotes": [{"id": 3, "lines": [{"text": "a", "mood": 1}], "page": {"x": [2]}}]}, "life"
    )
    document = {
        "drama": "life",
        "title": "Life",
        "id": 3,
        "uid": None,
        "merged": False,
        "lines": [{"speaker": None, "text": "a", "original": None, "mood": 1}],
        "episode": None,
        "at": None,
        "note": None,
        "spoiler": "none",
        "on": None,
        "tags": [],
        "page": {"x": [2]},
    }
    assert quotes_of(one).documents == [document]
    assert as_document(one, one.quotes[0]) == document


def test_chance_picks_no_spoiler_be_it_major_or_minor(journal: Journal) -> None:
    keep(journal, drama("major", "x", spoiler="major"), drama("minor", "y", spoiler="minor"), drama("none"))
    assert by_chance(in_any_order(journal)) is None
    plain = drama("plain", "a", "b", "c")
    plain.quotes[0].spoiler, plain.quotes[2].spoiler = "minor", "major"
    keep(journal, plain)
    for _ in range(20):
        found = by_chance(in_any_order(journal))
        assert found
        assert found[1].lines[0].text == "b"


def test_chance_comes_to_every_drama_and_every_quote(journal: Journal) -> None:
    keep(journal, drama("one", "a", "b"), drama("two", "c"))
    found = {pair[1].lines[0].text for _ in range(200) if (pair := by_chance(in_any_order(journal)))}
    assert found == {"a", "b", "c"}


def test_chance_opens_no_more_than_it_must(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(journal, *(drama(f"drama-{number}", "x") for number in range(30)))
    opened: list[str] = []
    real = journal.storage.drama
    monkeypatch.setattr(journal.storage, "drama", lambda slug: opened.append(slug) or real(slug))  # type: ignore[func-returns-value]
    assert by_chance(in_any_order(journal))
    assert len(opened) == 1


def test_a_damaged_drama_is_passed_by_and_named(journal: Journal, root: Path, notices: list[str]) -> None:
    keep(journal, drama("one", "x"), drama("two", "y"))
    (root / "dramas" / "one.json").write_bytes(b"{")
    assert {found[0].slug for _ in range(30) if (found := by_chance(in_any_order(journal)))} == {"two"}
    assert "one.json" in notices[0]


def test_an_empty_journal_has_none(journal: Journal) -> None:
    assert by_chance(in_any_order(journal)) is None


@given(st.lists(st.integers(0, 5), max_size=9))
def test_shuffled_are_all_of_them(things: list[int]) -> None:
    assert sorted(shuffled(things)) == sorted(things)

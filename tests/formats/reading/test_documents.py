"""JSON of other people, in which anything may be missing, null, or written as something else."""

import pytest

from tests.formats.reading.sources import source
from watchlog.errors import Refused
from watchlog.formats.reading import documents
from watchlog.formats.reading.documents import Entry, document, listed
from watchlog.formats.reading.refusing import Unreadable
from watchlog.formats.reading.scores import score_of
from watchlog.journal.keep.rows import Refusal


def test_an_entry_is_asked_by_paths_and_gives_nothing_where_nothing_is() -> None:
    entry = document(
        source(
            '{"title": " Run\\u001b  On ", "ids": {"tmdb": "2", "tvdb": 3, "imdb": null}, "memo": {}, "year": 2020.0,'
            ' "note": "a\\r\\nb\\u0007", "tags": ["x", 1, null, ""], "plays": true, "list": [{"n": 1}, 2, {"n": "0"}]}'
        )
    )
    assert entry("title") == "Run On"
    assert [entry("ids", site) for site in ("tmdb", "tvdb", "imdb", "x")] == ["2", "3", "", ""]
    assert entry("ids", "x", "y") == ""
    assert entry.text("note") == "a\nb"
    assert (entry.text("memo", "text"), entry.text("memo")) == ("", "")
    assert (entry.number("year"), entry.number("plays"), entry.number("ids", "tmdb")) == (2020, None, 2)
    assert entry.names("tags") == ("x",)
    assert [one.number("n") for one in entry.entries("list")] == [1, 0]
    assert list(entry.entries("title")) == []
    assert (entry.true("plays"), entry.true("title")) == (True, False)
    assert [bool(entry.entry(name)) for name in ("ids", "memo", "title")] == [True, False, False]
    with pytest.raises(Unreadable, match="not a number: Run On"):
        entry.number("title")


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_its_encoding_is_found_out_as_a_tables(codec: str) -> None:
    found = [one for one in listed(source('[{"title": "런 온"}]'.encode(codec))) if isinstance(one, Entry)]
    assert [one("title") for one in found] == ["런 온"]


def test_half_a_character_costs_its_entry() -> None:
    one, other = listed(source('[{"title": "\\ud83d"}, {"title": "Run\tOn"}]'))
    assert isinstance(one, Entry)
    assert isinstance(other, Entry)
    with pytest.raises(Unreadable, match="half of a character"):
        one("title")
    assert other("title") == "Run On"
    assert one.called == ""


@pytest.mark.parametrize("content", ["", "[", '[{"title": "a"}', '{"title": 1}', "[" * 100_000, "nothing", '"a"'])
def test_what_is_no_array_is_refused_in_a_line(content: str) -> None:
    with pytest.raises(Refused) as error:
        list(listed(source(content, "file.json")))
    assert str(error.value).startswith("file.json")
    assert "\n" not in str(error.value)


def test_a_number_without_end_costs_its_entry() -> None:
    refused, entry = listed(source(f'[{{"title": 1{"0" * 5000}}}, {{"title": "Run On"}}]'))
    assert isinstance(refused, Refusal)
    assert isinstance(entry, Entry)
    assert entry("title") == "Run On"


def test_far_too_many_values_are_refused_before_they_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "_MOST_VALUES", 100)
    with pytest.raises(Refused, match="more than 100 values"):
        list(listed(source("[" + "[]," * 200 + "[]]")))


def test_what_is_refused_is_told_with_a_sign_for_each_half_of_a_character() -> None:
    entry = document(
        source('{"title": "Run \\ud800On", "show": {"note\\udc00": ["\\ud83c\\udf02 \\ud83c"], "year": 2020}}')
    )
    assert entry.called == ""
    assert entry.cells == {"title": "Run ?On", "show": '{"note?":["🌂 ?"],"year":2020}'}


def test_half_of_a_character_is_none_where_something_else_is_looked_for() -> None:
    entry = document(source(r'{"data": "\ud800{}", "rating": "9\ud800"}'))
    assert not entry.within("data")
    with pytest.raises(Unreadable, match=r"^not a score: 9\?$"):
        score_of(entry.score("rating"))

"""What the index of words finds is what looking through all the text finds: how many, the newest, how well."""

import zlib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from watchlog.journal.recall.index import DAY, Found, Index, Search, Words, index_of, number_of, packed_words, text_of
from watchlog.journal.recall.ranking import Sought

DAYS = ["", "2020", "2021-01", "2021-01-25", "2020-12-24"]
LETTERS = st.sampled_from(
    ["a", "b", "ab", "ba", "é", "라", "라마", "ไทย", "漢字", ".", "-", "7", "_", "\U0001f600", "ł"]
)
TOKENS = st.lists(LETTERS, min_size=1, max_size=3).map("".join)
TEXTS = st.lists(TOKENS, max_size=5).map(" ".join)
DRAMAS = st.lists(st.lists(st.tuples(st.sampled_from(DAYS), TEXTS), min_size=1, max_size=4), max_size=4)
PHRASES = st.lists(TOKENS, min_size=1, max_size=3).map(" ".join)
SOUGHT = st.builds(Sought, st.lists(PHRASES, max_size=2), st.lists(PHRASES, max_size=1))


def written(dramas: list[list[tuple[str, str]]]) -> list[Words]:
    return [packed_words(f"drama-{number}", drama) for number, drama in enumerate(dramas)]


def looked_through(dramas: list[Words], sought: Sought) -> list[Found]:
    """What is found by looking at every line."""
    found = []
    for drama in dramas:
        hits = [line for line in drama.lines.decode().split("\n") if sought.is_in(line[DAY + 1 :])]
        if hits:
            best = min(sought.rank(line[DAY + 1 :]) for line in hits)
            found.append(Found(drama.slug, max(number_of(line[:DAY]) for line in hits), len(hits), best))
    return found


def asked(dramas: list[Words], sought: Sought, *, broken: bool = False) -> list[Found]:
    """What the index finds; with the texts beside it `broken`, too."""
    index, texts = index_of(dramas)
    again = {drama.slug: text_of(drama) for drama in dramas}

    def tail(start: int, end: int) -> bytes:
        return b"" if broken else texts[start:end]

    return list(Search(index, tail, again.__getitem__).found(sought))


@given(DRAMAS, SOUGHT)
@example([[("2020", "ab a"), ("2021-01", "a b ab")]], Sought(["b a"], ["ab b"]))
@example([[("", "")]], Sought([], []))
def test_it_finds_what_looking_through_finds(dramas: list[list[tuple[str, str]]], sought: Sought) -> None:
    assert asked(written(dramas), sought) == looked_through(written(dramas), sought)


@given(DRAMAS, SOUGHT)
def test_it_does_where_its_texts_are_broken(dramas: list[list[tuple[str, str]]], sought: Sought) -> None:
    assert asked(written(dramas), sought, broken=True) == looked_through(written(dramas), sought)


@pytest.mark.parametrize("few", [1, 2**16])
def test_it_does_whether_passages_are_few_or_many(monkeypatch: pytest.MonkeyPatch, few: int) -> None:
    monkeypatch.setattr("watchlog.journal.recall.index._FEW", few)
    dramas = written([[("2020", "rain and snow"), ("2021", "snow")], [("", "snowfall")]])
    assert asked(dramas, Sought(["snow"])) == looked_through(dramas, Sought(["snow"]))
    assert asked(dramas, Sought(["and snow"])) == looked_through(dramas, Sought(["and snow"]))


def test_a_word_is_read_of_no_text_and_a_phrase_only_of_those_that_have_its_words() -> None:
    dramas = written([[("2020", "rain")], [("2020", "rain and snow")], [("2020", "rains and snow")]])
    index, texts = index_of(dramas)
    read: list[str] = []

    def tail(start: int, end: int) -> bytes:
        read.append(zlib.decompress(texts[start:end]).decode())
        return texts[start:end]

    def found(word: str) -> list[str]:
        return [one.slug for one in Search(index, tail, lambda slug: b"").found(Sought([word]))]

    assert found("rain") == ["drama-0", "drama-1", "drama-2"]
    assert read == []
    assert found("n and s") == ["drama-1"]
    assert read == ["rain and snow"], "where one of its words is not, its others need not be read"


def test_nothing_is_found_in_nothing() -> None:
    index, texts = index_of([])
    assert texts == b""
    assert index.passage_count == 0
    assert list(Search(index, lambda start, end: b"", lambda slug: b"").found(Sought(["rain"]))) == []
    assert isinstance(index, Index)

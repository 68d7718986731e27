"""What is asked with a hyphen is told apart from options, and options stay what they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchlog.journal.recall.query.arguments import set_apart

OPTIONS = {"--sort": True, "--genre": True, "--limit": True, "-n": True, "--json": False, "--help": False, "-h": False}


@pytest.mark.parametrize(
    "term",
    [
        "-genre:crime",
        "-Genre:crime",
        "-rating>8",
        "-notes=0",
        "-genr:crime",  # nearly a field: the query says so
        '-"the rain"',
        "-“the rain”",
        "-«the rain»",
        "-(genre:a or genre:b)",
        "-@best",
        "-sort:rating",
        "-by:Oh Mi Joo",
    ],
)
@pytest.mark.parametrize("words", [True, False])
def test_a_term_is_set_apart(term: str, words: bool) -> None:
    assert set_apart([term], OPTIONS, words=words) == ["--", term]
    assert set_apart(["run", term, "-n", "5", "or", "x"], OPTIONS, words=words) == (
        ["-n", "5", "--", "run", term, "or", "x"]
    )


@pytest.mark.parametrize(
    "word", ["-rain", "-sci-fi", "-로맨스", "-비", "-foo:bar", "-http://x", "-a phrase", "-sorted"]
)
def test_a_word_is_left_out_where_words_are_asked_for(word: str) -> None:
    assert set_apart([word], OPTIONS, words=True) == ["--", word]
    assert set_apart([word], OPTIONS) == [word]


@pytest.mark.parametrize(
    "arguments",
    [
        ["-n", "5"],
        ["-n5"],
        ["--ratng", "8"],
        ["--ratng:8"],
        ["--genre:crime"],
        ["-h"],
        ["-sort", "rating"],
        ["-genre", "crime"],
        ["-limit=5"],
        ["-x"],
        ["-5"],
        ["-"],
        ["-@"],
        ["--", "-rain"],
        ["--sort", "-genre:crime"],  # the value of an option
        ["--genre"],
        ["run", "--json", "genre:romance"],
        [],
    ],
)
@pytest.mark.parametrize("words", [True, False])
def test_options_stay(arguments: list[str], words: bool) -> None:
    assert set_apart(arguments, OPTIONS, words=words) == arguments


def test_what_follows_two_hyphens_is_asked_as_it_stands() -> None:
    assert set_apart(["-rain", "--json", "--", "--sort", "-n"], OPTIONS, words=True) == (
        ["--json", "--", "-rain", "--sort", "-n"]
    )


@given(st.lists(st.text(max_size=6) | st.sampled_from(["-n", "--sort", "--", "-rain", "-genre:x", "--json"])))
def test_nothing_is_lost(arguments: list[str]) -> None:
    apart = set_apart(arguments, OPTIONS, words=True)
    assert sorted([*apart, "--"]) in (sorted([*arguments, "--"]), sorted([*arguments, "--", "--"]))
    asked = set_apart([*arguments, "x"], OPTIONS, words=True)
    assert set_apart(asked, OPTIONS, words=True) == asked

"""What words are asked for, and where they stand, in every script."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchlog.errors import WrongUsage
from watchlog.journal.drama import words
from watchlog.journal.drama.comparing import alike, letters
from watchlog.journal.drama.words import as_asked, parse_words, spans


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (["umbrella"], ["umbrella"]),
        (["Umbrella", "RAIN"], ["umbrella", "rain"]),
        (["the same", "the  same"], ["the same"]),
        (["held it"], ["held it"]),
        (['"held it" over'], ["held it", "over"]),
        (["“held it”", "over"], ["held it", "over"]),
        (['one two "three four"'], ["one", "two", "three four"]),
        (['12"'], ['12"']),
        (["don’t"], ["don't"]),
        (["런", "온"], ["런", "온"]),
        (["STRASSE", "straße"], ["strasse"]),
        (["café", "ＢＴＳ"], ["cafe", "bts"]),
        (["«held it» over"], ["held it", "over"]),
        (["", " ", "a"], ["a"]),
    ],
)
def test_words_and_phrases_are_told_apart(asked: list[str], words: list[str]) -> None:
    assert parse_words(asked) == words


@pytest.mark.parametrize("asked", [[], [""], [" ", "\t\n"], ["\u200b"], ['" "']])
def test_without_a_word_there_is_nothing_to_look_for(asked: list[str]) -> None:
    with pytest.raises(WrongUsage, match="Search for what"):
        parse_words(asked)


def test_a_phrase_is_read_back_in_quotation_marks() -> None:
    assert as_asked(["held it", "over"]) == "“held it” over"


@pytest.mark.parametrize(
    ("text", "words", "lit"),
    [
        ("The umbrella, the Umbrella.", ["umbrella"], ["umbrella", "Umbrella"]),
        ("The umbrella.", ["um", "brella"], ["umbrella"]),
        ("aaa", ["aa"], ["aaa"]),
        ("a held  it b", ["held it"], ["held  it"]),
        ("First line / second line", ["line second"], ["line / second"]),
        ("Run On · 런 온", ["on 런"], ["On · 런"]),
        ("Straße, STRASSE", ["strasse"], ["Straße", "STRASSE"]),
        ("groß", ["s"], ["ß"]),
        (unicodedata.normalize("NFD", "나의 런 온"), ["런 온"], [unicodedata.normalize("NFD", "런 온")]),
        (unicodedata.normalize("NFD", "Ångström"), ["ström"], [unicodedata.normalize("NFD", "ström")]),
        ("It’s “so” it is", ["it's"], ["It’s"]),
        ("İstanbul", ["istanbul"], ["İstanbul"]),
        ("José at the café", ["jose", "cafe"], ["José", "café"]),
        ("ＢＴＳ and ﾌﾞﾙ", ["bts", "ブル"], ["ＢＴＳ", "ﾌﾞﾙ"]),
        ("c++ (a.b)", ["c++", "(a.b)"], ["c++", "(a.b)"]),
        ("nothing", ["umbrella"], []),
        ("", ["umbrella"], []),
    ],
)
def test_the_words_are_found_where_they_stand(text: str, words: list[str], lit: list[str]) -> None:
    assert [text[start:end] for start, end in spans(text, words)] == lit


@given(st.text(), st.text(alphabet="aße ́런ㄹǅİ“’ \u1100\u1161\u11a8", max_size=6))
def test_wherever_it_stands_it_is_found(before: str, word: str) -> None:
    wanted = alike(word)
    text = " ".join(f"{before} {word} {before}".split())
    found = spans(text, [wanted]) if wanted else []
    assert found or not wanted
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert all(end < following for (_, end), (following, _) in pairwise(found))


@given(
    st.lists(
        st.sampled_from(
            [
                "Rain",
                " ",
                "e",
                "\u0301",
                "é",
                "“",
                "ﬁ",
                "우",
                "\u1161",
                "\u11a8",
                "\u1100",
                "ﾞ",
                "ſ",
                "か",
                "\u3099",
                "ー",
                "漢",
            ]
        )
    ).map("".join)
)
def test_each_letter_comes_from_where_it_would_alone(text: str) -> None:
    alone = [(letters(text[start:end]), (start, end)) for start, end in words._characters(text)]
    spelt, starts, ends = words._spelt_out(text)
    assert spelt == "".join(plain for plain, _ in alone)
    assert list(zip(starts, ends, strict=True)) == [place for plain, place in alone for _ in plain]

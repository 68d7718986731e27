"""What spellings of the same words and names have in common, and in which order titles stand."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchlog.journal.drama import comparing
from watchlog.journal.drama.comparing import alike, as_they_are, bare, caseless, letters, meant, spelt, title_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ki Seon Gyeom", "KI SEON\n\nGYEOM"),
        ("런 온", unicodedata.normalize("NFD", "런 온")),
        ("Ångström", unicodedata.normalize("NFD", "ångstrÖM")),
        ("ΟΔΟΣ", "οδος"),
        ("It’s “so”", 'it\'s "so"'),
        ("rock ʼn’ roll", "rock 'n' roll"),
        ("hel\u00adlo\u200b", "hello"),
        ("a\u3000b\u00a0c", "a b c"),
        ("café", "CAFE"),
        ("ＢＴＳ", "bts"),
        ("ﾌﾞﾙｰ", "ブルー"),
        ("İstanbul", "istanbul"),
        ("ISTANBUL", "istanbul"),
        ("ıslak", "ISLAK"),
        ("Łódź", "lodz"),
        ("Straße", "STRASSE"),
        ("ﬁn…", "fin..."),
        ("spin–off — one", "spin-off - one"),
        ("Phở", "pho"),
        ("Ёлка", "елка"),
        ("❤️", "❤"),
    ],
)
def test_what_only_looks_different_is_the_same(one: str, other: str) -> None:
    assert alike(one) == alike(other)
    assert bare(one) == bare(other)


@pytest.mark.parametrize(
    ("one", "other"), [("ab", "a b"), ("か", "が"), ("ハ", "バ"), ("안", "아"), ("ไม่", "ไม"), ("run on", "run off")]
)
def test_what_is_different_stays_so(one: str, other: str) -> None:
    assert alike(one) != alike(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mr. Queen", "mr queen"),
        ("It’s Okay to Not Be Okay", "its okay to not be okay"),
        ("K-Drama", "kdrama"),
        ("Sci‐Fi", "sci fi"),
        ("Hello, My Twenties!", "hello my twenties"),
        ("Love ♥ Alarm", "love alarm"),
        ("응답하라 1988", "응답하라1988"),
        ("Run＿On", "RUN ON"),
        ("사랑의 불시착", unicodedata.normalize("NFD", "사랑의불시착")),
    ],
)
def test_in_names_punctuation_and_spaces_do_not_count(one: str, other: str) -> None:
    assert bare(one) == bare(other)


@pytest.mark.parametrize("name", ["!!!", "♥", "?", "…"])
def test_a_name_of_signs_alone_is_still_a_name(name: str) -> None:
    assert bare(name)
    assert bare(name) != bare("+")


def test_the_words_of_a_title_by_their_letters() -> None:
    assert spelt("It’s Okay — to “Not” Be Okay!") == "its okay to not be okay"


@given(st.text(), st.text())
def test_the_looser_holds_whatever_the_stricter_holds(one: str, other: str) -> None:
    for text in (one, other):
        for stricter in (caseless, alike):
            assert bare(stricter(text)) == bare(text)
    assert alike(alike(one)) == alike(one)
    assert alike(f"{one} {other}") == " ".join(filter(None, (alike(one), alike(other))))


@given(st.text(alphabet="aAÉéＢß’-ł ①ǆ우\u11a8か\u3099漢"))
def test_letters_and_words_are_those_of_each_character(text: str) -> None:
    assert letters(text) == unicodedata.normalize("NFC", "".join(map(letters, text)))


@given(st.text(alphabet=" \n\t\x1f\x85\u3000\u2028aÉ우"))
def test_words_stand_on_one_line_with_a_space_between(text: str) -> None:
    assert alike(text) == " ".join(letters(text).split())


def test_what_is_compared_as_it_stands_is() -> None:
    as_it_stands = [sign for sign in map(chr, range(0xD800)) if as_they_are().fullmatch(sign)]
    assert len(as_it_stands) > 30_000
    assert [comparing._ALIKE[ord(sign)] for sign in as_it_stands] == [sign.lower() for sign in as_it_stands]
    assert unicodedata.normalize("NFC", "".join(as_it_stands)) == "".join(as_it_stands)


def test_an_exact_match_wins_over_a_loose_one() -> None:
    names = [("Cafe", 1), ("Café", 2), ("CAFÉ!", 3), ("Cafeteria", 4)]
    assert meant("Café", names) == [2]
    assert meant("café", names) == [2]
    assert meant("CAFE", names) == [1]
    assert meant("ca fe", names) == [1, 2, 3]
    assert meant("cafet", names) == []
    assert meant("cafet", names, begun=True) == [4]
    assert meant("caf", names, begun=True) == [1, 2, 3, 4]
    assert meant("Éc", [("Éclair", 1), ("Eclipse", 2)], begun=True) == [1]
    assert meant("", names, begun=True) == []


def test_whoever_begins_so_is_meant_whatever_the_case() -> None:
    assert meant("Sig", [("SIGNAL", 1), ("Signify", 2)], begun=True) == [1, 2]


def test_titles_stand_as_in_a_dictionary() -> None:
    ordered = [
        "(500) Days of Summer", "2521", "#Alive", "Apple", "Éclair", "It's Okay", "“It’s” Okay Too", "Łódź", "The Run",
        "Run-On", "Run On 2", "Run On 10", "Runaway", "Über", "Zebra", "Ёлка", "ภาพ", "가나", "런 온", "하늘",
    ]  # fmt: skip
    assert sorted(set(ordered), key=title_key) == ordered

"""Whole words come before beginnings before insides."""

import unicodedata
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchlog.journal.drama.comparing import alike
from watchlog.journal.recall.ranking import BEGINNING, INSIDE, WHOLE, Sought, _is_edge, pieces


def rank(text: str, *words: str) -> int:
    return Sought([alike(word) for word in words]).rank(alike(text))


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("the rain fell", "rain", WHOLE),
        ("Rain.", "rain", WHOLE),
        ("“rain”", "rain", WHOLE),
        ("rain-soaked", "rain", WHOLE),
        ("Mi Joo's", "joo", WHOLE),
        ("raining", "rain", BEGINNING),
        ("a train", "rain", INSIDE),
        ("a train, raining", "rain", BEGINNING),
        ("training, raining, rain", "rain", WHOLE),
        ("the rain fell", "the rain", WHOLE),
        ("the raining", "the rain", BEGINNING),
        ("breathe rain", "the rain", INSIDE),
        ("rain2", "rain", BEGINNING),
        ("rain", "rain", WHOLE),
        ("첫사랑", "사랑", INSIDE),
        ("사랑은", "사랑", BEGINNING),
        ("私は雨が好き", "雨", WHOLE),
        ("大雨", "雨", WHOLE),
        ("ฝนตกหนัก", "ตก", WHOLE),
        ("アメ", "メ", WHOLE),
        ("SNS愛", "sns", WHOLE),
        ("ÉTÉ", unicodedata.normalize("NFD", "été"), WHOLE),
    ],
)
def test_whole_words_come_before_beginnings_before_insides(text: str, word: str, place: int) -> None:
    assert rank(text, word) == place


def test_the_worst_of_several_words_counts() -> None:
    assert rank("rain and umbrellas", "rain", "umbrella") == BEGINNING
    assert rank("train and umbrellas", "rain", "umbrella") == INSIDE
    assert rank("whatever") == WHOLE


def test_a_word_that_need_not_be_there_counts_where_it_is() -> None:
    asked = Sought(["rain"], optional=["sun"])
    assert asked.rank("rain") == WHOLE
    assert asked.rank("rain, sunny") == BEGINNING
    assert asked.best("rain, sunny") == WHOLE


def test_whole_words_come_first_and_then_the_newest() -> None:
    days = {"raining": 20210105, "rain": 20200101, "the rain": 20200102, "train": 20220101}
    found = sorted(days, key=lambda text: (rank(text, "rain"), -days[text]))
    assert found == ["the rain", "rain", "raining", "train"]


@given(lines=st.lists(st.text("ab -é雨"), min_size=1), word=st.text("abé雨", min_size=1))
def test_no_part_of_a_text_is_better_than_its_best(lines: list[str], word: str) -> None:
    asked = Sought([word])
    ranks = [asked.rank(line) for line in lines if asked.is_in(line)]
    assert asked.best("\n".join(lines)) == min(ranks, default=INSIDE)


@given(st.text(st.sampled_from("ab7_é.-' 라愛𠮷メตั愛") | st.characters()))
def test_a_text_is_cut_up_wherever_a_word_can_begin_or_end(text: str) -> None:
    text = alike(text)
    cut = pieces(text)
    assert "".join(cut) == text
    ends = set(accumulate(map(len, cut)))
    for place in range(1, len(text)):
        assert (place in ends) == (_is_edge(text, place) and text[place - 1] != " ")

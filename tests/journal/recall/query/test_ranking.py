"""A search finds whole words first, and leaves out what it is told to."""

import unicodedata

import pytest

from watchlog.journal.drama.comparing import alike
from watchlog.journal.recall.query.parsing import parse
from watchlog.journal.recall.query.printing import as_text
from watchlog.journal.recall.query.ranking import BEGINNING, INSIDE, WHOLE, Sought, sought
from watchlog.journal.recall.query.tree import Query


def looked_for(*arguments: str) -> Sought:
    return sought(parse(arguments, {"wet": 'rain "the umbrella"'}.get).tree)


def rank(text: str, *arguments: str) -> int:
    return looked_for(*arguments).rank(alike(text))


def is_in(text: str, *arguments: str) -> bool:
    return looked_for(*arguments).is_in(alike(text))


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
    assert rank("rain", "rain", "-umbrella") == WHOLE
    assert rank("whatever", "in:quotes") == WHOLE


def test_whole_words_come_first_and_then_the_newest() -> None:
    days = {"raining": 20210105, "rain": 20200101, "the rain": 20200102, "train": 20220101}
    found = sorted(days, key=lambda text: (rank(text, "rain"), -days[text]))
    assert found == ["the rain", "rain", "raining", "train"]


def test_a_word_left_out_leaves_out_what_it_would_find() -> None:
    assert is_in("rain", "rain", "-umbrella")
    assert not is_in("rain, umbrellas", "rain", "-umbrella")
    assert is_in("an umbrella for two", "umbrella", '-"two umbrella"')
    assert not is_in("umbrella for two", "umbrella", "-for two")
    assert not is_in("rain", "-rain")


def test_a_phrase_stands_as_it_is_across_lines_and_case() -> None:
    assert is_in("held\n\nThe umbrella", "held the", "umbrella")
    assert is_in("held\n\nThe umbrella", '"held the" umbrella')
    assert not is_in("the umbrella held", "held the")
    assert is_in("MI JOO’S", "“mi joo's”")


def test_terms_are_the_rest() -> None:
    asked = looked_for("rain", "genre:romance", "-snow", "-(mud genre:crime)", "sort:year")
    assert (asked.words, asked.without, asked.marked) == (["rain"], ["snow"], ["rain"])
    assert as_text(Query(asked.rest)) == "genre:romance -(mud genre:crime)"


def test_words_that_need_not_be_there_are_marked() -> None:
    asked = looked_for("(rain) or genre:romance", "@wet", "-(-sun genre:a)")
    assert (asked.words, asked.without) == ([], [])
    assert asked.marked == ["rain", "the umbrella", "sun"]
    assert asked.is_in("anything")


def test_what_shows_nothing_is_not_looked_for() -> None:
    assert looked_for("\u200b").words == []
    assert is_in("rain", '"\u200b"', '-"\u200b"')

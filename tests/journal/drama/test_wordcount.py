"""How many words somebody wrote."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchlog.journal.drama.wordcount import count_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("我不是程序員", 6),
        ("브레스 오브 더 와일드", 4),
        ("一二三 six", 4),
        ("すし、食べる。", 5),
        ("They talk. Don't they? Well-known.", 5),
        ("one—two … three / four", 4),
        ("", 0),
        (" — … !? 。", 0),
        ("# Run On\n\n* one\n* **two**\n12. three\n> four", 6),
        ("See [this page](https://example.org/a b) <https://example.org>", 3),
        ("<b>bold</b> and <br/> done [[7]] [[signal]]", 3),
        ("हिन्दी में", 2),
        ("3 < 4 and 5 > 2", 5),
    ],
)
def test_87_signs_of_chinese_and_japanese_words_of_everything_else(text: str, words: int) -> None:
    assert count_words(text) == words


@given(st.lists(st.sampled_from(["umbrella", "런온", "l'amour", "8.5"]), max_size=20), st.sampled_from(" \n\t"))
def test_words_between_blanks_are_counted(words: list[str], blank: str) -> None:
    assert count_words(blank.join(words)) == len(words)

"""One line out of a text: it fits, it holds what was found, and no sign is torn."""

import re
import unicodedata
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from watchlog.journal.drama.comparing import alike
from watchlog.journal.drama.text import clean_line
from watchlog.journal.drama.words import spans
from watchlog.views.typography.excerpt import excerpt

LONG = "They collide in the first ten minutes and neither apologises properly, which is how it begins and how it ends."


def cut(text: str, word: str, room: int) -> str:
    return excerpt(text, spans(text, [alike(word)]), room).plain


def lit(text: str, word: str, room: int = 200) -> list[str]:
    line = excerpt(text, spans(text, [alike(word)]), room)
    return [line.plain[span.start : span.end] for span in line.spans if span.style == "lit"]


def test_a_short_text_is_whole() -> None:
    assert cut("The umbrella.", "umbrella", 20) == "The umbrella."
    assert cut("The umbrella.", "umbrella", 13) == "The umbrella."


def test_a_long_one_is_cut_around_the_first_hit_between_words() -> None:
    assert cut(LONG, "collide", 40) == "They collide in the first ten …"
    assert cut(LONG, "apologises", 40) == "… neither apologises properly, which …"
    assert cut(LONG, "ends", 40) == "… is how it begins and how it ends."


def test_every_word_is_lit() -> None:
    line = excerpt("Rain on rain, and a train.", spans("Rain on rain, and a train.", ["rain", "and"]), 60)
    assert [line.plain[span.start : span.end] for span in line.spans] == ["Rain", "rain", "and", "rain"]


def test_what_is_cut_off_is_said_quietly() -> None:
    line = excerpt(LONG, spans(LONG, ["apologises"]), 40)
    assert [line.plain[span.start : span.end] for span in line.spans if span.style == "quiet"] == ["… ", " …"]


def test_it_never_begins_with_what_stands_between_two_fields() -> None:
    text = "Kobayashi Kaoru · Master · A scar down one eye that nobody asks about at all"
    assert cut(text, "nobody", 36).startswith("… ")
    for room in range(12, 80):
        assert not re.match(r"… [ ·/]", cut(text, "nobody", room))


@pytest.mark.parametrize("word", ["온", "들었다", "비가"])
def test_hangul_without_spaces_is_cut_by_cells(word: str) -> None:
    text = "비가온다고했는데우산을들었다놓았다런온" * 4
    for room in range(12, 60):
        line = cut(text, word, room)
        assert word in line
        assert cell_len(line) <= room


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_decomposed_hangul_is_not_torn(form: Literal["NFC", "NFD"]) -> None:
    text = unicodedata.normalize(form, "나의 아저씨는 런 온보다 조용하다 그리고 오래 남는다")
    for room in range(12, 50):
        line = unicodedata.normalize("NFC", cut(text, "런 온", room))
        assert "런 온" in line
        assert not any("\u1100" <= sign <= "\u11ff" for sign in line)


@pytest.mark.parametrize("sign", ["👩‍❤️‍👨", "🇰🇷", "👩🏽‍🚀", "👍🏽", "❤️", "e\u0323\u0302", "e" + "\u0323" * 31, "한"])
def test_no_sign_is_torn(sign: str) -> None:
    text = sign * 40 + " umbrella " + sign * 40
    for room in range(14, 60):
        around = cut(text, "umbrella", room).strip("… ").split("umbrella")
        assert len(around) == 2
        for side in around:
            assert side.replace(sign, "").strip() == ""
            assert room < 30 or sign in side


def test_a_sign_is_lit_as_a_whole() -> None:
    assert lit("to the ❤️ of it", "❤") == ["❤️"]
    assert lit("x\u0323 is marked", "x") == ["x\u0323"]
    assert lit("👩‍❤️‍👨", "❤") == ["👩‍❤️‍👨"]


def test_nothing_lit_and_nothing_there() -> None:
    assert excerpt("", [], 20).plain == ""
    assert excerpt(LONG, [], 30).plain == "They collide in the first …"


@given(st.text(), st.text(min_size=1, max_size=9), st.text(), st.integers(6, 60))
def test_it_always_fits_and_is_of_the_text(before: str, word: str, after: str, room: int) -> None:
    text = clean_line(f"{before * 4} {word} {after * 4}")
    wanted = alike(clean_line(word))
    line = excerpt(text, spans(text, [wanted]) if wanted else [], room)
    assert line.cell_len <= room
    assert line.plain.removeprefix("… ").removesuffix(" …") in text

"""Where the lines of a card are broken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchlog.formats.card.typesetting import broken, width


@pytest.mark.parametrize(
    ("text", "measure", "lines"),
    [
        ("If nobody is chasing, you may walk.", 8, ["If nobody", "is chasing,", "you may walk."]),
        ("넘어져야 일어나는 법을 배워요.", 8, ["넘어져야", "일어나는 법을", "배워요."]),
        ("아주아주길고긴한단어", 4, ["아주아주", "길고긴한", "단어"]),
        ("時々、電車が駅に着く。「そう？」", 5, ["時々、", "電車が駅", "に着く。", "「そう？」"]),
        ("Donaudampfschifffahrt", 5, ["Donaudam", "pfschifffa", "hrt"]),
        ("The lord of the night wears a hat. 🎩", 6, ["The lord", "of the night", "wears", "a hat. 🎩"]),
        ("One.\nTwo.", 20, ["One.", "Two."]),
        ("", 20, []),
    ],
)  # fmt: skip
def test_88_each_script_is_broken_in_its_own_way(text: str, measure: float, lines: list[str]) -> None:
    assert broken(text, measure) == lines


@given(st.text(st.sampled_from("ab cd,. 가나 時々、「」 ا\u0301'-\n"), max_size=80), st.floats(2, 20))
def test_nothing_is_lost_and_no_line_is_too_wide(text: str, measure: float) -> None:
    lines = broken(text, measure)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(line == line.strip() for line in lines)
    # What may not begin or end a line stays with its neighbour, at the worst in a line that is a little too wide.
    assert all(width(line) <= measure or len(line.split()) == 1 for line in lines)


def test_a_mark_stays_on_its_letter() -> None:
    assert all(not line.startswith("\u0301") for line in broken("e\u0301" * 30, 3))


def test_wide_letters_are_wider_than_narrow_ones() -> None:
    assert width("il") < width("ab") < width("MW") < width("가나")
    assert width("e\u0301") == width("e")

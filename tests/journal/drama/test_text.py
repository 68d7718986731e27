"""Nothing that a person wrote can steer a terminal."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchlog.journal.drama.text import clean, clean_line

EMOJI = "👩‍❤️‍👨 👩🏽‍🚀 🏳️‍🌈 ❤️ ☺︎ 🇰🇷 1️⃣ 👨‍👩‍👧‍👦"


@pytest.mark.parametrize(
    "harmful",
    [
        *map(chr, [*range(0x09), *range(0x0B, 0x20), 0x7F, *range(0x80, 0xA0)]),
        *"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c\ufeff",
        *"\u200b\u200c\u2060\u2063\u00ad\u034f\u180e\u3164\u115f\u1160\uffa0\ufffa\U000e0041\U0001d173",
    ],
    ids=lambda sign: f"U+{ord(sign):04X}",
)
def test_what_steers_or_hides_is_gone(harmful: str) -> None:
    assert clean(f"a{harmful}b") == "ab"


def test_escape_sequences_are_left_as_harmless_letters() -> None:
    assert clean("\x1b[31mred\x1b]8;;http://x\x07link\x9b2J") == "[31mred]8;;http://xlink2J"


def test_emoji_stay_whole() -> None:
    assert clean(EMOJI) == EMOJI


def test_a_joiner_between_letters_makes_none_vanish() -> None:
    assert clean("a\u200db\u200d c\u200d❤\u200d") == "ab c❤"


def test_line_breaks_stay_and_tabs_are_spaces() -> None:
    assert clean("one\r\n\ttwo\u2028three") == "one\n    two\nthree"


def test_half_a_surrogate_pair_can_be_printed() -> None:
    assert clean("a\ud800b") == "a?b"


def test_one_line_joins_all_white_space() -> None:
    assert clean_line("  a\n\tb\u3000c\x1b \n") == "a b c"


def test_every_script_stays() -> None:
    text = "런 온 深夜食堂 ｶﾀｶﾅ Ångström e\u0301 مرحبا שלום हिन्दी ♪ – “quoted” ½ ¿"
    assert clean(text) == text


@given(st.text())
def test_no_control_ever_comes_out(text: str) -> None:
    left = {sign for sign in clean(text) if unicodedata.category(sign) in ("Cc", "Cs") and sign != "\n"}
    assert left == set()
    assert clean(clean(text)) == clean(text)

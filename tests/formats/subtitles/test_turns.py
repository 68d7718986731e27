"""The words of one cue: what is taken off, who speaks, and what is only a sound."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.subtitles.files import said, sounds, srt, vtt
from watchlog.formats.subtitles.turns import marked_turns, turns


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Tom &amp; Jerry", "Tom & Jerry"),
        ("&lrm;You&nbsp;fall.&rlm;", "You fall."),
        ("&lt;i&gt; is a tag", "<i> is a tag"),
        ("I &#9829; you", "I ♥ you"),
        ("&amp;lt;", "&lt;"),
        ("R&B at AT&T", "R&B at AT&T"),
    ],
)
@pytest.mark.parametrize("file", [srt, vtt])
def test_68_entities_become_what_they_stand_for(file: Callable[..., str], written: str, read: str) -> None:
    assert said(file(written)) == [(None, read)]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("<i>You</i> <b>fall</b> <u>and</u> <s>get</s> up", "You fall and get up"),
        ('<font color="#fff">You</font> fall', "You fall"),
        ("{\\an8}You fall", "You fall"),
        ("<c.korean.bg>You</c> fall", "You fall"),
        ("<lang en-GB>You</lang> fall<br/>down", "You fall down"),
        ("You\\Nfall", "You fall"),
        ("<ruby>走<rt>はし</rt></ruby>る", "走る"),
        ("I <3 you > me, if a < b and c > d", "I <3 you > me, if a < b and c > d"),
        ("{laughs} is a word", "{laughs} is a word"),
        ("<sigh> is a word", "<sigh> is a word"),
    ],
)
def test_tags_go_and_whatever_only_looks_like_one_stays(written: str, read: str) -> None:
    assert said(srt(written)) == [(None, read)]


def test_69_the_voice_of_vtt_is_the_speaker() -> None:
    assert said(vtt("<v Oh Mi Joo>You fall.</v>")) == [("Oh Mi Joo", "You fall.")]
    assert said(vtt("<v.loud Tom &amp; Jerry>You fall,\nand get up.")) == [("Tom & Jerry", "You fall, and get up.")]
    assert said(vtt("<v Oh Mi Joo>No.</v> Somebody. <v Ki Seon Gyeom><i>Yes.</i>")) == [
        ("Oh Mi Joo", "No."), (None, "Somebody."), ("Ki Seon Gyeom", "Yes."),
    ]  # fmt: skip
    assert said(vtt("<v>You fall.</v>")) == [(None, "You fall.")]


def test_69_word_times_inside_a_vtt_cue_go() -> None:
    assert said(vtt("You <00:01:04.500><c>fall</c> <01:05.000>and get up")) == [(None, "You fall and get up")]


@pytest.mark.parametrize(
    "written", ["- No.\n- Yes.", "-No.\n-Yes.", "– No.\n– Yes.", "<i>- No.</i>\n- Yes.", "No.\n- Yes."]
)
def test_71_two_dashes_are_two_speakers(written: str) -> None:
    assert said(srt(written)) == [(None, "No."), (None, "Yes.")]


def test_71_two_dashes_may_name_their_speakers() -> None:
    assert said(srt("- MI JOO: No.\n- SEON GYEOM (V.O.): Yes,\nI think.")) == [
        ("MI JOO", "No."), ("SEON GYEOM", "Yes, I think."),
    ]  # fmt: skip
    assert said(srt("MI JOO: No.\nSEON GYEOM: Yes.")) == [("MI JOO", "No."), ("SEON GYEOM", "Yes.")]


@pytest.mark.parametrize(
    ("written", "speaker", "words"),
    [
        ("MI JOO: Hello", "MI JOO", "Hello"),
        ("MI JOO:\nHello", "MI JOO", "Hello"),
        ("MI-JOO [ON PHONE]: Hello", "MI-JOO", "Hello"),
        ("DR. KIM: Hello", "DR. KIM", "Hello"),
        ("MAN 1: Hello", "MAN 1", "Hello"),
        ("미주: 안녕", "미주", "안녕"),
        ("오 미주：안녕", "오 미주", "안녕"),
    ],
)
def test_71_a_name_before_a_colon_speaks(written: str, speaker: str, words: str) -> None:
    assert said(srt(written)) == [(speaker, words)]


@pytest.mark.parametrize(
    "written",
    [
        "12:30: the bus",
        "One thing: run.",
        "He said: no.",
        "P.S.: I fell.",
        "I: no",
        "HTTP://example.com",
        "오늘 배운 것은 하나: 뛰어라.",
        "-5 degrees",
        "I wanted to - you know - leave",
        "It's 7:30 already",
    ],
)
def test_71_what_only_looks_like_a_name_or_a_dash_is_words(written: str) -> None:
    assert said(srt(written)) == [(None, written)]


def test_a_dash_at_a_line_end_goes_on() -> None:
    assert said(srt("I wanted to\n- you know - leave")) == [(None, "I wanted to - you know - leave")]
    assert said(srt("- Wait!")) == [(None, "Wait!")]


@pytest.mark.parametrize(
    ("written", "sound"),
    [
        ("(SIGHS)", "(SIGHS)"),
        ("(door opens)", "(door opens)"),
        ("[door]", "[door]"),
        ("<i>[door\nopens]</i>", "[door opens]"),
        ("(한숨)", "(한숨)"),
        ("♪ la la ♪", "la la"),
        ("♪ la la\nlo lo ♪", "la la lo lo"),
        ("# la la #", "la la"),
        ("♫ (UPBEAT MUSIC)", "(UPBEAT MUSIC)"),
        ("...", "..."),
    ],
)
def test_71_a_sound_or_a_song_is_no_words_to_keep(written: str, sound: str) -> None:
    assert sounds(srt(written, "You fall.")) == [sound]
    assert said(srt(written, "You fall.")) == [(None, "You fall.")]


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("(SIGHS) I know.", "I know."),
        ("[door opens]\nI know.", "I know."),
        ("I know. (SOBS)", "I know."),
        ("♪ la la ♪\nI know.", "I know."),
        ("I know.\n♪ la la ♪", "I know."),
        ("- (SIGHS)\n- I know.", "I know."),
        ("I saw him (the tall one) run.", "I saw him (the tall one) run."),
        ("(I wish that he would run.)", "(I wish that he would run.)"),
    ],
)
def test_a_sound_beside_words_goes_and_words_in_brackets_stay(written: str, words: str) -> None:
    assert said(srt(written)) == [(None, words)]


def test_a_note_alone_is_nothing() -> None:
    assert (said(srt("♪", "You fall.")), sounds(srt("♪", "You fall."))) == ([(None, "You fall.")], [])


def test_control_characters_and_what_reorders_are_gone() -> None:
    assert said(srt("\x1b[31mYou\x07 \u202efall\u200b.&#27;&#7;\ufeff")) == [(None, "[31mYou fall.")]


@given(st.text())
def test_no_text_of_a_cue_is_too_odd(text: str) -> None:
    for turn in (*turns(text), *marked_turns(text)):
        assert turn.text
        assert turn.text == " ".join(turn.text.split())
        assert turn.speaker is None or turn.speaker.strip()


@given(st.lists(st.text("abcdefg", min_size=1), min_size=1))
def test_plain_words_are_kept_to_the_letter(words: list[str]) -> None:
    assert [turn.text for turn in turns("\n".join(words))] == [" ".join(words)]

"""Subtitle files as people have them: read whole, or refused in one line."""

import gzip
import io
import time
import zipfile
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.subtitles.files import ass, cue, cues, line, said, srt, vtt
from watchlog.errors import Refused
from watchlog.formats.register import formats
from watchlog.formats.subtitles.cues import moment, second
from watchlog.formats.subtitles.reading import read


def times(text: str) -> list[tuple[int, int]]:
    return [(one.start, one.end) for one in cues(text)]


def refusal(content: str | bytes, name: str = "x.srt") -> str:
    with pytest.raises(Refused) as error:
        read(content if isinstance(content, bytes) else content.encode(), name)
    assert len(str(error.value).splitlines()) == 1
    assert error.value.exit_code == 1
    return str(error.value)


# --- What a file is ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", [srt("You fall."), vtt("You fall."), ass(line("You fall."))])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_a_file_is_known_by_what_is_in_it_whatever_its_name_ends_in(text: str, ends: str) -> None:
    assert cues(text.replace("\n", ends)) == [cue(10, 12, "You fall.")]


def test_no_format_of_export_or_import_comes_of_it() -> None:
    assert not {"subtitles", "anki", "srt", "ass", "vtt"} & set(formats())


def test_75_an_empty_file_is_told_in_one_line() -> None:
    assert refusal(b"") == refusal(b" \r\n\t\n") == "x.srt is empty."


def test_75_a_web_page_saved_as_srt_is_told_in_one_line() -> None:
    page = f"\n<!DOCTYPE html>\n<html><body><pre>{srt('Buy subtitles')}</pre></body></html>"
    assert refusal(page) == "x.srt is a web page: download the subtitles themselves."
    assert "web page" in refusal("<HTML lang=ko>")


def test_75_an_archive_is_told_in_one_line() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("x.srt", srt("You fall."))
    assert refusal(packed.getvalue()) == "x.srt is a ZIP archive: unpack it first."
    assert "gzip" in refusal(gzip.compress(srt("You fall.").encode()))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("{100}{148}You fall.|You get up.\n{150}{200}Why?", "x.srt counts in frames"),
        ("[100][148]You fall.", "x.srt holds no subtitles"),
        ("<SAMI><BODY><SYNC Start=1000><P>You fall.", "x.srt is SAMI: save it as .srt."),
        ('<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml"/>', "x.srt is XML"),
        ("Dear diary, nothing happened at 10:30.", "x.srt holds no subtitles as .srt, .ass and .vtt have them."),
        ("[Script Info]\n[Events]\n", "x.srt holds no subtitles"),
        (ass(line("no", kind="Comment")), "x.srt holds no subtitles"),
        (ass(line("kimbap", style="Signs")), "x.srt has no line that somebody speaks."),
        (srt("", " "), "x.srt has no line that somebody speaks."),
        ("WEBVTT\n", "x.srt holds no subtitles"),
    ],
)
def test_what_is_no_subtitle_file_is_told_in_one_line(content: str, told: str) -> None:
    assert refusal(content).startswith(told)


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(Refused):
        assert cues(text)


_PIECES = [
    *(
        "1",
        "00:01.000 --> 00:02.000",
        "0:0:1,5 --> 0:0:2",
        "",
        "-",
        "<v A>",
        "NOTE",
        "100",
        "♪",
        "(X)",
        "A B:",
        "WEBVTT",
    ),
    *("Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,x", "{\\p1}", "[Events]", "Format: Text"),
]


@given(st.lists(st.sampled_from(_PIECES)).map("\n".join))
def test_any_heap_of_what_files_are_made_of_is_read_or_refused(text: str) -> None:
    try:
        found = cues(text)
    except Refused:
        return
    assert found == sorted(found, key=lambda one: (one.start, one.end))
    assert all(one.words.strip() and 0 <= one.start <= one.end for one in found)


# --- Times ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stamps", "start", "end"),
    [
        ("00:00:01,000 --> 00:00:02,500", 1000, 2500),
        ("00:00:01.000 --> 00:00:02.500", 1000, 2500),
        ("0:00:01,5 --> 0:00:02,50", 1500, 2500),
        ("00:00:01 --> 00:00:02", 1000, 2000),
        ("00:00:01, 000-->00:00:02, 500  X1:10 X2:20 Y1:5 Y2:6", 1000, 2500),
        ("  01:41:20,000 -->  01:41:22,000", 6_080_000, 6_082_000),
        ("01:02,000 --> 01:04,000", 62_000, 64_000),
    ],
)
def test_74_srt_may_have_a_full_stop_and_one_digit(stamps: str, start: int, end: int) -> None:
    assert times(f"1\n{stamps}\nYou fall.\n") == [(start, end)]


@pytest.mark.parametrize(
    ("stamps", "start", "end"),
    [
        ("41:20.000 --> 41:22.500", 2_480_000, 2_482_500),
        ("1:41:20.000 --> 1:41:22.000 align:start position:10%", 6_080_000, 6_082_000),
        ("00:01.50 --> 00:02.5", 1500, 2500),
    ],
)
def test_74_vtt_may_leave_the_hours_out(stamps: str, start: int, end: int) -> None:
    assert times(f"WEBVTT - x\n\n{stamps}\nYou fall.\n") == [(start, end)]


def test_74_a_moment_of_two_numbers_is_minutes_and_seconds_and_of_three_hours() -> None:
    assert (second("41:20"), second("1:41:20")) == (2480, 6080)
    assert (moment(2480), moment(6080), moment(5)) == ("41:20", "1:41:20", "00:05")


@given(st.integers(0, 100 * 60 * 60 - 1))
def test_a_moment_comes_back_as_it_was(when: int) -> None:
    assert second(moment(when)) == when


def test_72_cues_out_of_order_and_with_the_end_before_the_start_are_put_right() -> None:
    text = (
        "1\n00:00:30,000 --> 00:00:20,000\nThird.\n\n2\n00:00:10,000 --> 00:00:25,000\nFirst.\n\n"
        "3\n00:00:12,000 --> 00:00:14,000\nSecond.\n"
    )
    assert cues(text) == [cue(10, 25, "First."), cue(12, 14, "Second."), cue(30, 30, "Third.")]


# --- What is a cue -------------------------------------------------------------------------------------------


def test_75_a_cue_with_a_blank_line_inside_is_one_cue() -> None:
    assert [one.words for one in cues(srt("You fall\n\nand get up.", "Why?"))] == ["You fall and get up.", "Why?"]


def test_a_file_with_a_blank_line_after_every_line_is_read() -> None:
    text = srt("You fall\nand get up.", "Why?").replace("\n", "\r\r\n")
    assert [one.words for one in cues(text)] == ["You fall and get up.", "Why?"]


def test_an_empty_cue_is_none() -> None:
    assert [one.words for one in cues(srt("", "Why?", " \n ", "Now."))] == ["Why?", "Now."]
    assert [one.words for one in cues(srt("", "Why?").replace("\n\n", "\n"))] == ["Why?"]


@pytest.mark.parametrize("last", ["", "\n", "\n\n"])
def test_a_number_on_the_last_line_of_a_cue_is_a_word(last: str) -> None:
    assert [one.words for one in cues(srt("How many?\n100", "1988", "Count:\n3").rstrip("\n") + last)] == [
        "How many? 100", "1988", "Count: 3",
    ]  # fmt: skip
    assert [one.words for one in cues(vtt("How many?\n100", "1988").rstrip("\n") + last)] == ["How many? 100", "1988"]


def test_a_number_that_is_all_a_cue_without_a_name_says_is_a_word() -> None:
    assert [one.words for one in cues(vtt("1988", "Why?"))] == ["1988", "Why?"]
    assert [one.words for one in cues(vtt("You fall.", "Why?").replace(".\n\n", ".\n"))] == ["You fall.", "Why?"]


def test_names_of_cues_remarks_and_styles_of_vtt_are_no_words() -> None:
    text = (
        "WEBVTT Run On\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:x\n\nintro\n"
        "00:01.000 --> 00:02.000\nYou fall.\n\nNOTE the next one\nis hard\n\nsecond name\n"
        "00:03.000 --> 00:04.000\nNOTE that word.\n\n3\n00:05.000 --> 00:06.000\nWhy?\n"
    )
    assert [one.words for one in cues(text)] == ["You fall.", "NOTE that word.", "Why?"]


def test_a_line_and_its_shadow_are_one_cue() -> None:
    events = [line(r"{\bord4\3c&H0&}You fall."), line(r"{\bord0}You fall."), line("Why?")]
    assert [one.words for one in cues(ass(*events))] == ["You fall.", "Why?"]


# --- SubStation Alpha ----------------------------------------------------------------------------------------


def test_70_comments_drawings_signs_and_karaoke_of_ass_are_no_lines() -> None:
    events = [
        line("a remark of the typesetter", kind="Comment"),
        line(r"{\p1}m 0 0 l 100 0 100 100{\p0}"),
        line(r"{\k20}to{\kf30}ki{\ko10}meki"),
        *[line("kimbap", style=style) for style in ("Signs", "sign_top", "SignDefault", "On-Screen Titles", "TITLE")],
        *[line("la la", style=style) for style in ("OP", "ED Romaji", "OP1-English", "Karaoke", "Insert Song")],
        line("la la", effect="fx"),
        line("You fall."),
        line("Why?", style="Ed"),
        line("Now.", style="Subtitles - Assigned"),
    ]
    assert said(ass(*events)) == [(None, "You fall."), (None, "Why?"), (None, "Now.")]


def test_the_name_field_of_ass_is_the_speaker() -> None:
    events = [line("You fall.", name=" Oh Mi Joo "), line(r"- No.\N- Yes.", name="Oh Mi Joo"), line("Why?")]
    assert said(ass(*events)) == [("Oh Mi Joo", "You fall."), (None, "No."), (None, "Yes."), (None, "Why?")]


def test_ass_is_read_without_its_codes() -> None:
    assert said(ass(line(r"{\an8\i1}You fall,{\i0}\Nand {a remark}get\hup,\nyes."))) == [
        (None, "You fall, and get up, yes.")
    ]


def test_ass_fields_are_taken_by_the_name_the_file_gives_them() -> None:
    text = ass(
        "Dialogue: 0:00:10.00,0:00:12.00,Oh Mi Joo,You fall, and get up.", order="Format: Start, End, Name, Text"
    )
    assert said(text) == [("Oh Mi Joo", "You fall, and get up.")]


def test_ssa_is_read_too() -> None:
    text = (
        "[Script Info]\nScriptType: v4.00\n[Events]\n"
        "Format: Marked, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
        "Dialogue: Marked=0,0:00:10.00,0:00:12.00,Default,Mi Joo,0000,0000,0000,!Effect,You fall.\n"
    )
    assert cues(text)[0].turns[0].speaker == "Mi Joo"


def test_an_event_without_times_does_not_keep_the_others_from_being_read(recwarn: pytest.WarningsRecorder) -> None:
    events = [
        "Dialogue: 0,never,0:00:01.00,Default,,0,0,0,,No.",
        "Dialogue: x",
        line("You fall.").replace(",0,0", ",a,"),
    ]
    assert said(ass(*events, line("Why?"))) == [(None, "You fall."), (None, "Why?")]
    assert not recwarn.list


# --- How much ------------------------------------------------------------------------------------------------


def _long(kind: str, count: int) -> str:
    """A file of that many cues, a cue every two seconds."""
    begin = [f"{n // 1800}:{n // 30 % 60:02}:{n % 30 * 2:02}" for n in range(count)]
    if kind == "ass":
        events = [f"{at}.00,{at}.90,Default,Mi Joo,0,0,0,,{{\\i1}}Line{{\\i0}} {n}" for n, at in enumerate(begin)]
        return ass(*[f"Dialogue: 0,{event}" for event in events])
    blocks = [f"{n}\n{at}.000 --> {at}.900\n<i>Line</i> {n}\n" for n, at in enumerate(begin)]
    return "\n".join(["WEBVTT\n" if kind == "vtt" else "", *blocks])


def _seconds(text: str) -> float:
    begun = time.process_time()
    with suppress(Refused):
        assert cues(text)
    return time.process_time() - begun


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["srt", "vtt", "ass"])
def test_twenty_thousand_cues_take_ten_times_as_long_as_two_thousand(kind: str) -> None:
    found = cues(_long(kind, 20_000))
    assert (len(found), found[-1].words) == (20_000, "Line 19999")
    assert _seconds(_long(kind, 20_000)) < 40 * _seconds(_long(kind, 2000))


@pytest.mark.slow
@pytest.mark.parametrize(
    "words",
    [
        "(" + "a" * 200_000,
        "(" * 200_000,
        "(A) " * 60 + "x",
        "[" * 200_000,
        "{\\" * 200_000,
        "<v " * 200_000,
        "<v" + " " * 200_000,
        "<rt " * 200_000,
        "A" * 200_000 + ":",
        "x" + "\n" * 200_000 + "x",
        "x" + " " * 200_000 + "x",
        "♪" * 200_000,
    ],
    ids=lambda words: words[:4],
)
@pytest.mark.parametrize("kind", [srt, vtt, lambda *words: ass(*map(line, words))], ids=["srt", "vtt", "ass"])
def test_a_line_meant_to_take_for_ever_takes_no_longer_than_others(kind: Callable[..., str], words: str) -> None:
    """What tries every way to read a bracket that never closes would still be at it tomorrow."""
    assert _seconds(kind(words, "Why?")) < 10 * _seconds(srt("- a\n" * 50_000))

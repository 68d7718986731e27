"""What a subtitle file is in, which it does not say."""

import codecs
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.subtitles.files import cues, srt
from watchlog.errors import Refused, WrongUsage
from watchlog.formats.subtitles.decoding import decoded

KOREAN = srt("넘어지는 건 일어나는 법을 배우려는 거예요.", "그럼 다른 걸 물어보세요.")


@pytest.mark.parametrize(
    "content",
    [
        KOREAN.encode(),
        codecs.BOM_UTF8 + KOREAN.encode(),
        codecs.BOM_UTF16_LE + KOREAN.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + KOREAN.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + KOREAN.encode("utf-32-le"),
        KOREAN.encode("utf-16-le"),
        KOREAN.encode("utf-16-be"),
        KOREAN.encode("cp949"),
    ],
    ids=["utf-8", "utf-8 mark", "utf-16 le", "utf-16 be", "utf-32", "le, no mark", "be, no mark", "cp949"],
)
def test_a_korean_file_is_read_in_whatever_it_was_saved(content: bytes) -> None:
    assert decoded(content, "x.srt") == KOREAN


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
def test_what_is_said_to_be_utf_16_is_read_whichever_byte_comes_first(codec: str) -> None:
    assert decoded(KOREAN.encode(codec), "x.srt", "utf-16") == KOREAN


@pytest.mark.parametrize("words", ["뷁 똠 쨰", "뷁! 똠양꿍이 왔다. 쨰가 그랬어."])
def test_67_syllables_that_only_cp949_has_are_read(words: str) -> None:
    content = srt(words).encode("cp949")
    with pytest.raises(UnicodeDecodeError):
        content.decode("euc_kr")
    assert [one.words for one in cues(content)] == [words]
    assert decoded(content, "x.srt", "euc-kr") == srt(words), "files called EUC-KR hold them too"


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("私は走ることしか知らない。君は何を知っている？", "shift_jis"),
        ("私は走ることしか知らない。君は何を知っている？", "euc_jp"),
        ("你摔倒是为了学会怎么站起来，不是为了躺着。", "gb18030"),
        ("你摔倒是為了學會怎麼站起來，不是為了躺著。", "big5"),
        ("Ты падаешь, чтобы узнать, как встать.", "cp1251"),
        ("Élan, où l’été a été rêvé là-bas.", "cp1252"),
        ("Größe läßt sich fühlen.", "latin-1"),
    ],
)
def test_67_what_cannot_be_told_is_asked_and_read_when_it_is_said(text: str, codec: str) -> None:
    content = srt(text).encode(codec)
    with pytest.raises(Refused, match="--encoding"):
        decoded(content, "x.srt")
    assert decoded(content, "x.srt", codec) == srt(text)


def test_an_encoding_is_said_for_the_file_that_is_not_utf_8() -> None:
    assert decoded("“You fall.”".encode(), "en.srt", "shift_jis") == "“You fall.”"
    assert decoded("落ちる".encode("shift_jis"), "ja.srt", "shift_jis") == "落ちる"
    assert decoded("落ちる".encode("iso2022_jp"), "ja.srt", "iso-2022-jp") == "落ちる", "which is nothing but ASCII"


@pytest.mark.parametrize("encoding", ["klingon", "", "hex", "rot13", "한글"])
def test_an_encoding_that_there_is_not_is_wrong_usage(encoding: str) -> None:
    with pytest.raises(WrongUsage, match="Not an encoding"):
        decoded(b"x", "x.srt", encoding)


def test_a_file_that_is_not_what_was_said_tells_where() -> None:
    with pytest.raises(Refused, match=r"x\.srt is not in ascii \(byte 4\): give another --encoding"):
        decoded("abc가".encode("cp949"), "x.srt", "ascii")


def test_a_mark_that_lies_is_told() -> None:
    with pytest.raises(Refused, match="not in utf-16-le"):
        decoded(codecs.BOM_UTF16_LE + b"abc", "x.srt")


def test_a_picture_is_no_text() -> None:
    with pytest.raises(Refused, match=r"film\.mkv is no text"):
        decoded(b"\x1aE\xdf\xa3\x00\x01\xff\x00" * 9, "film.mkv")


@pytest.mark.parametrize("words", ["You\0 fall.", "You\0 fall!!"])
def test_a_stray_nul_makes_no_file_a_wide_one(words: str) -> None:
    assert [one.words for one in cues(srt(words).encode())] == [words.replace("\0", "")]


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufeff\0"), min_size=1))
def test_whatever_is_utf_8_is_read_as_it_is(text: str) -> None:
    assert decoded(text.encode(), "x.srt") == text


@given(st.binary(min_size=1, max_size=60))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    with suppress(Refused):
        assert decoded(content, "x.srt").encode()

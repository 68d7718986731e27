"""The bytes of a subtitle file as text: most Korean files are older than UTF-8, and none says what it is in."""

import codecs
from contextlib import suppress

from watchlog.errors import Refused, WrongUsage
from watchlog.formats.reading.decoding import without_mark

_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32-le",  # begins as the mark of UTF-16 does, so it is asked first
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
_MOSTLY = 0.9
"""How much of the letters must be Hangul. Chinese read as Korean is half Hangul, half Hanja."""
_KANA = range(0x81, 0x84)
"""The first byte of kana in Shift-JIS. Read as Korean they are syllables that hardly a Korean word has."""
_WIDER = {"euc_kr": "cp949"}
"""What stands for an encoding: files called EUC-KR hold syllables that only CP949 has."""


def decoded(content: bytes, name: str, encoding: str | None = None) -> str:
    """The text of a file: by its byte order mark, as UTF-8, in `encoding`, or in Korean's CP949.

    What is UTF-8 stays UTF-8 whatever the `encoding`, which is said for one file of two. Raises Refused for what
    cannot be told or is no text, WrongUsage for an encoding that there is not.
    """
    codec = None if encoding is None else _codec(encoding)
    for mark, marked in _MARKS.items():
        if content.startswith(mark):
            return _strictly(content[len(mark) :], marked, name)
    if codec in (None, "utf_16") and (wide := without_mark(content)):
        with suppress(UnicodeDecodeError):
            return content.decode(wide)
    if codec is None or not content.isascii():
        with suppress(UnicodeDecodeError):
            return content.decode("utf-8")
    return _strictly(content, codec, name) if codec else _korean(content, name)


def _codec(encoding: str) -> str:
    try:
        codec = codecs.lookup(encoding).name.replace("-", "_")
        b"\n".decode(codec, "ignore")  # there are codecs of other things than text
    except (LookupError, ValueError):
        raise WrongUsage(f"Not an encoding: {encoding!r}. Use one like utf-16, cp949, shift_jis or gb18030.") from None
    return _WIDER.get(codec, codec)


def _strictly(content: bytes, codec: str, name: str) -> str:
    try:
        return content.decode(codec).removeprefix("\ufeff")
    except ValueError as error:  # some codecs raise no more than that
        place = f" (byte {error.start + 1})" if isinstance(error, UnicodeDecodeError) else ""
        raise Refused(f"{name} is not in {codec}{place}: give another --encoding.") from None


def _korean(content: bytes, name: str) -> str:
    if b"\0" in content:
        raise Refused(f"{name} is no text, so no subtitles: name the .srt, .ass or .vtt file.")
    try:
        text = content.decode("cp949")
    except UnicodeDecodeError:
        text = ""
    letters = [letter for letter in text if not letter.isascii() and letter.isalpha()]
    korean = sum("가" <= letter <= "힣" and letter.encode("cp949")[0] not in _KANA for letter in letters)
    if not letters or korean < _MOSTLY * len(letters):
        raise Refused(
            f"{name} is neither UTF-8 nor Korean (CP949).\n"
            "Say what it is in: --encoding shift_jis, gb18030, big5, cp1252 …"
        )
    return text

"""Which encoding a file is in. It is decided over the whole file before its first word is taken, and never guessed."""

from io import BytesIO, TextIOWrapper
from typing import TextIO

from msgspec.structs import replace

from watchlog.errors import Refused, WrongUsage
from watchlog.formats.source import Source

ENCODINGS = {
    "utf-8": "utf-8-sig",
    "utf-16": "utf-16",
    "cp949": "cp949",
    "gb18030": "gb18030",
    "shift_jis": "cp932",  # what is called Shift JIS has Microsoft's further signs
    "cp1252": "cp1252",
}
"""What a person may say, each with the codec that reads it."""
_ELSEWHERE = "cp949, gb18030, shift_jis or cp1252"
_PIECE = 2**18


def text(source: Source, newline: str = "", encoding: str | None = None) -> TextIO:
    """The file as text, line ends as they stand; a line ends at a `newline`, else at any of them.

    An `encoding` is what `encoding_of` gave before. Raises Refused where a byte does not fit it.
    """
    return TextIOWrapper(source.open(), encoding or encoding_of(source), newline=newline)


def as_utf8(source: Source) -> Source:
    """The same file in UTF-8 without a mark, whatever it is in. Raises Refused where a byte does not fit."""
    beginning = source.beginning
    is_marked = beginning.startswith((b"\xff\xfe", b"\xfe\xff"))
    if (source.said.encoding or "utf-8").lower() in ("utf-8", "utf8") and not is_marked:
        return source  # whoever reads it finds the first byte that is wrong
    content = source.content.decode(encoding_of(source)).encode()
    return replace(source, open=lambda: BytesIO(content), said=replace(source.said, encoding=None))


def encoding_of(source: Source) -> str:
    """The codec for a file: what the person said, UTF-16 by its mark, or UTF-8. Raises Refused, WrongUsage."""
    if source.said.encoding:
        codec, name = _said(source.said.encoding), source.said.encoding
    else:
        with source.open() as stream:
            mark = stream.read(2)
        codec, name = ("utf-16", "UTF-16") if mark in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "UTF-8")
        if codec != "utf-16" and b"\0" in mark:
            raise Refused(f"{source.name}: UTF-16 without its mark. Nothing was imported.\nSay it: --encoding utf-16")
    _check(source, codec, name)
    return codec


def _said(name: str) -> str:
    try:
        return ENCODINGS[name.lower().replace("-", "_").replace("utf_", "utf-")]
    except KeyError:
        raise WrongUsage(f"Not an encoding known here: {name!r}. Use {', '.join(ENCODINGS)}.") from None


def _check(source: Source, codec: str, name: str) -> None:
    from codecs import getincrementaldecoder

    decoder = getincrementaldecoder(codec)()
    before = 0
    with source.open() as stream:
        while True:
            piece = stream.read(_PIECE)
            waiting = len(decoder.getstate()[0])
            try:
                decoder.decode(piece, final=not piece)
            except UnicodeDecodeError as error:
                byte = before - waiting + error.start + 1
                raise Refused(
                    f"{source.name}: not {name} (byte {byte}). Nothing was imported.\n"
                    f"Say what it is: --encoding {_ELSEWHERE}"
                ) from None
            if not piece:
                return
            before += len(piece)

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
_MARKS = (b"\xff\xfe", b"\xfe\xff")
_PIECE = 2**18
_OFTEN = 20
"""One byte in so many, at least, is a NUL in UTF-16: those of digits, commas and line breaks."""


def text(source: Source, newline: str = "", encoding: str | None = None) -> TextIO:
    """The file as text, line ends as they stand; a line ends at a `newline`, else at any of them.

    An `encoding` is what `encoding_of` gave before. Raises Refused where a byte does not fit it.
    """
    return TextIOWrapper(source.open(), encoding or encoding_of(source), newline=newline)


def as_utf8(source: Source) -> Source:
    """The same file in UTF-8 without a mark, whatever it is in. Raises Refused where a byte does not fit."""
    if (source.said.encoding or "utf-8").lower() in ("utf-8", "utf8") and not source.beginning.startswith(_MARKS):
        return source  # whoever reads it finds the first byte that is wrong
    content = source.content.decode(encoding_of(source)).encode()
    return replace(source, open=lambda: BytesIO(content), said=replace(source.said, encoding=None))


def encoding_of(source: Source) -> str:
    """The codec for a file: what the person said, UTF-16 by its mark, or UTF-8. Raises Refused, WrongUsage."""
    beginning, said = source.beginning, source.said.encoding
    if not said and without_mark(beginning):
        raise Refused(f"{source.name}: UTF-16 without its mark. Nothing was imported.\nSay it: --encoding utf-16")
    codec = _codec(said, beginning)
    _check(source, codec, said or codec.removesuffix("-sig").upper())
    return codec


def likely(source: Source) -> str:
    """The codec to look at a file with, before it is known whether all of it fits. Raises WrongUsage."""
    beginning = source.beginning
    return without_mark(beginning) or _codec(None if beginning.startswith(_MARKS) else source.said.encoding, beginning)


def without_mark(beginning: bytes) -> str | None:
    """The codec of UTF-16 whose mark is missing: the NULs of its digits and line breaks all stand on one side."""
    first, second = beginning[::2].count(0), beginning[1::2].count(0)
    if beginning.startswith(_MARKS) or min(first, second) or max(first, second) * _OFTEN <= len(beginning):
        return None
    return "utf-16-le" if second else "utf-16-be"


def _codec(said: str | None, beginning: bytes) -> str:
    """Raises WrongUsage."""
    is_marked = beginning.startswith(_MARKS)
    if not said:
        return "utf-16" if is_marked else "utf-8-sig"
    from codecs import lookup  # it knows what else they are called

    try:
        codec = {lookup(name).name: codec for name, codec in ENCODINGS.items()}[lookup(said).name]
    except (LookupError, ValueError):
        raise WrongUsage(f"Not an encoding known here: {said!r}. Use {', '.join(ENCODINGS)}.") from None
    if codec != "utf-16" or is_marked:
        return codec
    return without_mark(beginning) or "utf-16-le"


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

"""Documents as bytes: how a file of the journal is written, and how strictly it is read.

A file is UTF-8 JSON, indented, ending in a newline. Reading refuses what could silently lose words: two
fields of one name, NaN, half of a surrogate pair, a file that is empty or cut short.
"""

import re

from msgspec import DecodeError, Raw
from msgspec import json as fast_json

from watchlog.errors import Damaged
from watchlog.journal.drama.records import Document, Json

_BOM = b"\xef\xbb\xbf"
_STEERING = rb"\x7f|\xc2[\x80-\x9f]|\xe2(?:\x80[\xa8-\xae]|\x81[\xa6-\xa9])"
"""In UTF-8: U+007F, U+0080 to U+009F, and what ends or turns a line round, U+2028 to U+202E and U+2066 to U+2069."""
_BEGINNINGS = (b"\x7f", b"\xc2", b"\xe2\x80", b"\xe2\x81")
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>")
_MOST_DIGITS = 4_300
"""Python reads no longer whole numbers."""
_REMEDY = "Nothing is written over it. Mend it by hand, or see: watchlog doctor"


def damaged(path: object, reason: str, remedy: str = _REMEDY) -> Damaged:
    """The error for a file that cannot be read, with the next thing to do."""
    return Damaged(f"{path}: {reason}.\n{remedy}")


def unreadable(path: object, error: OSError) -> Damaged:
    """The error for a file or folder that the disk does not give."""
    return damaged(path, f"cannot be read: {error.strerror or error}")


class Exact(float):
    """A number with more digits than a float holds, which stands in a field that the program does not know."""

    digits: str

    def __new__(cls, digits: str) -> "Exact":
        number = super().__new__(cls, digits)
        number.digits = digits
        return number

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Exact) and self.digits == other.digits

    def __hash__(self) -> int:
        return hash(self.digits)


def encoded(document: object, *, sorted_keys: bool = False) -> bytes:
    """JSON on one line, each number to its last digit."""
    return fast_json.encode(document, enc_hook=_as_written, order="deterministic" if sorted_keys else None)


def _as_written(number: object) -> Raw:
    if isinstance(number, Exact):
        return Raw(number.digits.encode())
    raise TypeError(f"{type(number)} is nothing that JSON can say")


def to_bytes(document: Document) -> bytes:
    """The document in our formatting."""
    return formatted(encoded(document))


def formatted(content: bytes) -> bytes:
    """JSON in our formatting. Raises DecodeError."""
    return fast_json.format(content, indent=2) + b"\n"


def printable(content: bytes) -> bytes:
    """The same JSON where the characters that steer a terminal, and that JSON lets stand, are escaped."""
    if not any(sign in content for sign in _BEGINNINGS):  # sooner found out than looked for
        return content
    return re.sub(_STEERING, lambda found: b"\\u%04x" % ord(found[0].decode()), content)


def from_bytes(content: bytes, path: object) -> Document:
    """The document in `content`; `path` is only named in the error.

    Raises Damaged with the path and, where it can be told, the line.
    """
    return from_ours(content) or from_any(content, path)


def from_ours(content: bytes) -> Document | None:
    """The document in `content`, if that is in our formatting.

    Only then can the fast reader be trusted: it takes the last of two fields of one name.
    """
    try:
        found = fast_json.decode(content)
        return found if isinstance(found, dict) and to_bytes(found) == content else None
    except (DecodeError, UnicodeDecodeError, RecursionError):
        return None


def same_document(one: bytes | None, other: bytes | None) -> bool:
    """Whether two files say the same, however each is set; None where there is no file."""
    if one is None or other is None or one == other:
        return one == other
    try:
        first, second = (encoded(from_bytes(each, ""), sorted_keys=True) for each in (one, other))
        return first == second
    except Damaged:
        return False


def from_any(content: bytes, path: object) -> Document:
    """The document in `content`, whoever formatted it, read strictly. Raises Damaged."""
    content = content.removeprefix(_BOM)
    try:
        return _set_otherwise(content) or _read_strictly(content)
    except UnicodeEncodeError:
        raise damaged(path, "half of a surrogate pair (\\ud800 to \\udfff)") from None
    except ValueError as error:
        raise damaged(path, str(error)) from None
    except RecursionError:
        raise damaged(path, "nested too deeply") from None


def _set_otherwise(content: bytes) -> Document | None:
    """The document in `content`, if that differs from ours only in its blanks and line ends."""
    try:
        found = fast_json.decode(content)
        return found if isinstance(found, dict) and encoded(found) == fast_json.format(content, indent=-1) else None
    except (DecodeError, UnicodeDecodeError, RecursionError):
        return None


def _read_strictly(content: bytes) -> Document:
    import json

    if not content.strip():
        raise ValueError("the file is empty")
    if not content.strip(b" \t\r\n\0"):
        raise ValueError("the file is full of NUL bytes")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ValueError(f"line {line}: not UTF-8") from None
    try:
        found: Json = json.loads(
            text,
            object_pairs_hook=_without_twins,
            parse_constant=_refuse_constant,
            parse_float=_finite,
            parse_int=_countable,
        )
    except json.JSONDecodeError as error:
        there = text.split("\n", error.lineno)[error.lineno - 1]
        in_conflict = there.startswith(_CONFLICT)
        what = (
            "two versions between conflict markers, as git leaves them"
            if in_conflict
            else error.msg.removesuffix(" at")
        )
        raise ValueError(f"line {error.lineno}, column {error.colno}: {what}") from None
    if not isinstance(found, dict):
        raise ValueError("the file must hold one object")
    encoded(found)
    return found


def _without_twins(pairs: list[tuple[str, Json]]) -> Document:
    document = dict(pairs)
    if len(document) < len(pairs):
        names = [name for name, _ in pairs]
        twin = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"the field {twin!r} stands there twice")
    return document


def _refuse_constant(constant: str) -> None:
    raise ValueError(f"{constant} is not a number")


def _countable(digits: str) -> int:
    if len(digits) > _MOST_DIGITS:
        raise ValueError(f"{digits[:20]}… is too large a number")
    return int(digits)


def _finite(digits: str) -> float:
    from decimal import Decimal

    number = float(digits)
    if number in (float("inf"), float("-inf")):
        raise ValueError(f"{digits} is too large a number")
    return number if Decimal(repr(number)) == Decimal(digits) else Exact(digits)

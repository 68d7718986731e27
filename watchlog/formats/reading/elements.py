"""The elements of a JSON array, one after another: however long the file is, only one of them is in memory."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from watchlog.formats.source import MOST_WHOLE

_BLOCK = 2**20
_BOM = b"\xef\xbb\xbf"
_TOKEN = re.compile(rb'"(?:[^"\\]++|\\.)*+("?)|[\[\]{},]', re.DOTALL)
"""A string, whose end may be still to come, or a sign between values."""
_NESTED = 4
"""How deep lists and records stand within a drama."""


def _within(depth: int) -> bytes:
    """What can stand between two brackets of an element, with lists and records that are so deep at most."""
    deeper = rb"|[\[{]%b[\]}]" % _within(depth - 1) if depth else b""
    return rb'(?:[^"\[\]{}]++|"(?:[^"\\]++|\\.)*+"%b)*+' % deeper


_WITHIN = re.compile(_within(_NESTED), re.DOTALL)


def is_array(beginning: bytes) -> bool:
    """Whether a file that begins like this holds an array."""
    return beginning.removeprefix(_BOM).lstrip().startswith(b"[")


def elements(stream: BinaryIO) -> Iterator[bytes]:
    """The bytes of each element of an array. Raises ValueError where it does not end, or an element is too long.

    What is in an element is not looked at, but for where it ends.
    """
    buffer = stream.read(_BLOCK).removeprefix(_BOM).lstrip()[1:]
    begun = at = depth = 0
    several = False
    while True:
        while token := _next(buffer, at, within=depth > 0):
            sign = token[0][:1]
            if sign == b'"' and not token[1]:
                break
            at = token.end()
            if sign in (b"[", b"{"):
                depth += 1
            elif sign in (b"]", b"}") and depth:
                depth -= 1
            elif sign in (b"]", b"}"):
                if (last := buffer[begun : token.start()]).strip() or several:
                    yield last
                if (buffer[at:] + stream.read(_BLOCK)).strip():
                    raise ValueError("something follows its end")
                return
            elif sign == b"," and not depth:
                yield buffer[begun : token.start()]
                begun, several = at, True
        held = len(buffer) - begun
        # Twice as much each time, or a long element is looked at too often; but no more than memory should hold.
        block = stream.read(min(max(_BLOCK, held), max(MOST_WHOLE - held, 0) + 1))
        if not block or held > MOST_WHOLE:
            raise ValueError("it ends too early" if not block else "an element of it is too long")
        buffer, at, begun = buffer[begun:] + block, at - begun, 0


def _next(buffer: bytes, at: int, *, within: bool) -> re.Match[bytes] | None:
    """The next sign; within an element only a bracket matters that closes it, or a string without an end."""
    passed = _WITHIN.match(buffer, at) if within else None
    return _TOKEN.search(buffer, passed.end() if passed else at)

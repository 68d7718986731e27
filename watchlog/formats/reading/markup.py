"""XML and HTML of other people, without what an XML parser could be made to do: no DTD, no entities of its own."""

import re
from collections.abc import Iterator
from html import unescape

from watchlog.errors import Refused
from watchlog.formats.source import Source

_PIECE = 2**16
_CONTROLS = bytes(sign for sign in range(32) if sign not in b"\t\n\r")
"""What is no character of XML, and has got into some all the same."""

Event = tuple[str, dict[str, str] | None]
"""An element that begins, by its name without a prefix, with its attributes; without them, one that ends; with no name,
text under ``text``."""


def events(source: Source) -> Iterator[Event]:
    """What happens in a file of XML, in its order. Raises Refused."""
    from xml.parsers.expat import ExpatError, ParserCreate

    found: list[Event] = []
    parser = ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, attributes: found.append((name.rpartition(":")[2], attributes))
    parser.EndElementHandler = lambda name: found.append((name.rpartition(":")[2], None))
    parser.CharacterDataHandler = lambda text: found.append(("", {"text": text}))

    def refuse(*_: object) -> None:
        raise Refused(f"{source.name} has a DTD. Nothing was imported.")

    parser.StartDoctypeDeclHandler = refuse
    with source.open() as stream:
        while True:
            piece = stream.read(_PIECE)
            try:
                parser.Parse(piece.translate(None, _CONTROLS), not piece)
            except ExpatError as error:
                raise Refused(f"{source.name} is no XML: {error}. Nothing was imported.") from None
            yield from found
            found.clear()
            if not piece:
                return


def words_of(html: str) -> str:
    """The words of a piece of HTML: paragraphs and line breaks stay, other tags go."""
    lines = re.sub(r"(?i)</(?:p|h[1-6]|blockquote|[uo]l)>", "\n\n", html)
    lines = re.sub(r"(?i)<br\s*/?>|</(?:div|li)>", "\n", lines)
    words = unescape(re.sub(r"<[a-zA-Z/!][^<>]{0,1000}>", "", lines))
    return re.sub(r"\n[ \t]*\n\s*\n", "\n\n", words).strip("\n")

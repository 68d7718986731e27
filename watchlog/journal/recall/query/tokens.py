"""An argument of a query cut into pieces: terms, brackets, phrases, plain words. Any argument can be cut.

What follows a `field:` goes up to the next blank, colons and all, and may be quoted in parts: `actor:"A, B",C`. A
backslash before a comma, a quotation mark or itself makes it a sign like others.
"""

import re
from typing import Literal, NamedTuple

from watchlog.errors import WrongUsage
from watchlog.journal.recall.query.misspelt import field_named
from watchlog.journal.recall.query.values import shown

QUOTES = {'"': '"', "“": "”", "«": "»"}
"""What opens a quotation, and what closes it. An apostrophe never does."""

_ESCAPED = re.compile(r'\\([\\,"“”«»])')
_BLANKS = re.compile(r"\s*")
_FIELD = re.compile(r"([^\W\d_]+)(<=|>=|[:<>=])(?=(\S?))")
_VIEW = re.compile(r"@([\w-]+)(?=[\s)]|$)")
_MINUS = re.compile(r"-(?=[^\W_]|[\"“«(@])")


class Token(NamedTuple):
    """A piece of an argument. `text` is a word, the name of a view, or what follows the sign of a term.

    A term whose value has no marks `goes_on`: plain words after it belong to it.
    """

    kind: Literal["word", "phrase", "term", "sort", "view", "open", "close", "minus", "or", "not", "and"]
    text: str
    argument: str
    start: int
    end: int
    field: str = ""
    sign: str = ""
    goes_on: bool = False

    @property
    def place(self) -> str:
        """Where it stands, to be told."""
        return f"at sign {self.start + 1} of {shown(self.argument)}"


def cut(argument: str, depth: int) -> list[Token]:
    """The pieces of an argument, where `depth` brackets are open before it.

    Raises WrongUsage for a quotation without end, or what is nearly a field.
    """
    found: list[Token] = []
    place = _after_blanks(argument, 0)
    while place < len(argument):
        token = _next(argument, place, depth)
        depth = depth_after(depth, token)
        place = _after_blanks(argument, token.end)
        found.append(token)
    return found


def depth_after(depth: int, token: Token) -> int:
    """How many brackets are open after a token."""
    return max(0, depth + (token.kind == "open") - (token.kind == "close"))


def _next(argument: str, place: int, depth: int) -> Token:
    sign = argument[place]
    if sign in "()":
        return Token("open" if sign == "(" else "close", sign, argument, place, place + 1)
    if sign in QUOTES:
        end = _end_of_quotation(argument, place)
        words = " ".join(unescaped(argument[place + 1 : end - 1]).split())
        return Token("phrase", words, argument, place, end)
    if _MINUS.match(argument, place):
        return Token("minus", sign, argument, place, place + 1)
    if view := _VIEW.match(argument, place):
        return Token("view", view[1], argument, place, view.end())
    match = _FIELD.match(argument, place)
    if match and (
        name := field_named(match[1], match[2], match[3], alone=argument.strip().removeprefix("-") == match[0])
    ):
        start = match.end(2)
        end, goes_on = _end_of_value(argument, start)
        kind: Literal["sort", "term"] = "sort" if name == "sort" else "term"
        return Token(kind, argument[start:end], argument, place, end, name, match[2], goes_on and kind == "term")
    end = _end_of_word(argument, place, depth)
    return Token("word", argument[place:end], argument, place, end)


def _after_blanks(argument: str, place: int) -> int:
    match = _BLANKS.match(argument, place)
    return match.end() if match else place


def _end_of_quotation(argument: str, start: int) -> int:
    closing = QUOTES[argument[start]]
    place = start + 1
    while place < len(argument):
        if argument[place] == closing:
            return place + 1
        place = match.end() if (match := _ESCAPED.match(argument, place)) else place + 1
    raise WrongUsage(
        f"The quotation mark at sign {start + 1} of {shown(argument)} is not closed. Close it with {closing}"
    )


def _end_of_word(argument: str, place: int, depth: int) -> int:
    """Up to the next blank, or the bracket that closes what was open before the word."""
    inside = 0
    while place < len(argument) and not argument[place].isspace():
        inside += (argument[place] == "(") - (argument[place] == ")")
        if inside < 0:
            if depth:
                break
            inside = 0
        place += 1
    return place


def _end_of_value(argument: str, place: int) -> tuple[int, bool]:
    """Up to the next blank that is not quoted, or a bracket that it did not open; and whether words may follow."""
    inside = 0
    begins, quoted = True, False
    while place < len(argument):
        sign = argument[place]
        if begins and sign in QUOTES:
            place, begins, quoted = _end_of_quotation(argument, place), False, True
            continue
        if sign.isspace():
            after = _after_blanks(argument, place)
            if not begins or argument[after : after + 1] not in tuple(QUOTES):
                break
            place = after
            continue
        if escaped := _ESCAPED.match(argument, place):
            place, begins = escaped.end(), False
            continue
        inside += (sign == "(") - (sign == ")")
        if inside < 0:
            break
        begins = sign == ","
        quoted = quoted and not begins
        place += 1
    return place, not quoted


def parts(value: str) -> list[str]:
    """What is typed after a field as the values that commas part, without their marks. Raises WrongUsage."""
    found = []
    place = 0
    while place < len(value):
        place = _after_blanks(value, place)
        said = ""
        if value[place : place + 1] in tuple(QUOTES):
            end = _end_of_quotation(value, place)
            said, place = unescaped(value[place + 1 : end - 1]), end
        end = _comma(value, place)
        found.append(" ".join((said + unescaped(value[place:end])).split()))
        place = end + 1
    return [one for one in found if one]


def _comma(value: str, place: int) -> int:
    """Where the next comma is that parts two values, or the end."""
    while place < len(value) and value[place] != ",":
        place = match.end() if (match := _ESCAPED.match(value, place)) else place + 1
    return place


def unescaped(text: str) -> str:
    """The text with the signs that a backslash stands before; before any other it stands for itself."""
    return _ESCAPED.sub(r"\1", text)

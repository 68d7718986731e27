"""A query as text: what is read from it again is the same query."""

import re

from watchlog.journal.recall.query.fields import FIELDS, ORDERED
from watchlog.journal.recall.query.joining import OPERATORS
from watchlog.journal.recall.query.tree import And, Not, Or, Query, Term, Tree, View, Word

_PLAIN_WORD = re.compile(r"[^\W_][\w'’.-]*")
_PLAIN_VALUE = re.compile(r'[^\s,"“”«»\\()]+')


def as_text(query: Query) -> str:
    """The query in one line, as help shows such: `rating:8..` and not `rating>=8`."""
    order = f"sort:{'-' if query.reverse else ''}{query.sort}" if query.sort else ""
    tree = query.tree
    asked = tree.text if isinstance(tree, Word) and _is_plain(tree.text) else _together(tree)
    return " ".join(filter(None, [asked, order]))


def _together(tree: Tree) -> str:
    """The text of what may stand between brackets; a plain word needs no marks where it comes first."""
    match tree:
        case Or(parts=parts):
            return " or ".join(map(_alternative, parts))
        case And(parts=parts):
            return " ".join(_one(part, first=number == 0) for number, part in enumerate(parts))
    return _one(tree, first=True)


def _alternative(tree: Tree) -> str:
    """A side of `or`, which is one only where a term, a bracket or a view follows it."""
    beginning = tree.parts[0] if isinstance(tree, And) else tree
    if isinstance(beginning, Not):
        beginning = beginning.tree
    text = _together(tree)
    return f"({text})" if isinstance(beginning, Word) else text


def _one(tree: Tree, *, first: bool = False) -> str:
    match tree:
        case Word(text=text):
            return text if first and _is_plain(text) and " " not in text else quoted(text)
        case Not(tree=Word(text=text)):
            return f"-{text}" if _is_plain(text) and " " not in text else f"-{quoted(text)}"
        case Not(tree=inner):
            return f"-{_one(inner)}"
        case Term(field=field, values=values):
            return f"{field}{_values(field, values)}"
        case View(name=name):
            return f"@{name}"
        case And() | Or():
            return f"({_together(tree)})"


def _values(field: str, values: tuple[str, ...]) -> str:
    if len(values) == 1 and values[0][:1] in "<>" and FIELDS[field].kind in ORDERED:
        return values[0][0] + _value(values[0][1:])
    return ":" + ",".join(map(_value, values))


def _value(value: str) -> str:
    return value if _PLAIN_VALUE.fullmatch(value) else quoted(value)


def _is_plain(text: str) -> bool:
    """Whether the words need no marks, wherever they stand."""
    return all(_PLAIN_WORD.fullmatch(word) and word.lower() not in OPERATORS for word in text.split(" "))


def quoted(text: str) -> str:
    """The words in quotation marks, whatever is in them."""
    escaped = text.replace("\\", r"\\").replace('"', r"\"")
    return f'"{escaped}"'

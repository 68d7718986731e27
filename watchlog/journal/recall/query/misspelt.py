"""Words before a colon or another sign: what is a field, what is nearly one, and what is a word with a sign in it."""

from watchlog.errors import WrongUsage
from watchlog.journal.recall.query.fields import FIELDS, ORDERED
from watchlog.journal.recall.query.values import shown

_SHORTEST = 4
_LONG = 6
"""From so many letters on, two may be wrong."""


def field_named(word: str, sign: str, following: str, *, alone: bool = False) -> str:
    """The field meant by a word before a sign; empty for what is no term: `re:zero`, `12:30`, `365: repeat`.

    `following` is the character after the sign, or nothing. Raises WrongUsage for a word that is nearly a field, for
    an unknown one before `<`, `>` or `=`, and for a sign with nothing after it: for a colon where both stand `alone`.
    """
    name = word.lower()
    field = FIELDS.get(name)
    if sign == ":":
        if not following.strip() and not alone:
            return ""
        if field is None and (close := nearest(name)):
            raise WrongUsage(_unknown(word, sign, close))
        if field and alone:
            raise WrongUsage(f"{name}: needs a value right after it, like {field.example}")
    elif field is None:
        raise WrongUsage(_unknown(word, sign, nearest(name) or _likest(name)))
    elif sign != "=" and field.kind not in ORDERED:
        raise WrongUsage(f"{name} has no more and less. Write {field.example}")
    elif not following.strip():
        raise WrongUsage(f"{name}{sign} needs a value right after it, like {field.example}")
    return field.name if field else ""


def _unknown(word: str, sign: str, close: str) -> str:
    meant = f"Did you mean {FIELDS[close].example}? " if close else ""
    return f"There is no field {shown(word)}. {meant}To look for the words themselves: '\"{word[:20]}{sign}…\"'"


def _likest(name: str) -> str:
    from difflib import get_close_matches

    close = get_close_matches(name[:20], FIELDS, n=1)
    return close[0] if close else ""


def nearest(name: str) -> str:
    """The field that a name nearly is: one letter wrong, or two swapped, and two from six letters on; or nothing."""
    if not _SHORTEST <= len(name) <= 20:
        return ""
    most = 2 if len(name) >= _LONG else 1
    found = sorted((_distance(name, field), field) for field in FIELDS if abs(len(field) - len(name)) <= most)
    return found[0][1] if found and found[0][0] <= most else ""


def _distance(one: str, other: str) -> int:
    """How many letters are wrong, missing, too many, or swapped with their neighbour."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        earlier, before, row = before, row, [i]
        for j, sign in enumerate(other, start=1):
            least = min(before[j] + 1, row[-1] + 1, before[j - 1] + (letter != sign))
            if i > 1 < j and letter == other[j - 2] and one[i - 2] == sign:
                least = min(least, earlier[j - 2] + 1)
            row.append(least)
    return row[-1]

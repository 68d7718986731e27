"""Terms that begin with a hyphen, set apart from options before the option parser sees them."""

import re
from collections.abc import Mapping, Sequence

from watchlog.journal.recall.query.fields import FIELDS
from watchlog.journal.recall.query.misspelt import nearest

_BEGINS = re.compile('-(?:["“«(]|@[\\w-])')
_FIELD = re.compile(r"-([^\W\d_]+)[:<>=]")


def set_apart(arguments: Sequence[str], options: Mapping[str, bool], *, words: bool = False) -> list[str]:
    """The arguments of a command with what is asked behind `--`, where some of it looks like an option.

    `options` are the names of its options with their hyphens, and whether each takes a value. With `words`, as in
    `list` and `search`, a hyphen before letters that are no option's name leaves out a word.
    """
    kept: list[str] = []
    asked: list[str] = []
    is_needed = False
    left = iter(arguments)
    for argument in left:
        if argument == "--":
            asked += left
        elif _is_term(argument) or (words and _is_word(argument, options)):
            asked.append(argument)
            is_needed = True
        elif argument.startswith("-") and argument != "-":
            kept.append(argument)
            if options.get(argument):
                kept += [value for value in [next(left, None)] if value is not None]
        else:
            asked.append(argument)
    return [*kept, "--", *asked] if is_needed else list(arguments)


def _is_term(argument: str) -> bool:
    """Whether it is a hyphen before a term, a phrase, a bracket or a view; before nearly a term, it is told so."""
    if match := _FIELD.match(argument):
        name = match[1].lower()
        return name in FIELDS or bool(nearest(name))
    return _BEGINS.match(argument) is not None


def _is_word(argument: str, options: Mapping[str, bool]) -> bool:
    """Whether it is a hyphen before two letters or more, or before one and a blank, which a shell had in marks."""
    word = argument[1:]
    if not argument.startswith("-") or not word[:1].isalpha():
        return False
    names = {option.lstrip("-") for option in options}
    return (word[1:2].isalpha() or " " in word or not word[0].isascii()) and word.partition("=")[0] not in names

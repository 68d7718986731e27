"""The line that is being completed: which words are options, which are values, which journal it means."""

import os
from collections.abc import Mapping, Sequence

Options = Mapping[str, str | None]
"""The options of a command, each with what its value may be; None for one without a value."""


PARTING = ("=", ":", "@")
"""What bash takes for words of their own."""


def glued(words: Sequence[str], index: int) -> list[str]:
    """The words up to that index, with those put together again that bash has parted. Raises ValueError.

    What begins with `@` is a view, and a word of its own.
    """
    if not 0 <= index <= len(words):
        raise ValueError(index)
    found: list[str] = []
    joins = False
    for word in [*words, ""][: index + 1]:
        parts = word in PARTING
        if len(found) > 1 and ((parts and word != "@") or joins):
            found[-1] += word
        else:
            found.append(word)
        joins = parts
    return found


def places(words: Sequence[str], options: Options) -> list[str]:
    """The words that are neither options nor their values."""
    found = []
    is_value = False
    for word in words:
        if not is_value and not (word.startswith("-") and word != "-"):
            found.append(word)
        is_value = not is_value and takes_value(word, options)
    return found


def takes_value(word: str, options: Options) -> bool:
    """Whether the next word is the value of this one."""
    return options.get(word) is not None


def journal_folder(words: Sequence[str]) -> str:
    """The folder of the journal that the line means."""
    if "--sample" in words:
        return os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(__file__))), "sample")
    for index, word in enumerate(words):
        if word.startswith("--journal="):
            return os.path.expanduser(word.partition("=")[2])
        if word == "--journal" and index + 1 < len(words):
            return os.path.expanduser(words[index + 1])
    if given := os.environ.get("WATCHLOG_JOURNAL"):
        return os.path.expanduser(given)
    from watchlog.journal.store.folders import data_place

    return data_place()

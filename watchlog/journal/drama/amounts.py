"""Amounts in words: 1 episode, 2 episodes; the 2nd time; the first names of many."""

from collections.abc import Sequence


def counted(count: int, thing: str) -> str:
    """1 episode, 2 episodes, 2,000 episodes."""
    return f"{count:,} {thing}" if count == 1 else f"{count:,} {thing}s"


def first_of(names: Sequence[str], most: int) -> str:
    """At `most` so many of the names in a row, and how many more there are: run-on, signal and 7 more."""
    more = f" and {len(names) - most:,} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more


def in_a_row(names: Sequence[str], last: str) -> str:
    """The names, with a word before the last of several: Monday, Tuesday and Friday."""
    return f" {last} ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"

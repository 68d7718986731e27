"""Amounts in words: 1 episode, 2 episodes; the first names of many."""

from collections.abc import Sequence


def counted(count: int, thing: str) -> str:
    """1 episode, 2 episodes, 2,000 episodes."""
    return f"{count:,} {thing}" if count == 1 else f"{count:,} {thing}s"


def first_of(names: Sequence[str], most: int) -> str:
    """At `most` so many of the names in a row, and how many more there are: run-on, signal and 7 more."""
    more = f" and {len(names) - most:,} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more

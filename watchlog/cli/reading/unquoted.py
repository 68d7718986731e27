"""Titles of several words that were typed without quotation marks."""

from collections.abc import Sequence
from itertools import takewhile

from watchlog.cli.session import session
from watchlog.errors import WatchlogError, WrongUsage
from watchlog.journal.store.paths import slug_of

_SMALL = 2
"""Up to so many digits a last word may be the episode of a drama named by its beginning: `watch signal 2`."""


def check_quoted(command: str, args: Sequence[str]) -> None:
    """Raises WrongUsage where the first words of a command are the title of a drama only together."""
    words = list(takewhile(lambda word: not word.startswith("-"), args))
    if len(words) < 2 or (slug_of(f"{words[0]}.json") and session.journal.storage.has(words[0])):
        return
    from watchlog.journal.drama.comparing import meant  # only where no slug was given
    from watchlog.journal.recall.naming import named

    try:
        names = list(named(session.rows))
    except WatchlogError:
        return
    if meant(words[0], names):
        return
    for count in range(len(words), 1, -1):
        title = " ".join(words[:count])
        is_episode = words[count - 1].isdecimal() and len(words[count - 1]) <= _SMALL
        if not is_episode and (found := meant(title, names)):
            rest = " …" if len(words) > count else ""
            raise WrongUsage(
                f"“{title}” is one title: put it in quotes, or use its slug.\nLike: {command} {found[0].slug}{rest}"
            )

"""Which drama is meant: the one that is named, or that the person picks."""

from collections.abc import Sequence
from itertools import takewhile

from watchlog.cli.session import session
from watchlog.errors import NotFound, WatchlogError, WrongUsage
from watchlog.journal.drama.episodes import parse_episode
from watchlog.journal.store.paths import slug_of

_SMALL = 2
"""Up to so many digits a last word may be the episode of a drama named by its beginning: `watch signal 2`."""


def named_slug(drama: str | None) -> str:
    """The slug of the drama meant; asks where none is named, or several are meant, and somebody is there.

    Raises NotFound with a guess, WrongUsage.
    """
    found = _named(drama)
    session.left_out.clear()  # the others were looked at for its name alone
    return found


def _named(drama: str | None) -> str:
    if drama is None:
        return _picked()
    if _is_slug(drama):
        return drama
    from watchlog.journal.recall.naming import Ambiguous, find  # most name a drama by its slug

    try:
        return find(session.journal, lambda: session.rows, drama)
    except Ambiguous as several:
        if not session.asks:
            raise
        from watchlog.cli.reading.prompts import pick_drama

        return pick_drama(session.journal, several.rows)


def _is_slug(name: str) -> bool:
    return slug_of(f"{name}.json") is not None and session.journal.storage.has(name)


def _picked() -> str:
    if not session.asks:
        raise WrongUsage("Which drama? Name it by its slug or its title.\nSee them: watchlog list")
    rows = sorted(session.rows, key=lambda row: (row.watched or "", row.noted or ""), reverse=True)
    if not rows:
        raise NotFound(
            "No drama is there. See: watchlog doctor"
            if session.left_out
            else "The journal is empty. Begin with: watchlog add"
        )
    from watchlog.cli.reading.prompts import pick_drama

    return pick_drama(session.journal, rows)


def check_quoted(command: str, args: Sequence[str]) -> None:
    """Raises WrongUsage where the first words of a command are the title of a drama only together."""
    words = list(takewhile(lambda word: not word.startswith("-"), args))
    if len(words) < 2 or _is_slug(words[0]):
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


def is_whole(text: str) -> bool:
    """Whether no episode is meant, but all of the drama."""
    return text.strip().lower() == "whole"


def read_place(text: str, slug: str) -> int | None:
    """The episode a note is on; None for all of the drama. Raises WrongUsage, Refused."""
    if is_whole(text):
        return None
    if not any(character.isdigit() for character in text):
        raise WrongUsage(f"Not an episode: {text!r}. Use its number, or the word whole: all of the drama.")
    return read_episode(text, slug)


def read_episode(text: str, slug: str) -> int:
    """The number of an episode that the drama has. Raises WrongUsage, Refused."""
    number = parse_episode(text)
    count = session.journal.document(slug).get("episodes")
    if isinstance(count, int) and number > count:  # else the change will say what is wrong
        from watchlog.journal.drama.rounds import check_episode

        check_episode(session.journal.drama(slug), number)
    return number

"""Where the words of a note, a quote or a review come from: the command line, standard input, or an editor."""

from collections.abc import Iterator
from contextlib import contextmanager

from watchlog.cli.options import read_text
from watchlog.cli.session import say, session
from watchlog.errors import Refused, WatchlogError, WrongUsage
from watchlog.journal.texts import kept


@contextmanager
def words(text: str | None, what: str, draft_name: str, *, needed: bool = True) -> Iterator[str]:
    """The words given as `text`, or written in the editor where it is left out on a terminal.

    What was written in the editor stays on disk until the block, which puts it into the journal, has ended well.
    Raises WrongUsage where words are needed and there are none, Refused where none were written.
    """
    given = read_text(text)
    if given is not None or not session.asks:
        if needed and not (given or "").strip():
            hint = "has no words" if given is not None else "needs words: give TEXT, or - for standard input"
            raise WrongUsage(f"{what[:1].upper()}{what[1:]} {hint}.")
        yield given or ""
        return
    from watchlog.cli.editor import Draft

    draft = Draft(draft_name)
    written = draft.write().removesuffix("\n")
    if needed and not written.strip():
        draft.done()
        raise Refused("Nothing was written, so nothing was saved.")
    try:
        yield kept(written)
    except WatchlogError as error:
        raise type(error)(f"{error}\n{draft.keep()}") from None
    except KeyboardInterrupt:
        say(f"\n{draft.keep()}")
        raise
    draft.done()

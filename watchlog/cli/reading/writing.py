"""Where longer words come from: the command line, standard input, or an editor."""

from collections.abc import Iterator
from contextlib import contextmanager

from watchlog.cli.output import say
from watchlog.cli.session import session
from watchlog.errors import Refused, WatchlogError, WrongUsage
from watchlog.journal.drama.text import kept


def read_text(text: str) -> str:
    """Free text as it was given; `-` is all of standard input. Raises WrongUsage for what is not UTF-8."""
    return kept(_read_stdin() if text == "-" else text)


def read_option(option: str, text: str) -> str:
    """The text of an option. Raises WrongUsage where a pipe has none: what should have given it has failed."""
    words = read_text(text)
    if text == "-" and not words.strip():
        raise WrongUsage(
            f'Standard input has no words for --{option}: nothing was saved.\nTo say that there are none: --{option} ""'
        )
    return words


def _read_stdin() -> str:
    """Standard input, without the newline at its end. Raises WrongUsage for what is no text of a sensible length."""
    from watchlog.cli.reading.files import LONGEST_TEXT, read_stdin

    try:
        text = read_stdin(LONGEST_TEXT).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise WrongUsage(f"Standard input is not valid UTF-8 (byte {error.start + 1}): nothing was saved.") from None
    return text.removesuffix("\n")


@contextmanager
def words(text: str | None, what: str, draft_name: str, *, needed: bool = True) -> Iterator[str]:
    """The words given as `text`, or written in the editor where it is left out on a terminal.

    What was written in the editor stays on disk until the block, which puts it into the journal, has ended well.
    Raises WrongUsage where words are needed and there are none, Refused where none were written.
    """
    given = None if text is None else read_text(text)
    if given is not None or not session.asks:
        if needed and not (given or "").strip():
            hint = "has no words" if given is not None else "needs words: give TEXT, or - for standard input"
            raise WrongUsage(f"{what[:1].upper()}{what[1:]} {hint}.")
        yield given or ""
        return
    from watchlog.cli.reading.editor import Draft

    draft = Draft(draft_name)
    written = draft.write().strip("\n")
    if needed and not written.strip():
        draft.done()
        raise Refused("\n".join(filter(None, ("Nothing was written, so nothing was saved.", draft.hint))))
    try:
        yield kept(written)
    except WatchlogError as error:
        raise type(error)(f"{error}\n{draft.keep()}") from None
    except KeyboardInterrupt:
        say(f"\n{draft.keep()}")
        raise
    draft.done()
    if draft.hint:
        say(draft.hint)

"""Writing in the person's own editor. The draft is a file of theirs until its words are safe in the journal."""

import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from watchlog.cli.session import session
from watchlog.errors import Refused, WatchlogError
from watchlog.journal.store import files, scratch


class Draft:
    """A text being written. It stays on disk until `done` says that it is kept elsewhere."""

    def __init__(self, name: str, text: str = "") -> None:
        self.path = scratch.new_draft(session.drafts, name, text.encode())
        self._before = text

    def write(self) -> str:
        """Let the person write; gives the text when the editor has closed.

        Raises Refused if the editor cannot be run or ends badly, naming where the draft lies.
        """
        command = _command()
        try:
            code = _run([*command, str(self.path)])
        except OSError as error:
            self._drop_if_unchanged()
            raise Refused(
                f"The editor {command[0]} cannot be started: {error.strerror}.\n"
                "Name one in $VISUAL or $EDITOR, or give the text on the command line."
            ) from None
        if code:
            raise Refused(f"The editor {command[0]} ended with code {code}: nothing was saved.{self._kept_words()}")
        return self.text()

    def text(self) -> str:
        """What the draft says now. Raises Refused if it is not UTF-8."""
        try:
            return (files.read(self.path) or b"").decode("utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError:
            raise Refused(f"The text is not valid UTF-8: nothing was saved.{self._kept_words()}") from None

    def replace(self, text: str) -> None:
        """Put another text before the person."""
        files.save(self.path, [text.encode()])

    def keep(self) -> str:
        """The line that tells where the draft lies."""
        return f"Your text is kept in {self.path}"

    def done(self) -> None:
        """The words are safe elsewhere, or there were none."""
        files.discard(self.path)

    def _kept_words(self) -> str:
        return "" if self._drop_if_unchanged() else f"\n{self.keep()}"

    def _drop_if_unchanged(self) -> bool:
        unchanged = (files.read(self.path) or b"") == self._before.encode()
        if unchanged:
            self.done()
        return unchanged


def _command() -> list[str]:
    """The editor: a program with arguments, or the bare path of one, spaces and all."""
    usual = "notepad" if sys.platform == "win32" else "vi"
    named = os.environ.get("VISUAL", "").strip() or os.environ.get("EDITOR", "").strip() or usual
    if Path(named).is_file():
        return [named]
    try:
        if sys.platform == "win32":  # there, a backslash is part of a path
            return [word.strip('"') for word in shlex.split(named, posix=False)]
        return shlex.split(named)
    except ValueError:  # a quotation that does not end
        return named.split()


def _run(command: list[str]) -> int:
    """Run the editor on the terminal, wherever what we print goes; gives its exit code. Raises OSError."""
    editor = subprocess.Popen(command, stdout=None if sys.stdout.isatty() else sys.stderr)
    while (code := editor.poll()) is None:
        with suppress(KeyboardInterrupt):  # Ctrl-C is the editor's
            editor.wait()
    return code


Read = TypeVar("Read")
_MARK = "<!-- watchlog cannot read the next line: "


def rewritten(draft: Draft, read: Callable[[str], Read]) -> Read | None:
    """What `read` makes of the draft after the person has written on it; None if they changed or left nothing.

    A text that `read` refuses is opened again, as it was written, with the reason above its line. Raises Refused,
    keeping the draft, when it is then left as it is.
    """
    before = draft.text()
    refused: WatchlogError | None = None
    while True:
        text = draft.write()
        if not text.strip() or (text == before and refused is None):
            draft.done()
            return None
        if refused and text == before:
            raise Refused(f"{refused}\nNothing was saved. {draft.keep()}")
        try:
            return read("\n".join(line for line in text.split("\n") if not line.startswith(_MARK)))
        except WatchlogError as error:
            refused = error
            before = _marked(text, error)
            draft.replace(before)


def _marked(text: str, error: WatchlogError) -> str:
    lines = [line for line in text.split("\n") if not line.startswith(_MARK)]
    number = min(getattr(error, "line", 1), len(lines))
    reason = str(error).replace("\n", " ").replace("--", "- -")
    return "\n".join([*lines[: number - 1], f"{_MARK}{reason} -->", *lines[number - 1 :]])

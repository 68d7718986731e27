"""Writing in the person's own editor. The draft is a file of theirs until it is safe in the journal."""

import os
import shlex
import subprocess
from pathlib import Path

from watchlog.cli.session import session
from watchlog.errors import Refused
from watchlog.journal import files


class Draft:
    """A text being written. It stays on disk until `done` says that it is kept elsewhere."""

    def __init__(self, name: str, text: str = "") -> None:
        self.path = files.new_draft(session.drafts, name, text.encode())
        self._before = text

    def write(self) -> str:
        """Let the person write; gives the text when the editor has closed.

        Raises Refused if the editor cannot be run or ends badly, naming where the draft lies.
        """
        command = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi")
        try:
            code = subprocess.run([*command, str(self.path)]).returncode
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

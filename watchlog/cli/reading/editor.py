"""Writing in the person's own editor. The draft is a file of theirs until its words are safe in the journal."""

import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import TypeVar

from watchlog.cli.session import session
from watchlog.errors import Refused, WatchlogError
from watchlog.journal.drama.text import shortened
from watchlog.journal.store import files, scratch

_AT_ONCE = 1.0
"""In fewer seconds nobody has read what an editor shows."""
_NO_EDITOR = ("true", ":")
"""What people name who want none."""
_ON_THE_TERMINAL = ("vi", "vim", "nvim", "nano", "pico", "micro", "hx", "helix", "kak", "joe", "jed", "mg", "ne", "ed")
"""Editors that have no window to come back from: who leaves one at once has changed his mind."""
_WAITING = ("--wait", "-w", "-W", "--nofork", "-f", "--foreground", "--block", "-b")


class Draft:
    """A text being written. It stays on disk until `done` says that it is kept elsewhere.

    One of the same name that an earlier run left is offered to be gone on with.
    """

    def __init__(self, name: str, text: str = "") -> None:
        self.before = text
        """What it said before anybody wrote on it."""
        self.hint = ""
        """What is to be told of an editor that came back before anybody can have written."""
        self.path = self._gone_on_with(name) or scratch.new_draft(session.drafts, name, text.encode())

    def _gone_on_with(self, name: str) -> Path | None:
        for kept in scratch.kept_drafts(session.drafts, name):
            words = kept.content.decode(errors="replace")
            if words.strip() and words != self.before:
                from watchlog.cli.reading.prompts import confirm

                begins = "" if self.before else f", “{shortened(words)}”"
                told = f"There is a draft of this from {kept.written:%Y-%m-%d %H:%M}{begins}."
                return kept.path if confirm(f"{told} Go on with it?", usual=True) else None
        return None

    def write(self) -> str:
        """Let the person write; gives the text when the editor has closed.

        Raises Refused if the editor cannot be run or ends badly, naming where the draft lies.
        """
        command = _command()
        began = monotonic()
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
        text = self.text()
        waits = command[0] in _NO_EDITOR or any(word in _WAITING for word in command)
        waits = waits or (Path(command[0]).stem in _ON_THE_TERMINAL and "-g" not in command)  # vim's window
        at_once = monotonic() - began < _AT_ONCE and not waits
        if at_once and text == self.before:
            self.hint = (
                f"The editor {command[0]} came back at once. If it has a window of its own, have it wait: "
                f"EDITOR='{command[0]} --wait'. What you write there is kept in {self.path}"
            )
        return text

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
        """The words are safe elsewhere, or there were none: it goes, but for what is written after an early return."""
        if not self.hint:
            scratch.discard_draft(self.path)

    def _kept_words(self) -> str:
        return "" if self._drop_if_unchanged() else f"\n{self.keep()}"

    def _drop_if_unchanged(self) -> bool:
        unchanged = (files.read(self.path) or b"") == self.before.encode()
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
_TURNS = 3
_MARK = "<!-- watchlog cannot read the next line: "


def rewritten(draft: Draft, read: Callable[[str], Read]) -> Read | None:
    """What `read` makes of the draft after the person has written on it; None if they changed or left nothing.

    A text that `read` refuses is opened again, as it was written, with the reason above its line. Raises Refused,
    keeping the draft, when it is then left as it is, and when it is wrong for the third time.
    """
    before = draft.before
    for turn in range(_TURNS):
        text = draft.write()
        if not text.strip() or (text == before and not turn):
            draft.done()
            return None
        if text == before:
            break
        try:
            return read("\n".join(line for line in text.split("\n") if not line.startswith(_MARK)))
        except WatchlogError as error:
            refused = error
            before = _marked(text, error)
            draft.replace(before)
    raise Refused(f"{refused}\nNothing was saved. {draft.keep()}")


def _marked(text: str, error: WatchlogError) -> str:
    lines = [line for line in text.split("\n") if not line.startswith(_MARK)]
    number = min(getattr(error, "line", 1), len(lines))
    reason = str(error).replace("\n", " ").replace("--", "- -")
    return "\n".join([*lines[: number - 1], f"{_MARK}{reason} -->", *lines[number - 1 :]])

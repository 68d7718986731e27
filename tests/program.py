"""The program from outside: in this process for breadth, as a real one for the promises, on a terminal for the talk."""

import io
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import Any

import pexpect
import pytest

from tests.checking import without_uids
from tests.home import environment, move
from watchlog.journal.store.folders import of_journal

SECONDS = 20
"""How long a terminal may keep us waiting; a machine with other things to do is slow."""


class Result:
    """What a run printed and how it ended."""

    def __init__(self, code: int, stdout: bytes, stderr: bytes) -> None:
        self.code = code
        self.stdout = stdout.decode()
        self.stderr = stderr.decode()

    @property
    def json(self) -> Any:
        """The JSON it printed, without uids, of which chance makes new ones."""
        return without_uids(json.loads(self.stdout))


class Terminal:
    """A terminal of 24 rows on which the program runs."""

    def __init__(self, command: Sequence[str], environment: dict[str, str], columns: int = 100) -> None:
        self._process = pexpect.spawn(
            command[0],
            list(command[1:]),
            env={**os.environ, "TERM": "xterm-256color", **environment},
            encoding="utf-8",
            codec_errors="replace",
            timeout=SECONDS,
            dimensions=(24, columns),
            # Ctrl-C is heard on a terminal, also where the tests themselves were started to run unheard of it.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )
        self._seen = ""

    def sees(self, text: str) -> None:
        """Wait until the text is on the screen."""
        self._process.expect_exact(text)
        self._seen += self._process.before + text

    def types(self, line: str) -> None:
        """Type a line and Enter."""
        self._process.sendline(line)

    def types_bytes(self, keys: bytes) -> None:
        """What a terminal of another encoding would send."""
        os.write(self._process.child_fd, keys)

    def answers(self, question: str, line: str) -> None:
        """Wait for the question, then type the answer."""
        self.sees(question)
        self.types(line)

    def presses(self, key: str) -> None:
        """Press a key: Ctrl-C is `c`, Ctrl-D is `d`."""
        self._process.send(chr(ord(key) & 0x1F))

    def closes(self) -> None:
        """Close the terminal under the program, as a window is closed, and wait for its end."""
        self._process.kill(signal.SIGHUP)
        self._process.expect(pexpect.EOF)
        close(self._process)

    def ends(self, code: int = 0) -> str:
        """Wait for the end, expect an exit code, and give all that was on the screen, without its colours."""
        self._process.expect(pexpect.EOF)
        close(self._process)
        screen = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", self._seen + self._process.before).replace("\r\n", "\n")
        ended = self._process.exitstatus
        assert ended == code, f"exit {ended}: {screen}"
        assert "Traceback" not in screen, screen
        return screen


def close(process: pexpect.spawn) -> None:
    """Close the terminal of a process that has nothing more to say: wait for its end, and not a tenth of a second."""
    process.wait()
    process.ptyproc.delayafterclose = 0
    process.close()


def built_once(build: "Callable[[Program], None]") -> "Callable[[Program], Program]":
    """A fixture whose journal is built by its commands for the first test of a process, and copied for the others."""
    built: list[Path] = []

    @wraps(build)
    def fixture(program: "Program") -> "Program":
        if built:
            shutil.copytree(built[0], program.journal)
        else:
            build(program)
            built.append(program.home / "built")
            shutil.copytree(program.journal, built[0])
        return program

    return pytest.fixture(fixture)


class Program:
    """watchlog on a journal of its own, in a home of its own."""

    def __init__(self, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.home = home
        self.journal = home / "journal"
        self.drafts = of_journal(home / "state" / "watchlog" / "drafts", self.journal)
        self._patch = monkeypatch
        for name in ("FORCE_COLOR", "NO_COLOR", "WATCHLOG_SPOILERS", "VISUAL", "EDITOR", "COLUMNS"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent.parent))
        if Path.home() != home:
            move(home, monkeypatch)

    def environment(self) -> dict[str, str]:
        """What a process needs to find the program, and this journal."""
        return environment(self.home) | {"PYTHONPATH": os.environ["PYTHONPATH"]}

    def __call__(self, *arguments: str, stdin: str | bytes = "", code: int | None = 0) -> Result:
        """Run a command line in this process, with pipes for its streams, and expect an exit code; None is any."""
        from watchlog.cli.app import run

        if os.environ.get("FORCE_COLOR"):  # who asks for colours here wants to see a page
            arguments = ("--page", *arguments)
        given = stdin.encode() if isinstance(stdin, str) else stdin
        streams = {
            "stdin": io.TextIOWrapper(io.BytesIO(given)),
            "stdout": io.TextIOWrapper(io.BytesIO()),
            "stderr": io.TextIOWrapper(io.BytesIO()),
        }
        with self._patch.context() as patch:
            for name, stream in streams.items():
                patch.setattr(sys, name, stream)
            ended = run(arguments)
            printed = {}
            for name in ("stdout", "stderr"):
                streams[name].flush()
                printed[name] = streams[name].buffer.getvalue()
        result = Result(ended, printed["stdout"], printed["stderr"])
        assert code in (None, result.code), f"exit {result.code}: {result.stderr or result.stdout}"
        return result

    def refuses(self, *arguments: str, code: int, stdin: str | bytes = "") -> str:
        """What is said of a command line that must write nothing: one or two lines, and nothing else anywhere."""
        before = self.everything()
        result = self(*arguments, stdin=stdin, code=code)
        assert self.everything() == before
        assert result.stdout == ""
        lines = result.stderr.splitlines()
        assert 1 <= len(lines) <= 2, result.stderr
        assert all(line.strip() for line in lines)
        return "\n".join(lines)

    def process(self, *arguments: str | bytes, stdin: str | bytes = b"", **environment: str) -> Result:
        """Run a command line as a process of its own."""
        ended = subprocess.run(
            [sys.executable, "-m", "watchlog", *arguments],
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            capture_output=True,
            env={**os.environ, **environment},
        )
        return Result(ended.returncode, ended.stdout, ended.stderr)

    def shell(self, script: str, **environment: str) -> Result:
        """Run a line of bash in which `watchlog` is the program and a pipe fails with any of its parts."""
        ended = subprocess.run(
            _bash(script),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env={**os.environ, **environment},
        )
        return Result(ended.returncode, ended.stdout, ended.stderr)

    def terminal(self, *arguments: str, columns: int = 100, **environment: str) -> Terminal:
        """Run a command line on a terminal."""
        return Terminal([sys.executable, "-m", "watchlog", *arguments], environment, columns)

    def shell_on_terminal(self, script: str, **environment: str) -> Terminal:
        """Run a line of bash, as for `shell`, on a terminal."""
        return Terminal(_bash(script), environment)

    def drama(self, slug: str) -> Any:
        """A drama as `show --json` prints it."""
        return self("show", slug, "--json").json

    def files(self) -> dict[str, bytes]:
        """Every drama's file, by name."""
        return {path.name: path.read_bytes() for path in sorted((self.journal / "dramas").glob("*"))}

    def everything(self) -> dict[str, bytes]:
        """Every file of the journal, the history too, by its path; not the lock, which holds nothing."""
        paths = (path for path in sorted(self.journal.rglob("*")) if path.is_file() and path.name != ".lock")
        return {str(path.relative_to(self.journal)): path.read_bytes() for path in paths}


def _bash(script: str) -> list[str]:
    return ["bash", "-o", "pipefail", "-c", f'watchlog() {{ "{sys.executable}" -m watchlog "$@"; }}\n{script}']

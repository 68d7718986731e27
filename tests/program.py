"""The program from outside: in this process for breadth, as a real process for the promises."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest


class Result:
    """What a run printed and how it ended."""

    def __init__(self, code: int, stdout: bytes, stderr: bytes) -> None:
        self.code = code
        self.stdout = stdout.decode()
        self.stderr = stderr.decode()

    @property
    def json(self) -> Any:
        return json.loads(self.stdout)


class Program:
    """watchlog on a journal of its own, in a home of its own."""

    def __init__(self, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.home = home
        self.journal = home / "journal"
        self._patch = monkeypatch
        for name in ("FORCE_COLOR", "NO_COLOR", "WATCHLOG_SPOILERS", "VISUAL", "EDITOR", "COLUMNS"):
            monkeypatch.delenv(name, raising=False)
        for name, value in self.environment().items():
            monkeypatch.setenv(name, value)

    def environment(self) -> dict[str, str]:
        return {
            "WATCHLOG_JOURNAL": str(self.journal),
            "XDG_CACHE_HOME": str(self.home / "cache"),
            "XDG_STATE_HOME": str(self.home / "state"),
            "HOME": str(self.home),
        }

    def __call__(self, *arguments: str, stdin: str | bytes = "", code: int = 0) -> Result:
        """Run a command line in this process, with pipes for its streams, and expect an exit code."""
        from watchlog.cli.app import run

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
                printed[name] = streams[name].buffer.getvalue()  # type: ignore[attr-defined]
        result = Result(ended, printed["stdout"], printed["stderr"])
        assert result.code == code, f"exit {result.code}: {result.stderr or result.stdout}"
        return result

    def process(self, *arguments: str, stdin: bytes = b"", **environment: str) -> Result:
        """Run a command line as a process of its own."""
        ended = subprocess.run(
            [sys.executable, "-m", "watchlog", *arguments],
            input=stdin,
            capture_output=True,
            env={**os.environ, **environment},
        )
        return Result(ended.returncode, ended.stdout, ended.stderr)

    def drama(self, slug: str) -> Any:
        """A drama as `show --json` prints it."""
        return self("show", slug, "--json").json

    def files(self) -> dict[str, bytes]:
        """Every drama's file, by name."""
        return {path.name: path.read_bytes() for path in sorted((self.journal / "dramas").glob("*"))}

"""People at several terminals of one journal: processes that write as fast as they can, and can be killed."""

import os
import signal
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

from tests.proof.desk import Desk


class Writer:
    """A process that runs command lines and puts down on a sheet of paper which of them were acknowledged."""

    def __init__(self, desk: Desk, name: str, act: Callable[[Desk, str, Callable[[str], None]], object]) -> None:
        self._sheet = desk.folder / f"{name}.acknowledged"
        self.process = os.fork()
        if self.process:
            return
        code = 99
        try:
            descriptor = os.open(self._sheet, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
            act(desk, name, lambda line: _put_down(descriptor, line))
            code = 0
        except BaseException:
            traceback.print_exc()
            sys.stderr.flush()
        finally:
            os._exit(code)

    def acknowledged(self) -> list[str]:
        """What was acknowledged until now."""
        return self._sheet.read_text("utf-8").splitlines() if self._sheet.exists() else []

    def kill(self) -> None:
        """kill -9, and wait until it is gone."""
        os.kill(self.process, signal.SIGKILL)
        assert self.ended() == -signal.SIGKILL

    def ended(self) -> int:
        """Wait for its end; gives its exit code."""
        return os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])


def _put_down(descriptor: int, line: str) -> None:
    os.write(descriptor, f"{line}\n".encode())


def acknowledged(folder: Path) -> list[str]:
    """What was acknowledged to anybody."""
    return [line for sheet in sorted(folder.glob("*.acknowledged")) for line in sheet.read_text("utf-8").splitlines()]

"""Ctrl-C: at any moment, what is said of the change is true, and nothing is a traceback."""

import shutil
import signal
import subprocess
import sys
import time

import pytest

from tests.program import Program

pytestmark = pytest.mark.slow


def interrupted(program: Program, call: str, nth: int) -> tuple[int, str]:
    """A note during which Ctrl-C comes at the nth call of that kind; its exit code and what it said."""
    ended = subprocess.run(
        ["strace", "-o", "/dev/null", "-e", f"trace={call}", "-e", f"inject={call}:signal=SIGINT:when={nth}",
         sys.executable, "-m", "watchlog", "note", "run-on", "2", f"{call} {nth}"],
        capture_output=True, text=True, preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )  # fmt: skip
    return ended.returncode, ended.stderr


@pytest.mark.skipif(not shutil.which("strace"), reason="strace sends Ctrl-C at the very moment")
@pytest.mark.parametrize("call", ["rename", "fsync"])
def test_it_says_whether_it_was_saved(begun: Program, call: str) -> None:
    outcomes = set()
    for nth in range(1, 8):
        code, said = interrupted(begun, call, nth)
        saved = f"{call} {nth}" in [note["text"] for note in begun.drama("run-on")["notes"]]
        assert "Traceback" not in said
        assert (code == 130) == ("Stopped" in said)
        if code == 130:
            assert ("nothing was saved" in said) == (not saved)
            assert ("but saved: Added note" in said) == saved
        outcomes.add((code, saved))
    assert (130, True) in outcomes


def test_while_it_is_being_loaded_it_ends_quietly(begun: Program) -> None:
    codes = []
    for number in range(40):
        process = subprocess.Popen(
            [sys.executable, "-m", "watchlog", "list"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        )  # fmt: skip
        time.sleep(0.03 + number * 0.005)
        process.send_signal(signal.SIGINT)
        said = process.communicate()[1].decode()
        assert "watchlog/" not in said.replace("watchlog/__init__", ""), said
        codes.append(process.returncode)
    assert 130 in codes

"""Real processes: bytes that are not text, streams that are closed, readers that go."""

import fcntl
import os
import signal
import subprocess
import sys
import time

import pytest

from tests.program import Program

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    "arguments",
    [
        [b"note", b"run-on", b"3", b"caf\xe9"],
        [b"note", b"caf\xe9", b"3", b"x"],
        [b"note", b"run-on", b"\xe9", b"x"],
        [b"add", b"caf\xe9"],
        [b"add", b"x", b"--slug", b"caf\xe9"],
        [b"add", b"x", b"--genre", b"caf\xe9"],
        [b"quote", b"run-on", b"x", b"--by", b"\xff"],
        [b"rate", b"run-on", b"\xff"],
        [b"show", b"run-on", b"\xff"],
        [b"list", b"--sort", b"\xff"],
        [b"\xff"],
        [b"--\xff"],
    ],
)
@pytest.mark.parametrize("language", ["C.UTF-8", "C"])
def test_bytes_that_are_not_utf8_are_refused(begun: Program, arguments: list[bytes], language: str) -> None:
    before = begun.everything()
    ended = begun.process(*arguments, LC_ALL=language)
    assert ended.code == 2
    assert ended.stdout == ""
    assert 1 <= len(ended.stderr.splitlines()) <= 2, ended.stderr
    assert begun.everything() == before


def test_invalid_standard_input_is_refused(begun: Program) -> None:
    before = begun.everything()
    ended = begun.process("note", "run-on", "3", "-", stdin=b"abc\xff\xfe")
    assert (ended.code, ended.stdout) == (2, "")
    assert ended.stderr == "Standard input is not valid UTF-8 (byte 4): nothing was saved.\n"
    assert begun.everything() == before


def test_words_and_their_letters_whatever_the_locale(begun: Program) -> None:
    for language in ("C", "C.UTF-8", "POSIX"):
        ended = begun.process("note", "런 온", "3", "우산 ☂", "--json", LC_ALL=language)
        assert ended.code == 0, ended.stderr
        assert ended.json["notes"][-1]["text"] == "우산 ☂"


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize(
    "command",
    [
        "watchlog --sample show run-on --json | head -1",
        "watchlog --sample show run-on | head -1",
        "FORCE_COLOR=1 watchlog --page --sample show run-on | head -1",
        "FORCE_COLOR=1 watchlog --page --sample list | head -1",
        "FORCE_COLOR=1 watchlog --page --sample | head -1",
        "watchlog --sample list | head -1",
        "watchlog -h | head -1",
        "watchlog note -h | true",
        "watchlog show big --json | head -c 1",
        "watchlog show big | head -c 1",
        "watchlog note big 2 x --json | head -c 1",
    ],
)
def test_a_reader_who_has_seen_enough_is_no_error(program: Program, command: str, unbuffered: str) -> None:
    program("add", "Big")
    program("note", "big", "1", "-", stdin="word\n" * 100_000)
    ended = program.shell(command, PYTHONUNBUFFERED=unbuffered)
    assert ended.code == 0, ended.stderr
    assert "Traceback" not in ended.stderr
    assert "Exception" not in ended.stderr


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("command", ["show run-on", "show run-on --json", "list", "where", "history", "-h"])
def test_an_output_that_cannot_be_written_is_told(begun: Program, command: str, unbuffered: str) -> None:
    ended = begun.shell(f"watchlog {command} > /dev/full", PYTHONUNBUFFERED=unbuffered)
    assert (ended.code, ended.stderr) == (4, "Cannot go on: No space left on device.\n")


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_an_output_that_stops_short_is_told(program: Program, unbuffered: str) -> None:
    program("add", "Big")
    program("note", "big", "1", "-", stdin="word\n" * 100_000)
    limit = "trap '' XFSZ; ulimit -f 100"  # in blocks of 1024 bytes, for any file
    for command in ("show big", "show big --json", "export big"):
        ended = program.shell(f"{limit}; watchlog {command} > {program.home}/out", PYTHONUNBUFFERED=unbuffered)
        assert (ended.code, ended.stderr) == (4, "Cannot go on: File too large.\n")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")
def test_a_message_that_nobody_can_read_changes_nothing_else(begun: Program) -> None:
    assert begun.shell("watchlog note run-on 3 x 2> /dev/full").code == 0
    assert len(begun.drama("run-on")["notes"]) == 1


@pytest.mark.parametrize(
    ("streams", "code"), [("<&-", 2), (">&-", 0), ("2>&-", 0), ("<&- >&- 2>&-", 2), (">&- 2>&-", 0)]
)
def test_closed_streams_are_empty_ones(begun: Program, streams: str, code: int) -> None:
    text = "-" if "<&-" in streams else "words"
    ended = begun.shell(f"watchlog note run-on 3 {text} --json {streams}")
    assert ended.code == code
    assert "Traceback" not in ended.stderr
    assert [note["text"] for note in begun.drama("run-on")["notes"]] == ([] if code else ["words"])


def test_ctrl_c_while_waiting_for_standard_input(begun: Program) -> None:
    before = begun.everything()
    script = "import sys; from watchlog.cli.app import run; print(flush=True); sys.exit(run(sys.argv[1:]))"
    with subprocess.Popen(
        [sys.executable, "-c", script, "note", "run-on", "3", "-"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdout
        process.stdout.readline()
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        assert process.stderr
        said = process.stderr.read().decode()
        assert process.wait() == 130
    assert said == "\nStopped: nothing was saved.\n"
    assert begun.everything() == before


def test_a_journal_that_another_holds_is_not_written_to(begun: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("watchlog.journal.store.lock.WAIT_SECONDS", 0.0)
    with open(begun.journal / ".lock", "r+") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        assert "Another watchlog has been writing" in begun.refuses("note", "run-on", "3", "x", code=4)
        begun("show", "run-on")
    begun("note", "run-on", "3", "x")

"""Two terminals at once."""

import subprocess
import sys

import pytest

from tests.program import Program

pytestmark = pytest.mark.slow

QUOTES = 100
WRITER = f"""
import sys
from watchlog.cli.app import run
print("ready", flush=True)
sys.stdin.readline()
for number in range({QUOTES}):
    assert run(["quote", "run-on", f"{{sys.argv[1]}} {{number}}"]) == 0
"""


def test_two_processes_add_a_hundred_quotes_each_and_none_is_lost(begun: Program) -> None:
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, name],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        for name in ("left", "right")
    ]  # fmt: skip
    for writer in writers:
        assert writer.stdout
        assert writer.stdout.readline() == "ready\n"
    for writer in writers:
        assert writer.stdin
        writer.stdin.write("go\n")
        writer.stdin.flush()
    said = [line for writer in writers for line in writer.communicate()[1].splitlines() if line.startswith("Added")]
    assert [writer.returncode for writer in writers] == [0, 0]
    quotes = begun.drama("run-on")["quotes"]
    assert sorted(quote["lines"][0]["text"] for quote in quotes) == sorted(
        f"{name} {number}" for name in ("left", "right") for number in range(QUOTES)
    )
    assert sorted(quote["id"] for quote in quotes) == list(range(1, 2 * QUOTES + 1))
    assert sorted(said) == sorted(f"Added quote {number} to Run On." for number in range(1, 2 * QUOTES + 1))
    texts = [quote["lines"][0]["text"].split()[0] for quote in quotes]
    assert texts not in (sorted(texts), sorted(texts, reverse=True)), "they did not write at once"


def test_two_processes_that_add_the_same_title_make_two_dramas(program: Program) -> None:
    processes = [
        subprocess.Popen([sys.executable, "-m", "watchlog", "add", "Run On"], stderr=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    said = [process.communicate()[1] for process in processes]
    other = " There is another of that title: run-on."
    assert sorted(said) == [
        *(f"Added Run On as run-on-{number}.{other}\n" for number in (2, 3, 4)),
        "Added Run On as run-on.\n",
    ]
    assert len(program.files()) == 4

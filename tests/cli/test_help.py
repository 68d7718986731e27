"""Every command's help has examples, and every example works."""

from importlib import import_module

import pytest

from tests.program import Program
from watchlog.cli.commands import COMMANDS

BEFORE = {
    "watchlog rename run-on-2020 run-on": [["rename", "run-on", "run-on-2020"]],
    "watchlog unwatch run-on 13": [["watch", "run-on", "13", "--on", "today"]],
    "watchlog watch run-on": [["set", "run-on", "--episodes", "99"]],
    "watchlog watch run-on 3-5 --on yesterday": [["unwatch", "run-on", "all"]],
    "watchlog undo": [["rate", "run-on", "9"]],
    "watchlog undo 3": [["rate", "run-on", "9"]] * 3,
    "watchlog redo": [["rate", "run-on", "9"], ["undo"]],
    "watchlog import run-on.md --dry-run": [["export", "run-on", "-o", "run-on.md"]],
    "watchlog restore ~/watchlog.zip": [["backup", "~/watchlog.zip"]],
}
"""What has to be done for an example to make sense in the sample."""

TO_WRITE = {"edit"}
TO_SAY_YES = {"remove", "restore"}
"""The commands whose examples need somebody there."""


def examples(command: str) -> list[str]:
    """The command lines in the command's help."""
    place = COMMANDS[command]
    words: str = getattr(import_module(f"watchlog.cli.commands.{place.module}"), place.function).__doc__
    return [line.strip() for line in words.splitlines() if line.startswith("    watchlog ")]


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_has_examples_of_the_command_on_lines_of_their_own(program: Program, command: str) -> None:
    lines = [line.strip() for line in program(command, "-h").stdout.splitlines()]
    assert examples(command)[0].split()[1] == command
    assert [example for example in examples(command) if example not in lines] == []


@pytest.mark.slow
@pytest.mark.parametrize("example", [line for command in COMMANDS for line in examples(command)])
def test_an_example_works(program: Program, monkeypatch: pytest.MonkeyPatch, example: str) -> None:
    command = example.split()[1]
    sample = program("where", "--sample", "--json").json["journal"]
    monkeypatch.chdir(program.home)
    monkeypatch.setenv("WATCHLOG_JOURNAL", sample)
    for preparation in BEFORE.get(example, []):
        program(*preparation)
    if command in TO_WRITE:
        assert program.shell_on_terminal(example, EDITOR="true").ends() == "Nothing was changed.\n"
    else:
        ended = program.shell(f"{example} --yes" if command in TO_SAY_YES else example)
        assert ended.code == 0, ended.stderr

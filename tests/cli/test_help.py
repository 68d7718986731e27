"""Every command's help has examples, and every example works."""

from importlib import import_module
from pathlib import Path

import pytest

import watchlog
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
    "watchlog merge base.json ours.json theirs.json": [
        ["export", "run-on", "-o", f"{version}.json"] for version in ("base", "ours", "theirs")
    ],
    'watchlog import run-on.csv --map "Run On=run-on"': [["export", "run-on", "-o", "run-on.csv"]],
    "watchlog restore ~/watchlog.zip": [["backup", "~/watchlog.zip"]],
}
"""What has to be done for an example to make sense in the sample."""

TOPICS = Path(watchlog.__file__).parent / "manual"

TO_WRITE = {"edit"}
TO_SAY_YES = {"publish", "remove", "restore"}
"""The commands whose examples need somebody there."""


def examples(command: str) -> list[str]:
    """The command lines in the command's help."""
    place = COMMANDS[command]
    words: str = getattr(import_module(f"watchlog.cli.commands.{place.module}"), place.module).__doc__
    return [line for line in map(str.strip, words.splitlines()) if line.startswith("watchlog ")]


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_has_examples_of_the_command_on_lines_of_their_own(program: Program, command: str) -> None:
    lines = [line.strip() for line in program(command, "-h").stdout.splitlines()]
    assert examples(command)[0].split()[1] == command
    assert [example for example in examples(command) if example not in lines] == []


def test_a_command_is_explained_as_by_its_own_help(program: Program) -> None:
    assert program("help", "note").stdout.strip() == program("note", "--help").stdout.strip()
    assert program("help").stdout.startswith(program("--help").stdout.rstrip())


@pytest.mark.parametrize("topic", [path.stem for path in TOPICS.iterdir()])
def test_a_topic_is_named_with_what_it_is_about(program: Program, topic: str) -> None:
    text = (TOPICS / f"{topic}.md").read_text("utf-8")
    about = text.splitlines()[0].removeprefix("# ")
    assert program("help", topic).stdout == text
    assert f"| `watchlog help {topic}` | {about} |\n" in program("help").stdout
    assert max(map(len, text.splitlines())) <= 120
    assert topic not in COMMANDS


def test_a_topic_that_is_not_there(program: Program) -> None:
    said = program.refuses("help", "scirpts", code=2)
    assert said == "There is no command and no topic 'scirpts'. Did you mean scripts?\nSee them: watchlog help"


@pytest.mark.slow
def test_help_needs_no_docstrings(program: Program) -> None:
    """Python leaves them out with -OO."""
    ended = program.process("add", "--help", PYTHONOPTIMIZE="2")
    assert "Add a drama to the journal." in ended.stdout
    assert "A review journal for dramas" in program.process("--help", PYTHONOPTIMIZE="2").stdout


@pytest.mark.slow
@pytest.mark.parametrize("example", [line for command in COMMANDS for line in examples(command)])
def test_an_example_works(program: Program, monkeypatch: pytest.MonkeyPatch, example: str) -> None:
    command = example.split()[1]
    sample = program("where", "--sample", "--json").json["journal"]
    monkeypatch.chdir(program.home)
    monkeypatch.setenv("WATCHLOG_JOURNAL", sample)
    for preparation in BEFORE.get(example, []):
        program(*preparation)
    if command in TO_WRITE and "--text" not in example:
        assert program.shell_on_terminal(example, EDITOR="true").ends() == "Nothing was changed.\n"
    else:
        ended = program.shell(f"{example} --yes" if command in TO_SAY_YES else example)
        assert ended.code == 0, ended.stderr

"""TAB: what is offered, in real shells too, and that nothing in a journal is ever run."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pexpect
import pytest
import typer

from tests.cli.completion import table
from tests.program import Program
from watchlog.cli.app import app
from watchlog.cli.completion.line import takes_value
from watchlog.cli.completion.table import COMMANDS

pytestmark = pytest.mark.slow


def offered(program: Program, *words: str) -> list[str]:
    """What TAB offers for the last of the words."""
    line = ["watchlog", *words]
    return program.process(str(len(line) - 1), *line, _WATCHLOG_COMPLETE="words").stdout.split()


@pytest.fixture
def journal(program: Program) -> Program:
    program("add", "Run On", "--episodes", "4", "--genre", "Romance,Slice of Life", "--tag", "Calm")
    program("add", "Running Man", "--type", "tv-show")
    program("watch", "run-on", "1-2")
    program("note", "run-on", "1", "Words.")
    program("quote", "run-on", "Words.")
    return program


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("show", "run-"), ["run-on"]),
        (("show", "run"), ["run-on", "running-man"]),
        (("show", "nothing"), []),
        (("show", "run-on", "q"), ["quotes"]),
        (("show", "run-on", "quotes", "so"), ["songs"]),
        (("note", "run-on", ""), ["1", "2", "3", "4"]),
        (("watch", "run-on", ""), ["3", "4"]),
        (("unwatch", "run-on", ""), ["1", "2"]),
        (("remove", "run-on", ""), ["1", "2"]),
        (("status", "run-on", "pl"), ["plan-to-watch"]),
        (("note", "--rating", "9", "run-o"), ["run-on"]),
        (("list", "--status", "on"), ["on-hold"]),
        (("list", "--genre", ""), ["Romance"]),
        (("set", "run-on", "--untag", ""), ["Calm"]),
        (("rat",), ["rate"]),
        (("no-such-command", ""), []),
        (("import", ""), ["@files"]),
        (("show", "--sp"), ["--spoilers"]),
        (("--no-input", "show", "run-o"), ["run-on"]),
    ],
)
def test_what_fits_is_offered(journal: Program, words: tuple[str, ...], expected: list[str]) -> None:
    assert offered(journal, *words) == expected


def test_the_journal_of_the_line_is_the_one_that_is_looked_into(journal: Program, tmp_path: Path) -> None:
    journal("--journal", str(tmp_path / "other"), "add", "Signal")
    assert offered(journal, "--journal", str(tmp_path / "other"), "show", "") == ["signal"]
    assert "parasite" in offered(journal, "--sample", "show", "p")


def test_an_empty_or_a_broken_journal_offers_nothing_and_says_nothing(program: Program) -> None:
    assert program.process("2", "watchlog", "show", "", _WATCHLOG_COMPLETE="words").stdout == ""
    program("add", "Run On")
    (program.journal / "dramas" / "run-on.json").write_text("{")
    broken = program.process("3", "watchlog", "note", "run-on", "", _WATCHLOG_COMPLETE="words")
    assert (broken.code, broken.stdout) == (0, "")


@pytest.mark.parametrize(
    ("shell", "environment", "printed"),
    [
        ("complete_bash", {"COMP_WORDS": "watchlog show ru", "COMP_CWORD": "2"}, "run-on\nrunning-man\n"),
        ("complete_zsh", {"_TYPER_COMPLETE_ARGS": "watchlog show run-"}, "_arguments '*: :((\"run-on\"))'\n"),
        ("complete_fish", {"_TYPER_COMPLETE_ARGS": "watchlog show run-"}, "run-on\n"),
    ],
)
def test_typers_own_scripts_are_answered_too(
    journal: Program, shell: str, environment: dict[str, str], printed: str
) -> None:
    assert journal.process(_WATCHLOG_COMPLETE=shell, **environment).stdout == printed


def test_only_plain_words_are_ever_offered(journal: Program) -> None:
    hostile = ["$(touch pwned)", "`touch pwned`", "a\\$(touch pwned)", "x*", "a b", "런-온", "-rf"]
    for name in hostile:
        (journal.journal / "dramas" / f"{name}.json".replace("/", "")).write_text("{}")
    assert offered(journal, "show", "") == ["run-on", "running-man"]


def test_the_table_is_what_the_signatures_say() -> None:
    assert table.PLACE.read_text("utf-8") == table.made(), "make it anew: python -m tests.cli.completion.table"


def test_the_table_knows_every_option_that_the_program_takes(program: Program) -> None:
    group: Any = typer.main.get_group(app)
    context = group.make_context("watchlog", [], resilient_parsing=True)
    for name, known in COMMANDS.items():
        for option in group.get_command(context, name).get_params(context):
            for flag in option.opts:
                if flag.startswith("-"):
                    assert takes_value(flag, known.options) is not option.is_flag, f"{name} {flag}"


def test_whatever_the_program_would_choose_from_is_offered(begun: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a wrong value is answered with, “Use one of: …”, is what TAB offers for the right one."""
    monkeypatch.chdir(begun.home)  # some of the options name a file to write
    tried = 0
    for name, known in COMMANDS.items():
        for option, offers in known.options.items():
            if offers is None or not option.startswith("--") or option == "--journal":
                continue
            refused = begun.process(name, "run-on", option, "zzzzzz", WATCHLOG_JOURNAL=str(begun.journal))
            choices = re.search(r"Use one of: (.*)\.$", refused.stderr, re.MULTILINE)
            if choices:
                assert choices[1].replace(",", "") == offers, f"{name} {option}"
                tried += 1
    assert tried > 10


def _shell(shell: str, program: Program, tmp_path: Path) -> "pexpect.spawn[str]":
    """A shell in which `watchlog` is this program and TAB completes it."""
    if not shutil.which(shell):
        pytest.skip(f"there is no {shell} on this machine")
    (tmp_path / "bin").mkdir(exist_ok=True)
    launcher = tmp_path / "bin" / "watchlog"
    launcher.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m watchlog "$@"\n')
    launcher.chmod(0o755)
    environment = {
        **os.environ,
        **program.environment(),
        "PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}",
        "PYTHONPATH": os.getcwd(),
        "TERM": "dumb",
        "PS1": "ready> ",
        "ZDOTDIR": str(tmp_path),
    }
    arguments = {"bash": ["--norc", "--noprofile"], "zsh": ["-f"], "fish": ["--no-config"]}[shell]
    terminal = pexpect.spawn(
        shell, arguments, env=environment, cwd=str(tmp_path), encoding="utf-8", timeout=20, dimensions=(40, 200)
    )
    if shell == "zsh":
        terminal.sendline("autoload -Uz compinit; compinit -u; bindkey '^I' complete-word")
    if shell == "fish":
        terminal.sendline("watchlog completion fish | source")
    else:
        terminal.sendline(f'eval "$(watchlog completion {shell})"')
    terminal.sendline("echo set-$((40 + 2))" if shell != "fish" else "echo set-(math 40 + 2)")
    terminal.expect("set-42")
    return terminal


@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_a_real_shell_completes_a_drama_and_runs_nothing(journal: Program, tmp_path: Path, shell: str) -> None:
    journal("add", "x $(touch pwned) `touch pwned`", "--slug", "xylophone", "--tag", "$(touch pwned)")
    dramas = journal.journal / "dramas"
    for name in ("xy$(touch pwned)", "xy`touch pwned`", "xy\\$(touch pwned)"):
        (dramas / f"{name}.json").write_text("{}")
    terminal = _shell(shell, journal, tmp_path)
    terminal.send("watchlog show xy\t\t")
    terminal.expect("xylophone")
    terminal.send(" quo\t")
    terminal.expect("quotes")
    terminal.sendline("")
    terminal.sendline("watchlog show --json run-\t")
    terminal.expect('"slug": "run-on"')
    terminal.sendline("exit")
    terminal.expect(pexpect.EOF)
    assert not list(tmp_path.rglob("pwned"))


def test_fish_takes_the_script(journal: Program, tmp_path: Path) -> None:
    if not shutil.which("fish"):
        pytest.skip("there is no fish on this machine")
    (tmp_path / "bin").mkdir()
    launcher = tmp_path / "bin" / "watchlog"
    launcher.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m watchlog "$@"\n')
    launcher.chmod(0o755)
    ended = subprocess.run(
        ["fish", "--no-config", "-c", "watchlog completion fish | source; complete --do-complete 'watchlog show run'"],
        capture_output=True,
        text=True,
        env={**os.environ, "PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}", "PYTHONPATH": os.getcwd()},
    )
    assert ended.stdout.split() == ["run-on", "running-man"], ended.stderr

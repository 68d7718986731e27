"""TAB: what is offered, in real shells too, and that nothing in a journal is ever run."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import pexpect
import pytest
import typer

from tests.cli.completion import table
from tests.program import Program
from watchlog.cli.app import app
from watchlog.cli.completion.line import takes_value
from watchlog.cli.completion.table import COMMANDS, command

pytestmark = pytest.mark.slow


def offered(program: Program, *words: str) -> list[str]:
    """What TAB offers for the last of the words."""
    line = ["watchlog", *words]
    return program.process(str(len(line) - 1), *line, _WATCHLOG_COMPLETE="words").stdout.splitlines()


@pytest.fixture
def journal(program: Program) -> Program:
    program(
        "add", "Run On", "--native", "런 온", "--episodes", "4", "--genre", "Romance,Slice of Life", "--tag", "Calm"
    )
    program("add", "Running Man", "--type", "tv-show")
    program("watch", "run-on", "1-2")
    program("note", "run-on", "1", "Words.")
    program("quote", "run-on", "Words.", "--by", "Oh Mi Joo")
    program("view", "best", "rating:9..")
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
        (("list", "--genre", ""), ["Romance", "Slice of Life"]),
        (("list", "--genre", "sli"), ["Slice of Life"]),
        (("list", "--genre=Ro"), ["--genre=Romance"]),
        (("list", "--genre", "=", "Ro"), ["Romance"]),
        (("list", "--genre", "="), ["Romance", "Slice of Life"]),
        (("list", "--genre", "Romance,Sl"), ["Romance,Slice of Life"]),
        (("list", "--genre=Romance,Sl"), ["--genre=Romance,Slice of Life"]),
        (("show", "Run"), ["Run On", "Running Man"]),
        (("show", "run o"), ["Run On"]),
        (("show", "런"), ["런 온"]),
        (("set", "run-on", "--status=wat"), ["--status=watching"]),
        (("set", "run-on", "--untag", ""), ["Calm"]),
        (("list", "gen"), ["genre:"]),
        (("list", "genre:"), ["genre:Romance", "genre:Slice of Life"]),
        (("list", "genre", ":", "Ro"), ["Romance"]),
        (("list", "genre:ro"), ["genre:Romance"]),
        (("list", "-genre:Ro"), ["-genre:Romance"]),
        (("list", "-gen"), ["-genre:"]),
        (("list", "genre:Romance,Sl"), ["genre:Romance,Slice of Life"]),
        (("list", "year:2020 status:w"), ["year:2020 status:watching"]),
        (("list", "sort:-r"), ["sort:-rating"]),
        (("list", "by:"), []),
        (("search", "in:q"), ["in:quotes"]),
        (("quotes", "by:"), ["by:Oh Mi Joo"]),
        (("quotes", "ru"), ["run-on", "running-man"]),
        (("quotes", "epi"), ["episodes:", "episode:"]),
        (("export", "epi"), ["episodes:"]),
        (("stats", "type:tv"), ["type:tv-show"]),
        (("history", "drama:r"), ["drama:run-on", "drama:running-man"]),
        (("view", "b"), ["best"]),
        (("view", "best", "ratin"), ["rating:"]),
        (("list", "@b"), ["@best"]),
        (("list", "@", "b"), ["best"]),
        (("list", "genre:Romance", "@b"), ["@best"]),
        (("list", "-@b"), ["-@best"]),
        (("rat",), ["rate"]),
        (("no-such-command", ""), []),
        (("import", ""), ["@files"]),
        (("import", "--zone", "Asia/Seo"), ["Asia/Seoul"]),
        (("import", "--zone=asia/seo"), ["--zone=Asia/Seoul"]),
        (("import", "--map", "Run On=ru"), ["Run On=run-on", "Run On=running-man"]),
        (("import", "--map", "a=b", "=", "n"), ["new"]),
        (("import", "--map", "Run"), []),
        (("show", "--sp"), ["--spoilers"]),
        (("--no-input", "show", "run-o"), ["run-on"]),
    ],
)
def test_what_fits_is_offered(journal: Program, words: tuple[str, ...], expected: list[str]) -> None:
    assert offered(journal, *words) == expected


def test_of_the_items_those_of_the_kind_that_is_wanted_are_offered(journal: Program) -> None:
    journal("review", "run-on", "Words.")
    journal("cast", "run-on", "Im Si Wan")
    assert offered(journal, "article", "run-on", "--review", "") == ["3"]
    assert offered(journal, "card", "run-on", "") == ["1", "2"]
    assert sorted(offered(journal, "edit", "run-on", "")) == ["1", "2", "3", "4"]


def test_what_is_spelt_in_several_ways_is_offered_in_one_order(journal: Program) -> None:
    spellings = ["CALM", "CALm", "CAlM", "CAlm", "CaLM", "CaLm", "CalM", "Calm"]
    for number, tag in enumerate(spellings):
        journal("add", f"Drama {number}", "--tag", tag)
    assert offered(journal, "list", "--tag", "C") == spellings


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


def test_of_the_files_only_slugs_are_offered(journal: Program) -> None:
    hostile = ["$(touch pwned)", "`touch pwned`", "a\\$(touch pwned)", "x*", "a b", "런-온", "-rf"]
    for name in hostile:
        (journal.journal / "dramas" / f"{name}.json".replace("/", "")).write_text("{}")
    assert offered(journal, "show", "") == ["run-on", "running-man"]


def test_the_table_is_what_the_signatures_say() -> None:
    assert table.PLACE.read_text("utf-8") == table.made(), "make it anew: python -m tests.cli.completion.table"


def test_the_table_knows_every_option_that_the_program_takes(program: Program) -> None:
    group: Any = typer.main.get_group(app)
    context = group.make_context("watchlog", [], resilient_parsing=True)
    for name in COMMANDS:
        for option in group.get_command(context, name).get_params(context):
            for flag in option.opts:
                if flag.startswith("-"):
                    assert takes_value(flag, command(name).options) is not option.is_flag, f"{name} {flag}"


def test_whatever_the_program_would_choose_from_is_offered(begun: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a wrong value is answered with, “Use one of: …”, is what TAB offers for the right one."""
    monkeypatch.chdir(begun.home)  # some of the options name a file to write
    tried = 0
    for name in COMMANDS:
        for option, offers in command(name).options.items():
            if offers is None or not option.startswith("--") or option == "--journal":
                continue
            refused = begun(name, "run-on", option, str(begun.home / "zzzzzz"), code=None)
            choices = re.search(r"Use one of: (.*)\.$", refused.stderr, re.MULTILINE)
            if choices:
                assert choices[1].replace(",", "") == offers, f"{name} {option}"
                tried += 1
    assert tried > 10


@pytest.mark.parametrize(
    "arguments",
    [[], [""], ["x"], ["a b"], ["-1", "watchlog", ""], ["99", "watchlog"], ["1"], ["2", "watchlog", "\udcff", ""]],
)
def test_a_line_that_no_shell_hands_over_is_answered_with_nothing(journal: Program, arguments: list[str]) -> None:
    ended = journal.process(*map(os.fsencode, arguments), _WATCHLOG_COMPLETE="words")
    assert (ended.code, ended.stderr) == (0, "")


@pytest.mark.parametrize("way", ["complete_bash", "complete_zsh", "complete_fish", "nonsense"])
def test_so_is_one_of_typers_scripts(journal: Program, way: str) -> None:
    ended = journal.process(_WATCHLOG_COMPLETE=way, COMP_CWORD="x", COMP_WORDS="\"'")
    assert "Traceback" not in ended.stderr


def test_nobody_to_take_the_answer_is_no_error(journal: Program) -> None:
    assert journal.shell("watchlog 1 watchlog '' > /dev/full", _WATCHLOG_COMPLETE="words").stderr == ""


def test_an_id_is_described_but_no_spoiler_told(journal: Program) -> None:
    journal("scene", "run-on", "She knew.", "--spoiler", "major")
    line = ("3", "watchlog", "remove", "run-on", "")
    told = journal.process(*line, _WATCHLOG_COMPLETE="words", _WATCHLOG_SHELL="fish").stdout.splitlines()
    assert [one.partition("\t")[0] for one in told] == ["1", "2", "3"]
    assert "note" in told[0]
    assert "Words." in told[0]
    assert "scene" in told[2]
    assert "She knew" not in told[2]
    assert journal.process(*line, _WATCHLOG_COMPLETE="words", _WATCHLOG_SHELL="bash").stdout == "1\n2\n3\n"


SHELLS = ("bash", "zsh", "fish")
HOSTILE = {
    "sub": "sub$(touch pwned)",
    "tick": "tick`touch pwned`",
    "star": "star*",
    "two": "two\nlines",
    "semi": "semi;touch pwned",
    "quot": "quot'\"\\ $HOME & | < > ( ) # ~",
    "bang": "bang!! !x",
    "colo": "colo:n=x@y",
    "tild": "tild e",
    "comm": "comm, a",
    "한": "한국 드라마",
}
"""What a tag can be, by the beginning that is typed of it."""


def _shell(shell: str, program: Program, tmp_path: Path) -> "pexpect.spawn[str]":
    """A shell in which `watchlog` is this program and TAB completes it."""
    if not shutil.which(shell):
        pytest.skip(f"there is no {shell} on this machine")
    (tmp_path / "bin").mkdir(exist_ok=True)
    launcher = tmp_path / "bin" / "watchlog"
    launcher.write_text(f'#!/bin/sh\n{shlex.quote(sys.executable)} -m watchlog "$@"\nprintf "\\0" > "$HOME/asked"\n')
    launcher.chmod(0o755)
    keeper = tmp_path / "bin" / "keep"
    keeper.write_text('#!/bin/sh\nprintf "%s\\0" "$@" "" > "$HOME/words"\n')
    keeper.chmod(0o755)
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
        terminal.sendline("bindkey -e; bindkey '^I' complete-word")
    if shell == "fish":
        terminal.sendline("watchlog completion fish | source")
    else:
        terminal.sendline(f'eval "$(watchlog completion {shell})"')
    terminal.sendline("echo set-$((40 + 2))" if shell != "fish" else "echo set-(math 40 + 2)")
    terminal.expect("set-42")
    _written(tmp_path / "asked")
    return terminal


@pytest.fixture
def hostile(journal: Program) -> Program:
    """A journal with dramas, tags and files that a shell could take for something to run."""
    journal("add", "x $(touch pwned) `touch pwned`", "--slug", "xylophone")
    for name in ("xy$(touch pwned)", "xy`touch pwned`", "xy\\$(touch pwned)"):
        (journal.journal / "dramas" / f"{name}.json").write_text("{}")
    path = journal.journal / "dramas" / "run-on.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"tags": list(HOSTILE.values())}))
    return journal


def _completed(terminal: "pexpect.spawn[str]", typed: str, folder: Path) -> str:
    """The last word of the line after TAB, as the shell hands it to a command: written down instead of being run."""
    terminal.send(f"{typed}\t")
    _written(folder / "asked")
    time.sleep(0.05)
    terminal.sendcontrol("a")
    terminal.sendline("keep ")
    words = _written(folder / "words").split("\0")
    with suppress(pexpect.TIMEOUT):  # a shell that is ready for the next line is silent
        while terminal.read_nonblocking(9999, timeout=0.05):
            pass
    return words[-3]


def _written(path: Path) -> str:
    """What a program writes there at its end, which goes when it was read."""
    for _ in range(1_000):
        if path.exists() and (said := path.read_text()).endswith("\0"):
            path.unlink()
            return said
        time.sleep(0.01)
    raise TimeoutError(path)


@pytest.mark.parametrize("shell", SHELLS)
def test_a_real_shell_completes_whatever_is_in_a_journal_and_runs_nothing(
    hostile: Program, tmp_path: Path, shell: str
) -> None:
    terminal = _shell(shell, hostile, tmp_path)
    for begun, tag in HOSTILE.items():
        expected = " ".join(tag.split()).replace(",", "\\,")
        assert _completed(terminal, f"watchlog list --tag {begun}", tmp_path) == expected
        assert _completed(terminal, f'watchlog list --tag "{begun}', tmp_path) == expected
        assert _completed(terminal, f"watchlog list --tag '{begun}", tmp_path) == expected
        assert _completed(terminal, f"watchlog list --tag={begun}", tmp_path) == f"--tag={expected}"
    assert _completed(terminal, "watchlog list --tag colo:n=", tmp_path) == HOSTILE["colo"]
    assert _completed(terminal, "watchlog show xy", tmp_path) == "xylophone"
    assert _completed(terminal, "watchlog show 'x ", tmp_path) == "x $(touch pwned) `touch pwned`"
    assert _completed(terminal, "watchlog show run\\ o", tmp_path).casefold() == "run on"
    assert _completed(terminal, "watchlog show 런", tmp_path) == "런 온"
    assert _completed(terminal, "watchlog show run-on quo", tmp_path) == "quotes"
    assert not list(tmp_path.rglob("pwned"))


@pytest.mark.parametrize("shell", SHELLS)
def test_a_real_shell_completes_terms_and_runs_nothing(hostile: Program, tmp_path: Path, shell: str) -> None:
    terminal = _shell(shell, hostile, tmp_path)
    for begun in ("sub", "two", "semi", "colo", "comm", "한"):
        expected = " ".join(HOSTILE[begun].split()).replace(",", "\\,")
        for typed in (f"tag:{begun}", f"'tag:{begun}", f"-tag:{begun}"):
            completed = _completed(terminal, f"watchlog list {typed}", tmp_path)
            assert completed in (f"{typed.strip(chr(39)).removesuffix(begun)}{expected}", f'tag:"{expected}"')
    assert _completed(terminal, "watchlog list genr", tmp_path) == "genre:"
    assert _completed(terminal, "watchlog list genre:ro", tmp_path) == "genre:Romance"
    assert _completed(terminal, "watchlog list @be", tmp_path) == "@best"
    assert not list(tmp_path.rglob("pwned"))


@pytest.mark.parametrize("shell", SHELLS)
def test_a_real_shell_completes_files_where_one_is_wanted(journal: Program, tmp_path: Path, shell: str) -> None:
    (tmp_path / "my list.csv").write_text("")
    terminal = _shell(shell, journal, tmp_path)
    assert _completed(terminal, "watchlog import my", tmp_path) == "my list.csv"
    assert _completed(terminal, "watchlog show run-on --svg=my", tmp_path) == "--svg=my list.csv"


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_a_shell_that_can_shows_what_an_id_is(journal: Program, tmp_path: Path, shell: str) -> None:
    terminal = _shell(shell, journal, tmp_path)
    line = "watchlog remove run-on "
    if shell == "fish":
        terminal.sendline(f"complete --do-complete '{line}'")
    else:
        terminal.send(f"{line}\t")
    terminal.expect("note: episode 1: Words")
    terminal.expect("quote: Words")


def test_a_bash_as_old_as_apples_completes_too(journal: Program, tmp_path: Path) -> None:
    """3.2 has neither mapfile nor compopt, and knows no order for what is offered."""
    ended = journal.shell(
        "enable -n mapfile readarray compopt\n"
        'complete() { [[ " $* " != *" nosort "* ]] && builtin complete "$@"; }\n'
        'eval "$(watchlog completion bash)"; complete -p watchlog\n'
        'tried() { COMP_WORDS=(watchlog "$@"); COMP_CWORD=$#; _watchlog watchlog "${!#}"; printf \'<%s>\' '
        '"${COMPREPLY[@]}"; }\n'
        f'cd {shlex.quote(str(tmp_path))}; touch "my list.csv"\n'
        "tried list --genre sli; tried import my; tried show run"
    )
    assert ended.stderr == ""
    assert ended.stdout == "complete -F _watchlog watchlog\n<Slice\\ of\\ Life><my\\ list.csv><run-on><running-man>"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs says where the journal is")
def test_what_is_slow_to_load_is_not_loaded_for_a_slug(tmp_path: Path) -> None:
    (tmp_path / "watchlog" / "dramas").mkdir(parents=True)
    (tmp_path / "watchlog" / "dramas" / "run-on.json").write_text("{}")
    asked = (
        "import sys, watchlog.__main__; from watchlog.cli.completion.complete import complete;"
        "complete('words', ['2', 'watchlog', 'show', 'ru']);"
        "print(sorted({'typing', 'pathlib', 'msgspec', 'typer'} & set(sys.modules)))"
    )
    seen = {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path), "XDG_DATA_HOME": str(tmp_path)}
    ended = subprocess.run([sys.executable, "-S", "-c", asked], env=seen, capture_output=True, text=True, check=True)
    assert ended.stdout == "run-on\n[]\n"

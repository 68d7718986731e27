"""The options that every command takes, before it and after it."""

import re
import tempfile
from pathlib import Path

import pytest

from tests.program import Program
from tests.views.printing import too_wide
from watchlog import __version__
from watchlog.cli.app import INTERRUPTED
from watchlog.cli.commands import COMMANDS
from watchlog.errors import EXIT_CODES, WatchlogError


def test_a_journal_is_named_before_or_after_the_command(begun: Program, tmp_path: Path) -> None:
    other = str(tmp_path / "other")
    begun("--journal", other, "add", "Signal")
    begun("note", "signal", "1", "x", "--journal", other)
    assert begun("show", "--json", f"--journal={other}", "signal").json["notes"][0]["text"] == "x"
    begun("show", "signal", code=1)
    assert list(begun.files()) == ["run-on.json"]


def test_the_option_wins_over_the_variable(begun: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WATCHLOG_JOURNAL", str(tmp_path / "nowhere"))
    assert begun("list").stdout == ""
    assert begun("list", "--journal", str(begun.journal)).stdout.startswith("run-on\t")


def test_a_folder_in_ones_home(begun: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(begun.journal.parent))
    monkeypatch.setenv("WATCHLOG_JOURNAL", "~/journal")
    assert begun("where", "--json").json["journal"] == str(begun.journal)
    assert begun("list").stdout.startswith("run-on\t")


@pytest.mark.parametrize("arguments", [["--journal", "", "where"], ["where", "--journal", ""]])
def test_no_folder_is_no_journal(program: Program, arguments: list[str]) -> None:
    assert program.refuses(*arguments, code=2) == "--journal needs a folder."


def test_a_file_is_no_journal(program: Program, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    for command in (["add", "Run On"], ["list"], ["show", "run-on"], ["undo"]):
        said = program("--journal", str(tmp_path / "file"), *command, code=3).stderr
        assert said == f"{tmp_path / 'file'} is no folder, and a journal is one.\nName its folder: --journal DIR\n"
    assert (tmp_path / "file").read_text() == "mine"


def test_a_newer_journal_is_refused_unchanged(begun: Program) -> None:
    (begun.journal / "watchlog.json").write_text('{"format": 2}')
    for command in (["note", "run-on", "1", "x"], ["show", "run-on"], ["list"], []):
        said = begun.refuses(*command, code=3)
        assert "format 2 is newer" in said
        assert "Install a newer watchlog" in said


def test_the_sample_keeps_nothing(begun: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", None)
    (tmp_path / "temporary").mkdir()
    before = begun.everything()
    temporary = {"TMPDIR": str(tmp_path / "temporary")}
    added = begun.process("--sample", "note", "run-on", "3", "mine", "--json", **temporary)
    assert "mine" in [note["text"] for note in added.json["notes"]]
    assert begun.process("list", "--sample", "--json", **temporary).json != []
    refused = begun.process("--sample", "note", "run-on", "99", "mine", **temporary)
    assert refused.code == 1
    again = begun.process("show", "run-on", "--json", "--sample", **temporary)
    assert "mine" not in [note["text"] for note in again.json["notes"]]
    assert begun.everything() == before
    assert list((tmp_path / "temporary").iterdir()) == []


def test_the_sample_comes_with_the_package_and_stays_as_it_is(program: Program) -> None:
    import watchlog

    sample = Path(watchlog.__file__).parent / "sample"
    before = {path: path.read_bytes() for path in sample.rglob("*") if path.is_file()}
    program("--sample", "remove", "run-on", "--yes")
    program("--sample", "set", "my-mister", "--year", "1999")
    assert len(before) >= 10
    assert {path: path.read_bytes() for path in sample.rglob("*") if path.is_file()} == before


def test_the_version(program: Program) -> None:
    assert program("--version").stdout == f"watchlog {__version__}\n"
    assert program.process("--version").stdout == f"watchlog {__version__}\n"


@pytest.mark.parametrize("option", ["-h", "--help"])
@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)], ids=" ".join)
def test_help_everywhere(program: Program, command: list[str], option: str) -> None:
    helped = program(*command, option)
    assert helped.stdout.lstrip().startswith(f"Usage: {' '.join(['watchlog', *command])} ")
    assert helped.stderr == ""
    assert not program.journal.exists()


def test_the_help_lists_every_command(program: Program) -> None:
    helped = program("-h").stdout
    assert [name for name in COMMANDS if f"\n  {name} " not in helped] == []


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("width", [20, 60, 80, 120, 200])
def test_the_page_of_a_command_has_every_option_with_its_value(
    program: Program, monkeypatch: pytest.MonkeyPatch, command: str, width: int
) -> None:
    plain = program("help", command).stdout
    typed = re.findall(r"^  (-\S+(?:, -\S+)*(?: [A-Z][\w=/.\[\]]*)?)  ", plain, re.MULTILINE)
    assert "-h, --help" in typed
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("NO_COLOR", "1")
    page = re.sub(r"\x1b\[\d*m", "", program("--page", "help", command).stdout)
    assert too_wide(page, width) == []
    assert not set("╭│") & set(page)
    squeezed = re.sub(r"\s", "", page)
    assert [one for one in typed if one.replace(" ", "") not in squeezed and width > 60] == []
    assert "exitcodes0done·1notthere" in squeezed


def test_help_says_what_must_be_given_and_what_can_be(program: Program) -> None:
    assert program("backup", "-h").stdout.startswith("Usage: watchlog backup FILE [OPTIONS]\n")
    assert re.search(r"\n  FILE +The backup, .* Needed\.\n", program("backup", "-h").stdout)
    assert program("stats", "-h").stdout.startswith("Usage: watchlog stats [QUERY]... [OPTIONS]\n")
    assert program("note", "-h").stdout.startswith("Usage: watchlog note DRAMA EPISODE [TEXT] [OPTIONS]\n")
    assert re.search(r"\n  DRAMA +Its slug .* Needed\.\n", program("note", "-h").stdout)
    assert "Needed" not in program("stats", "-h").stdout
    assert re.search(r"\n  --spoiler LEVEL  +none, minor or major", program("note", "-h").stdout)
    last = program("-h").stdout.rstrip().splitlines()[-1]
    assert last.startswith("Exit codes: 0 done; 1 not there, or refused; 2 wrong usage;")
    classes: list[type[WatchlogError]] = [WatchlogError, *WatchlogError.__subclasses__()]
    assert {one.exit_code for one in classes} | {0, INTERRUPTED} == {*EXIT_CODES}


@pytest.mark.parametrize("width", [20, 60, 80, 100, 200])
def test_the_page_of_help_is_dense_and_names_every_command(
    program: Program, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("NO_COLOR", "1")
    page = re.sub(r"\x1b\[\d*m", "", program("--page", "help").stdout).split("Topics")[0]
    assert too_wide(page, width) == []
    assert [name for name in COMMANDS if not re.search(rf"(^| ){name} ", page, re.MULTILINE)] == []
    labels = re.findall(r"^(Capture|Recall|Share|Keep|Options)(?: {2}| *$)", page, re.MULTILINE)
    assert labels == ["Capture", "Recall", "Share", "Keep", "Options"]
    assert not set("╭│") & set(page)
    if width >= 100:
        assert page.count("\n") <= 48


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["hist"], "Did you mean"),
        (["quot"], "quote"),
        (["bogus"], "No such command 'bogus'."),
        (["\udce9"], "No such command"),
        (["--bogus"], "No such option: --bogus"),
        (["--journal"], "requires an argument"),
        (["--version", "--bogus"], "No such option: --bogus"),
        (["add", "--journal"], "requires an argument"),
    ],
)
def test_a_command_line_that_is_none(program: Program, arguments: list[str], reason: str) -> None:
    said = program.refuses(*arguments, code=2)
    assert reason in said
    assert "--help" in said


@pytest.mark.slow
@pytest.mark.parametrize("colour", ["0", "1", "true", "3", ""])
@pytest.mark.parametrize("command", ["list", "show run-on", "", "search run", "history", "stats", "quotes"])
def test_colour_never_decides_what_is_printed_on_a_pipe(begun: Program, colour: str, command: str) -> None:
    begun("quote", "run-on", "Run to you.")
    plain = begun.process(*command.split()).stdout
    assert begun.process(*command.split(), FORCE_COLOR=colour).stdout == plain


@pytest.mark.slow
def test_a_page_can_be_had_on_a_pipe(begun: Program) -> None:
    page = begun.process("--page", "list", TERM="xterm-256color")
    assert "\x1b[" in page.stdout
    assert "drama" in page.stdout.splitlines()[0]
    for environment in {"NO_COLOR": "1"}, {"TERM": "dumb"}, {"FORCE_COLOR": "0"}:
        plain = begun.process("list", "--page", **({"TERM": "xterm-256color"} | environment)).stdout
        assert not set(re.findall(r"\x1b\[([0-9;]*)m", plain)) & {"31", "32", "33", "34", "35", "36", "90"}
        assert "──" in plain

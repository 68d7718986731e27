"""Files that a person asks for: what is there already, what is no file, and what is not whole."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.program import Program

WAYS = ["export run-on -o", "export --format json -o", "export --format html -o", "show run-on --svg", "backup"]
"""Every way to ask for a file."""


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
def test_a_stream_is_written_to_and_never_replaced(begun: Program, tmp_path: Path, way: str) -> None:
    log = tmp_path / "log"
    for place in ("/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"):
        log.write_text("my old lines\n")
        ended = begun.shell(f"watchlog {way} {place} >> {log}")
        assert ended.code == 0, ended.stderr
        assert log.read_bytes().startswith(b"my old lines\n")
        assert len(log.read_bytes()) > 100


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
def test_a_pipe_gets_it_all(begun: Program, tmp_path: Path, way: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    begun.shell(f"watchlog {way} {tmp_path / 'plain'}")
    ended = begun.shell(f"cat {tmp_path / 'pipe'} > {tmp_path / 'got'} & watchlog {way} {tmp_path / 'pipe'}; wait")
    assert ended.code == 0, ended.stderr
    assert (tmp_path / "pipe").is_fifo()
    assert (tmp_path / "got").read_bytes() == (tmp_path / "plain").read_bytes()
    begun.shell(f"watchlog {way} >(cat > {tmp_path / 'third'}); sleep 1")
    assert (tmp_path / "third").read_bytes() == (tmp_path / "plain").read_bytes()


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
def test_a_device_takes_it_or_says_why_not(begun: Program, way: str) -> None:
    assert begun.shell(f"watchlog {way} /dev/null").code == 0
    full = begun.shell(f"watchlog {way} /dev/full")
    assert full.code == 4
    assert "No space left" in full.stderr
    assert not Path("/dev/full").is_file()


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
def test_a_hyphen_is_standard_output(begun: Program, tmp_path: Path, way: str) -> None:
    begun.shell(f"watchlog {way} {tmp_path / 'plain'}")
    ended = begun.shell(f"watchlog {way} - > {tmp_path / 'got'}")
    assert ended.code == 0, ended.stderr
    assert (tmp_path / "got").read_bytes() == (tmp_path / "plain").read_bytes()


@pytest.mark.slow
def test_a_backup_goes_through_a_pipe_and_comes_back(begun: Program) -> None:
    elsewhere = "--journal " + str(begun.home / "elsewhere")
    ended = begun.shell(f"watchlog backup - | watchlog {elsewhere} restore -")
    assert ended.code == 0, ended.stderr
    assert begun.shell(f"watchlog {elsewhere} list").stdout.startswith("run-on\t")
    assert begun.shell(f"watchlog backup - > b.zip; watchlog {elsewhere} restore <(cat b.zip); rm b.zip").code == 0
    begun.terminal("backup", "-").ends(code=1)


@pytest.mark.parametrize("name", [".x.md.tmp", ".watchlog.tmp", "x.md.tmp", "x.md~"])
def test_a_file_beside_it_stays(begun: Program, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("precious")
    begun("export", "run-on", "-o", str(tmp_path / "x.md"))
    assert (tmp_path / name).read_text() == "precious"


@pytest.mark.slow
def test_many_exports_to_one_name_at_once_all_end_well(begun: Program, tmp_path: Path) -> None:
    one = f"watchlog export run-on -o {tmp_path / 'x.md'} 2>/dev/null || echo failed"
    assert begun.shell("".join(f"({one}) & " for _ in range(8)) + "wait").stdout == ""
    assert (tmp_path / "x.md").read_text().startswith("# Run On")
    assert list(tmp_path.glob(".watchlog-*")) == []


@pytest.mark.parametrize(
    ("there", "is_called"),
    [
        (b"Dear diary,\n", "text"),
        (b"# Mine\n", "Markdown"),
        (b'{"name": "mine"}', "JSON"),
        (b"PK\x03\x04rest", "a zip"),
        (b"<!DOCTYPE html>\n<html>", "HTML"),
        (b"<svg xmlns='x'>", "a picture"),
        (b"\x7fELF\0\0", "no text"),
        (b"name,year\nA,2020\n", "a table"),
    ],
)
@pytest.mark.parametrize(
    ("form", "writes"), [("markdown", "Markdown"), ("json", "JSON"), ("html", "HTML"), ("csv", "a table")]
)
def test_a_file_of_another_kind_gives_way_only_to_force(
    begun: Program, tmp_path: Path, there: bytes, is_called: str, form: str, writes: str
) -> None:
    path = tmp_path / "out"
    path.write_bytes(there)
    line = ["export", "--format", form, "-o", str(path)]
    if is_called != writes:
        said = begun.refuses(*line, code=1)
        assert said == (
            f"{path} is there, and is {is_called}, not {writes}: nothing was written.\n"
            "Choose another name, or replace it with --force."
        )
        assert path.read_bytes() == there
        line.append("--force")
    begun(*line)
    assert path.read_bytes() != there


def test_a_picture_replaces_pictures_alone_and_an_empty_file_is_of_no_kind(begun: Program, tmp_path: Path) -> None:
    path = tmp_path / "notes"
    path.write_text("mine")
    assert "is text, not a picture" in begun.refuses("show", "run-on", "--svg", str(path), code=1)
    path.write_text("")
    begun("show", "run-on", "--svg", str(path))
    begun("show", "run-on", "--svg", str(path))
    assert "<svg" in path.read_text()


@pytest.mark.slow
def test_on_a_terminal_one_is_asked(begun: Program, tmp_path: Path) -> None:
    path = tmp_path / "out.md"
    path.write_text("mine")
    terminal = begun.terminal("export", "run-on", "-o", str(path))
    terminal.answers("it? [y/N] ", "n")
    terminal.ends(code=1)
    assert path.read_text() == "mine"
    terminal = begun.terminal("export", "run-on", "-o", str(path))
    terminal.answers("it? [y/N] ", "y")
    terminal.ends()
    assert path.read_text().startswith("# Run On")


@pytest.mark.parametrize("name", ["x.pdf", "x.docx", "notes.txt", "journal.json.bak"])
def test_an_ending_that_no_format_has_is_refused(begun: Program, tmp_path: Path, name: str) -> None:
    said = begun.refuses("export", "-o", str(tmp_path / name), code=2)
    named = "csv, html, json, markdown, letterboxd, mal, simkl, yamtrack"
    assert said == f"No format ends in {Path(name).suffix}.\nName one: --format {named}"
    assert not (tmp_path / name).exists()
    begun("export", "--format", "json", "-o", str(tmp_path / name))
    assert (tmp_path / name).read_text().startswith("[")


def test_a_whole_file_is_not_replaced_by_a_part_and_the_part_says_so(begun: Program, tmp_path: Path) -> None:
    begun("add", "Signal")
    path = tmp_path / "all.json"
    begun("export", "-o", str(path))
    whole = path.read_bytes()
    (begun.journal / "dramas" / "signal.json").write_text("{")
    for force in ([], ["--force"]):
        ended = begun("export", "-o", str(path), *force, code=3)
        assert f"{path} stays as it is, for this cannot be read: signal." in ended.stderr
        assert path.read_bytes() == whole
    ended = begun("export", "-o", str(tmp_path / "new.json"), code=3)
    assert ended.stderr.endswith("Not all of it is there. See: watchlog doctor\n")
    assert b'"signal"' not in (tmp_path / "new.json").read_bytes()
    assert begun("export", "run-on", "-o", str(path)).stderr.startswith("Wrote 1 drama")


@pytest.mark.usefixtures("wednesday")
@pytest.mark.parametrize("command", ["quotes --anki", "year 2021 --svg", "airing --ics", "export -o"])
def test_whatever_is_made_of_all_dramas_is_replaced_by_a_whole_one_alone(
    begun: Program, tmp_path: Path, command: str
) -> None:
    begun("set", "run-on", "--aired-from", "2021-01-06", "--airing-day", "wed", "--status", "watching")
    begun("quote", "run-on", "You fall.", "--on", "2021-01-06")
    begun("watch", "run-on", "1", "--on", "2021-01-06")
    begun("add", "Signal")
    path = tmp_path / ("out.svg" if "svg" in command else "out")
    begun(*command.split(), str(path))
    whole = path.read_bytes()
    (begun.journal / "dramas" / "signal.json").write_text("{")
    begun("quote", "run-on", "And get up.", "--on", "2021-01-07")
    ended = begun(*command.split(), str(path), code=3)
    assert f"{path} stays as it is, for this cannot be read: signal." in ended.stderr
    assert path.read_bytes() == whole
    begun(*command.split(), str(tmp_path / "new"), code=3)
    assert (tmp_path / "new").exists()


@pytest.mark.parametrize("command", [[], ["list"], ["quotes"], ["search", "x"], ["person", "x"], ["stats"], ["airing"]])
def test_an_answer_that_is_not_whole_has_a_code_of_its_own(begun: Program, command: list[str]) -> None:
    begun("cast", "run-on", "X X")
    (begun.journal / "dramas" / "signal.json").write_text("{")
    assert "signal.json" in begun(*command, code=3).stderr
    # What is asked of one drama alone is whole, whoever had to be looked at for its name.
    assert "signal.json" in begun("show", "run on").stderr
    assert "signal.json" in begun("note", "run on", "1", "x").stderr


@pytest.mark.parametrize(
    "command",
    [["person", "nobody"], ["show", "nothing"], ["random", "nothing"], ["export", "genre:none"], ["quotes", "nothing"],
     ["publish", "site", "genre:none", "--yes"], ["airing", "--ics", "-"], ["note", "nothing", "1", "x"]],
)  # fmt: skip
def test_what_is_not_found_beside_what_cannot_be_read_may_be_in_it(begun: Program, command: list[str]) -> None:
    begun("cast", "run-on", "X X")
    begun(*command, code=1)
    (begun.journal / "dramas" / "signal.json").write_text("{")
    assert "signal.json" in begun(*command, code=3).stderr
    begun("edit", "run on", "9", "--text", "x", code=1)  # the drama is found, and has no such item


def test_a_file_with_a_capital_is_named(begun: Program) -> None:
    dramas = begun.journal / "dramas"
    (dramas / "Signal.json").write_text('{"title": "Signal"}')
    for command in ["list"], ["export"], ["stats"]:
        said = begun(*command, code=3).stderr
        assert f"{dramas / 'Signal.json'}: not taken for a drama. Give it the name of a slug: signal.json" in said
    (dramas / "Signal.json").rename(dramas / "run-on-DESKTOP-1.json")  # a copy that a sync tool made: for the doctor
    begun("list")


def test_two_ways_to_print_are_one_too_many(begun: Program, tmp_path: Path) -> None:
    assert "--json and --csv" in begun.refuses("list", "--json", "--csv", code=2)
    assert "--json and --svg" in begun.refuses("show", "run-on", "--json", "--svg", str(tmp_path / "x.svg"), code=2)
    assert not (tmp_path / "x.svg").exists()


@pytest.mark.slow
def test_a_reader_that_goes_is_no_error(begun: Program, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    reader = subprocess.Popen(["head", "-c", "5", str(tmp_path / "pipe")], stdout=subprocess.PIPE)
    ended = begun.shell(f"watchlog --sample export --format html -o {tmp_path / 'pipe'}")
    assert (ended.code, ended.stderr) == (0, "")
    assert reader.communicate()[0] == b"<!DOC"


@pytest.mark.parametrize(
    "arguments",
    [("card", "run-on", "-o"), ("show", "run-on", "--svg"), ("year", "2021", "--svg")],
)
def test_a_picture_has_the_ending_of_what_it_is(begun: Program, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    begun("rate", "run-on", "9", "--on", "2021-01-01")
    assert "ends in .svg" in begun.refuses(*arguments, str(tmp_path / "a.png"), code=2)
    assert not (tmp_path / "a.png").exists()
    begun(*arguments, str(tmp_path / "a.svg"))


def test_a_deck_takes_no_place_of_a_text_in_markdown(begun: Program, tmp_path: Path) -> None:
    begun("quote", "run-on", "You fall.")
    (tmp_path / "a.md").write_text("# A page of mine\n")
    said = begun.refuses("quotes", "--anki", str(tmp_path / "a.md"), code=1)
    assert "is Markdown, not a deck of Anki" in said


@pytest.mark.parametrize("command", ["export -o", "article run-on -o", "card run-on 1 -o", "quotes --anki", "backup"])
def test_the_name_of_a_folder_is_no_name_of_a_file(begun: Program, tmp_path: Path, command: str) -> None:
    begun("quote", "run-on", "You fall.")
    begun("review", "run-on", "They talk.")
    told = begun.refuses(*command.split(), f"{tmp_path}/posts/", code=2)
    assert told == f"{tmp_path}/posts/ is a folder's name.\nName the file in it, too."
    assert not (tmp_path / "posts").exists()

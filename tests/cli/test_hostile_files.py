"""Files that mean harm, or are broken: each is refused or cleaned, in a line, in bounded memory, and writes nothing."""

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from tests.formats.reading.sources import zipped
from tests.program import Program

DIARY = "Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date\n"
ROW = "2021-02-06,Minari,2020,https://boxd.it/a,4.5,,,2021-02-05\n"
PROFILE = "Date Joined,Username\n2020-01-01,me\n"
MOST = 900 * 2**20
"""What is held whole may have 256 MiB, and as much again while it is read."""


def bomb() -> bytes:
    """A ZIP of little more than a MB that unpacks to 300."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("profile.csv", PROFILE)
        with archive.open("watched.csv", "w") as member:
            member.write(DIARY.encode())
            for _ in range(300):
                member.write(b"\0" * 2**20)
    return packed.getvalue()


def cut(content: bytes) -> bytes:
    return content[: len(content) * 2 // 3]


LETTERBOXD = zipped({"diary.csv": DIARY + ROW, "profile.csv": PROFILE})
XXE = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
LAUGHS = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
ANIME = "<anime><series_animedb_id>1</series_animedb_id><series_title>&x;&c;</series_title></anime>"
REFUSED: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "a bomb": ("bomb.zip", bomb, "256 MiB"),
    "a way out": ("out.zip", lambda: zipped({"../../diary.csv": DIARY, "profile.csv": PROFILE}), "leads out of it"),
    "a way to the root": ("root.zip", lambda: zipped({"/etc/diary.csv": DIARY, "profile.csv": PROFILE}), "leads out"),
    "a ZIP that is cut off": ("cut.zip", lambda: cut(LETTERBOXD), "is broken"),
    "a DTD": ("list.xml", lambda: f"{XXE}<myanimelist>{ANIME}</myanimelist>".encode(), "has a DTD"),
    "entities of its own": ("laughs.xml", lambda: f"{LAUGHS}<myanimelist>{ANIME}</myanimelist>".encode(), "has a DTD"),
    "another encoding": ("diary.csv", lambda: (DIARY + ROW.replace("Minari", "미나리")).encode("cp949"), "--encoding"),
    "JSON that is cut off": ("h.json", lambda: b'[{"watched_at":"2021-01-06T12:30:00.000Z","action":"wa', "cut off"),
    "JSON that is nested": ("deep.json", lambda: b'{"shows":' + b"[" * 200_000, "nested too deeply|is known here|cut"),
    "nothing": ("empty.csv", lambda: b"", "is known here"),
    "zeros": ("zeros.csv", lambda: b"\0" * 4096, "--encoding|is known here"),
    "a gzip that is cut off": ("a.xml.gz", lambda: b"\x1f\x8b\x08\0\0\0\0\0\0\x03\xcbH", "broken|is known here"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_it_is_refused_in_a_line_and_nothing_is_written(tmp_path: Path, what: str) -> None:
    name, made, reason = REFUSED[what]
    (tmp_path / name).write_bytes(made())
    told, peak = imported(tmp_path, name)
    assert told.returncode in (1, 2), told
    lines = told.stderr.decode().splitlines()
    assert 1 <= len(lines) <= 2, lines
    assert any(one in told.stderr.decode() for one in reason.split("|")), lines
    assert not (tmp_path / "journal" / "history").exists() or not any((tmp_path / "journal" / "history").iterdir())
    assert peak < MOST


def imported(folder: Path, name: str) -> tuple[subprocess.CompletedProcess[bytes], int]:
    """What the real program tells of a file, and the most memory it took."""
    out, err = folder / "stdout", folder / "stderr"
    with out.open("wb") as stdout, err.open("wb") as stderr:
        process = subprocess.Popen(
            [sys.executable, "-m", "watchlog", "--no-input", "import", str(folder / name)],
            env={**os.environ, "WATCHLOG_JOURNAL": str(folder / "journal")},
            stdout=stdout,
            stderr=stderr,
        )
        _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    told = subprocess.CompletedProcess([], process.returncode, out.read_bytes(), err.read_bytes())
    assert b"Traceback" not in told.stderr
    return told, used.ru_maxrss * 1024


ENDLESS = {
    "a table": ("mine.csv", b"title,year\nRun On,2020\n"),
    "an open quotation mark": ("mine.csv", b'title,year\nRun On,2020\n"'),
    "JSON": ("h.json", b'[{"watched_at":"'),
    "our own JSON": ("mine.json", b'[{"slug": "run-on", "title": "'),
    "Markdown": ("mine.md", b"# Run On\n\n## Review\n\n"),
    "XML": ("list.xml", b"<myanimelist><anime><series_title>"),
    "HTML": ("page.html", b'<table class="msv2-table"><tr id="ml1"><a href="/1-run-on">'),
}


@pytest.mark.slow
@pytest.mark.parametrize("what", ENDLESS)
def test_one_line_of_a_gigabyte_is_read_in_bounded_memory(tmp_path: Path, what: str) -> None:
    name, beginning = ENDLESS[what]
    with (tmp_path / name).open("wb") as file:
        file.write(beginning)
        file.truncate(2**30)  # a hole, which takes no room on the disk
    told, peak = imported(tmp_path, name)
    assert told.returncode in (0, 1, 2), told
    assert len(told.stderr.splitlines()) <= 2, told.stderr
    assert peak < MOST, peak / 2**20


def test_a_cell_that_a_spreadsheet_would_run_is_words_here_and_stays_harmless_in_the_report(
    program: Program, tmp_path: Path
) -> None:
    file, report = tmp_path / "mine.csv", tmp_path / "report.csv"
    formulas = ("=HYPERLINK(1)", "+1+1", "-2+3", "@SUM(A1)")
    file.write_text("title,notes\n" + "".join(f"Drama {number},{cell}\n" for number, cell in enumerate(formulas)))
    program("import", str(file), "--report", str(report))
    for number, cell in enumerate(formulas):
        assert [note["text"] for note in program.drama(f"drama-{number}")["notes"]] == [cell]
    assert not any(f",{sign}" in report.read_text() for sign in "=+-@")
    files = program.everything()
    program("import", str(report))
    assert program.everything() == files


def test_what_steers_a_terminal_is_gone_from_what_is_told_and_kept(program: Program, tmp_path: Path) -> None:
    file = tmp_path / "mine\x1b[31m.csv"
    file.write_text("title,notes,\x1b]0;x\x07\nRun\x1b[2J On,a\x9bb\x00c\n,x\n")
    told = program("import", str(file), code=1)
    assert not {"\x1b", "\x07", "\x9b", "\x00"} & {*told.stdout, *told.stderr}
    (name,) = program.files()
    drama = program.drama(name[:-5])
    assert (drama["title"], [note["text"] for note in drama["notes"]]) == ("Run[2J On", ["abc"])
    assert "\x1b" not in json.dumps(program("history", "--json").json)

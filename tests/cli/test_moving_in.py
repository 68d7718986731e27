"""watchlog import of other people's files, from outside: every reader's files keep what an import promises."""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from csv import DictReader, reader
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from tests.formats.reading.sources import Content, zipped
from tests.formats.trackers.fixtures import Fixture, fixtures
from tests.program import Program
from watchlog.formats.register import read
from watchlog.journal.keep.rows import Row

ALL = [pytest.param(one, id=f"{one.source}-{one.of}") for one in fixtures()]
LETTERBOXD = "Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date\n"


def saved(fixture: Fixture, folder: Path) -> list[str]:
    """The fixture as a file or folder, and the command line that imports it."""
    path = folder / fixture.name
    if isinstance(fixture.content, (str, bytes)):
        path.write_bytes(fixture.content if isinstance(fixture.content, bytes) else fixture.content.encode())
    elif fixture.packed:
        path.write_bytes(zipped(fixture.content))
    else:
        for name, content in fixture.content.items():
            (path / name).parent.mkdir(parents=True, exist_ok=True)
            (path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    said = fixture.said
    options = {"--encoding": said.encoding, "--dates": said.dates, "--profile": said.profile, "--status": said.status}
    return ["import", str(path), *[word for name, value in options.items() if value for word in (name, value)]]


def imported(program: Program, arguments: list[str]) -> list[list[str]]:
    """The lines of an import, which may have left something out."""
    with suppress(AssertionError):
        return [line.split("\t") for line in program(*arguments).stdout.splitlines()]
    return [line.split("\t") for line in program(*arguments, code=1).stdout.splitlines()]


def dramas(program: Program) -> dict[str, bytes]:
    return {str(path): content for path, content in program.files().items() if "dramas" in str(path)}


def write(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.write_text(text)
    return str(path)


@pytest.mark.slow
@pytest.mark.parametrize("fixture", ALL)
def test_a_file_comes_in_once_and_undo_takes_it_back(program: Program, tmp_path: Path, fixture: Fixture) -> None:
    program("add", "Something Else")
    before = dramas(program)
    line = saved(fixture, tmp_path)
    first = imported(program, line)
    assert not [one for one in first if "object missing" in " ".join(one) or "validat" in " ".join(one)]
    files = program.files()
    again = imported(program, line)
    assert program.files() == files
    assert {one[0] for one in again} <= {"same", "question", "refused", "skipped"}
    if dramas(program) != before:
        program("undo")
    assert dramas(program) == before


@pytest.mark.slow
@pytest.mark.parametrize("fixture", ALL)
def test_what_was_changed_here_in_between_stands(program: Program, tmp_path: Path, fixture: Fixture) -> None:
    line = saved(fixture, tmp_path)
    imported(program, line)
    said = {row.status for row in fixture.found if isinstance(row, Row)} - {None, "plan-to-watch"}
    other = next(status for status in ("on-hold", "dropped", "watching") if status not in said)
    for path in sorted((program.journal / "dramas").glob("*.json")):
        drama = json.loads(path.read_bytes())
        ids = [str(item["id"]) for shelf in ("notes", "reviews", "quotes", "cast") for item in drama.get(shelf, [])]
        program("set", path.stem, "--country", "Somewhere", "--runtime", "7")
        program("status", path.stem, other)
        if ids:
            program("remove", path.stem, *ids, "--yes")
        if not drama.get("ratings"):
            program("rate", path.stem, "3.5")
    files = dramas(program)
    again = imported(program, line)
    came_back = [one for one in again if one[0] in ("new", "added")]
    assert [one for one in came_back if "score" not in one[-1]] == []
    if not came_back:
        assert dramas(program) == files
    if said and files:
        assert any("kept yours: " in one[-1] and f"status {other} ≠ " in one[-1] for one in again)


def earlier(fixture: Fixture) -> Content:
    """What the file was before its last row or entry came to it."""
    if isinstance(fixture.content, bytes):
        return fixture.content
    if isinstance(fixture.content, str):
        return shorter(fixture.content)
    return {name: shorter(one) if isinstance(one, str) else one for name, one in fixture.content.items()}


def shorter(text: str) -> str:
    bare = text.lstrip("\ufeff \n")
    if bare.startswith(("{", "[")):
        document = json.loads(text.lstrip("\ufeff"))
        lists = sorted(_lists(document), key=len)
        if lists and len(lists[-1]) > 1:
            lists[-1].pop()
        return json.dumps(document, ensure_ascii=False)
    if bare.startswith("<"):
        entries = [*re.finditer("(?s)<anime>.*?</anime>\n?|<tr id=.*?</tr>|<row .*?</row>|<si>.*?</si>", text)]
        return (
            text[: entries[-1].start()] + text[entries[-1].end() :] if len(entries) > 2 and "<si>" not in text else text
        )
    lines = text.splitlines(keepends=True)
    table, ends = reader(lines), [0]
    for _ in table:
        ends.append(table.line_num)
    return "".join(lines[: ends[-2]]) if len(ends) > 3 else text


def _lists(found: object) -> Iterator[list[object]]:
    if isinstance(found, list):
        yield found
    for one in found.values() if isinstance(found, dict) else found if isinstance(found, list) else ():
        yield from _lists(one)


def said(program: Program) -> dict[str, object]:
    """What all dramas say, whenever and in whatever order it came."""
    return {path.stem: _said(json.loads(path.read_bytes())) for path in (program.journal / "dramas").glob("*.json")}


def _said(drama: dict[str, Any]) -> object:
    texts = {shelf: sorted(str(bare(one)) for one in drama.get(shelf, [])) for shelf in ("notes", "reviews", "quotes")}
    viewings = sorted(
        f"{number} {day}" for one in drama.get("rounds", []) for number, day in one.get("episodes", {}).items()
    )
    return texts, viewings, drama.get("episodes"), sorted(drama.get("links", [])), sorted(drama.get("tags", []))


def bare(item: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in item.items() if name not in ("id", "uid")}


@pytest.mark.parametrize("fixture", ALL)
def test_a_newer_file_of_every_source_adds_only_the_difference(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fixture: Fixture
) -> None:
    before = earlier(fixture)
    # A note is one text, a quote one of several rows: a longer one is another.
    if before == fixture.content or fixture.source == "notes" or fixture.of == "quotes":
        pytest.skip("it is packed, or has no entry that can be taken away")
    for folder in ("at once", "old", "new"):
        (tmp_path / folder).mkdir()
    imported(Program(tmp_path / "at once", monkeypatch), saved(fixture, tmp_path / "at once"))
    wanted = said(Program(tmp_path / "at once", monkeypatch))
    again = Program(tmp_path / "new", monkeypatch)
    imported(again, saved(replace(fixture, content=before), tmp_path / "old"))
    imported(again, saved(fixture, tmp_path / "new"))
    assert said(again) == wanted
    files = again.files()
    imported(again, saved(fixture, tmp_path / "new"))
    assert again.files() == files


def test_every_source_is_listed_with_how_to_get_it(program: Program) -> None:
    lines = [line.split("\t") for line in program("import", "--list").stdout.splitlines()]
    assert {line[0] for line in lines} == {one.name for one in read()}
    assert ["mal", "MyAnimeList"] in [line[:2] for line in lines]
    assert {line[4] for line in lines if len(line) > 4} == {"untried on a real file", ""}


@pytest.mark.parametrize("width", [60, 80, 140])
def test_for_the_eye_each_source_is_a_group_in_which_no_address_is_broken(
    program: Program, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("NO_COLOR", "1")
    page = re.sub(r"\x1b\[[0-9;]*m", "", program("--page", "import", "--list").stdout)
    assert re.search(r"^  mal +MyAnimeList  the export of an anime list *\n +myanimelist\.net/panel\.php", page, re.M)
    for address in ("myanimelist.net/panel.php?go=export:", "/dramalist/USER", "simkl.com/apps/backup"):
        assert address in page
    assert max(map(len, page.splitlines())) <= min(width, 100)


def test_the_readme_names_every_source() -> None:
    text = (Path(__file__).parent.parent.parent / "README.md").read_text("utf-8")
    for one in read():
        if one.name not in ("csv", "json", "markdown", "report"):
            assert f"| `{one.name}` | {one.title}: {'; '.join(form.title for form in one.forms)} |\n" in text


def test_it_says_what_would_change_and_changes_nothing(program: Program, tmp_path: Path) -> None:
    file = write(tmp_path, "diary.csv", LETTERBOXD + "2021-02-06,Minari,2020,https://boxd.it/a,4.5,,korea,2021-02-05\n")
    told = program("import", file, "--dry-run")
    assert told.stdout == "new\tminari\tcompleted; tags korea; 1 viewing; 1 score\n"
    assert told.stderr == f"Would import {file}: 1 new.\n"
    assert not (program.journal / "dramas").exists() or dramas(program) == {}


def test_scripts_get_what_was_done(program: Program, tmp_path: Path) -> None:
    file = write(
        tmp_path, "diary.csv", LETTERBOXD + "2021-02-06,Minari,2020,x,4.5,,,2021-02-05\n,,,,,,,\n,,2020,,,,,\n"
    )
    done = program("import", file, "--json", code=1).json
    assert done["change"] == "1-test"
    assert [(one["slug"], one["did"]) for one in done["dramas"]] == [("minari", "new")]
    assert done["counts"] == {"new": 1, "added": 0, "same": 0, "question": 0, "refused": 1, "skipped": 0}
    assert [(one["line"], one["reason"]) for one in done["refused"]] == [(4, "it has no title")]
    assert done["questions"] == []


def test_a_newer_file_adds_the_difference(program: Program, tmp_path: Path) -> None:
    first = LETTERBOXD + "2021-02-06,Minari,2020,https://boxd.it/a,4.5,,,2021-02-05\n"
    program("import", write(tmp_path, "diary.csv", first))
    newer = first + "2024-01-02,Minari,2020,https://boxd.it/b,5,Yes,family,2024-01-01\n"
    told = program("import", write(tmp_path, "diary.csv", newer))
    assert told.stdout == "added\tminari\ttags family; 1 viewing; 1 score\n"
    drama = program.drama("minari")
    assert [one["episodes"] for one in drama["rounds"]] == [{"1": "2021-02-05"}, {"1": "2024-01-01"}]
    assert [(one["overall"], one["given"]) for one in drama["ratings"]] == [(9.0, "4.5/5"), (10.0, "5/5")]


def test_what_was_planned_here_is_as_the_file_has_it_when_it_was_begun_there(program: Program, tmp_path: Path) -> None:
    program("add", "Run On", "--episodes", "16")
    file = write(tmp_path, "mine.csv", "title,status,watched eps\nRun On,on hold,5\n")
    assert program("import", file).stdout == "added\trun-on\t5 viewings; status on-hold\n"
    assert program("import", file).stdout == "same\trun-on\t\n"
    assert program.drama("run-on")["status"] == "on-hold"


def test_a_question_is_answered_on_the_command_line_or_in_the_report(program: Program, tmp_path: Path) -> None:
    program("add", "Signal", "--year", "2015")
    program("add", "Signal", "--year", "2017")
    file = write(tmp_path, "mine.csv", "title,year,status\nSignal,2016,completed\nRun On,2020,completed\n")
    asked = program("import", file, "--report", str(tmp_path / "report.csv"), code=1)
    assert (
        "question\tSignal\tis it signal (2015) or signal-2017 (2017)? It has the year 2016 here\tline 2" in asked.stdout
    )
    assert program.drama("run-on")["status"] == "completed"
    report = (tmp_path / "report.csv").read_text()
    answered = "\n".join(
        f"{line.rstrip(',')},signal-2017" if line.startswith("Signal") else line for line in report.splitlines()
    )
    assert answered != report
    told = program("import", write(tmp_path, "report.csv", f"{answered}\n"))
    assert "added\tsignal-2017\tstatus completed" not in told.stdout  # what stands here stands
    assert "status plan-to-watch ≠ completed" in told.stdout
    new = program("import", file, "--map", "signal=new")
    assert "new\tsignal-2016" in new.stdout
    assert "same\tsignal-2016" in program("import", file, "--map", "Signal=new").stdout
    assert "skipped\t1\tyou said so" in program("import", file, "--map", "Signal=skip").stdout
    program("import", file, "--map", "Signal", code=2)
    program("import", file, "--map", "Signal=no-such", code=1)


@pytest.mark.parametrize("what", ["the table itself", "another table", "text", "a folder", "nowhere", "the journal"])
def test_a_report_took_the_place_of_a_table(program: Program, tmp_path: Path, what: str) -> None:
    """It is refused before anything is imported."""
    table = write(tmp_path, "t.csv", "Title,Score /10,Mood\nSignal,8,happy\nBad,11,long precious words\n")
    other = write(tmp_path, "other.csv", "a,b\n1,2\n")
    text = write(tmp_path, "diary.txt", "Words.")
    folder, nowhere = str(tmp_path), str(tmp_path / "nowhere" / "r.csv")
    place = {"the table itself": table, "another table": other, "text": text, "a folder": folder, "nowhere": nowhere,
             "the journal": str(program.journal / "r.csv")}[what]  # fmt: skip
    before = {name: Path(name).read_text() for name in (table, other, text)}
    code = 4 if what in ("a folder", "nowhere") else 1
    for more in ([], ["--dry-run"]):
        program.refuses("import", table, "--report", place, *more, code=code)
    assert {name: Path(name).read_text() for name in before} == before
    assert program("list", "--json").json == []


def test_a_report_on_a_pipe_is_all_that_is_there_and_comes_back(program: Program, tmp_path: Path) -> None:
    table = write(tmp_path, "mine.csv", "title,year\nSignal,2016\n")
    for more in (["--dry-run"], []):
        report = program("import", table, "--report", "-", *more).stdout
        assert report.startswith("title,")
    program("undo")
    assert "new\tsignal" in program("import", write(tmp_path, "report.csv", report)).stdout


def test_a_report_takes_the_place_of_an_older_one(program: Program, tmp_path: Path) -> None:
    table = write(tmp_path, "t.csv", "Title,Score /10\nSignal,8\nBad,11\n")
    program("import", table, "--report", str(tmp_path / "r.csv"), code=1)
    program("import", table, "--report", str(tmp_path / "r.csv"), code=1)
    of_an_earlier_version = write(tmp_path, "r.csv", "title,year,source,file,line,reason,watchlog\nBad,,,,,no,\n")
    program("import", table, "--report", of_an_earlier_version, code=1)
    assert "not a score of 1 to 10: 11" in (tmp_path / "r.csv").read_text()


@pytest.mark.parametrize("form", ["a table", "JSON"])
def test_a_row_that_cannot_be_read_stands_whole_in_the_report_and_is_mended_there(
    program: Program, tmp_path: Path, form: str
) -> None:
    rows = {
        "a table": 'Title,Year,Score /10,Notes\nRun On,2020,eleven,"She runs,\nhe waits."\n',
        "JSON": json.dumps({"shows": [{"status": "completed", "user_rating": "eleven",
                                       "show": {"title": "Run On", "year": 2020, "ids": {"simkl": 11}}}]}),
    }  # fmt: skip
    file, report = write(tmp_path, "mine.csv" if form == "a table" else "mine.json", rows[form]), tmp_path / "r.csv"
    program("import", file, "--report", str(report), code=1)
    (row,) = DictReader(report.open(newline=""))
    said = {
        "a table": ["title: Run On", "year: 2020", "score /10: eleven", "notes: She runs,", "he waits."],
        "JSON": ["status: completed", "user_rating: eleven",
                 'show: {"title":"Run On","year":2020,"ids":{"simkl":11}}'],
    }  # fmt: skip
    assert row["cells"].split("\n") == said[form]
    program("import", str(report), "--report", str(report.with_name("again.csv")), code=1)
    (again,) = DictReader(report.with_name("again.csv").open(newline=""))
    assert (again["cells"], again["reason"]) == (row["cells"], row["reason"])
    mended = ",".join({"title": row["title"] or "Run On", "score": "8.5"}.get(name, "") for name in row)
    header = report.read_text().partition("\n")[0]
    program("import", write(tmp_path, "mended.csv", f"{header}\n{mended}\n"))
    assert program.drama("run-on")["ratings"][-1]["overall"] == 8.5


def test_the_report_has_every_row_and_says_what_became_of_it(program: Program, tmp_path: Path) -> None:
    program("add", "Signal", "--year", "2015")
    file = write(tmp_path, "mine.csv", "title,year,status,Mood\nSignal,2016,completed,a\nRun On,2020,completed,b\n"
                 "Bad,,soon,c\n")  # fmt: skip
    report = tmp_path / "report.csv"
    program("import", file, "--report", str(report), code=1)
    rows = [(one["title"], one["status"], one["reason"], one["watchlog"]) for one in DictReader(report.open())]
    assert rows == [
        ("Run On", "completed", "", "new"),
        ("Mood", "", "the column Mood is not kept", "skip"),
        ("Signal", "completed", "is it signal (2015)? It has the year 2016 here", ""),
        ("Bad", "", "not a status: soon", ""),
    ]
    again = program("import", str(report), code=1)
    assert [line.split("\t")[0] for line in again.stdout.splitlines()] == ["same", "question", "refused", "skipped"]


def test_instants_become_days_where_one_lives(program: Program, tmp_path: Path) -> None:
    history = [
        {"id": 1, "watched_at": "2026-07-20T02:30:00.000Z", "action": "watch", "type": "movie",
         "movie": {"title": "Minari", "year": 2020, "ids": {"trakt": 1}}}
    ]  # fmt: skip
    file = write(tmp_path, "watched-history.json", json.dumps(history))
    days = {}
    for zone in ("America/Los_Angeles", "Pacific/Kiritimati"):
        elsewhere = str(tmp_path / zone.replace("/", "-"))
        program("--journal", elsewhere, "import", file, "--zone", zone)
        days[zone] = program("--journal", elsewhere, "show", "minari", "--json").json["rounds"][0]["started"]
    assert days == {"America/Los_Angeles": "2026-07-19", "Pacific/Kiritimati": "2026-07-20"}
    assert "Asia/Seoul" in program("import", file, "--zone", "Korea/Nowhere", code=2).stderr


def test_a_damaged_drama_is_named_and_left_alone(program: Program, tmp_path: Path) -> None:
    program("add", "Minari", "--year", "2020", "--type", "movie")
    path = program.journal / "dramas" / "minari.json"
    path.write_text(path.read_text().replace('"status": "plan-to-watch"', '"status": "nonsense"'))
    broken = path.read_bytes()
    file = write(tmp_path, "diary.csv", LETTERBOXD + "2021-02-06,Minari,2020,x,4.5,,,2021-02-05\n")
    told = program("import", file, code=1)
    assert told.stdout.startswith("refused\tMinari\t")
    assert path.read_bytes() == broken


def test_nothing_is_imported_where_the_answer_is_no(program: Program, tmp_path: Path) -> None:
    file = write(tmp_path, "diary.csv", LETTERBOXD + "2021-02-06,Minari,2020,x,4.5,,,2021-02-05\n")
    with_no = program.terminal("import", file)
    with_no.answers("Import it (1 new)?", "n")
    assert "Minari" in with_no.ends(1)
    assert dramas(program) == {}
    with_yes = program.terminal("import", file)
    with_yes.answers("Import it (1 new)?", "y")
    assert "To have it as it was: watchlog undo" in with_yes.ends()
    assert program.drama("minari")["status"] == "completed"


def test_a_report_says_a_spoiler_where_there_is_one(program: Program, tmp_path: Path) -> None:
    """Of every row without one it said so, twice."""
    file = write(tmp_path, "mine.csv", "title,year,notes\nRun On,2020,Hello\nSignal,2016,Old\n")
    program("import", file)
    program("set", "signal", "--synopsis", "A radio.", "--synopsis-spoiler", "minor")
    program("export", "--format", "csv", "-o", str(tmp_path / "all.csv"))
    other, report = ["--journal", str(tmp_path / "other")], tmp_path / "report.csv"
    program(*other, "import", str(tmp_path / "all.csv"), "--report", str(report))
    rows = {row["title"]: (row["spoiler"], row["synopsis_spoiler"]) for row in DictReader(report.open())}
    assert rows == {"Run On": ("", ""), "Signal": ("", "minor")}
    assert "2 the same" in program(*other, "import", str(report)).stderr
    assert program(*other, "show", "signal", "--json").json["synopsis"]["spoiler"] == "minor"

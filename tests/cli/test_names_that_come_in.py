"""Names that trackers write otherwise, in files that come in: each stands once, and who was removed stays away."""

import json
from pathlib import Path

import pytest

from tests.program import Program
from watchlog.journal.keep.moving.texts import digest_of


@pytest.fixture
def first(program: Program, tmp_path: Path) -> str:
    """A file that has come in."""
    file = table(tmp_path, "Im Si-wan as Ki,SciFi,Run-On,tvN,slow burn")
    program("import", file)
    return file


def table(folder: Path, *rows: str) -> str:
    path = folder / f"{len([*folder.iterdir()])}.csv"
    path.write_text(
        "\n".join(["title,year,cast,genres,also known as,network,tags", *(f"Run On,2020,{row}" for row in rows)])
    )
    return str(path)


def actors(program: Program) -> list[str]:
    return [member["actor"] for member in program.drama("run-on").get("cast", [])]


@pytest.mark.parametrize("actor", ["Im Siwan", "IM SI WAN", "im si‐wan", "Im  Si·Wan"])
def test_a_name_that_is_parted_otherwise_is_the_same(program: Program, tmp_path: Path, first: str, actor: str) -> None:
    before = program.files()
    told = program("import", table(tmp_path, f"{actor} as Ki,Sci-Fi,RunOn,TVN,Slow Burn")).stdout
    assert "same\trun-on" in told
    assert program.files() == before


def test_in_one_file_too_an_actor_comes_in_once(program: Program, tmp_path: Path) -> None:
    program("import", table(tmp_path, "Im Si-wan,,,,", "Im Siwan; Shin Se-kyung,,,,"))
    assert actors(program) == ["Im Si-wan", "Shin Se-kyung"]


def test_who_was_removed_stays_away_in_any_spelling(program: Program, tmp_path: Path, first: str) -> None:
    program("remove", "run-on", str(program.drama("run-on")["cast"][0]["id"]), "--yes")
    told = program("import", table(tmp_path, "Im Siwan,,,,")).stdout
    assert "kept yours: 1 cast removed on" in told
    assert actors(program) == []


def test_what_an_earlier_version_took_in_is_known(program: Program, first: str) -> None:
    """It remembered an actor by the name as it was written, and by nothing else."""
    path = program.journal / "dramas" / "run-on.json"
    document = json.loads(path.read_text("utf-8"))
    (imported,) = document["imported"]
    assert imported["texts"] == [digest_of("\ncast im si-wan"), digest_of("\ncast imsiwan")]
    del imported["texts"][1]
    path.write_text(json.dumps(document, indent=2, ensure_ascii=False) + "\n", "utf-8")
    before = program.files()
    assert "same\trun-on" in program("import", first).stdout
    assert program.files() == before
    program("remove", "run-on", str(document["cast"][0]["id"]), "--yes")
    program("import", first)
    assert actors(program) == []


def test_names_that_a_file_tells_apart_all_come_in(program: Program, tmp_path: Path) -> None:
    program("import", table(tmp_path, ",SciFi; Sci-Fi,,,c++; c#"))
    drama = program.drama("run-on")
    assert (drama["genres"], drama["tags"]) == (["SciFi", "Sci-Fi"], ["c++", "c#"])

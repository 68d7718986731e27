"""`watchlog.open`: the journal for scripts and notebooks, as a TinyDB database."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tinydb import Query, where
from tinydb.table import Document

import watchlog
from tests.program import Program
from watchlog.errors import Damaged, Refused


@pytest.fixture
def shelf(program: Program) -> Program:
    program("add", "Run On", "--year", "2020", "--genre", "romance")
    program("add", "Signal", "--year", "2016", "--genre", "crime")
    return program


def _on_disk(program: Program, slug: str) -> Any:
    return json.loads((program.journal / "dramas" / f"{slug}.json").read_text("utf-8"))


def test_it_is_read_with_queries_and_by_slug(shelf: Program) -> None:
    journal = watchlog.open(shelf.journal)
    assert [drama["title"] for drama in journal.search(where("year") == 2020)] == ["Run On"]
    assert [drama["slug"] for drama in journal.search(Query().genres.any(["crime"]))] == ["signal"]
    found = journal.get(doc_id="signal")
    assert isinstance(found, Document)
    assert found["year"] == 2016
    assert sorted(str(drama.doc_id) for drama in journal) == ["run-on", "signal"]
    assert len(journal) == 2


def test_a_folder_may_be_named_from_home(shelf: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(shelf.journal.parent))
    assert len(watchlog.open(f"~/{shelf.journal.name}")) == 2


def test_opened_to_be_read_it_writes_nothing_and_says_how_to(shelf: Program) -> None:
    before = shelf.everything()
    with pytest.raises(Refused, match=r"To write: watchlog\.open\(folder, change="):
        watchlog.open(shelf.journal).update({"year": 1999})
    assert shelf.everything() == before


def test_all_that_is_written_is_one_change_which_undo_takes_back(shelf: Program) -> None:
    before = shelf.files()
    with watchlog.open(shelf.journal, change="Dated everything.") as journal:
        journal.update({"country": "South Korea"}, where("year") == 2020)
        journal.upsert(Document({"title": "Misaeng", "year": 2014}, doc_id="misaeng"))  # type: ignore[arg-type]
        journal.remove(doc_ids=["signal"])
        assert not (shelf.journal / "dramas/misaeng.json").exists(), "nothing is written before the end"
    assert _on_disk(shelf, "run-on")["country"] == "South Korea"
    assert _on_disk(shelf, "misaeng")["title"] == "Misaeng"
    assert not (shelf.journal / "dramas/signal.json").exists()
    newest = json.loads(shelf("history", "--json").stdout)[0]
    assert (newest["summary"], newest["kind"]) == ("Dated everything.", "script")
    assert sorted(newest["dramas"]) == ["misaeng", "run-on", "signal"]
    shelf("undo")
    assert shelf.files() == before


def test_after_an_error_nothing_of_it_is_written(shelf: Program) -> None:
    before = shelf.everything()
    with pytest.raises(RuntimeError), watchlog.open(shelf.journal, change="Half of it.") as journal:  # noqa: PT012
        journal.update({"country": "South Korea"})
        raise RuntimeError("a mistake in a script")
    assert shelf.everything() == before


@pytest.mark.parametrize("wrong", [{"year": "soon"}, {"status": "seen"}, {"notes": [{"episode": 1}]}])
def test_what_is_no_drama_any_more_is_refused(shelf: Program, wrong: dict[str, Any]) -> None:
    before = shelf.everything()
    with pytest.raises(Refused, match="Nothing was saved"), watchlog.open(shelf.journal, change="Wrong.") as journal:
        journal.update(wrong)
    assert shelf.everything() == before


def test_a_damaged_drama_is_named_when_it_is_touched(shelf: Program) -> None:
    (shelf.journal / "dramas/signal.json").write_bytes(b'{"title": ')
    with pytest.raises(Damaged, match=r"signal\.json"):
        watchlog.open(shelf.journal).search(where("year") == 2016)


def test_a_script_waits_for_a_command_and_a_command_for_a_script(shelf: Program) -> None:
    with watchlog.open(shelf.journal, change="Slowly.") as journal:
        journal.update({"year": 2021}, where("title") == "Run On")
        watching = subprocess.Popen([sys.executable, "-m", "watchlog", "watch", "run-on", "1"], stderr=subprocess.PIPE)
        assert watching.stderr
        assert b"Waiting" in watching.stderr.readline()
    assert watching.wait(20) == 0
    assert _on_disk(shelf, "run-on")["year"] == 2021
    assert _on_disk(shelf, "run-on")["rounds"]


def test_the_place_may_be_a_path_or_its_name(shelf: Program) -> None:
    assert len(watchlog.open(Path(shelf.journal))) == len(watchlog.open(str(shelf.journal))) == 2

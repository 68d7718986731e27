"""Others on the same content, where they are installed: what they take to find, show and write."""

import json
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_TINYDB = """
import sys
from tinydb import TinyDB, where
db = TinyDB(sys.argv[1])
drama = db.get(where("slug") == "drama-3")
"""
_SHOWS = _TINYDB + 'print(drama["title"], len(drama["notes"]))'
_NOTES = _TINYDB + 'db.update({"notes": [*drama["notes"], {"text": "words"}]}, where("slug") == "drama-3")'
_FINDS = _TINYDB + 'print(sum("umbrella" in note["text"] for one in db for note in one["notes"]))'

Peer = tuple[str, list[str], dict[str, str]]
"""What it is called, its command, and what it must see."""


def peers(journal: Path, home: Path) -> Iterator[Peer]:
    """Those that are installed, each with the content of a journal."""
    dramas = [json.loads(path.read_bytes()) for path in sorted((journal / "dramas").iterdir())]
    for prepare in (_ripgrep, _sqlite, _tinydb, _taskwarrior, _jrnl):
        yield from prepare(dramas, journal, home)


def _ripgrep(dramas: list[Any], journal: Path, home: Path) -> Iterator[Peer]:
    if shutil.which("rg"):
        yield "rg, a common word", ["rg", "-c", "umbrella", str(journal / "dramas")], {}
        yield "rg, a word that is not there", ["rg", "-c", "umbrellas", str(journal / "dramas")], {}


def _sqlite(dramas: list[Any], journal: Path, home: Path) -> Iterator[Peer]:
    if not shutil.which("sqlite3"):
        return
    place = home / "peers.sqlite"
    with sqlite3.connect(place) as db:
        db.execute("create virtual table passages using fts5(drama, text)")
        db.executemany("insert into passages values (?, ?)", _passages(dramas))
    counting = "select count(*) from passages where passages match 'umbrella'"
    yield "sqlite3 FTS5, counting a common word", ["sqlite3", str(place), counting], {}
    finding = "select * from passages where passages match 'umbrella' limit 30"
    yield "sqlite3 FTS5, its first 30", ["sqlite3", str(place), finding], {}


def _tinydb(dramas: list[Any], journal: Path, home: Path) -> Iterator[Peer]:
    place = home / "peers.json"
    place.write_text(json.dumps({"_default": {str(number): one for number, one in enumerate(dramas, 1)}}))
    for what, code in {"show": _SHOWS, "note": _NOTES, "search": _FINDS}.items():
        yield f"TinyDB as it comes, {what}", [sys.executable, "-c", code, str(place)], {}


def _taskwarrior(dramas: list[Any], journal: Path, home: Path) -> Iterator[Peer]:
    if not shutil.which("task"):
        return
    place, settings = home / "peers.tasks", home / "peers.taskrc"
    place.mkdir()
    settings.write_text(f"data.location={place}\nconfirmation=off\nverbose=nothing\n")
    tasks = [{"description": text, "project": slug, "entry": "20210125T200000Z"} for slug, text in _passages(dramas)]
    (home / "peers.tasks.json").write_text(json.dumps(tasks))
    seen = {"TASKRC": str(settings), "TASKDATA": str(place)}
    yield "taskwarrior, its import of all", ["task", "import", str(home / "peers.tasks.json")], seen
    yield "taskwarrior, a list of one drama", ["task", "project:drama-3", "list"], seen
    yield "taskwarrior, a note", ["task", "add", "project:drama-3", "words"], seen
    yield "taskwarrior, search", ["task", "umbrella", "count"], seen


def _jrnl(dramas: list[Any], journal: Path, home: Path) -> Iterator[Peer]:
    program = shutil.which("jrnl")
    if not program:
        return
    place, settings = home / "peers.txt", home / "peers.yaml"
    place.write_text("".join(f"[2021-01-25 20:00:00 PM] {slug}. {text}\n\n" for slug, text in _passages(dramas)))
    settings.write_text(f"journals:\n  default: {place}\nversion: v4.0\n")
    base = [program, "--config-file", str(settings)]
    yield "jrnl, its last 10", [*base, "-n", "10"], {}
    yield "jrnl, a note", [*base, "yesterday: words."], {}
    yield "jrnl, search", [*base, "-contains", "umbrella", "--short"], {}


def _passages(dramas: list[Any]) -> Iterator[tuple[str, str]]:
    for drama in dramas:
        for shelf in ("notes", "reviews"):
            yield from ((drama["slug"], one["text"].replace("\n", " ")) for one in drama[shelf])

"""TinyDB's tables behave on our storage as on its own, and open no more than they must."""

import builtins
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tinydb import Query, TinyDB, where
from tinydb.operations import add as adding
from tinydb.operations import delete, increment
from tinydb.storages import MemoryStorage
from tinydb.table import Document, Table

from tests.journal.scenarios import a_drama, add, check_history, leftovers, state
from watchlog.errors import Damaged, NotWritten, Refused
from watchlog.journal.journal import Journal
from watchlog.journal.store import files
from watchlog.journal.store.paths import Places
from watchlog.journal.store.tinydb import Dramas, FolderStorage


class Database(TinyDB):
    """TinyDB with our table, on any storage."""

    table_class: type[Table] = Dramas
    default_table_name = "dramas"


@pytest.fixture(params=["memory", "folder"])
def db(request: pytest.FixtureRequest, root: Path) -> Database:
    if request.param == "memory":
        return Database(storage=MemoryStorage)
    return Database(root, storage=FolderStorage)


@pytest.fixture
def folder(root: Path) -> Database:
    return Database(root, storage=FolderStorage)


def doc(slug: str, **fields: object) -> Document:
    return Document({"title": slug.title(), **fields}, doc_id=slug)  # type: ignore[arg-type]


@pytest.fixture
def full(db: Database) -> Database:
    """Three dramas: one airs, one is rated, one has notes."""
    db.insert_multiple(
        [
            doc("run-on", year=2020, tags=["calm", "strong"]),
            doc("life", year=2018, aired={"from": "2018-07-23"}),
            doc("mother", year=2018, notes=[{"id": 1, "episode": 1, "text": "비"}]),
        ]
    )
    return db


def ids(found: Any) -> list[str]:
    return sorted(document.doc_id for document in found)


def test_what_is_inserted_is_there(db: Database) -> None:
    assert db.insert(doc("run-on", year=2020)) == "run-on"
    found = db.get(doc_id="run-on")
    assert found == {"title": "Run-On", "year": 2020}
    assert found.doc_id == "run-on"
    assert isinstance(found, Document)


def test_many_are_inserted_at_once(db: Database) -> None:
    assert db.insert_multiple([doc("run-on"), doc("life")]) == ["run-on", "life"]
    assert len(db) == 2
    assert db.insert_multiple([]) == []


def test_an_id_is_given_once(full: Database) -> None:
    with pytest.raises(ValueError, match="already exists"):
        full.insert(doc("life"))
    with pytest.raises(ValueError, match="already exists"):
        full.insert_multiple([doc("new"), doc("life")])
    assert len(full) == 3
    assert full.get(doc_id="life")["year"] == 2018


def test_a_document_needs_an_id_and_must_be_one(db: Database) -> None:
    with pytest.raises(ValueError, match="doc_id is its slug"):
        db.insert({"title": "Run On"})
    with pytest.raises(ValueError, match="doc_id is its slug"):
        db.insert_multiple([{"title": "Run On"}])
    with pytest.raises(ValueError, match="not a Mapping"):
        db.insert([1])
    assert len(db) == 0


def test_one_is_got_by_id_by_ids_or_by_what_it_is(full: Database) -> None:
    assert full.get(doc_id="goblin") is None
    assert ids(full.get(doc_ids=["life", "goblin", "run-on"])) == ["life", "run-on"]
    assert full.get(where("year") == 2020).doc_id == "run-on"
    assert full.get(where("year") == 1999) is None
    with pytest.raises(RuntimeError):
        full.get()


def test_contains_asks_by_id_or_by_what_it_is(full: Database) -> None:
    assert full.contains(doc_id="life")
    assert not full.contains(doc_id="goblin")
    assert full.contains(where("year") == 2018)
    assert not full.contains(where("year") == 1999)


def test_fields_are_updated_in_all_in_some_and_by_id(full: Database) -> None:
    assert sorted(full.update({"country": "South Korea"})) == ["life", "mother", "run-on"]
    assert sorted(full.update({"year": 2017}, where("year") == 2018)) == ["life", "mother"]
    assert full.update({"year": 2021}, doc_ids=["run-on", "goblin"]) == ["run-on"]
    assert full.update({"year": 1}, where("year") == 1999) == []
    assert {str(one.doc_id): one["year"] for one in full} == {"life": 2017, "mother": 2017, "run-on": 2021}
    assert all(document["country"] == "South Korea" for document in full)


def test_a_callable_updates_in_place(full: Database) -> None:
    full.update(increment("year"), doc_ids=["run-on"])
    new: Any = ["new"]
    full.update(adding("tags", new), where("tags").exists())
    full.update(delete("notes"), where("notes").exists())
    run_on = full.get(doc_id="run-on")
    assert run_on == {"title": "Run-On", "year": 2021, "tags": ["calm", "strong", "new"]}
    assert "notes" not in full.get(doc_id="mother")


def test_a_change_deep_inside_a_document_is_kept(full: Database) -> None:
    def rewrite(document: Any) -> None:
        document["notes"][0]["text"] = "눈"
        document["notes"].append({"id": 2})

    full.update(rewrite, doc_ids=["mother"])
    notes = full.get(doc_id="mother")["notes"]
    assert notes == [{"id": 1, "episode": 1, "text": "눈"}, {"id": 2}]


def test_true_in_the_place_of_one_is_a_change(full: Database) -> None:
    full.update({"year": 1}, doc_ids=["life"])
    full.update({"year": True}, doc_ids=["life"])
    assert full.get(doc_id="life")["year"] is True


def test_several_updates_at_once(full: Database) -> None:
    done = full.update_multiple([({"year": 1}, where("title") == "Life"), (increment("year"), where("year") == 2020)])
    assert sorted(done) == ["life", "run-on"]
    assert full.get(doc_id="life")["year"] == 1
    assert full.get(doc_id="run-on")["year"] == 2021


def test_upsert_updates_what_is_there_and_inserts_what_is_not(full: Database) -> None:
    assert full.upsert({"country": "South Korea"}, where("year") == 2020) == ["run-on"]
    assert full.upsert(doc("life", network="JTBC")) == ["life"]
    assert full.upsert(doc("goblin", year=2016)) == ["goblin"]
    life = full.get(doc_id="life")
    assert life["network"] == "JTBC"
    assert life["year"] == 2018
    assert len(full) == 4
    with pytest.raises(ValueError, match="search query"):
        full.upsert({"title": "?"})


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (Query().year == 2018, ["life", "mother"]),
        ((Query().year == 2018) & ~(Query().notes.exists()), ["life"]),
        ((Query().year == 2020) | (Query().title == "Life"), ["life", "run-on"]),
        (Query().aired["from"] == "2018-07-23", ["life"]),
        (Query().notes.any(Query().text == "비"), ["mother"]),
        (Query().tags.all(["calm"]), ["run-on"]),
        (Query().title.search("^M"), ["mother"]),
        (Query().year.test(lambda year: year > 2019), ["run-on"]),
        (Query().fragment({"year": 2018, "title": "Life"}), ["life"]),
        (Query().title.one_of(["Life", "?"]), ["life"]),
        (Query().year.map(str) == "2020", ["run-on"]),
        (Query().noop(), ["life", "mother", "run-on"]),
        (lambda document: len(document) == 2, []),
    ],
)
def test_queries_find_what_they_describe(full: Database, query: Any, found: list[str]) -> None:
    assert ids(full.search(query)) == found
    assert full.count(query) == len(found)


def test_some_are_removed_by_what_they_are_or_by_id(full: Database) -> None:
    assert sorted(full.remove(where("year") == 2018)) == ["life", "mother"]
    assert full.remove(doc_ids=["goblin"]) == []
    assert full.remove(doc_ids=["run-on"]) == ["run-on"]
    assert len(full) == 0
    with pytest.raises(RuntimeError):
        full.remove()


@pytest.mark.parametrize(
    "empty", [lambda db: db.truncate(), lambda db: db.drop_tables(), lambda db: db.drop_table("dramas")]
)
def test_a_table_that_is_emptied_can_be_filled_again(full: Database, empty: Callable[[Database], None]) -> None:
    empty(full)
    assert len(full) == 0
    assert full.all() == []
    full.insert(doc("run-on"))
    assert ids(full.all()) == ["run-on"]


def test_one_goes_through_them_all(full: Database) -> None:
    assert ids(iter(full)) == ids(full.all()) == ["life", "mother", "run-on"]
    assert len(full) == 3
    assert full.tables() == {"dramas"}
    assert "total=3" in repr(full.table("dramas"))


def test_a_result_belongs_to_whoever_asked(full: Database) -> None:
    full.search(where("year") == 2020)[0]["year"] = 1
    assert full.search(where("year") == 2020)[0]["year"] == 2020
    full.get(doc_id="life")["year"] = 1
    assert full.get(doc_id="life")["year"] == 2018


def test_what_another_wrote_is_seen_at_once(folder: Database, root: Path) -> None:
    other = Database(root, storage=FolderStorage)
    folder.insert(doc("run-on", year=2020))
    assert ids(other.search(where("year") == 2020)) == ["run-on"]
    other.update({"year": 2021})
    assert folder.search(where("year") == 2020) == []
    folder.truncate()
    assert len(other) == 0


def test_what_was_written_is_there_after_reopening(folder: Database, root: Path) -> None:
    folder.insert(doc("run-on", notes=[{"text": "비\u2028"}]))
    folder.close()
    with Database(root, storage=FolderStorage) as again:
        assert again.get(doc_id="run-on")["notes"] == [{"text": "비\u2028"}]
    assert sorted(path.name for path in root.iterdir()) == [".lock", "dramas", "history", "watchlog.json"]
    assert (root / "watchlog.json").read_bytes() == b'{\n  "format": 1\n}\n'


@pytest.mark.parametrize("slug", ["", "Run-On", "../run-on", "런-온", "run--on", "-", "a/b", "a" * 65, "run-on\n"])
def test_an_id_that_is_no_slug_is_neither_written_nor_found(folder: Database, root: Path, slug: str) -> None:
    folder.insert(doc("run-on"))
    (root / "run-on.json").write_bytes(b"{}")
    with pytest.raises(ValueError, match="not a slug"):
        folder.insert(doc(slug))
    assert folder.get(doc_id=slug) is None
    assert list(state(root)) == ["run-on"]


def test_there_is_one_table(folder: Database) -> None:
    with pytest.raises(ValueError, match="one table"):
        folder.table("actors").insert(doc("im-si-wan"))


class Opened:
    """Which files of the dramas are opened, and how often they are listed."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.names: list[str] = []
        self.listings = 0
        dramas = Places(root).dramas
        real_open, real_names = builtins.open, files.names

        def opened(path: Any, *arguments: Any, **options: Any) -> Any:
            if isinstance(path, Path) and path.parent == dramas:
                self.names.append(path.stem)
            return real_open(path, *arguments, **options)

        def listed(folder: Path) -> list[str]:
            self.listings += folder == dramas
            return real_names(folder)

        monkeypatch.setattr(builtins, "open", opened)
        monkeypatch.setattr(files, "names", listed)

    def taken(self) -> tuple[list[str], int]:
        taken = sorted(self.names), self.listings
        self.names, self.listings = [], 0
        return taken


@pytest.fixture
def opened(root: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    add(root, "life", "mother", "run-on", *(f"drama-{number}" for number in range(20)))
    return Opened(root, monkeypatch)


def test_getting_one_opens_one_and_lists_none(opened: Opened, folder: Database, journal: Journal) -> None:
    assert folder.get(doc_id="run-on")
    assert opened.taken() == (["run-on"], 0)
    assert journal.drama("run-on")
    assert opened.taken() == (["run-on"], 0)
    assert folder.get(doc_ids=["run-on", "life"])
    assert opened.taken() == (["life", "run-on"], 1)


def test_counting_and_listing_open_none(opened: Opened, folder: Database) -> None:
    assert len(folder) == 23
    assert folder.tables() == {"dramas"}
    assert opened.taken() == ([], 1)
    folder.insert(doc("vincenzo"))
    assert set(opened.taken()[0]) <= {"vincenzo"}
    assert not folder.contains(doc_id="goblin")
    assert opened.taken() == ([], 0)


def test_writing_one_opens_and_touches_one(opened: Opened, folder: Database, journal: Journal, root: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in (root / "dramas").iterdir()}
    with journal.change("note run-on") as change:
        change.open("run-on").title = "Run On!"
    names, listings = opened.taken()
    assert set(names) == {"run-on"}
    assert listings == 0
    folder.update({"year": 2017}, doc_ids=["life"])
    assert set(opened.taken()[0]) == {"life"}
    folder.remove(doc_ids=["mother"])
    assert set(opened.taken()[0]) == {"mother"}
    after = {path: path.stat().st_mtime_ns for path in (root / "dramas").iterdir()}
    assert {path.stem for path in before if before[path] != after.get(path)} == {"run-on", "life", "mother"}


def test_files_in_anothers_hand_keep_their_bytes_until_they_are_changed(folder: Database, root: Path) -> None:
    add(root, "life")
    by_hand = b'\xef\xbb\xbf{"title":"Run On",\r\n\t"year":2020,"mine":[1.50,{"b":1,"a":2}]}'
    file = root / "dramas" / "run-on.json"
    file.write_bytes(by_hand)
    folder.update({"country": "South Korea"}, doc_ids=["life"])
    folder.update({"country": "South Korea"}, where("year") == 2018)
    folder.update({"year": 2020}, doc_ids=["run-on"])
    folder.remove(where("year") == 1999)
    assert file.read_bytes() == by_hand
    folder.update({"year": 2021}, doc_ids=["run-on"])
    assert file.read_bytes().startswith(b'{\n  "title": "Run On",\n  "year": 2021,\n  "mine": [')
    assert folder.get(doc_id="run-on")["mine"] == [1.5, {"b": 1, "a": 2}]


def test_a_drama_that_arrives_during_a_write_is_not_taken_for_a_removal(folder: Database, root: Path) -> None:
    add(root, "life")

    def arriving(document: Any) -> None:
        (root / "dramas" / "goblin.json").write_bytes(b'{"title": "Goblin"}')
        document["title"] = "LIFE"

    folder.update(arriving, doc_ids=["life"])
    assert sorted(state(root)) == ["goblin", "life"]
    with folder.storage.files.transaction("script", "tinydb"):  # type: ignore[attr-defined]
        (root / "dramas" / "goblin.json").unlink()
        folder.update(arriving, doc_ids=["life"])
    assert sorted(state(root)) == ["goblin", "life"]


def test_a_drama_another_changed_since_it_was_read_is_not_overwritten(folder: Database, root: Path) -> None:
    add(root, "life")

    def meanwhile(document: Any) -> None:
        document["title"] = "LIFE"
        with Journal(root).change("set life") as change:
            change.open("life").year = 2018

    with pytest.raises(Refused, match="life was changed by another command"):
        folder.update(meanwhile, doc_ids=["life"])
    assert Journal(root).drama("life").year == 2018
    assert Journal(root).drama("life").title == "Life"


def test_a_drama_another_added_since_it_was_looked_for_is_not_overwritten(folder: Database, root: Path) -> None:
    def documents() -> Iterator[Document]:
        add(root, "life")
        yield doc("life", year=1)

    with pytest.raises(Refused, match="life was changed by another command"):
        folder.insert_multiple(documents())
    assert Journal(root).drama("life").year is None


def test_a_write_of_many_is_one_change(folder: Database, root: Path) -> None:
    folder.insert_multiple([doc("life"), doc("mother"), doc("run-on")])
    folder.update({"year": 2018}, where("title") != "Life")
    folder.truncate()
    assert check_history(root) == 3
    assert leftovers(root) == []


def test_a_write_that_changes_nothing_is_no_change(folder: Database, root: Path) -> None:
    folder.insert(doc("life", year=2018))
    folder.update({"year": 2018})
    folder.update({"year": 1}, where("year") == 1999)
    folder.remove(where("year") == 1999)
    assert check_history(root) == 1


def test_several_writes_in_a_transaction_are_one_change_and_see_each_other(folder: Database, root: Path) -> None:
    with folder.storage.files.transaction("script", "all at once"):  # type: ignore[attr-defined]
        folder.insert(doc("life", year=2018))
        folder.insert(doc("mother"))
        folder.update({"year": 2019}, where("year") == 2018)
        folder.remove(doc_ids=["mother"])
        assert len(folder) == 1
        assert folder.get(doc_id="life")["year"] == 2019
        assert not folder.contains(doc_id="mother")
        assert not (root / "dramas" / "life.json").exists()
    assert list(state(root)) == ["life"]
    assert check_history(root) == 1


def test_a_drama_removed_between_listing_and_reading_is_passed_over(
    journal: Journal, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(root, "life", "mother", "run-on")
    read = files.read

    def removed(path: Path) -> bytes | None:
        if path.name == "life.json":
            (root / "dramas" / "mother.json").unlink(missing_ok=True)
        return read(path)

    monkeypatch.setattr(files, "read", removed)
    assert [drama.slug for drama in journal.dramas()] == ["life", "run-on"]


def test_what_is_no_drama_is_not_looked_at(journal: Journal, root: Path) -> None:
    add(root, "run-on")
    dramas = root / "dramas"
    (dramas / "run-on (conflicted copy).json").write_bytes(b"?")
    (dramas / "notes.txt").write_bytes(b"?")
    (dramas / ".run-on.json.swp").write_bytes(b"?")
    (dramas / "Goblin.json").write_bytes(b"?")
    assert [drama.slug for drama in journal.dramas()] == ["run-on"]
    with journal.change("add") as change:
        change.add(a_drama("life"))
    assert len(list(dramas.iterdir())) == 6


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b'{"format": 2}', "format 2 is newer than this watchlog knows"),
        (b'{"format": "1"}', "format: it must be a whole number"),
        (b'{"format": true}', "format: it must be a whole number"),
        (b'{"format": 0}', "format: it must be a whole number"),
        (b"{}", "format: it must be a whole number"),
        (b"", "the file is empty"),
        (b"{", "line 1"),
        (b"\0\0", "NUL"),
    ],
)
def test_a_journal_of_a_newer_or_unknown_format_is_refused_unchanged(
    journal: Journal, root: Path, content: bytes, reason: str
) -> None:
    add(root, "run-on")
    format_file = root / "watchlog.json"
    format_file.write_bytes(content)
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    with pytest.raises(Damaged, match=reason) as caught:
        Journal(root)
    assert str(format_file) in str(caught.value)
    assert caught.value.exit_code == 3
    with pytest.raises(Damaged, match=reason), journal.change("note") as change:
        change.open("run-on").title = "?"
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


def test_a_journal_may_lie_where_something_else_is_already(root: Path) -> None:
    (root / "dramas").mkdir(parents=True)
    (root / "dramas" / "life.json").write_bytes(b'{"title": "Life"}')
    (root / "README").write_text("mine")
    assert Journal(root).drama("life").title == "Life"
    add(root, "run-on")
    assert (root / "README").read_text() == "mine"


def test_where_a_folder_cannot_be_made_nothing_is_said_to_be_saved(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises((Damaged, NotWritten)):
        add(tmp_path / "file" / "journal", "run-on")
    (tmp_path / "journal").mkdir()
    (tmp_path / "journal" / "history").write_text("")
    with pytest.raises(NotWritten, match="history"):
        add(tmp_path / "journal", "run-on")

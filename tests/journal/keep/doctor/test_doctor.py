"""The doctor finds everything that is wrong with a journal, and mends only what can lose no words."""

import errno
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.journal.faults import KILLED, CountingDisk, DyingDisk, FaultyDisk, in_child, using
from tests.journal.scenarios import add, check_history, leftovers, note, prepare_many, rework, state, unnamed
from watchlog import sample
from watchlog.errors import NotWritten
from watchlog.journal.drama.checking import faults, mended
from watchlog.journal.drama.encoding import to_bytes
from watchlog.journal.drama.items import add_item
from watchlog.journal.drama.uids import drama_uid
from watchlog.journal.journal import Journal
from watchlog.journal.keep.doctor import copies
from watchlog.journal.keep.doctor.doctor import Doctor, Report
from watchlog.journal.keep.undo import undo

FIX = "watchlog doctor --fix"
NO_DRAFTS = Path("/nowhere/drafts")
Told = tuple[str, str | None, str]


@pytest.fixture
def many(root: Path) -> Path:
    """A sound journal of four dramas and two changes."""
    prepare_many(root)
    return root


def examined(root: Path) -> Report:
    return Doctor(root, NO_DRAFTS).examine()


def told(root: Path, report: Report | None = None) -> list[Told]:
    """What is wrong, and where: the path from the journal's folder, the field, the problem."""
    problems = (report or examined(root)).problems
    return [(str(Path(one.path).relative_to(root)), one.field, one.problem) for one in problems]


def everything(root: Path) -> dict[str, bytes]:
    paths = (path for path in sorted(root.rglob("*")) if path.is_file() and path.name != ".lock")
    return {str(path.relative_to(root)): path.read_bytes() for path in paths}


def change(root: Path, drama: str, /, **fields: Any) -> dict[str, Any]:
    """Change a drama's file by hand; gives what was in it."""
    path = root / "dramas" / f"{drama}.json"
    document: dict[str, Any] = json.loads(path.read_bytes())
    path.write_bytes(json.dumps(document | fields).encode())
    return document


def test_a_sound_journal_is_sound(many: Path) -> None:
    assert examined(many) == Report(dramas=4, changes=2, problems=[], fixed=[], drafts=[])


def test_the_sample_is_sound() -> None:
    assert examined(Path(sample.__path__[0])) == Report(13, 0, [], [], [])


def test_a_journal_that_is_not_there_is_sound_and_does_not_come_to_be(root: Path) -> None:
    assert Doctor(root, NO_DRAFTS).mend() == Report(0, 0, [], [], [])
    assert not root.exists()


def test_hand_edits_that_are_right_are_no_problem(many: Path) -> None:
    (many / "dramas" / "signal.json").write_bytes(b'\xef\xbb\xbf{\r\n"title": "Signal", "moods": [1]}')
    (many / "dramas" / "notes.txt").write_text("mine")
    (many / "dramas" / ".DS_Store").write_text("?")
    (many / "dramas" / ".syncthing.run-on.json.tmp").write_text("?")
    (many / "dramas" / "old").mkdir()
    (many / "covers.json").write_text("[]")
    assert told(many) == []


def test_examining_changes_nothing(many: Path) -> None:
    (many / "dramas" / ".x.json.tmp").write_text("{")
    (many / "dramas" / "x.json").write_text('{"title": "X", "slug": "y"}')
    with using(DyingDisk(22)):
        assert in_child(lambda: rework(many)) == KILLED
    (many / "watchlog.json").unlink()
    before = everything(many)
    problems = {path for path, _, _ in told(many)}
    assert problems >= {"watchlog.json", "history/.pending-test.json", "dramas/.x.json.tmp", "dramas/x.json"}
    assert everything(many) == before


def test_drafts_are_mentioned(many: Path, tmp_path: Path) -> None:
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "review-run-on.md").write_text("It was")
    report = Doctor(many, tmp_path / "drafts").examine()
    assert (report.drafts, report.problems) == ([str(tmp_path / "drafts" / "review-run-on.md")], [])


def test_every_finding_has_a_remedy(many: Path) -> None:
    change(many, "life", year=1, next_id=1)
    (many / "dramas" / "run-on 2.json").write_text("{}")
    (many / "dramas" / "Signal!.json").write_text("{}")
    (many / "history" / "000001-test.json").write_text("{}")
    report = examined(many)
    assert len(report.problems) >= 5
    assert all(one.remedy.strip() and one.fixable == (one.remedy == FIX) for one in report.problems)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "the file is empty"),
        (b"\0\0", "the file is full of NUL bytes"),
        (b'{\n"title":\n"x" 1}', "line 3, column 5: Expecting ',' delimiter"),
        (b'{"title": "a",\n"notes": "\xff"}', "line 2: not UTF-8"),
        (b'{"title": "a", "title": "b"}', "the field 'title' stands there twice"),
        (b"[]", "the file must hold one object"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_with_its_line(root: Path, content: bytes, problem: str) -> None:
    (root / "dramas").mkdir(parents=True)
    (root / "watchlog.json").write_bytes(b'{"format": 1}')
    (root / "dramas" / "run-on.json").write_bytes(content)
    assert told(root) == [("dramas/run-on.json", None, problem)]
    assert examined(root).problems[0].remedy == "Mend it in an editor."


def test_where_the_history_has_its_words_is_said(many: Path) -> None:
    (many / "dramas" / "run-on.json").write_bytes(b'{"title": "Run On"')
    remedy = examined(many).problems[0].remedy
    assert remedy == f"Mend it in an editor. How its last change left it stands in {many}/history/000002-test.json"


def test_a_folder_in_the_place_of_a_file_is_named(many: Path) -> None:
    (many / "dramas" / "life.json").unlink()
    (many / "dramas" / "life.json").mkdir()
    assert told(many) == [("dramas/life.json", None, "cannot be read: Is a directory")]


def test_a_folder_of_dramas_that_cannot_be_read_is_told_once_and_the_rest_is_looked_at(many: Path) -> None:
    (many / "dramas").rename(many / "away")
    (many / "dramas").symlink_to(many / "dramas")
    (many / "settings.json").write_text("{")
    paths = [path for path, *_ in told(many)]
    assert sorted(paths) == ["dramas", "settings.json"]


def test_all_that_is_wrong_with_a_document_is_told_at_once() -> None:
    document: Any = {
        "title": 5,
        "type": "serial",
        "year": 1500,
        "tags": ["a", 3],
        "episodes": 3,
        "aired": {"from": "2021-02-30", "days": ["monday", "moonday"]},
        "synopsis": "He runs.",
        "rounds": [{"started": "2021", "finished": "2020", "episodes": {"0": None, "2": "x", "4": None, "5": None}}],
        "ratings": 7,
        "notes": [{"id": 1, "episode": 9}, {"id": 1}, "a note", {"id": -1, "episode": 1, "rating": 3.2}],
        "quotes": [{"id": 3, "lines": []}, {"id": 4, "lines": [{"text": " "}, {"speaker": "A"}], "at": "3"}],
        "cast": [{"id": 5, "actor": "Im Si Wan", "role": "lead"}],
        "next_id": 2,
    }
    assert [(fault.where, fault.reason) for fault in faults(document, "run-on")] == [
        ("title", "expected str, got int"),
        ("type", "it is one of: drama, movie, tv-show, special"),
        ("year", "expected int >= 1870"),
        ("tags[1]", "expected str, got int"),
        ("aired.days[1]", "it is one of: monday, tuesday, wednesday, thursday, friday, saturday, sunday"),
        ("synopsis", "expected object | null, got str"),
        ("rounds[0].episodes.0", "an episode is a number from 1 up"),
        ("rounds[0].episodes.2", "a date is YYYY-MM-DD, YYYY-MM or YYYY, and one that exists"),
        ("ratings", "expected array, got int"),
        ("notes[2]", "expected an object"),
        ("notes[3].id", "expected int >= 1"),
        ("notes[3].rating", "a score is 1 to 10 in half points"),
        ("quotes[0].lines", "expected array of length >= 1"),
        ("quotes[1].lines[0].text", "it has no words"),
        ("quotes[1].lines[1].text", "it is missing"),
        ("quotes[1].at", "a moment is MM:SS or H:MM:SS"),
        ("cast[0].role", "it is one of: main, support, guest, writer, director, creator, composer"),
        ("id", "1 is given to two items"),
        ("aired.from", "a date is YYYY-MM-DD, YYYY-MM or YYYY, and one that exists"),
        ("rounds[0].episodes", "episode 4 of 3, and 1 more"),
        ("notes[0].episode", "episode 9 of 3"),
        ("rounds[0]", "it ends on 2020, before it begins on 2021"),
        ("next_id", "2 is not above the highest id, 5"),
    ]
    assert mended(document, "run-on") is None


def test_what_can_be_mended_is_mended_in_a_copy() -> None:
    document: Any = {"title": "Run On", "notes": [{"id": 1, "episode": 1}, {"id": 1, "episode": 2}], "next_id": 1}
    before = json.loads(json.dumps(document))
    assert mended(document, "run-on") == (
        {"title": "Run On", "notes": [{"id": 1, "episode": 1}, {"id": 2, "episode": 2}], "next_id": 3},
        ["the second id 1 is 2 now", "next_id is 3 now"],
    )
    assert document == before


def test_an_item_that_was_written_by_hand_without_an_id_is_given_one() -> None:
    document: Any = {"title": "Run On", "notes": [{"episode": 1, "text": "b"}, {"id": 4}], "songs": [{"title": "S"}]}
    assert [fault.where for fault in faults(document, "run-on")] == ["notes[0].id", "songs[0].id"]
    found = mended(document, "run-on")
    assert found
    changed, done = found
    assert changed["notes"] == [{"episode": 1, "text": "b", "id": 5}, {"id": 4}]
    assert changed["songs"] == [{"title": "S", "id": 6}]
    assert done == ["one of the notes without an id is 5 now", "one of the songs without an id is 6 now"]
    assert mended({"title": "Run On", "notes": [{"episode": "x"}]}, "run-on") is None


def test_what_is_wrong_with_a_document_is_told_only_if_something_is() -> None:
    assert faults({"title": "Run On", "notes": [{"id": 4, "episode": 1}]}, "run-on") == []
    assert faults({"title": "Run On", "aired": None, "rounds": [], "next_id": 1}, "run-on") == []


def test_a_file_whose_name_is_no_slug_is_not_overlooked(many: Path) -> None:
    (many / "dramas" / "life.json").rename(many / "dramas" / "Life (2018)!.json")
    assert told(many) == [
        ("dramas/Life (2018)!.json", None, "not taken for a drama: its name is not a slug"),
        ("dramas/life.json", None, "it is gone, and the history has its words"),
    ]
    remedy = examined(many).problems[0].remedy
    assert remedy.endswith(f"mv '{many}/dramas/Life (2018)!.json' {many}/dramas/life-2018.json")


@pytest.mark.parametrize(
    ("name", "program"),
    [
        ("run-on (Anna's conflicted copy 2021-01-25).json", "Dropbox"),
        ("run-on (In Konflikt stehende Kopie von Anna 2021-01-25).json", "Dropbox in German"),
        ("run-on.sync-conflict-20210125-101112-ABCDEFG.json", "Syncthing"),
        ("run-on 2.json", "iCloud"),
        ("run-on (1).json", "Google Drive"),
        ("run-on-DESKTOP-ABC.json", "OneDrive"),
        ("run-on-Annas-MacBook-Pro.json", "OneDrive on a Mac"),
        ("run-on (conflicted copy 2021-01-25 101112).json", "Nextcloud"),
        ("run-on_conflict-20210125-101112.json", "ownCloud"),
        ("run-on (SFConflict anna@example.org 2021-01-25-10-11-12).json", "Seafile"),
        ("run-on.conflict.json", "Resilio"),
        ("run-on [conflicted].json", "pCloud"),
        ("run-on copy 2.json", "Finder"),
        ("run-on - Copy.json", "Explorer"),
    ],
)
def test_the_copy_of_a_sync_program_is_told_with_what_differs(many: Path, name: str, program: str) -> None:
    document = json.loads((many / "dramas" / "run-on.json").read_bytes())
    document["notes"] += [{"id": 70, "episode": 2, "text": "a"}, {"id": 71, "episode": 2, "text": "b"}]
    document["ratings"] = [{"overall": 9}]
    (many / "dramas" / name).write_bytes(json.dumps(document).encode())
    (one,) = told(many)
    assert one[0] == f"dramas/{name}", program
    assert one[2].startswith("a copy of run-on.json with 2 notes more, 1 rating more")
    before = state(many)
    report = Doctor(many, NO_DRAFTS).mend()
    assert report.fixed == [f"Merged {name} into run-on: 2 notes more, 1 rating more."]
    assert (report.problems, told(many)) == ([], [])
    merged = Journal(many).drama("run-on")
    assert [note.text for note in merged.notes[-2:]] == ["a", "b"]
    undo(Journal(many))
    assert {slug: before[slug] for slug in ("life", "mother", "run-on", "signal")}.items() <= state(many).items()
    assert json.loads((many / "dramas" / "run-on-copy-1.json").read_bytes()) == document


def test_a_copy_by_which_words_would_go_is_left(many: Path) -> None:
    """The other machine removed a note, and says so in the history; here nothing was changed since."""
    change(many, "run-on")
    with Journal(many).change("note run-on") as change_:
        add_item(change_.open("run-on"), "note", episode=1, text="here")
    whole = (many / "dramas" / "run-on.json").read_bytes()
    with Journal(many).change("remove run-on") as change_:
        change_.open("run-on").notes.clear()
    (many / "dramas" / "run-on.sync-conflict-1.json").write_bytes((many / "dramas" / "run-on.json").read_bytes())
    (many / "dramas" / "run-on.json").write_bytes(whole)
    (finding,) = examined(many).problems
    assert not finding.fixable
    assert finding.remedy.split("\n")[1].startswith("Merge it; words that would go are shown: watchlog import ")
    before = everything(many)
    Doctor(many, NO_DRAFTS).mend()
    assert everything(many) == before


def test_a_copy_of_another_drama_is_left(many: Path) -> None:
    (many / "dramas" / "run-on (1).json").write_bytes((many / "dramas" / "life.json").read_bytes())
    before = everything(many)
    Doctor(many, NO_DRAFTS).mend()
    assert everything(many) == before


def test_what_stands_in_a_change_before_it_ends_too_early_is_brought_back(many: Path) -> None:
    with Journal(many).change("set life mother") as change_:
        for slug in ("life", "mother"):
            change_.open(slug).tags.append("cosy")
    whole = (many / "dramas" / "life.json").read_bytes()
    cut = max((many / "history").glob("*.json"))
    cut.write_bytes(cut.read_bytes().partition(b'"mother": {')[0])
    (many / "dramas" / "life.json").unlink()
    change(many, "mother", year="x")
    assert {(where, problem) for where, _, problem in told(many)} == {
        (f"history/{cut.name}", "a change that ends too early"),
        ("dramas/life.json", "it is gone, and the history has its words"),
        ("dramas/mother.json", "expected int | null, got str"),
    }
    Doctor(many, NO_DRAFTS).mend()
    assert (many / "dramas" / "life.json").read_bytes() == whole


def test_a_copy_that_is_of_another_drama_when_the_first_is_merged_is_left(many: Path) -> None:
    """Of two copies one says that the drama is older and another; the other has a new title for it."""
    document = json.loads((many / "dramas" / "run-on.json").read_bytes())
    older = document | {"uid": "aaaaaaaa", "added": "2001-01-01T00:00:00+00:00", "tags": ["old"]}
    renamed = document | {"title": "Ran On", "uid": drama_uid(document)}
    (many / "dramas" / "run-on (1).json").write_bytes(to_bytes(older))
    (many / "dramas" / "run-on (2).json").write_bytes(to_bytes(renamed))
    assert [one.fixable for one in examined(many).problems] == [True, True]
    fixed = Doctor(many, NO_DRAFTS).mend().fixed
    assert fixed[1] == "Left run-on (2).json as it is: the drama has changed meanwhile."
    assert Journal(many).drama("run-on").uid == "aaaaaaaa"
    assert json.loads((many / "dramas" / "run-on (2).json").read_bytes()) == renamed


def test_one_drama_under_two_names_is_made_one(many: Path) -> None:
    """As git leaves it, where one side renamed it and the other changed it."""
    with Journal(many).change("rename run-on running") as change_:
        change_.rename("run-on", "running")
    document = json.loads((many / "dramas" / "running.json").read_bytes())
    (many / "dramas" / "run-on.json").write_bytes(to_bytes(document | {"slug": "run-on", "genres": ["Life"]}))
    with Journal(many).change("note life") as change_:
        add_item(change_.open("life"), "note", episode=1, text="As in [[running]] and [[run-on]].")
    assert told(many) == [("dramas/running.json", None, "a copy of run-on.json with other facts: genres")]
    Doctor(many, NO_DRAFTS).mend()
    assert told(many) == []
    (found,) = (drama for drama in Journal(many).dramas() if drama.title == document["title"])
    assert found.genres == ["Life"]
    assert Journal(many).drama("life").notes[-1].text == f"As in [[{found.slug}]] and [[{found.slug}]]."


def test_a_copy_that_has_a_slug_for_a_name_is_known_by_what_it_says(many: Path) -> None:
    change(many, "run-on")
    shutil.copy(many / "dramas" / "run-on.json", many / "dramas" / "run-on-laptop.json")
    change(many, "run-on-laptop", status="dropped")
    assert told(many) == [
        ("dramas/run-on-laptop.json", None, "a copy of run-on.json with other facts: status"),
    ]


def test_a_copy_with_nothing_new_in_it_goes(many: Path) -> None:
    document = json.loads((many / "dramas" / "run-on.json").read_bytes())
    (many / "dramas" / "run-on 2.json").write_bytes(json.dumps(document, sort_keys=True).encode())
    (many / "dramas" / "run-on-laptop.json").write_bytes(to_bytes(document))
    (many / "history" / "000001-test 2.json").write_bytes((many / "history" / "000001-test.json").read_bytes())
    (many / "watchlog (1).json").write_bytes(b'{"format":1}')
    before = state(many)
    report = Doctor(many, NO_DRAFTS).mend()
    assert sorted(report.fixed) == [
        f"Removed {many}/dramas/run-on 2.json.",
        f"Removed {many}/history/000001-test 2.json.",
        f"Removed {many}/watchlog (1).json.",
        "Removed run-on-laptop, the same as run-on.json.",
    ]
    assert report.problems == []
    assert sorted(state(many)) == ["life", "mother", "run-on", "signal"]
    undo(Journal(many))
    assert state(many) == {slug: content for slug, content in before.items() if slug != "run-on 2"}


def test_a_copy_that_differs_only_in_what_nobody_knows_stays(many: Path) -> None:
    document = json.loads((many / "dramas" / "run-on.json").read_bytes())
    (many / "dramas" / "run-on 2.json").write_bytes(to_bytes(document | {"mood": "cross"}))
    assert told(many) == [("dramas/run-on 2.json", None, "a copy of run-on.json with other facts: mood")]


def test_a_damaged_copy_is_told_and_left(many: Path) -> None:
    (many / "dramas" / "run-on 2.json").write_bytes(b"{")
    ((_, _, problem),) = told(many)
    assert problem.startswith("a copy of run-on.json, and damaged: line 1, column 2")


def test_where_the_drama_is_damaged_and_its_copy_is_not_that_is_told(many: Path) -> None:
    (many / "dramas" / "run-on.json").rename(many / "dramas" / "run-on 2.json")
    (many / "dramas" / "run-on.json").write_bytes(b'{"title"')
    assert told(many)[0] == (
        "dramas/run-on 2.json",
        None,
        "a copy of run-on.json, which is damaged while the copy is not",
    )
    assert "run-on.damaged" in examined(many).problems[0].remedy


def test_the_copy_of_a_drama_that_is_gone_can_be_had_back(many: Path) -> None:
    (many / "dramas" / "run-on.json").rename(many / "dramas" / "run-on (1).json")
    assert told(many) == [("dramas/run-on (1).json", None, "a copy of run-on.json, which is not there")]
    assert f"mv '{many}/dramas/run-on (1).json' {many}/dramas/run-on.json" in examined(many).problems[0].remedy


@pytest.mark.parametrize("name", ["run-on.json", "Run On.json", "notes.txt", "run-on-2.json", "런 온.json"])
def test_other_names_are_not_taken_for_copies(name: str) -> None:
    assert copies.original_name(name) is None


def test_slug_ids_and_counter_are_put_right_and_nothing_else_is_touched(many: Path) -> None:
    note(many, "signal")
    before = change(many, "signal", slug="signals", next_id=2)
    before["notes"][2]["id"] = before["notes"][0]["id"]
    before["quotes"] = [{"id": 2, "lines": [{"text": "a", "tone": "low"}]}]
    before["mood"] = {"a": [1.0]}
    before |= {"slug": "signals", "next_id": 2}
    by_hand = json.dumps(before, indent=1).encode()
    (many / "dramas" / "signal.json").write_bytes(by_hand)
    assert told(many) == [
        ("dramas/signal.json", "slug", "it says signals, the file is named signal"),
        ("dramas/signal.json", "id", "1 is given to two items"),
        ("dramas/signal.json", "id", "2 is given to two items"),
        ("dramas/signal.json", "next_id", "2 is not above the highest id, 2"),
    ]
    assert {one.remedy for one in examined(many).problems} == {FIX}
    report = Doctor(many, NO_DRAFTS).mend()
    assert report.problems == []
    assert report.fixed == [
        "Mended signal: slug is signal now, the second id 1 is 3 now, the second id 2 is 4 now, next_id is 5 now."
    ]
    after = before | {"slug": "signal", "next_id": 5}
    after["notes"][2]["id"] = 3
    after["quotes"][0]["id"] = 4
    assert (many / "dramas" / "signal.json").read_bytes() == to_bytes(after)
    assert undo(Journal(many)) == "Took back: Mended signal."
    assert (many / "dramas" / "signal.json").read_bytes() == by_hand


def test_a_document_with_more_wrong_than_that_is_left_as_it_is(many: Path) -> None:
    change(many, "signal", slug="signals", year=1)
    before = everything(many)
    report = Doctor(many, NO_DRAFTS).mend()
    assert [one.fixable for one in report.problems] == [False, False]
    assert everything(many) == before


@pytest.mark.parametrize("nothing", [b"", b"\0" * 300, b"\n\n"])
def test_a_file_without_words_gets_them_back_from_the_history(many: Path, nothing: bytes) -> None:
    """taskwarrior#2264 and #475: a full disk or a power cut leaves no bytes, or NUL bytes."""
    before = state(many)
    (many / "dramas" / "run-on.json").write_bytes(nothing)
    report = Doctor(many, NO_DRAFTS).mend()
    assert report.fixed == ["Brought run-on back as it was after change 2-test."]
    assert report.problems == []
    assert state(many) == before
    undo(Journal(many))
    assert (many / "dramas" / "run-on.json").read_bytes() == nothing


def test_a_file_with_words_in_it_is_never_written_over(many: Path) -> None:
    (many / "dramas" / "run-on.json").write_bytes(b'{"title": "the only words of it')
    before = everything(many)
    assert len(Doctor(many, NO_DRAFTS).mend().problems) == 1
    assert everything(many) == before


def test_left_overs_are_swept_and_only_ours(many: Path) -> None:
    ours = [
        "dramas/.run-on.json.tmp",
        "history/.000003-test.json.tmp",
        "history/.pending.json.tmp",
        ".watchlog.json.tmp",
    ]
    others = ["dramas/.run-on.json.swp", "dramas/.syncthing.run-on.json.tmp", "dramas/.x.tmp", ".notes.txt.tmp"]
    for name in ours + others:
        (many / name).write_text("{")
    assert sorted(path for path, _, _ in told(many)) == sorted(ours)
    Doctor(many, NO_DRAFTS).mend()
    assert [(many / name).exists() for name in ours + others] == [False] * 4 + [True] * 4
    check_history(many)


def test_a_change_that_was_cut_off_is_finished(many: Path, tmp_path: Path) -> None:
    finished = tmp_path / "finished"
    shutil.copytree(many, finished)
    rework(finished)
    with using(DyingDisk(22)):
        assert in_child(lambda: rework(many)) == KILLED
    assert ("history/.pending-test.json", None, "a change that was cut off, and is not finished yet") in told(many)
    report = Doctor(many, NO_DRAFTS).mend()
    assert "Finished the change that was cut off." in report.fixed
    assert report.problems == []
    assert unnamed(state(many)) == unnamed(state(finished))
    assert leftovers(many) == []


def test_the_file_of_the_format_is_written_again(many: Path) -> None:
    (many / "watchlog.json").unlink()
    assert told(many) == [("watchlog.json", None, "it is missing")]
    assert Doctor(many, NO_DRAFTS).mend().fixed == [f"Wrote {many}/watchlog.json."]
    assert told(many) == []


def test_all_that_is_mended_is_one_change(many: Path) -> None:
    for slug in "life", "mother", "signal":
        change(many, slug, slug="x")
    before = state(many)
    Doctor(many, NO_DRAFTS).mend()
    assert [path.name for path in sorted((many / "history").iterdir())][-1] == "000003-test.json"
    assert undo(Journal(many)) == "Took back: Mended life, mother, signal."
    assert state(many) == before


@pytest.mark.slow
def test_wherever_mending_fails_or_dies_it_is_whole_or_not_there(root: Path, tmp_path: Path) -> None:
    add(root, "life", "mother")
    change(root, "life", slug="x")
    change(root, "mother", next_id=1)
    (root / "dramas" / "life 2.json").write_bytes((root / "dramas" / "life.json").read_bytes())
    (root / "dramas" / ".life.json.tmp").write_text("{")
    old = {slug: content for slug, content in state(root).items() if slug != "life 2"}
    done = tmp_path / "done"
    shutil.copytree(root, done)
    Doctor(done, NO_DRAFTS).mend()
    new = state(done)
    tried = 0
    for nth in range(1, 60):
        for disk in FaultyDisk(nth, errno.EIO), DyingDisk(nth):
            place = tmp_path / f"{nth}-{tried}"
            shutil.copytree(root, place)
            ended = mends(place, disk)
            Journal(place)
            found = {slug: content for slug, content in state(place).items() if slug != "life 2"}
            assert found in ((new,) if ended else (old, new))
            assert Doctor(place, NO_DRAFTS).mend().problems == []
            assert state(place) == new
            assert leftovers(place) == []
            tried += 1
        if ended:
            break
    assert tried > 30


def mends(place: Path, disk: CountingDisk) -> bool:
    with using(disk):
        if isinstance(disk, DyingDisk):
            return in_child(lambda: Doctor(place, NO_DRAFTS).mend()) == 0
        try:
            Doctor(place, NO_DRAFTS).mend()
        except NotWritten as error:
            return "Input/output error" not in str(error)
        return True


def test_of_a_newer_journal_only_its_format_is_told(many: Path) -> None:
    (many / "watchlog.json").write_bytes(b'{"format": 2}')
    change(many, "life", slug="x")
    before = everything(many)
    report = Doctor(many, NO_DRAFTS).mend()
    assert told(many, report) == [
        ("watchlog.json", "format", "format 2 is newer than this watchlog knows (1). Nothing was changed")
    ]
    assert report.problems[0].remedy == "Install a newer watchlog."
    assert everything(many) == before


@pytest.mark.parametrize("content", [b"", b"\0\0", b"{", b'{"format": "one"}', b"{}", b'{"format": true}'])
def test_a_format_that_cannot_be_read_is_told_with_all_the_rest(many: Path, content: bytes) -> None:
    (many / "watchlog.json").write_bytes(content)
    change(many, "life", slug="x")
    report = Doctor(many, NO_DRAFTS).mend()
    assert [path for path, _, _ in told(many, report)] == ["watchlog.json", "dramas/life.json"]
    (many / "watchlog.json").unlink()
    assert Doctor(many, NO_DRAFTS).mend().problems == []


def test_changes_that_cannot_be_read_or_are_not_there_are_named(many: Path) -> None:
    for _ in range(6):
        note(many)
    (many / "history" / "000003-test.json").write_bytes(b'{"when"')
    (many / "history" / "000004-test.json").unlink()
    (many / "history" / "000006-test.json").unlink()
    (many / "history" / "000007-test.json").unlink()
    report = examined(many)
    assert report.changes == 5
    lost = [(path, problem.partition(" (")[0]) for path, _, problem in told(many)]
    assert lost == [
        ("history/000003-test.json", "a change that cannot be read"),
        ("history/000004.json", "it is missing"),
        ("history/000006.json", "it is missing, and all up to 000007"),
    ]


def test_a_pending_change_that_cannot_be_read_is_named_with_its_remedy(many: Path) -> None:
    (many / "history" / ".pending-test.json").write_bytes(b"{")
    report = Doctor(many, NO_DRAFTS).mend()
    assert [path for path, _, _ in told(many, report)] == ["history/.pending-test.json"]
    assert f"rm {many}/history/.pending-test.json" in report.problems[0].remedy


@pytest.mark.parametrize("content", [b"{", b"", b"[]", b'{"when":"2021-01-25T10:00:00+00:00"}'])
def test_one_of_another_machine_is_named_too_and_keeps_nothing_from_being_mended(many: Path, content: bytes) -> None:
    broken = many / "history" / ".pending-zzzz.json"
    broken.write_bytes(content)
    (many / "dramas" / ".run-on.json.tmp").write_text("{")
    report = Doctor(many, NO_DRAFTS).mend()
    assert not (many / "dramas" / ".run-on.json.tmp").exists()
    assert [(path, report.problems[0].fixable) for path, _, _ in told(many, report)] == [
        ("history/.pending-zzzz.json", False)
    ]
    assert f"rm {broken}" in report.problems[0].remedy
    assert broken.read_bytes() == content


@pytest.mark.parametrize("folder", ["dramas", "history"])
def test_a_folder_that_is_none_is_named(root: Path, folder: str) -> None:
    root.mkdir()
    (root / folder).write_text("?")
    assert (folder, None, "cannot be read: Not a directory") in told(root)


def test_a_journal_that_is_no_folder_is_named(root: Path) -> None:
    root.write_text("?")
    problems = Doctor(root, NO_DRAFTS).examine().problems
    assert problems
    assert all("Not a directory" in one.problem or "is no folder" in one.problem for one in problems)


def test_a_link_to_a_disk_that_is_not_there_is_named(root: Path) -> None:
    root.symlink_to(root.parent / "usb")
    assert all("link to a place that is not there" in one.problem for one in examined(root).problems)
    assert examined(root).problems

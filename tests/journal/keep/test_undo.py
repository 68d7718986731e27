"""Every change can be taken back, again and again, and brought back, byte for byte."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.journal.faults import in_child
from tests.journal.scenarios import (
    State,
    a_drama,
    add,
    check_history,
    leftovers,
    note,
    numbers,
    prepare_many,
    rework,
    state,
)
from watchlog.errors import Damaged, NotWritten, Refused
from watchlog.journal.drama.records import Drama
from watchlog.journal.journal import Journal
from watchlog.journal.keep.undo import headings, of_drama, redo, undo
from watchlog.journal.store import commits, files, lock

BY_HAND = b'\xef\xbb\xbf{"title":"Run On",\r\n\t"mine":[1.50,{"b":1,"a":2}], "id": 1180591620717411303424}\r\n'


def retitle(root: Path, title: str) -> None:
    with Journal(root).change("set run-on") as change:
        change.open("run-on").title = title
        change.summary = f"Set Run On: title {title}."


def rename(root: Path, old: str, new: str) -> None:
    with Journal(root).change(f"rename {old} {new}") as change:
        drama = change.open(old)
        change.remove(old)
        drama.slug = new
        change.add(drama)
        change.summary = f"Renamed {old} to {new}."


def remove(root: Path, slug: str) -> None:
    with Journal(root).change(f"remove {slug}") as change:
        change.remove(slug)
        change.summary = f"Removed {slug}."


CHANGES: dict[str, Callable[[Path], object]] = {
    "note": note,
    "set": lambda root: retitle(root, "Run On!"),
    "add": lambda root: add(root, "goblin"),
    "remove": lambda root: remove(root, "run-on"),
    "rename": lambda root: rename(root, "run-on", "ran-on"),
    "five at once": rework,
}


@pytest.mark.parametrize("hand", ["ours", "another's"])
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_undo_and_redo_give_back_every_byte(
    root: Path, journal: Journal, change: Callable[[Path], object], hand: str
) -> None:
    prepare_many(root)
    if hand == "another's":
        (root / "dramas" / "run-on.json").write_bytes(BY_HAND)
    before = state(root)
    change(root)
    after = state(root)
    assert after != before
    for _ in range(3):
        undo(journal)
        assert state(root) == before
        redo(journal)
        assert state(root) == after
    assert leftovers(root) == []


def test_change_after_change_is_undone_and_redone(root: Path, journal: Journal) -> None:
    prepare_many(root)
    states: list[State] = [state(root)]
    for change in ("set", "note", "add", "rename", "five at once"):
        if change == "five at once":
            rename(root, "ran-on", "run-on")
            states.append(state(root))
        CHANGES[change](root)
        states.append(state(root))
    for expected in reversed(states[:-1]):
        undo(journal)
        assert state(root) == expected
    for expected in states[1:]:
        redo(journal)
        assert state(root) == expected
    assert check_history(root) == 2 + 3 * (len(states) - 1)


def test_all_can_be_undone_to_the_empty_journal_and_then_there_is_nothing(root: Path, journal: Journal) -> None:
    prepare_many(root)
    undo(journal, 2)
    assert state(root) == {}
    with pytest.raises(Refused, match="nothing to undo"):
        undo(journal)
    redo(journal)
    assert len(state(root)) == 4
    with pytest.raises(Refused, match="nothing to redo"):
        redo(journal)


def test_several_are_undone_as_one_change(root: Path, journal: Journal) -> None:
    prepare_many(root)
    before = state(root)
    for title in ("A", "B", "C"):
        retitle(root, title)
    assert undo(journal, 3) == "Took back: Set Run On: title C; Set Run On: title B; Set Run On: title A."
    assert state(root) == before
    assert check_history(root) == 6
    assert redo(journal) == ("Brought back: Set Run On: title C; Set Run On: title B; Set Run On: title A.")
    assert journal.drama("run-on").title == "C"


def test_several_that_cancel_each_other_out_are_undone_too(root: Path, journal: Journal) -> None:
    prepare_many(root)
    before = state(root)
    retitle(root, "A")
    retitle(root, "B")
    retitle(root, "A")
    undo(journal, 2)
    undo(journal)
    assert state(root) == before
    redo(journal, 2)
    assert journal.drama("run-on").title == "A"


def test_more_than_there_are_is_refused_and_nothing_undone(root: Path, journal: Journal) -> None:
    prepare_many(root)
    before = state(root)
    with pytest.raises(Refused, match="Only 2 of 3 changes"):
        undo(journal, 3)
    with pytest.raises(Refused, match="nothing to redo"):
        redo(journal)
    assert state(root) == before
    assert check_history(root) == 2


def test_undo_passes_over_what_is_undone_already(root: Path, journal: Journal) -> None:
    prepare_many(root)
    retitle(root, "A")
    retitle(root, "B")
    undo(journal)
    retitle(root, "C")
    undo(journal)
    assert journal.drama("run-on").title == "A"
    undo(journal)
    assert journal.drama("run-on").title == "Run On"
    with pytest.raises(Refused, match="Only 2 of 9"):
        undo(journal, 9)


def test_what_follows_an_undo_ends_what_could_be_brought_back(root: Path, journal: Journal) -> None:
    prepare_many(root)
    retitle(root, "A")
    undo(journal)
    note(root)
    with pytest.raises(Refused, match="nothing to redo"):
        redo(journal)


@pytest.mark.parametrize("take_back", [undo, redo])
def test_a_drama_that_changed_on_disk_meanwhile_is_left_alone(
    root: Path, journal: Journal, take_back: Callable[[Journal], str]
) -> None:
    prepare_many(root)
    rework(root)
    if take_back is redo:
        undo(journal)
    file = root / "dramas" / "run-on.json"
    file.write_bytes(file.read_bytes().replace(b"umbrella", b"Umbrella"))
    before = state(root)
    changes = numbers(root)
    with pytest.raises(Refused, match=r"run-on has changed on disk since “.*Reworked\.”: nothing was changed"):
        take_back(journal)
    assert state(root) == before
    assert numbers(root) == changes


def test_an_edit_by_hand_between_two_changes_stops_the_undo_of_both(root: Path, journal: Journal) -> None:
    prepare_many(root)
    retitle(root, "A")
    file = root / "dramas" / "run-on.json"
    file.write_bytes(file.read_bytes().replace(b"umbrella", b"Umbrella"))
    retitle(root, "B")
    before = state(root)
    with pytest.raises(Refused, match="run-on has changed on disk"):
        undo(journal, 2)
    assert state(root) == before
    undo(journal)
    assert b"Umbrella" in file.read_bytes()


@pytest.mark.parametrize("how", ["removed", "made anew"])
def test_a_drama_that_came_or_went_by_hand_is_left_alone(root: Path, journal: Journal, how: str) -> None:
    prepare_many(root)
    file = root / "dramas" / "run-on.json"
    if how == "removed":
        note(root)
        file.unlink()
    else:
        remove(root, "run-on")
        file.write_bytes(b'{"title": "Run On"}')
    before = state(root)
    with pytest.raises(Refused, match="run-on has changed on disk"):
        undo(journal)
    assert state(root) == before


def test_other_dramas_may_have_changed(root: Path, journal: Journal) -> None:
    prepare_many(root)
    note(root)
    (root / "dramas" / "life.json").write_bytes(b"broken")
    undo(journal)
    assert (root / "dramas" / "life.json").read_bytes() == b"broken"


def test_a_broken_drama_that_was_removed_comes_back_as_broken_as_it_was(root: Path, journal: Journal) -> None:
    add(root, "run-on")
    for content in (b"", b"\xff\xfe", b"{", b"[1]", b'{"a":1,"a":2}', b"[" * 5000):
        file = root / "dramas" / "run-on.json"
        file.write_bytes(content)
        remove(root, "run-on")
        assert not file.exists()
        undo(journal)
        assert file.read_bytes() == content


def test_pruning_never_breaks_undo(root: Path, journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commits, "KEPT", 5)
    prepare_many(root)
    states = [state(root)]
    for number in range(12):
        retitle(root, f"Run On {number}")
        states.append(state(root))
    assert numbers(root) == [10, 11, 12, 13, 14]
    for expected in states[-2:-7:-1]:
        undo(journal)
        assert state(root) == expected
    with pytest.raises(Refused, match="nothing to undo"):
        undo(journal)
    for expected in states[-5:]:
        redo(journal)
        assert state(root) == expected
    for number in range(3):
        note(root, text=f"after {number}")
    assert len(numbers(root)) == 5
    before = state(root)
    undo(journal, 3)
    redo(journal)
    assert state(root) == before


def test_pruning_that_fails_takes_nothing_back(root: Path, journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commits, "KEPT", 1)
    prepare_many(root)
    (root / "history" / "000001-test.json").mkdir()
    id_ = note(root)
    assert [one.id for one in journal.drama("run-on").notes][-1] == id_


def test_numbers_go_on_where_the_last_one_ended(root: Path) -> None:
    prepare_many(root)
    (root / "history" / "000002-test.json").rename(root / "history" / "1000000-test.json")
    (root / "history" / "notes.txt").write_text("mine")
    (root / "history" / "٣.json").write_text("{}")
    note(root)
    assert numbers(root) == [1, 1_000_000, 1_000_001]


def test_the_history_says_what_was_done(root: Path, journal: Journal) -> None:
    prepare_many(root)
    rename(root, "life", "live")
    undo(journal)
    last, renamed, noted, added = headings(journal)
    assert (added.name.number, added.command, added.summary) == (
        1,
        "add",
        "Added life and mother and run-on and signal.",
    )
    assert added.dramas == ("life", "mother", "run-on", "signal")
    assert noted.dramas == ("run-on",)
    assert (renamed.command, renamed.undoes) == ("rename life live", ())
    assert (last.command, last.summary, [one.number for one in last.undoes]) == (
        "undo",
        "Took back: Renamed life to live.",
        [3],
    )
    assert last.when[:4].isdigit()
    assert "T" in last.when


def test_the_history_of_a_drama_goes_back_to_its_earlier_names(root: Path, journal: Journal) -> None:
    prepare_many(root)
    rename(root, "run-on", "ran-on")
    note(root, "ran-on")
    note(root, "life")
    assert [heading.command for heading in of_drama(headings(journal), "ran-on")] == [
        "note ran-on",
        "rename run-on ran-on",
        "note run-on",
        "add",
    ]


def test_the_history_is_for_people_to_read(root: Path) -> None:
    prepare_many(root)
    content = (root / "history" / "000002-test.json").read_text("utf-8")
    change = json.loads(content)
    assert list(change) == [
        "when",
        "kind",
        "machine",
        "host",
        "boot",
        "process",
        "command",
        "summary",
        "slugs",
        "dramas",
    ]
    assert change["dramas"]["run-on"]["after"]["notes"][-1]["text"] == "the umbrella"
    assert set(change["dramas"]["run-on"]) == {"before", "after"}
    assert "비가 온다" in content
    assert content.startswith('{"when":')


def test_a_change_written_by_an_earlier_version_is_read_and_undone(root: Path, journal: Journal) -> None:
    """It named no machine, and was indented like a drama."""
    prepare_many(root)
    note(root)
    before = state(root)
    for path in sorted((root / "history").iterdir()):
        change = json.loads(path.read_bytes())
        old = {key: change[key] for key in ("when", "command", "summary", "dramas")}
        path.unlink()
        (path.parent / f"{path.name[:6]}.json").write_text(json.dumps(old, ensure_ascii=False, indent=2), "utf-8")
    assert [heading.kind for heading in headings(journal)] == ["note", "note", "add"]
    assert undo(journal) == "Took back: Added note 4 to Run On."
    assert undo(journal) == "Took back: Added note 3 to Run On."
    assert [str(one) for heading in headings(journal)[:2] for one in heading.undoes] == ["2", "3"]
    redo(journal, 2)
    assert state(root) == before


def test_what_is_new_in_a_change_is_in_the_way_of_no_earlier_version(root: Path, journal: Journal) -> None:
    """It takes the keys it knows, of the types it knows, and passes over the others."""
    prepare_many(root)
    undo(journal)
    change = json.loads((root / "history" / "000003-test.json").read_bytes())
    assert change["undoes"] == [2]
    assert change["took_back"] == ["2-test"]
    assert isinstance(change["dramas"]["run-on"]["before"], dict)


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"\0" * 9, b"\xff", b'{"when": 1}', b"[" * 100_000, b'{"dramas": {"../x": {}}}']
)
def test_a_change_that_cannot_be_read_is_named_and_not_undone(root: Path, journal: Journal, content: bytes) -> None:
    prepare_many(root)
    before = state(root)
    (root / "history" / "000002-test.json").write_bytes(content)
    for attempt in (lambda: undo(journal), lambda: headings(journal)):
        with pytest.raises(Damaged, match=r"000002-test\.json"):
            attempt()
    assert state(root) == before
    note(root)
    undo(journal)
    assert state(root) == before


def test_a_history_that_is_a_file_is_named(root: Path, journal: Journal) -> None:
    root.mkdir()
    (root / "history").write_text("mine")
    with pytest.raises(Damaged, match="history: cannot be read: Not a directory"):
        headings(journal)


def test_while_the_history_is_read_no_change_goes_from_it(
    root: Path, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare_many(root)
    read = files.read

    def read_while_another_writes(path: Path) -> bytes | None:
        if path.name == "000002-test.json":
            assert in_child(lambda: kept_out(root)) == 0
        return read(path)

    monkeypatch.setattr(files, "read", read_while_another_writes)
    assert len(headings(journal)) == 2


def kept_out(root: Path) -> None:
    lock.WAIT_SECONDS = 0.05
    with pytest.raises(NotWritten):
        note(root)


def test_a_change_never_leads_out_of_the_journal(root: Path, journal: Journal) -> None:
    prepare_many(root)
    path = root / "history" / "000002-test.json"
    path.write_bytes(path.read_bytes().replace(b'"run-on": {', b'"../../life": {'))
    assert b"../../life" in path.read_bytes()
    with pytest.raises(Damaged, match="a change that cannot be read"):
        undo(journal)


def test_a_field_nobody_knows_survives_change_undo_and_redo(root: Path, journal: Journal) -> None:
    add(root, "run-on")
    file = root / "dramas" / "run-on.json"
    file.write_bytes(BY_HAND)
    retitle(root, "Run On!")
    assert json.loads(file.read_bytes())["id"] == 1180591620717411303424
    undo(journal)
    assert file.read_bytes() == BY_HAND
    redo(journal)
    assert json.loads(file.read_bytes())["mine"] == [1.5, {"b": 1, "a": 2}]


def test_numbers_of_any_size_come_back_as_they_were(root: Path, journal: Journal) -> None:
    with journal.change("add") as change:
        drama: Drama = a_drama("run-on")
        drama.unknown["mine"] = [2**70, -(2**64), 0.1, 1e300, -0.0]
        change.add(drama)
    before = state(root)
    retitle(root, "?")
    undo(journal)
    assert state(root) == before
    assert journal.drama("run-on").unknown["mine"] == [2**70, -(2**64), 0.1, 1e300, -0.0]


@pytest.mark.parametrize("way", ["indent", "order", "mark"])
def test_a_file_that_says_the_same_in_another_setting_is_no_change(root: Path, way: str) -> None:
    add(root, "run-on")
    path = root / "dramas" / "run-on.json"
    before = path.read_bytes()
    note(root)
    document = json.loads(path.read_bytes())
    if way == "order":
        document = dict(reversed(document.items()))
    text = json.dumps(document, indent=None if way == "order" else 4, ensure_ascii=way == "order")
    path.write_text(("\ufeff" if way == "mark" else "") + text, "utf-8")
    undo(Journal(root))
    assert path.read_bytes() == before


def test_a_word_that_is_another_is_a_change(root: Path) -> None:
    add(root, "run-on")
    note(root)
    path = root / "dramas" / "run-on.json"
    path.write_bytes(path.read_bytes().replace(b'"title": "', b'"mine": 1,\n  "title": "'))
    with pytest.raises(Refused, match="changed on disk"):
        undo(Journal(root))

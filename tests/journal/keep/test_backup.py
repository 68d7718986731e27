"""A backup holds everything, is checked before it is believed, and brings everything back as one change."""

import errno
import json
import shutil
import zipfile
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest

from tests.journal.faults import (
    KILLED,
    CountingDisk,
    DyingDisk,
    FaultyDisk,
    MeddlingDisk,
    in_child,
    using,
)
from tests.journal.scenarios import add, check_history, leftovers, note, numbers, prepare_many, rework, state
from watchlog.errors import Damaged, NotFound, NotWritten, Refused, WatchlogError
from watchlog.journal.drama.encoding import to_bytes
from watchlog.journal.journal import Journal
from watchlog.journal.keep.archive import Archive, pack
from watchlog.journal.keep.backup import Made, back_up
from watchlog.journal.keep.restore import Plan, bring_back, open_backup, plan_restoring
from watchlog.journal.keep.undo import redo, undo
from watchlog.journal.store.storage import Storage

DRAMA = to_bytes({"title": "Run On"})
HAND_FORMATTED = b'\xef\xbb\xbf{"title":\r\n"Mother",\r\n"moods": [1e2]}'
DAMAGED = b'{"title": "Sig\xff'


@pytest.fixture
def many(root: Path) -> Path:
    """A journal of four dramas, one of them set by hand and one damaged, with two changes and a file besides."""
    prepare_many(root)
    (root / "dramas" / "mother.json").write_bytes(HAND_FORMATTED)
    (root / "dramas" / "signal.json").write_bytes(DAMAGED)
    (root / "dramas" / "run-on 2.json").write_bytes(b"a copy")
    (root / "posters.txt").write_bytes(b"where the posters are")
    return root


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    """Where a backup can be; there is none yet."""
    return tmp_path / "watchlog.zip"


def made(root: Path, path: Path) -> Made:
    return back_up(Storage(root), path, BytesIO())


def restored(root: Path, path: Path) -> str:
    storage = Journal(root).storage
    archive = open_backup(path)
    return bring_back(storage, archive, plan_restoring(storage, archive), path.name)


def everything(root: Path) -> dict[str, bytes]:
    """Every file of the journal but its lock."""
    paths = (path for path in sorted(root.rglob("*")) if path.is_file() and path.name != ".lock")
    return {str(path.relative_to(root)): path.read_bytes() for path in paths}


def listed(name: str, content: bytes) -> dict[str, object]:
    """A file as the manifest has it."""
    return {"name": name, "size": len(content), "sha256": sha256(content).hexdigest()}


def refusal(act: Callable[[], object]) -> NotWritten | None:
    try:
        act()
    except NotWritten as error:
        return error
    return None


def test_every_file_is_in_a_backup_byte_for_byte(many: Path, backup: Path) -> None:
    told = made(many, backup)
    slugs = ["life", "mother", "run-on", "signal"]
    assert told == Made(dramas=slugs, changes=2, damaged=["signal"], left_out=[])
    with zipfile.ZipFile(backup) as archive:
        assert archive.testzip() is None
        held = {name: archive.read(name) for name in archive.namelist()}
    manifest = json.loads(held.pop("watchlog-backup.json"))
    assert held == everything(many)
    assert manifest == {"format": 1, "files": [listed(name, content) for name, content in held.items()]}


def test_what_belongs_to_others_or_to_nobody_is_not_in_it(many: Path, backup: Path) -> None:
    before = everything(many)
    (many / ".git").mkdir()
    (many / ".git" / "config").write_text("[core]")
    (many / "dramas" / ".run-on.json.tmp").write_text("{")
    (many / ".lock").write_text("")
    made(many, backup)
    assert set(Archive(BytesIO(backup.read_bytes()), backup)) == set(before)


def test_the_same_journal_gives_the_same_bytes(many: Path, tmp_path: Path) -> None:
    made(many, tmp_path / "one.zip")
    shutil.copytree(many, tmp_path / "elsewhere")
    made(tmp_path / "elsewhere", tmp_path / "two.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_a_change_that_is_not_finished_is_in_it_as_if_it_were(root: Path, backup: Path) -> None:
    prepare_many(root)
    finished = root.with_name("finished")
    shutil.copytree(root, finished)
    rework(finished)
    with using(DyingDisk(22)):
        assert in_child(lambda: rework(root)) == KILLED
    assert (root / "history" / ".pending-test.json").exists()
    assert state(root) != state(finished)
    made(root, backup)
    new = root.with_name("new")
    restored(new, backup)
    assert state(new) == state(finished)
    assert leftovers(new) == []


def test_a_journal_whose_format_cannot_be_read_is_backed_up_too(many: Path, backup: Path) -> None:
    (many / "watchlog.json").write_bytes(b"\0\0\0")
    assert len(made(many, backup).dramas) == 4
    assert Archive(BytesIO(backup.read_bytes()), backup).read("watchlog.json") == b"\0\0\0"


def test_what_cannot_be_read_is_left_out_and_named(many: Path, backup: Path) -> None:
    (many / "dramas" / "signal.json").unlink()
    (many / "dramas" / "signal.json").mkdir()
    (many / "dramas" / "life.json").unlink()
    (many / "dramas" / "life.json").symlink_to(many / "nowhere.json")
    report = made(many, backup)
    assert (len(report.dramas), report.left_out) == (2, ["dramas/life.json", "dramas/signal.json"])


@pytest.mark.parametrize("place", [".", "dramas", "history"])
def test_a_backup_does_not_lie_in_the_journal(many: Path, place: str) -> None:
    before = everything(many)
    with pytest.raises(Refused, match="inside the journal"):
        made(many, many / place / "watchlog.zip")
    assert everything(many) == before


def test_a_link_does_not_lead_it_into_the_journal(many: Path, tmp_path: Path) -> None:
    (tmp_path / "outside").symlink_to(many / "dramas")
    with pytest.raises(Refused, match="inside the journal"):
        made(many, tmp_path / "outside" / "watchlog.zip")


def test_of_an_empty_journal_there_is_no_backup(root: Path, backup: Path) -> None:
    with pytest.raises(Refused, match="There is nothing in"):
        made(root, backup)
    assert not backup.exists()
    assert not root.exists()


def test_a_folder_that_is_not_there_is_named(many: Path, tmp_path: Path) -> None:
    with pytest.raises(NotWritten, match=r"There is no folder .*/usb"):
        made(many, tmp_path / "usb" / "watchlog.zip")


# Watson#499: never write over a backup with less.


def test_a_later_backup_of_the_same_journal_replaces_an_older_one(root: Path, backup: Path) -> None:
    prepare_many(root)
    made(root, backup)
    note(root)
    undo(Journal(root))
    made(root, backup)
    assert len(open_backup(backup).changes()) == 4


def test_so_it_does_without_a_history(root: Path, backup: Path) -> None:
    prepare_many(root)
    shutil.rmtree(root / "history")
    made(root, backup)
    add(root, "one-more")
    assert len(made(root, backup).dramas) == 5


def kept(root: Path, backup: Path, reason: str) -> None:
    before = backup.read_bytes()
    with pytest.raises(Refused, match=reason):
        made(root, backup)
    assert backup.read_bytes() == before
    assert [path.name for path in backup.parent.glob(".*")] == []


def test_a_file_that_is_no_backup_is_not_replaced(many: Path, backup: Path) -> None:
    backup.write_bytes(b"my thesis")
    kept(many, backup, "no whole backup")


def test_a_damaged_backup_is_not_replaced(many: Path, backup: Path) -> None:
    made(many, backup)
    backup.write_bytes(backup.read_bytes()[:-1])
    kept(many, backup, "no whole backup")


def test_the_backup_of_another_journal_is_not_replaced(root: Path, backup: Path, tmp_path: Path) -> None:
    prepare_many(tmp_path / "another")
    made(tmp_path / "another", backup)
    add(root, "parasite")
    kept(root, backup, "holds history/000001-test.json, which this journal does not")


def test_the_backup_of_a_later_state_is_not_replaced(root: Path, backup: Path) -> None:
    prepare_many(root)
    earlier = root.with_name("earlier")
    shutil.copytree(root, earlier)
    note(root)
    made(root, backup)
    kept(earlier, backup, "holds history/000003-test.json")


def test_a_backup_with_history_is_not_replaced_when_the_history_is_gone(root: Path, backup: Path) -> None:
    prepare_many(root)
    made(root, backup)
    shutil.rmtree(root / "history")
    kept(root, backup, "holds history/000001-test.json")


def test_a_backup_with_dramas_is_not_replaced_when_they_are_gone_and_nobody_knows_why(root: Path, backup: Path) -> None:
    prepare_many(root)
    shutil.rmtree(root / "history")
    made(root, backup)
    (root / "dramas" / "signal.json").unlink()
    kept(root, backup, "holds dramas/signal.json")


def test_changes_that_were_pruned_do_not_keep_a_backup_from_being_replaced(root: Path, backup: Path) -> None:
    prepare_many(root)
    made(root, backup)
    note(root)
    (root / "history" / "000001-test.json").unlink()
    made(root, backup)
    assert [change.number for change in open_backup(backup).changes()] == [2, 3]


def test_a_backup_from_before_a_drama_was_damaged_is_not_replaced(root: Path, backup: Path) -> None:
    prepare_many(root)
    made(root, backup)
    (root / "dramas" / "signal.json").write_bytes(DAMAGED)
    kept(root, backup, "signal cannot be read now")


def test_what_does_not_read_as_it_was_written_is_not_believed(many: Path, backup: Path) -> None:
    def spoil() -> None:
        backup.write_bytes(backup.read_bytes()[:-1] + b"?")

    counting = CountingDisk()
    with using(counting):
        made(many, backup)
    backup.unlink()
    after_rename = counting.operations.index(f"rename {backup.name}") + 2
    with using(MeddlingDisk(after_rename, spoil)), pytest.raises(NotWritten, match="do not trust it"):
        made(many, backup)


@pytest.mark.slow
def test_wherever_writing_fails_the_older_backup_is_whole(root: Path, backup: Path) -> None:
    prepare_many(root)
    made(root, backup)
    older = backup.read_bytes()
    note(root)
    refused = 0
    for nth in range(1, 20):
        for disk in FaultyDisk(nth, errno.ENOSPC), FaultyDisk(nth, errno.EIO, lasting=True):
            backup.write_bytes(older)
            with using(disk):
                error = refusal(lambda: made(root, backup))
            assert error is None or str(error).startswith("Not saved: ")
            assert len(open_backup(backup).changes()) in ((3,) if error is None else (2, 3))
            assert disk.lasting or list(backup.parent.glob(".*.tmp")) == []
            refused += error is not None
    assert refused > 10


def test_a_process_that_dies_leaves_the_older_backup_whole_and_the_next_tidies_up(root: Path, backup: Path) -> None:
    prepare_many(root)
    made(root, backup)
    note(root)
    died = 0
    for nth in range(1, 20):
        with using(DyingDisk(nth)):
            died += in_child(lambda: made(root, backup)) == KILLED
        assert len(open_backup(backup).changes()) in (2, 3)
    made(root, backup)
    assert died > 4
    assert list(backup.parent.glob(".*")) == []


def test_everything_comes_back_on_a_fresh_machine(many: Path, backup: Path, tmp_path: Path) -> None:
    made(many, backup)
    new = tmp_path / "new"
    assert restored(new, backup) == "Restored watchlog.zip: 4 new."
    there = everything(new)
    assert there.pop("history/000003-test.json")
    assert there == everything(many)


def test_undo_takes_back_the_restoring_and_nothing_before_it(root: Path, backup: Path, tmp_path: Path) -> None:
    prepare_many(root)
    made(root, backup)
    new = tmp_path / "new"
    restored(new, backup)
    assert undo(Journal(new)).startswith("Took back: Restored watchlog.zip")
    assert state(new) == {}
    with pytest.raises(Refused, match="changed on disk"):
        undo(Journal(new))
    assert redo(Journal(new)).startswith("Brought back: ")
    assert state(new) == state(root)
    assert note(new) == note(root)


def test_a_living_journal_becomes_what_was_backed_up_in_one_change(root: Path, backup: Path) -> None:
    prepare_many(root)
    then = state(root)
    made(root, backup)
    rework(root)
    (root / "dramas" / "life.json").write_bytes(DAMAGED)
    now = state(root)
    storage = Journal(root).storage
    plan = plan_restoring(storage, open_backup(backup))
    assert plan == Plan(["signal"], ["life", "mother", "run-on"], ["vincenzo"], [], 0, [])
    assert restored(root, backup) == "Restored watchlog.zip: 1 new, 3 changed, 1 removed."
    assert state(root) == then
    assert numbers(root) == [1, 2, 3, 4]
    undo(Journal(root))
    assert state(root) == now
    redo(Journal(root))
    assert state(root) == then


def test_a_journal_with_a_history_keeps_its_own(many: Path, backup: Path, tmp_path: Path) -> None:
    made(many, backup)
    other = tmp_path / "other"
    add(other, "parasite")
    own = (other / "history" / "000001-test.json").read_bytes()
    restored(other, backup)
    assert numbers(other) == [1, 2]
    assert (other / "history" / "000001-test.json").read_bytes() == own


def test_a_history_of_which_only_the_newest_changes_came_back_is_filled_up(many: Path, backup: Path) -> None:
    note(many)
    made(many, backup)
    before = everything(many)
    (many / "history" / "000001-test.json").unlink()
    restored(many, backup)
    assert everything(many) == before


def test_an_earlier_state_of_the_journal_keeps_its_own_history_and_its_undo(
    root: Path, backup: Path, tmp_path: Path
) -> None:
    prepare_many(root)
    earlier = tmp_path / "earlier"
    shutil.copytree(root, earlier)
    note(root)
    made(root, backup)
    restored(earlier, backup)
    assert numbers(earlier) == [1, 2, 3]
    check_history(earlier)
    undo(Journal(earlier), 3)
    assert state(earlier) == {}


def test_other_files_come_back_where_there_are_none(many: Path, backup: Path) -> None:
    made(many, backup)
    (many / "posters.txt").write_bytes(b"moved since")
    (many / "dramas" / "run-on 2.json").unlink()
    restored(many, backup)
    assert (many / "posters.txt").read_bytes() == b"moved since"
    assert (many / "dramas" / "run-on 2.json").read_bytes() == b"a copy"


def test_restoring_what_is_the_same_is_no_change(many: Path, backup: Path) -> None:
    made(many, backup)
    plan = plan_restoring(Journal(many).storage, open_backup(backup))
    assert not plan.brings
    assert plan.same == ["life", "mother", "run-on", "signal"]


def test_a_journal_changed_since_it_was_plan_restoringed_is_not_written_over(root: Path, backup: Path) -> None:
    prepare_many(root)
    made(root, backup)
    storage = Journal(root).storage
    archive = open_backup(backup)
    plan = plan_restoring(storage, archive)
    add(root, "parasite")
    before = everything(root)
    with pytest.raises(Refused, match="changed meanwhile"):
        bring_back(storage, archive, plan, "watchlog.zip")
    assert everything(root) == before


def test_a_drama_that_could_not_be_had_back_by_undo_stops_the_restoring(root: Path, backup: Path) -> None:
    prepare_many(root)
    made(root, backup)
    (root / "dramas" / "life.json").unlink()
    (root / "dramas" / "life.json").mkdir()
    with pytest.raises(Damaged, match=r"life\.json: cannot be read"):
        restored(root, backup)
    assert numbers(root) == [1, 2]


@pytest.mark.slow
@pytest.mark.parametrize("fresh", [True, False], ids=["fresh", "living"])
def test_wherever_restoring_fails_or_dies_it_is_whole_or_not_there(
    root: Path, backup: Path, tmp_path: Path, fresh: bool
) -> None:
    prepare_many(root)
    made(root, backup)
    then, now = state(root), {}
    prepared = tmp_path / "prepared"
    if not fresh:
        shutil.copytree(root, prepared)
        rework(prepared)
        now = state(prepared)
    tried = 0
    for nth in range(1, 80):
        for disk in FaultyDisk(nth, errno.ENOSPC), DyingDisk(nth):
            tried += 1
            place = tmp_path / str(tried)
            if not fresh:
                shutil.copytree(prepared, place)
            acknowledged = acknowledges(place, backup, disk)
            Journal(place)
            assert state(place) in ((then,) if acknowledged else (then, now))
            there = numbers(place)
            assert there == list(range(min(there, default=1), max(there, default=0) + 1)), "a gap in the history"
            add(place, "the-next-one")
            assert leftovers(place) == []
        if acknowledged:
            assert tried > 40
            return
    pytest.fail("it never came to its end")


@pytest.mark.slow
def test_restoring_that_died_goes_on_when_it_is_asked_for_again(root: Path, backup: Path, tmp_path: Path) -> None:
    prepare_many(root)
    note(root)
    made(root, backup)
    whole = everything(root)
    for nth in range(1, 100):
        place = tmp_path / str(nth)
        with using(DyingDisk(nth)):
            ended = in_child(lambda place=place: restored(place, backup)) == 0  # type: ignore[misc]
        if plan_restoring(Journal(place).storage, open_backup(backup)).brings:
            restored(place, backup)
        there = everything(place)
        assert there.pop("history/000004-test.json")
        assert there == whole
        if ended:
            break
    assert nth > 30


def acknowledges(place: Path, backup: Path, disk: CountingDisk) -> bool:
    """Whether it was said to be done."""
    with using(disk):
        if isinstance(disk, DyingDisk):
            return in_child(lambda: restored(place, backup)) == 0
        error = refusal(lambda: restored(place, backup))
    assert error is None or "No space left on device" in str(error)
    return error is None


def forged(files: dict[str, bytes], manifest: object = None, *more: tuple[str, bytes]) -> bytes:
    """A backup that is whole in itself, whatever is in it."""
    manifest = manifest or {"format": 1, "files": [listed(name, content) for name, content in files.items()]}
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (*files.items(), *more, ("watchlog-backup.json", json.dumps(manifest).encode())):
            archive.writestr(name, content)
        archive.comment = b"watchlog backup sha256 " + b"0" * 64
    content = packed.getvalue()[:-64]
    return content + sha256(content).hexdigest().encode()


# What is damaged is refused whole, and nothing is changed.


def refused(root: Path, backup: Path, content: bytes) -> WatchlogError:
    backup.write_bytes(content)
    before = everything(root)
    with pytest.raises((Damaged, Refused)) as error:
        restored(root, backup)
    assert everything(root) == before
    assert str(backup) in str(error.value)
    assert len(str(error.value).splitlines()) <= 2
    return error.value


def test_a_forged_backup_that_is_right_would_be_taken(root: Path, backup: Path) -> None:
    backup.write_bytes(forged({"dramas/run-on.json": DRAMA}))
    restored(root, backup)
    assert state(root) == {"run-on": DRAMA}


def packed(contents: dict[str, bytes]) -> bytes:
    """The bytes of a backup of these files."""
    file = BytesIO()
    pack(contents.items(), file)
    return file.getvalue()


def test_any_flipped_byte_is_refused(tmp_path: Path) -> None:
    content = packed({"watchlog.json": to_bytes({"format": 1}), "dramas/run-on.json": DRAMA})
    Archive(BytesIO(content), tmp_path)
    for place in range(len(content)):
        for flip in 0x01, 0x80:
            flipped = bytearray(content)
            flipped[place] ^= flip
            with pytest.raises((Damaged, Refused)):
                Archive(BytesIO(flipped), tmp_path)


def test_any_other_length_is_refused(tmp_path: Path) -> None:
    content = packed({"dramas/run-on.json": DRAMA})
    for length in range(len(content)):
        with pytest.raises(Refused, match="not a whole one"):
            Archive(BytesIO(content[:length]), tmp_path)
    with pytest.raises(Refused):
        Archive(BytesIO(content + b"\n"), tmp_path)


def test_a_flipped_byte_in_a_real_backup_changes_nothing(many: Path, backup: Path) -> None:
    made(many, backup)
    content = bytearray(backup.read_bytes())
    content[len(content) // 2] ^= 1
    note(many)
    error = refused(many, backup, bytes(content))
    assert (error.exit_code, "damaged" in str(error)) == (3, True)


@pytest.mark.parametrize("content", [b"", b"PK\x05\x06" + b"\0" * 18, b"my thesis", b"x" * 200])
def test_what_is_no_backup_is_refused(root: Path, backup: Path, content: bytes) -> None:
    assert refused(root, backup, content).exit_code == 1


@pytest.mark.parametrize(
    "name",
    [
        "../x.json", "dramas/../../x.json", "/etc/x", "dramas//x.json", "C:/x", "C:x", "dramas\\..\\x", "..", ".",
        ".git/config", ".bashrc", ".lock", "dramas/.run-on.json.tmp", "history/", "other/run-on.json", "a/b/c",
        "dramas/x\ny",
    ],
)  # fmt: skip
def test_a_name_that_has_no_place_in_a_journal_is_refused(root: Path, backup: Path, name: str) -> None:
    error = refused(root, backup, forged({"dramas/run-on.json": DRAMA, name: b"x"}))
    assert isinstance(error, Damaged)
    assert not (root.parent / "x.json").exists()


@pytest.mark.parametrize(
    "manifest",
    [
        {"format": 1, "files": []},
        {"format": 1, "files": [listed("dramas/run-on.json", DRAMA) | {"sha256": "0" * 64}]},
        {"format": 1, "files": [listed("dramas/run-on.json", DRAMA) | {"size": 1}]},
        {"format": 1, "files": [listed("dramas/life.json", DRAMA)]},
        {"format": 1, "files": {"name": 1}},
        {"format": "1", "files": []},
        {"files": []},
        ["format", 1],
    ],
)
def test_a_manifest_that_says_otherwise_is_refused(root: Path, backup: Path, manifest: object) -> None:
    error = refused(root, backup, forged({"dramas/run-on.json": DRAMA}, manifest))
    assert isinstance(error, Damaged)


def test_a_file_that_is_in_it_twice_is_refused(root: Path, backup: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        twice = forged({"dramas/run-on.json": DRAMA}, None, ("dramas/run-on.json", DRAMA))
    assert "does not name what is in it" in str(refused(root, backup, twice))


def test_a_bomb_is_refused(root: Path, backup: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("watchlog.journal.keep.archive._ROOMY", 10_000)
    bomb = b"\0" * 1_000_000
    error = refused(root, backup, forged({"dramas/run-on.json": bomb}))
    assert "unpack" in str(error)
    liar = {"format": 1, "files": [listed("dramas/run-on.json", bomb) | {"size": 10}]}
    assert "not as the manifest says" in str(refused(root, backup, forged({"dramas/run-on.json": bomb}, liar)))
    long = {"format": 1, "files": [], "x": "y" * 20_000}
    assert "manifest is too large" in str(refused(root, backup, forged({}, long)))


@pytest.mark.parametrize(
    "newer",
    [
        forged({"dramas/run-on.json": DRAMA}, {"format": 2, "parts": 7}),
        forged({"dramas/run-on.json": DRAMA, "watchlog.json": b'{"format": 2}'}),
    ],
    ids=["backup", "journal"],
)
def test_a_backup_of_a_newer_watchlog_is_refused(root: Path, backup: Path, newer: bytes) -> None:
    error = refused(root, backup, newer)
    assert isinstance(error, Refused)
    assert "newer watchlog" in str(error)


def test_a_backup_that_is_not_there_is_named(root: Path, backup: Path) -> None:
    with pytest.raises(NotFound, match="There is no file"):
        restored(root, backup)
    with pytest.raises(Refused, match="Is a directory"):
        restored(root, backup.parent)


def test_a_change_that_was_cut_off_is_never_brought_back(root: Path, backup: Path) -> None:
    backup.write_bytes(forged({"dramas/run-on.json": DRAMA, "history/pending.json": b"{"}))
    restored(root, backup)
    assert leftovers(root) == []
    assert not plan_restoring(Journal(root).storage, open_backup(backup)).brings

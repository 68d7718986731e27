"""What a dead process leaves is finished or dropped; what two processes do is all there."""

import errno
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.journal.faults import KILLED, CountingDisk, DyingDisk, FaultyDisk, as_nobody, in_child, using
from tests.journal.scenarios import (
    State,
    add,
    check_history,
    check_whole,
    leftovers,
    note,
    prepare_many,
    rework,
    state,
)
from watchlog.errors import Damaged, NotWritten
from watchlog.journal.journal import Journal
from watchlog.journal.store import lock
from watchlog.journal.store.catalogue import Catalogue
from watchlog.journal.store.paths import Places

PROGRAM = Path(__file__).parents[3]


class CutOff:
    """A journal in which a change of five dramas was cut off: some of them are done."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "journal"
        prepare_many(self.root)
        self.old = state(self.root)
        done = folder / "done"
        shutil.copytree(self.root, done)
        counting = CountingDisk()
        with using(counting):
            rework(done)
        self.new = state(done)
        nth = counting.operations.index("open .mother.json.tmp") + 2
        with using(DyingDisk(nth)):
            assert in_child(lambda: rework(self.root)) == KILLED
        half = state(self.root)
        assert half not in (self.old, self.new)
        assert leftovers(self.root) == ["dramas/.mother.json.tmp", "history/.pending-test.json"]

    def drama(self, slug: str) -> Path:
        return self.root / "dramas" / f"{slug}.json"


@pytest.fixture
def cut_off(tmp_path: Path) -> CutOff:
    return CutOff(tmp_path)


def test_a_command_that_only_reads_finishes_what_was_begun(cut_off: CutOff) -> None:
    assert Journal(cut_off.root).drama("mother").tags == ["reworked"]
    assert check_whole(cut_off.root, cut_off.new)


def test_a_change_is_finished_before_the_next_one_begins(cut_off: CutOff) -> None:
    journal = Journal(cut_off.root)
    shutil.rmtree(cut_off.root)
    prepare_many(cut_off.root)
    with using(DyingDisk(30)):
        assert in_child(lambda: rework(cut_off.root)) == KILLED
    with journal.change("note run-on") as change:
        assert change.open("run-on").tags == ["reworked"]
        change.open("run-on").title = "Run On, again"
    assert check_history(cut_off.root) == 4


def test_a_process_that_dies_while_another_has_the_journal_open_leaves_it_whole(root: Path, journal: Journal) -> None:
    prepare_many(root)
    with using(DyingDisk(30)):
        assert in_child(lambda: rework(root)) == KILLED
    assert len(leftovers(root)) == 2
    assert {drama.slug: drama.tags for drama in journal.dramas()} == {
        "life": ["reworked"],
        "mother": ["reworked"],
        "run-on": ["reworked"],
        "vincenzo": [],
    }


def test_a_hand_edit_after_a_change_was_cut_off_stays(cut_off: CutOff, notices: list[str]) -> None:
    edit = b'{"title": "Run On, mended by hand"}'
    cut_off.drama("run-on").write_bytes(edit)
    journal = Journal(cut_off.root, notices.append)
    assert journal.drama("run-on").title == "Run On, mended by hand"
    assert state(cut_off.root) == cut_off.new | {"run-on": edit}
    assert len(notices) == 1
    assert "run-on.json was edited after a change of it was cut off: your edit stays" in notices[0]
    assert leftovers(cut_off.root) == []


def test_a_drama_removed_by_hand_after_a_change_was_cut_off_stays_away(cut_off: CutOff) -> None:
    cut_off.drama("run-on").unlink()
    Journal(cut_off.root)
    assert "run-on" not in state(cut_off.root)


@pytest.mark.slow
def test_wherever_finishing_fails_or_dies_the_next_command_finishes(cut_off: CutOff, tmp_path: Path) -> None:
    tries = 0
    for nth in range(1, 100):
        for disk in (FaultyDisk(nth, errno.EIO), FaultyDisk(nth, errno.ENOSPC, lasting=True), DyingDisk(nth)):
            root = tmp_path / f"{tries}"
            shutil.copytree(cut_off.root, root)
            with using(disk):
                if isinstance(disk, DyingDisk):
                    ended = in_child(lambda root=root: Journal(root)) == 0  # type: ignore[misc]
                else:
                    assert {drama.slug: drama.tags for drama in Journal(root).dramas()} == {
                        slug: [] if slug == "vincenzo" else ["reworked"] for slug in cut_off.new
                    }
                    ended = not disk.fired
            assert check_whole(root, cut_off.new)
            assert check_history(root) == 3
            tries += 1
        if ended:
            break
    assert tries > 60


def test_a_command_that_cannot_finish_says_so_and_changes_nothing(cut_off: CutOff) -> None:
    journal = Journal(cut_off.root)
    shutil.rmtree(cut_off.root)
    prepare_many(cut_off.root)
    with using(DyingDisk(30)):
        in_child(lambda: rework(cut_off.root))
    with (
        using(FaultyDisk(2, errno.EROFS, lasting=True)),
        pytest.raises(NotWritten, match="Read-only file system"),
        journal.change("note run-on") as change,
    ):
        change.open("run-on").title = "?"
    assert check_whole(cut_off.root, cut_off.new)


def test_a_pending_change_in_a_read_only_folder_is_read_as_if_it_were_finished(cut_off: CutOff, tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in cut_off.root.rglob("*") if path.is_file()}
    with using(FaultyDisk(1, errno.EROFS, lasting=True)):
        journal = Journal(cut_off.root)
        assert [drama.slug for drama in journal.dramas()] == sorted(cut_off.new)
        assert journal.drama("mother").tags == ["reworked"]
        rows = Catalogue(journal.storage, tmp_path / "cache").rows()
        assert {row.slug: row.tags for row in rows} == {drama.slug: drama.tags for drama in journal.dramas()}
    assert {path: path.read_bytes() for path in cut_off.root.rglob("*") if path.is_file()} == before
    assert [
        row.tags for row in Catalogue(Journal(cut_off.root).storage, tmp_path / "cache").rows() if row.slug == "mother"
    ] == [["reworked"]]


def test_in_a_read_only_folder_a_hand_edit_after_the_cut_is_what_one_reads(cut_off: CutOff) -> None:
    cut_off.drama("run-on").write_bytes(b'{"title": "Run On, mended by hand"}')
    with using(FaultyDisk(1, errno.EROFS, lasting=True)):
        assert Journal(cut_off.root).drama("run-on").title == "Run On, mended by hand"


def test_what_was_read_past_a_pending_change_is_not_what_is_changed_later(cut_off: CutOff) -> None:
    with using(FaultyDisk(1, errno.EROFS, lasting=True)):
        journal = Journal(cut_off.root)
    note(cut_off.root, "mother", "by another terminal")
    with journal.change("note mother") as change:
        change.open("mother").country = "South Korea"
    assert [note.text for note in journal.drama("mother").notes][-1] == "by another terminal"
    assert check_history(cut_off.root) == 5


def test_a_pending_change_that_cannot_be_read_is_named_and_nothing_is_written_over_it(
    cut_off: CutOff, notices: list[str]
) -> None:
    pending = cut_off.root / "history" / ".pending-test.json"
    for content in (b"", b"{", b"\0" * 100, b'{"when": 1}', pending.read_bytes().replace(b'"mother"', b'"../mother"')):
        notices.clear()
        pending.write_bytes(content)
        before = state(cut_off.root)
        journal = Journal(cut_off.root, notices.append)
        assert ".pending-test.json" in notices[0]
        assert len(notices) == 1
        assert journal.drama("life").title == "Life"
        with pytest.raises(Damaged, match=r"pending-test\.json"), journal.change("note life") as change:
            change.open("life").title = "?"
        assert state(cut_off.root) == before
        assert pending.read_bytes() == content
        assert not (cut_off.root.parent / "mother.json").exists()


@contextmanager
def readable_by_all() -> Iterator[Path]:
    """A folder that somebody else may read."""
    folder = Path(tempfile.mkdtemp(prefix="watchlog-test-"))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        for path in folder.rglob("*"):
            if path.is_dir() and not path.is_symlink():
                path.chmod(0o755)
        shutil.rmtree(folder)


def close_to_all(root: Path) -> None:
    for path in (*root.rglob("*"), root):
        path.chmod(0o555 if path.is_dir() else 0o444)


def test_a_journal_one_may_only_read_can_be_read(tmp_path: Path) -> None:
    def act() -> None:
        journal = Journal(root)
        assert journal.drama("mother").tags == ["reworked"]
        assert len(list(journal.dramas())) == 4
        with pytest.raises(NotWritten) as caught, journal.change("note run-on") as change:
            change.open("run-on").title = "?"
        assert "Permission denied" in str(caught.value)

    with readable_by_all() as folder:
        root = folder / "journal"
        prepare_many(root)
        rework(root)
        before = state(root)
        close_to_all(root)
        assert as_nobody(act) == 0
        assert state(root) == before

        root = folder / "cut"
        shutil.copytree(CutOff(tmp_path).root, root)
        close_to_all(root)
        assert as_nobody(act) == 0
        assert leftovers(root) == ["dramas/.mother.json.tmp", "history/.pending-test.json"]


def test_a_file_one_may_not_read_is_named_and_the_rest_can_be_used() -> None:
    def act() -> None:
        notices: list[str] = []
        journal = Journal(root, notices.append)
        with pytest.raises(Damaged, match=r"run-on\.json: cannot be read: Permission denied"):
            journal.drama("run-on")
        assert [drama.slug for drama in journal.dramas()] == ["life", "mother", "signal"]
        assert len(notices) == 1

    def act_in_closed_folder() -> None:
        journal = Journal(root)
        for attempt in (lambda: journal.drama("life"), lambda: list(journal.dramas())):
            with pytest.raises(Damaged, match=r"dramas.*: cannot be read: Permission denied"):
                attempt()

    with readable_by_all() as folder:
        root = folder / "journal"
        prepare_many(root)
        close_to_all(root)
        (root / "dramas" / "run-on.json").chmod(0)
        assert as_nobody(act) == 0
        (root / "dramas").chmod(0)
        assert as_nobody(act_in_closed_folder) == 0


@contextmanager
def another_process(code: str, root: Path) -> Iterator[subprocess.Popen[str]]:
    """Run Python code with `root` in a process of its own; begins when it has printed a line."""
    program = f"import sys\nfrom pathlib import Path\nroot = Path(sys.argv[1])\n{code}"
    process = subprocess.Popen(
        [sys.executable, "-c", program, str(root)],
        cwd=PROGRAM,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        yield process
    finally:
        process.kill()
        process.communicate()


HOLD = """
from watchlog.journal.store import lock
with lock.exclusive(root / ".lock", print):
    print("ready", flush=True)
    sys.stdin.read()
"""


def test_a_lock_that_is_held_is_waited_for_aloud_and_then_given_up(
    root: Path, journal: Journal, notices: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare_many(root)
    before = state(root)
    monkeypatch.setattr(lock, "WAIT_SECONDS", 0.8)
    with another_process(HOLD, root):
        with pytest.raises(NotWritten, match="Another watchlog has been writing") as caught:
            note(root)
        assert caught.value.exit_code == 4
        with pytest.raises(NotWritten), journal.change("note") as change:
            change.open("run-on").title = "?"
        assert notices == ["Waiting for another watchlog to finish writing…"]
        assert journal.drama("run-on").title == "Run On"
        assert state(root) == before
    note(root)
    assert check_history(root) == 3


@pytest.mark.slow
def test_a_holder_that_is_killed_blocks_nobody(root: Path) -> None:
    prepare_many(root)
    with another_process(HOLD, root) as holder:
        holder.kill()
        holder.wait()
        begun = time.monotonic()
        note(root)
        assert time.monotonic() - begun < lock.WAIT_SECONDS / 2


def test_a_lock_released_while_it_is_waited_for_is_taken(root: Path) -> None:
    prepare_many(root)
    code = HOLD.replace("sys.stdin.read()", "import time; time.sleep(0.7)")
    with another_process(code, root):
        note(root)
    assert check_history(root) == 3


def test_a_lock_file_that_is_replaced_locks_nobody_in_or_out(root: Path) -> None:
    prepare_many(root)
    path = Places(root).lock
    with another_process(HOLD, root) as holder:
        replacing = """
import os, time
print("ready", flush=True)
time.sleep(0.3)
(root / "new").touch()
os.replace(root / "new", root / ".lock")
"""
        with another_process(replacing, root) as replacer:
            replacer.wait()
        with lock.exclusive(path, print):  # the new file
            assert in_child(lambda: _not_taken(path)) == 0
        holder.kill()


def _not_taken(path: Path) -> None:
    lock.WAIT_SECONDS = 0.05
    with pytest.raises(NotWritten), lock.exclusive(path, print):
        pass


def test_whoever_waited_for_a_lock_file_that_was_replaced_holds_the_new_one(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare_many(root)
    path = Places(root).lock
    wait = lock._wait

    def replaced_meanwhile(descriptor: int, **options: object) -> bool:
        monkeypatch.setattr(lock, "_wait", wait)
        (root / "new").touch()
        os.replace(root / "new", path)
        return wait(descriptor, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(lock, "_wait", replaced_meanwhile)
    with lock.exclusive(path, print):
        assert in_child(lambda: _not_taken(path)) == 0


def test_where_no_lock_can_be_had_one_can_still_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_locks(descriptor: int, **options: object) -> bool:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    prepare_many(root)
    monkeypatch.setattr(lock, "_wait", no_locks)
    assert len(list(Journal(root).dramas())) == 4
    with pytest.raises(NotWritten, match="No locks available"):
        note(root)


def test_reading_everything_within_a_change_does_not_wait_for_itself(journal: Journal, root: Path) -> None:
    prepare_many(root)
    begun = time.monotonic()
    with journal.change("note") as change:
        change.open("run-on").title = "?"
        assert len(list(journal.dramas())) == 4
    assert time.monotonic() - begun < lock.WAIT_SECONDS / 2


@pytest.mark.slow
def test_two_processes_write_a_hundred_things_each_into_one_drama(root: Path) -> None:
    add(root, "run-on")
    code = """
from tests.journal.scenarios import note
print("ready", flush=True)
sys.stdin.read(1)
for number in range(100):
    print(note(root, text=f"{sys.argv[0]} {number}"), flush=True)
"""
    with another_process(code, root) as one, another_process(code, root) as other:
        for process in (one, other):
            assert process.stdin
            process.stdin.write("\n")
            process.stdin.flush()
        acknowledged = [int(line) for process in (one, other) for line in process.communicate()[0].split()]
    notes = Journal(root).drama("run-on").notes
    assert len(acknowledged) == len(set(acknowledged)) == 200
    assert sorted(note.id for note in notes) == [1, 2, *sorted(acknowledged)]
    assert [note.id for note in notes] == sorted(note.id for note in notes)
    assert check_history(root) == 201


@pytest.mark.slow
def test_a_reader_of_many_dramas_never_sees_half_a_change(root: Path, tmp_path: Path) -> None:
    add(root, *(f"drama-{number}" for number in range(6)))
    code = """
import select
from watchlog.journal.journal import Journal
print("ready", flush=True)
number = 0
while not select.select([sys.stdin], [], [], 0.001)[0]:
    number += 1
    with Journal(root).change("tag") as change:
        for drama in range(6):
            change.open(f"drama-{drama}").tags = [str(number)]
print(number)
"""
    seen: set[tuple[str, ...]] = set()
    with another_process(code, root) as writer:
        while len(seen) < 20:
            tags = {tuple(drama.tags) for drama in Journal(root).dramas()}
            rows = {tuple(row.tags) for row in Catalogue(Journal(root).storage, tmp_path / "cache").rows()}
            assert len(tags) == len(rows) == 1, "half a change"
            seen |= tags
        last = writer.communicate("\n")[0].strip()
        assert writer.returncode == 0
    assert {tuple(drama.tags) for drama in Journal(root).dramas()} == {(last,)}


def test_while_many_dramas_are_read_nobody_writes(root: Path, journal: Journal) -> None:
    def kept_out() -> None:
        lock.WAIT_SECONDS = 0.05
        with pytest.raises(NotWritten):
            rework(root)

    prepare_many(root)
    dramas = journal.dramas()
    assert next(dramas).tags == []
    assert in_child(kept_out) == 0
    assert [drama.tags for drama in dramas] == [[], [], []]
    rework(root)
    assert check_history(root) == 3


def test_reading_leaves_nothing_behind_where_there_is_no_journal(root: Path) -> None:
    journal = Journal(root)
    assert list(journal.dramas()) == []
    assert not root.exists()


def test_a_journal_that_is_a_file_is_named(root: Path) -> None:
    root.write_text("shopping list")
    with pytest.raises(Damaged, match="journal"):
        Journal(root)
    assert root.read_text() == "shopping list"


@pytest.mark.parametrize("lost", ["journal", "journal/dramas"])
def test_a_disk_that_is_not_mounted_is_not_an_empty_journal(tmp_path: Path, lost: str) -> None:
    real = tmp_path / "real"
    prepare_many(real)
    (tmp_path / lost).parent.mkdir(exist_ok=True)
    (tmp_path / lost).symlink_to("nowhere")
    with pytest.raises(Damaged, match="link to a place that is not there"):
        list(Journal(tmp_path / "journal").dramas())
    with pytest.raises((Damaged, NotWritten)):
        add(tmp_path / "journal", "run-on")


def test_history_that_is_gone_takes_no_drama_with_it(root: Path) -> None:
    prepare_many(root)
    before: State = state(root)
    shutil.rmtree(root / "history")
    assert len(list(Journal(root).dramas())) == len(before)
    note(root)
    assert len(list((root / "history").iterdir())) == 1

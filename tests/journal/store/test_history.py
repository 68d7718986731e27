"""A change is whole or not there, wherever the disk fails, the process dies or the power goes."""

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.journal.faults import (
    KILLED,
    CountingDisk,
    DyingDisk,
    FaultyDisk,
    FullDisk,
    InterruptedDisk,
    MeddlingDisk,
    PowerCut,
    PowerCutDisk,
    ShortDisk,
    in_child,
    survivals,
    using,
)
from tests.journal.scenarios import (
    NOTE,
    REWORK,
    SCENARIOS,
    Scenario,
    a_drama,
    add,
    check_history,
    check_whole,
    leftovers,
    note,
    numbers,
    prepare_many,
    rework,
    state,
)
from watchlog.errors import NotFound, NotWritten, Refused
from watchlog.journal.drama.encoding import formatted
from watchlog.journal.drama.records import Drama
from watchlog.journal.journal import Journal
from watchlog.journal.store import files


class Trial:
    """One scenario, to be tried again and again from the same beginning."""

    def __init__(self, scenario: Scenario, folder: Path) -> None:
        self.scenario = scenario
        self.folder = folder
        self.prepared = folder / "prepared"
        scenario.prepare(self.prepared)
        self.old = state(self.prepared)
        self.changes = check_history(self.prepared)
        done = self.fresh("done")
        counting = CountingDisk()
        with using(counting):
            scenario.act(done)
        self.operations = counting.now
        self.new = state(done)
        assert self.old != self.new

    def fresh(self, name: object) -> Path:
        root = self.folder / str(name)
        if self.prepared.exists():
            shutil.copytree(self.prepared, root, symlinks=True)
        return root

    def each(self) -> Iterator[tuple[int, Path]]:
        """Every operation of the change by its number, and one too many; with a fresh journal for each."""
        for nth in range(1, self.operations + 2):
            yield nth, self.fresh(nth)


@pytest.fixture(params=SCENARIOS, ids=str)
def trial(request: pytest.FixtureRequest, tmp_path: Path) -> Trial:
    return Trial(request.param, tmp_path)


def the_next_command_works(root: Path) -> None:
    """It reads, it adds, and it takes that back."""
    before = state(root)
    changes = check_history(root)
    add(root, "the-next-one")
    assert check_history(root) == changes + 1
    assert leftovers(root) == []
    shutil.rmtree(root / "history")
    (root / "dramas" / "the-next-one.json").unlink()
    assert state(root) == before


def old_or_new(root: Path, trial: Trial, error: NotWritten | None, code: int | None = None) -> None:
    """What must hold after a fault that ended the command with `error`, or did not."""
    pending = any((root / "history").glob(".pending-*"))
    found = check_whole(root, trial.old, trial.new)
    assert check_history(root) == trial.changes + (found == trial.new)
    if error is None:
        assert found == trial.new, "it was acknowledged and is not there"
        return
    assert error.exit_code == 4
    assert code is None or os.strerror(code) in str(error)
    if "Nothing was changed" in str(error):
        assert found == trial.old, "it was said that nothing was changed"
        assert not pending
    else:
        assert "the next command will finish it" in str(error)
        assert found == trial.new, "it was said that the next command finishes it"


def tried(act: Callable[[Path], object], root: Path) -> NotWritten | None:
    try:
        act(root)
    except NotWritten as error:
        return error
    return None


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("once", errno.ENOSPC),
        ("once", errno.EIO),
        ("once", errno.EACCES),
        ("done nevertheless", errno.EIO),
        ("from then on", errno.EROFS),
    ],
    ids=lambda value: errno.errorcode.get(value, value),
)
def test_whichever_operation_fails_the_change_is_whole_or_not_there(trial: Trial, kind: str, code: int) -> None:
    fired = 0
    for nth, root in trial.each():
        disk = FaultyDisk(nth, code, done=kind == "done nevertheless", lasting=kind == "from then on")
        with using(disk):
            error = tried(trial.scenario.act, root)
        fired += disk.fired
        assert disk.fired or error is None
        old_or_new(root, trial, error, code)
        if code != errno.ENOSPC:
            the_next_command_works(root)
    assert fired == trial.operations


@pytest.mark.slow
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT], ids=errno.errorcode.get)
def test_a_disk_that_is_full_after_any_number_of_bytes_loses_nothing(trial: Trial, code: int) -> None:
    room, step = 0, 97
    while True:
        root = trial.fresh(f"room {room}")
        disk = FullDisk(code, room)
        with using(disk):
            error = tried(trial.scenario.act, root)
        assert (error is not None) == disk.fired
        old_or_new(root, trial, error, code)
        if not disk.fired:
            break
        room += step
    assert room > step


def test_a_write_that_takes_a_few_bytes_at_a_time_is_no_fault(trial: Trial) -> None:
    root = trial.fresh("short")
    with using(ShortDisk()):
        trial.scenario.act(root)
    assert check_whole(root, trial.new)


@pytest.mark.slow
@pytest.mark.parametrize("then", ["reads", "writes"])
def test_wherever_the_process_is_killed_the_next_command_finds_all_or_nothing(trial: Trial, then: str) -> None:
    kills = 0
    for nth, root in trial.each():
        with using(DyingDisk(nth)):
            code = in_child(lambda root=root: trial.scenario.act(root))  # type: ignore[misc]
        assert code in (0, KILLED)
        kills += code == KILLED
        if then == "writes":
            add(root, "the-next-one")
            assert leftovers(root) == []
            found = {slug: content for slug, content in state(root).items() if slug != "the-next-one"}
            assert found in (trial.old, trial.new)
            assert check_history(root) == trial.changes + (found == trial.new) + 1
        else:
            found = check_whole(root, trial.old, trial.new)
            assert check_history(root) == trial.changes + (found == trial.new)
        assert code == KILLED or found == trial.new
    assert kills == trial.operations


def test_ctrl_c_at_any_moment_leaves_all_or_nothing(trial: Trial) -> None:
    interrupts = 0
    for nth, root in trial.each():
        disk = InterruptedDisk(nth)
        try:
            with using(disk):
                trial.scenario.act(root)
        except KeyboardInterrupt:
            interrupts += 1
        else:
            assert not disk.fired
        check_whole(root, trial.old, trial.new)
    assert interrupts == trial.operations


@pytest.mark.slow
def test_a_process_killed_while_it_takes_a_change_back_leaves_all_or_nothing(tmp_path: Path) -> None:
    trial = Trial(REWORK, tmp_path)
    kills = 0
    for failing in range(1, trial.operations, 4):
        for nth in range(failing + 1, failing + 60, 3):
            root = trial.fresh(f"{failing} {nth}")
            with using(DyingDisk(nth, failing)):
                code = in_child(lambda root=root: tried(trial.scenario.act, root))  # type: ignore[misc]
            check_whole(root, trial.old, trial.new)
            shutil.rmtree(root)
            kills += code == KILLED
            if code == 0:
                break
    assert kills > trial.operations


@pytest.mark.slow
def test_wherever_the_power_goes_an_acknowledged_change_is_there(trial: Trial) -> None:
    for nth, root in trial.each():
        world = a_world(nth, root)
        disk = PowerCutDisk(nth, world)
        acknowledged = ended(lambda root=world / "journal": trial.scenario.act(root), disk)  # type: ignore[misc]
        assert acknowledged == (nth > trial.operations)
        for left in worlds_left(disk, nth):
            found = check_whole(left, trial.old, trial.new)
            assert check_history(left) == trial.changes + (found == trial.new)
            assert not acknowledged or found == trial.new, "an acknowledged change went with the power"


@pytest.mark.slow
def test_what_was_taken_back_stays_so_when_the_power_goes(tmp_path: Path) -> None:
    trial = Trial(REWORK, tmp_path)
    refusals = 0
    for failing, root in trial.each():
        world = a_world(failing, root)
        disk = PowerCutDisk(0, world, failing)
        with using(disk):
            error = tried(trial.scenario.act, world / "journal")
        for left in worlds_left(disk, failing):
            found = check_whole(left, trial.old, trial.new)
            if error is None or "Nothing was changed" in str(error):
                assert found == (trial.new if error is None else trial.old)
        refusals += error is not None
    assert refusals > trial.operations / 2


@pytest.mark.slow
@pytest.mark.parametrize("then", ["reads", "writes"])
def test_what_the_next_command_finds_after_a_process_died_outlasts_a_power_cut(trial: Trial, then: str) -> None:
    for nth, root in trial.each():
        root.mkdir(exist_ok=True)
        world = a_world(nth, root)
        journal = world / "journal"
        disk = PowerCutDisk(nth, world)
        ended(lambda root=journal: trial.scenario.act(root), disk)  # type: ignore[misc]
        disk.revive()
        with using(disk):
            if then == "writes":
                add(journal, "the-next-one")
            else:
                Journal(journal)
        acknowledged, changes = state(journal), check_history(journal)
        for left in worlds_left(disk, nth):
            Journal(left)
            assert state(left) == acknowledged
            assert check_history(left) == changes


@pytest.mark.slow
def test_the_history_of_acknowledged_changes_outlasts_a_power_cut_in_the_next_one(tmp_path: Path) -> None:
    trial = Trial(NOTE, tmp_path)
    for nth in range(trial.operations + 1, 2 * trial.operations + 2):
        world = a_world(nth, trial.fresh(nth))
        disk = PowerCutDisk(nth, world)
        assert ended(lambda root=world / "journal": note(root), disk)  # type: ignore[misc]
        second = ended(lambda root=world / "journal": note(root), disk)  # type: ignore[misc]
        for left in worlds_left(disk, nth):
            Journal(left)
            assert trial.changes + 1 + second <= check_history(left) <= trial.changes + 2


def test_a_temporary_file_that_was_left_behind_is_written_over(root: Path) -> None:
    prepare_many(root)
    (root / "dramas" / ".run-on.json.tmp").write_bytes(b"half a dra")
    note(root)
    assert check_history(root) == 3
    assert leftovers(root) == []


@pytest.mark.slow
def test_a_drama_that_is_a_link_is_written_where_it_leads_and_outlasts_a_power_cut(tmp_path: Path) -> None:
    root = tmp_path / "world" / "journal"
    prepare_many(root)
    elsewhere = root.parent / "synced"
    elsewhere.mkdir()
    file = root / "dramas" / "run-on.json"
    file.rename(elsewhere / "run-on.json")
    file.symlink_to("../../synced/run-on.json")
    old = state(root)
    for nth in range(1, 100):
        world = tmp_path / f"{nth}"
        shutil.copytree(root.parent, world, symlinks=True)
        disk = PowerCutDisk(nth, world)
        acknowledged = ended(lambda root=world / "journal": note(root, text="linked"), disk)  # type: ignore[misc]
        for left in worlds_left(disk, nth):
            Journal(left)
            assert (left / "dramas" / "run-on.json").is_symlink()
            assert leftovers(left.parent) == []
            assert acknowledged == (state(left) != old) or not acknowledged
        if acknowledged:
            return
    pytest.fail("it never came to an end")


def a_world(nth: int, root: Path) -> Path:
    """A folder that holds everything a journal writes to."""
    world = root.parent / f"world {nth}"
    world.mkdir()
    if root.exists():
        root.rename(world / "journal")
    return world


def ended(act: Callable[[], object], disk: PowerCutDisk) -> bool:
    """Whether a command came to its end on this disk, and so was acknowledged."""
    with using(disk):
        try:
            act()
        except PowerCut:
            return False
    return True


def worlds_left(disk: PowerCutDisk, seed: int) -> Iterator[Path]:
    """The journals that a power cut may have left."""
    for number, choose in enumerate(survivals(seed, chances=2)):
        left = disk.world.with_name(f"{disk.world.name} {number}")
        disk.leave(left, choose)
        (left / "journal" / "dramas").mkdir(parents=True, exist_ok=True)
        yield left / "journal"
        shutil.rmtree(left)


def test_a_hand_edit_while_a_change_is_written_down_stays(tmp_path: Path) -> None:
    trial = Trial(REWORK, tmp_path)
    edit = b'{"title": "Run On, mended by hand"}'
    disk = CountingDisk()
    with using(disk):
        trial.scenario.act(trial.fresh("counted"))
    begins = disk.operations.index("open .run-on.json.tmp") + 1
    ends = disk.operations.index("rename run-on.json") + 1
    refused = 0
    for nth, root in trial.each():
        file = root / "dramas" / "run-on.json"
        refusal = ""
        try:
            with using(MeddlingDisk(nth, lambda file=file: file.write_bytes(edit))):  # type: ignore[misc]
                trial.scenario.act(root)
        except Refused as error:
            refusal = str(error)
        if refusal:
            assert "run-on was changed by another program meanwhile" in refusal
            refused += 1
            assert state(root) == trial.old | {"run-on": edit}
            assert leftovers(root) == []
        else:
            in_between = begins <= nth <= ends  # of the last look and the rename, where nobody can tell
            assert in_between or nth > trial.operations or b"mended" in file.read_bytes()
    assert refused


def test_changes_of_files_somebody_made_private_stay_private(root: Path) -> None:
    prepare_many(root)
    file = root / "dramas" / "run-on.json"
    file.chmod(0o600)
    note(root)
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_journal_behind_a_link_stays_behind_it(root: Path, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    root.symlink_to("real")
    prepare_many(root)
    rework(root)
    assert root.is_symlink()
    assert check_history(tmp_path / "real") == 3


def test_a_relative_path_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    prepare_many(Path("journal"))
    assert check_history(tmp_path / "journal") == 2


def test_a_file_system_that_syncs_no_folders_is_good_enough(root: Path) -> None:
    class Quaint(CountingDisk):
        def fsync(self, descriptor: int) -> None:
            if os.path.isdir(f"/proc/self/fd/{descriptor}"):
                raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))

    with using(Quaint()):
        prepare_many(root)
    assert check_history(root) == 2


def test_a_change_that_fails_in_the_middle_of_its_block_never_was(root: Path) -> None:
    prepare_many(root)
    before = state(root)

    def act() -> None:
        with Journal(root).change("rework") as change:
            change.open("run-on").title = "?"
            change.remove("life")
            change.add(a_drama("vincenzo"))
            raise EOFError

    with pytest.raises(EOFError):
        act()
    assert check_whole(root, before)


def test_a_change_that_changes_nothing_leaves_no_trace(root: Path) -> None:
    prepare_many(root)
    (root / "dramas" / "run-on.json").write_bytes(
        b'{"title": "Run On", "genres": [], "notes": [{"id": 7, "episode": 1}]}'
    )
    before = state(root)
    with Journal(root).change("set run-on") as change:
        change.open("run-on").title = "Run On"
    assert state(root) == before
    assert numbers(root) == [1, 2]


def test_a_change_names_a_drama_that_is_not_there(journal: Journal, root: Path) -> None:
    prepare_many(root)
    for act in ("open", "remove"):
        with pytest.raises(NotFound, match="There is no drama goblin"), journal.change("?") as change:
            getattr(change, act)("goblin")


def test_a_drama_removed_by_hand_during_a_change_is_not_brought_back(journal: Journal, root: Path) -> None:
    prepare_many(root)

    def act() -> None:
        with journal.change("note run-on") as change:
            change.open("run-on").title = "?"
            (root / "dramas" / "run-on.json").unlink()

    with pytest.raises(Refused, match="run-on"):
        act()
    assert "run-on" not in state(root)


def test_removing_and_adding_under_one_name_in_one_change(journal: Journal, root: Path) -> None:
    prepare_many(root)
    with journal.change("replace") as change:
        change.remove("run-on")
        change.add(a_drama("run-on"))
    assert journal.drama("run-on").notes == []
    assert check_history(root) == 3


def test_what_is_no_drama_any_more_is_refused(journal: Journal, root: Path) -> None:
    prepare_many(root)
    before = state(root)
    with pytest.raises(Refused, match=r"Run On: note 1: a score is 1 to 10"), journal.change("?") as change:
        change.open("run-on").notes[0].rating = 9.3
    assert state(root) == before


def test_a_drama_is_added_once(journal: Journal, root: Path) -> None:
    prepare_many(root)
    before = state(root)
    for slug in ("run-on", "new"):
        with pytest.raises(Refused, match=f"There is already a drama {slug}"):
            add(root, "new", slug)
    assert state(root) == before


def test_a_step_of_a_change_is_found_without_reading_the_others(journal: Journal, root: Path) -> None:
    with journal.change("add") as change:
        for slug in ("run-on", "signal", "reply-1988"):
            change.add(Drama(slug=slug, title=slug, added="2021"))
    history = journal.storage.history
    (name,) = history.names()
    assert {slug: history.step(name, slug) for slug, _ in history.steps(name)} == dict(history.steps(name))
    assert history.step(name, "no-such") is None
    path = journal.storage.places.change(name)
    path.write_bytes(formatted(path.read_bytes()))  # as an earlier version wrote it, or a program that tidies files
    again = Journal(root).storage.history
    assert {slug: again.step(name, slug) for slug, _ in again.steps(name)} == dict(history.steps(name))
    assert again.step(name, "no-such") is None


def test_a_change_of_a_thousand_dramas_is_not_a_thousand_listings(
    journal: Journal, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slugs = [f"drama-{number}" for number in range(60)]
    add(root, *slugs)
    listings = 0
    names = files.names

    def counted(folder: Path) -> list[str]:
        nonlocal listings
        listings += folder.name == "dramas"
        return names(folder)

    monkeypatch.setattr(files, "names", counted)
    with journal.change("tag") as change:
        for slug in slugs:
            change.open(slug).tags.append("seen")
    assert listings < 10

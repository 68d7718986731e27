"""kill -9 at random while several people write: what was acknowledged is there, and the journal is sound."""

import json
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.journal.scenarios import check_history, leftovers
from tests.proof.desk import Desk
from tests.proof.operations import check_sound
from tests.proof.tally import LONG, Tally
from tests.proof.writers import Writer, acknowledged
from watchlog.journal.journal import Journal

WRITERS = 3
ROUNDS, KILLS = (25, 24) if LONG else (2, 14)
"""So many journals, and so many kills on each."""


def write_notes(desk: Desk, name: str, acknowledge: Callable[[str], None]) -> None:
    """Notes on two dramas, and now and then an import of seven."""
    number = 0
    while True:
        number += 1
        slug = ("run-on", "mother")[number % 2]
        desk.does("note", slug, "1", f"{name} {number}")
        acknowledge(f"{slug} {name} {number}")
        if number % 5 == 0:
            seven = [{"slug": f"drama-{one}", "title": "D", "tags": [f"{name} {number}"]} for one in range(7)]
            (desk.folder / f"{name}.json").write_text(json.dumps(seven), "utf-8")
            desk.does("import", f"DESK/{name}.json")


def test_kill_9_at_random(stocked: Desk, tmp_path: Path, tally: Tally) -> None:
    chance = Random()
    for _ in range(ROUNDS):
        desk = stocked.copy(tmp_path / "desk")
        names = (f"writer {number}" for number in range(10_000))
        writers = [Writer(desk, next(names), write_notes) for _ in range(WRITERS)]
        cut_off = 0
        for _ in range(KILLS):
            victim = chance.randrange(WRITERS)
            _wait_for_progress(writers[victim])
            time.sleep(chance.random() * 0.02)
            writers[victim].kill()
            cut_off += bool(leftovers(desk.journal)) and _nobody_writes(desk)
            writers[victim] = Writer(desk, next(names), write_notes)
        for writer in writers:
            writer.kill()
        changes = _check(desk)
        tally.add("kills", KILLS + WRITERS)
        tally.add("changes cut off by a kill", cut_off)
        tally.add("changes made", changes)
        shutil.rmtree(desk.folder)


def _wait_for_progress(writer: Writer) -> None:
    until = time.monotonic() + 30
    while not writer.acknowledged():
        assert time.monotonic() < until, "it never wrote"
        time.sleep(0.002)


def _nobody_writes(desk: Desk) -> bool:
    """Whether what lies there is from a process that died: nobody holds the lock."""
    import fcntl

    with open(desk.journal / ".lock", "rb") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return bool(leftovers(desk.journal))


def _check(desk: Desk) -> int:
    """What must hold; gives how many changes were acknowledged."""
    desk.does("note", "life", "1", "the next command")
    assert leftovers(desk.journal) == []
    check_sound(desk.journal)
    check_history(desk.journal)
    journal = Journal(desk.journal)
    there = []
    for slug in ("run-on", "mother"):
        drama = journal.drama(slug)
        ids = [item.id for shelf in drama.shelves().values() for item in shelf]
        assert len(ids) == len(set(ids))
        there += [f"{slug} {note.text}" for note in drama.notes if note.text.startswith("writer")]
    assert len(there) == len(set(there))
    told = acknowledged(desk.folder)
    lost = set(told) - set(there)
    assert not lost, f"{len(lost)} of {len(told)} acknowledged notes are lost"
    assert told
    return len(told)

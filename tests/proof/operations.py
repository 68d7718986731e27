"""Every command that writes, each with a desk on which it has something to do."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tests.journal.scenarios import State, check_history, leftovers, state
from tests.proof.desk import Desk
from watchlog.journal.journal import Journal
from watchlog.journal.keep.doctor.doctor import Doctor

_TEN = ("run-on", "mother", "life", *(f"drama-{number}" for number in range(1, 8)))


def stock(folder: Path) -> Desk:
    """A desk with a journal of four dramas, a file of ten to import, and a backup of how the journal was before."""
    desk = Desk(folder)
    for words in (
        ("add", "Run On", "--native", "런 온", "--year", "2020", "--episodes", "16", "--genre", "romance"),
        ("add", "Mother", "--episodes", "16", "--status", "watching"),
        ("add", "Signal", "--episodes", "16"),
        ("watch", "run-on", "1-3"),
        ("note", "run-on", "1", "the umbrella\n비가 온다", "--rating", "8.5"),
        ("quote", "run-on", "Shall we?", "--by", "Seon-gyeom", "--original", "갈까요?"),
        ("cast", "run-on", "Im Si-wan", "--as", "Ki Seon-gyeom", "--role", "main"),
        ("song", "run-on", "Ending Credit", "--by", "Giriboy"),
        ("rate", "run-on", "9"),
    ):
        desk.does(*words)
    (desk.journal / "about.txt").write_text("Mine, and no drama.", "utf-8")
    desk.does("backup", "DESK/backup.zip")
    (desk.journal / "about.txt").unlink()
    desk.does("remove", "signal", "--yes")
    desk.does("add", "Life", "--episodes", "16")
    desk.does("note", "mother", "2", "the swallow")
    ten = [{"slug": slug, "title": slug.title(), "episodes": 20, "tags": ["imported"]} for slug in _TEN]
    (folder / "ten.json").write_text(json.dumps(ten), "utf-8")
    return desk


class Operation(NamedTuple):
    """A command line, and what was done before. `unchained`: not all that was done stands in the history."""

    name: str
    words: tuple[str, ...]
    before: Callable[[Desk], object] = lambda desk: None
    unchained: bool = False
    write: Callable[[str], str] | None = None

    def __str__(self) -> str:
        return self.name


def _clear(desk: Desk) -> None:
    shutil.rmtree(desk.journal)


def _damage(desk: Desk) -> None:
    (desk.journal / "dramas" / "mother.json").write_bytes(b"\0" * 50)
    (desk.journal / "dramas" / ".goblin.json.tmp").write_bytes(b"{")
    (desk.journal / "watchlog.json").unlink()


def _undo_twice(desk: Desk) -> None:
    desk.does("undo")
    desk.does("undo", "2")


def _edited(text: str) -> str:
    assert "umbrella" in text
    return text.replace("umbrella", "umbrella, which she keeps")


OPERATIONS = (
    Operation("add to a new journal", ("add", "Run On"), _clear),
    Operation("add", ("add", "Goblin", "--native", "도깨비", "--episodes", "16")),
    Operation("set", ("set", "run-on", "--network", "JTBC", "--tag", "sports", "--year", "2021")),
    Operation("status", ("status", "mother", "dropped")),
    Operation("watch", ("watch", "run-on", "all")),
    Operation("unwatch", ("unwatch", "run-on", "2-3")),
    Operation("note", ("note", "run-on", "3", "그리고…", "--spoiler", "major")),
    Operation("quote", ("quote", "run-on", "A: one\nB: two", "--episode", "2", "--at", "14:05")),
    Operation("rate", ("rate", "run-on", "--story", "8", "--music", "9.5")),
    Operation("cast", ("cast", "run-on", "Shin Se-kyung", "--as", "Oh Mi-joo")),
    Operation("song", ("song", "run-on", "I Want to", "--lyrics", "la la")),
    Operation("scene", ("scene", "run-on", "in the rain", "--episode", "1")),
    Operation("review", ("review", "run-on", "Quiet.\n\n* warm", "--headline", "Run")),
    Operation("remove an item", ("remove", "run-on", "1", "--yes")),
    Operation("remove a drama", ("remove", "run-on", "--yes")),
    Operation("rename", ("rename", "run-on", "run-on-2020")),
    Operation("edit", ("edit", "run-on"), write=_edited),
    Operation("edit an item", ("edit", "run-on", "1"), write=_edited),
    Operation("undo", ("undo",)),
    Operation("undo of three", ("undo", "3")),
    Operation("redo", ("redo",), _undo_twice),
    Operation("import of ten", ("import", "DESK/ten.json")),
    Operation("restore", ("restore", "DESK/backup.zip", "--yes")),
    Operation("restore to nothing", ("restore", "DESK/backup.zip"), _clear, unchained=True),
    Operation("doctor --fix", ("doctor", "--fix"), _damage, unchained=True),
)


class Trial:
    """One operation, to be tried again and again from the same beginning."""

    def __init__(self, operation: Operation, stocked: Desk, folder: Path) -> None:
        self.operation = operation
        self._folder = folder
        self._prepared = Desk(stocked.copy(folder / "prepared").folder, operation.write)
        operation.before(self._prepared)
        shutil.rmtree(folder / "prepared" / "cache", ignore_errors=True)
        self.old = state(self._prepared.journal)
        self.left_before = set(leftovers(self._prepared.journal))
        done = self.fresh()
        done.does(*operation.words)
        self.new = state(done.journal)
        self.drop(done)
        assert self.old != self.new

    def fresh(self) -> Desk:
        """The desk as it is before the operation."""
        return self._prepared.copy(self._folder / "try")

    def drop(self, desk: Desk) -> None:
        shutil.rmtree(desk.folder)

    def check(self, desk: Desk, *, writes: bool) -> State:
        """The next command finds the old state or the new and leaves nothing behind; gives which it is.

        It only reads, or it `writes`.
        """
        root = desk.journal
        if writes:
            desk.does("add", "The Next One")
            assert "The Next One" in desk.does("show", "the-next-one").out
        else:
            listed = desk.run("list")
            # A journal that waits for the doctor, or for the dramas of its history, is not whole, and says so.
            waits = self.operation.words[0] == "doctor" and state(root) == self.old
            waits |= not state(root) and any((root / "history").glob("*.json"))
            assert listed.code == (3 if waits else 0), listed.err
        found = {slug: content for slug, content in state(root).items() if slug != "the-next-one"}
        assert found in (self.old, self.new), f"neither the old state nor the new: {sorted(found)}"
        left = set(leftovers(root))
        assert left <= (self.left_before if found == self.old else set()), left
        if self.operation.words[0] != "doctor" or found == self.new:
            check_sound(root, without=self.operation.words[0] == "restore" and found == self.old)
            assert [drama.slug for drama in Journal(root).dramas()] == sorted(state(root))
        if not self.operation.unchained:
            check_history(root)
        return found


def check_sound(root: Path, *, without: bool = False) -> None:
    """The doctor finds nothing wrong with the journal.

    But where restoring was cut off it may have its history `without` its dramas, which come last.
    """
    problems = Doctor(root, root.parent / "no drafts").examine().problems
    if without:
        problems = [one for one in problems if one.problem != "it is gone, and the history has its words"]
    assert problems == [], problems

"""Looking at every file of a journal: the file of its format, its history, its dramas, and what else lies there."""

from collections.abc import Collection
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

from watchlog.errors import Damaged
from watchlog.journal.drama.checking import faults, mended
from watchlog.journal.drama.encoding import from_bytes, to_bytes
from watchlog.journal.drama.uids import drama_uid
from watchlog.journal.keep.doctor.contents import look_at_contents
from watchlog.journal.keep.doctor.copies import look_at_copy, look_at_strays, look_for_copies
from watchlog.journal.keep.doctor.elsewhere import look_for_offloaded, look_for_second_folders
from watchlog.journal.keep.doctor.findings import FIX, Findings, Mend, deleting, finishing, for_shell, reason, staging
from watchlog.journal.keep.git import DRIVER, lacks_driver
from watchlog.journal.keep.importing.lineage import Lineage
from watchlog.journal.store import files, recovery
from watchlog.journal.store.changereading import read_steps
from watchlog.journal.store.format import NewerFormat
from watchlog.journal.store.paths import ChangeName, change_of, pending_of, slug_of
from watchlog.journal.store.settings import check_settings
from watchlog.journal.store.staging import Step
from watchlog.journal.store.storage import Storage

_BLANK = b"\xef\xbb\xbf \t\r\n\0"


class Examination:
    """One look at all files; it changes none. Whoever makes one is `reading`, or in a transaction."""

    def __init__(self, storage: Storage) -> None:
        self.findings = Findings()
        self.dramas = 0
        self.changes = 0
        self.elsewhere: list[Path] = []
        """The unfinished changes of other machines that can be finished here."""
        self._storage = storage
        self._places = storage.places
        self._last: dict[str, ChangeName] = {}
        self._of_uid: dict[str, str] = {}
        self._lineage = Lineage([storage.history])
        self._read: tuple[ChangeName, dict[str, Step]] = ChangeName(0), {}
        if self._knows_format():
            for folder, look in (
                (self._places.root, self._look_at_root),
                (self._places.history, self._look_at_history),
                (self._places.dramas, self._look_at_dramas),
            ):
                try:
                    look()
                except (OSError, Damaged) as error:
                    self.findings.unreadable(folder, error)

    def _knows_format(self) -> bool:
        """Whether the rest can be judged."""
        path = self._places.format
        try:
            self._storage.check_format()
        except NewerFormat as error:
            self.findings.add(path, reason(error, path), "Install a newer watchlog.", field="format")
            return False
        except Damaged as error:
            self.findings.add(path, reason(error, path), f"Move it away, then: {FIX}")
        return True

    def _look_at_root(self) -> None:
        places = self._places
        used = any(files.holds_more(folder, 0) for folder in (places.dramas, places.history))
        if used and not files.exists(places.format):
            self.findings.add(places.format, "it is missing", FIX)
        self.findings.left_overs(places.root, lambda name: name == places.format.name)
        look_for_copies(places.root, lambda name: name == places.format.name, self.findings)
        look_for_second_folders(places, self.findings)
        try:
            check_settings(places.settings)
        except Damaged as error:
            self.findings.add(places.settings, reason(error, places.settings), "Mend it in an editor, or take it away.")
        if lacks_driver(places.root):
            said = "it names the merge driver watchlog, which this clone does not know: git would merge texts"
            to_do = f"git -C {for_shell(places.root)} config merge.watchlog.driver '{DRIVER}'"
            self.findings.add(places.root / ".gitattributes", said, to_do)

    def _look_at_history(self) -> None:
        places, history = self._places, self._storage.history
        names = history.names()
        self.changes = len(names)
        for earlier, later in pairwise(name.number for name in names):
            if later - earlier > 1:
                lost = "it is missing" if later - earlier == 2 else f"it is missing, and all up to {later - 1:06d}"
                back = "Put it back from a backup or the trash. Undo goes on without it."
                self.findings.add(places.change(ChangeName(earlier + 1)), lost, back)
        for name in names:
            path = places.change(name)
            try:
                self._last.update((slug, name) for slug, _ in history.steps(name))
            except Damaged as error:
                away = f"Put it back from a backup, or let undo go on without it: {deleting(path)}"
                self.findings.add(path, reason(error, path), away)
        for path in recovery.pending(places):
            self._look_at_unfinished(path)
        for path in recovery.pending_elsewhere(places):
            self._look_at_one_elsewhere(path)
        self.findings.left_overs(
            places.history, lambda name: _of_history(name) and recovery.is_ours(places.history / name)
        )
        look_for_copies(places.history, _of_history, self.findings)

    def _look_at_unfinished(self, path: Path) -> None:
        try:
            recovery.missing(self._places)
        except Damaged as error:
            away = f"Until it is gone nothing can be saved. Look what is in it, then: {deleting(path)}"
            self.findings.add(path, reason(error, path), away)
        else:
            self.findings.add(path, "a change that was cut off, and is not finished yet", FIX)

    def _look_at_one_elsewhere(self, path: Path) -> None:
        try:
            for _ in read_steps(path):
                pass
        except Damaged as error:
            away = f"That machine finishes it, if it still can. If it is gone: {deleting(path)}"
            self.findings.add(path, f"a change that another machine was making: {reason(error, path)}", away)
        else:
            said = "a change that another machine was making, and is not finished; what still fits can be"
            self.findings.add(path, said, FIX, mend=finishing(path))
            self.elsewhere.append(path)

    def _look_at_dramas(self) -> None:
        places, storage = self._places, self._storage
        slugs = storage.slugs()
        self.dramas = len(slugs)
        for slug in slugs:
            path = places.drama(slug)
            try:
                content = storage.content(slug)
            except Damaged as error:
                self.findings.add(path, reason(error, path), self._by_hand(slug))
                continue
            if content is not None:  # or it was removed since it was listed
                self._look_at_drama(slug, content)
        self.findings.left_overs(places.dramas, slug_of)
        copied = look_at_strays(places.dramas, self.findings, self._lineage)
        self._look_for_gone({*slugs, *look_for_offloaded(places.dramas, self.findings), *copied})

    def _look_for_gone(self, there: Collection[str]) -> None:
        """Dramas that the history knows and that nobody has removed in it."""
        for slug in sorted(self._last):
            if slug not in there and (words := self._last_state(slug)) and not self._is_called_otherwise(slug, words):
                remedy = f"{FIX}\nIf it was meant: watchlog remove {slug}"
                said = "it is gone, and the history has its words"
                self.findings.add(self._places.drama(slug), said, remedy, mend=self._bringing_back(slug, words))

    def _is_called_otherwise(self, slug: str, words: bytes) -> bool:
        """Whether another file has the drama: renamed on one machine, changed on another, brought together by git."""
        try:
            return drama_uid({"slug": slug, **from_bytes(words, slug)}) in self._of_uid
        except Damaged:
            return False

    def _look_at_drama(self, slug: str, content: bytes) -> None:
        path = self._places.drama(slug)
        try:
            document = from_bytes(content, path)
        except Damaged as error:
            self._look_at_damage(slug, content, reason(error, path))
            return
        named = document.get("slug")
        if isinstance(named, str) and named != slug and slug_of(f"{named}.json") and self._storage.has(named):
            look_at_copy(path, self._places.drama(named), self.findings, self._lineage)
            return
        twin = self._of_uid.setdefault(drama_uid({"slug": slug, **document}), slug)
        if twin != slug:
            look_at_copy(path, self._places.drama(twin), self.findings, self._lineage)
            return
        wrong = faults(document, slug)
        mending = mended(document, slug) if wrong else None
        for fault in wrong:
            self.findings.add(path, fault.reason, FIX if mending else self._by_hand(slug), field=fault.where)
        if mending:
            right, done = mending
            self.findings.mends.append(staging(slug, to_bytes(right), f"Mended {slug}: {', '.join(done)}."))
        if not wrong:
            look_at_contents(path, slug, document, self._is_gone, self.findings)

    def _is_gone(self, slug: str) -> bool:
        return slug in self._last and not self._storage.has(slug)

    def _look_at_damage(self, slug: str, content: bytes, problem: str) -> None:
        path = self._places.drama(slug)
        last = self._last_state(slug)
        if last is None or content.strip(_BLANK):
            self.findings.add(path, problem, self._by_hand(slug))
        else:
            self.findings.add(path, f"{problem}; the history has its words", FIX, mend=self._bringing_back(slug, last))

    def _bringing_back(self, slug: str, words: bytes) -> Mend:
        return staging(slug, words, f"Brought {slug} back as it was after change {self._last[slug]}.")

    def _by_hand(self, slug: str) -> str:
        if self._last_state(slug) is None:
            return "Mend it in an editor."
        change = self._places.change(self._last[slug])
        return f"Mend it in an editor. How its last change left it stands in {change}"

    def _last_state(self, slug: str) -> bytes | None:
        """What the last change of a drama that the history holds left in its file, if that was anything."""
        name = self._last.get(slug)
        if name is None:
            return None
        if name != self._read[0]:  # an import may be of all dramas, and all may be damaged
            self._read = name, {}
            with suppress(Damaged):  # what stands before the damage counts; that is told elsewhere
                self._read[1].update(self._storage.history.steps(name))
        after = self._read[1][slug].after
        return after if after and after.strip(_BLANK) else None


def _of_history(name: str) -> bool:
    return change_of(name) is not None or pending_of(name) is not None

"""The doctor: every file of a journal looked at, and what can lose no words mended.

It works on the files themselves, so it can be asked about a journal that no other command will open.
"""

import os
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from watchlog.errors import Damaged
from watchlog.journal.keep.doctor.examination import Examination
from watchlog.journal.keep.doctor.findings import Finding
from watchlog.journal.store import files, recovery
from watchlog.journal.store.storage import Storage


class Report(Struct):
    """How a journal is: what is wrong with it, what was mended, and the drafts that nobody has saved yet."""

    dramas: int
    changes: int
    problems: list[Finding]
    fixed: list[str]
    drafts: list[str]


def _place(problem: Finding) -> tuple[str, str]:
    """Folder by folder, and what has to do with one file near it."""
    folder, _, name = problem.path.rpartition(os.sep)
    return folder, name.lstrip(".")


class Doctor:
    """Looks after one journal. `notice` is told if another process has to be waited for."""

    def __init__(self, root: Path, drafts: Path, notice: Callable[[str], None] = lambda message: None) -> None:
        self.storage = Storage(root, notice)
        self._drafts = drafts

    def examine(self) -> Report:
        """Look at every file, and change none."""
        with self.storage.reading():
            examination = Examination(self.storage)
        findings = examination.findings
        drafts: list[str] = []
        try:
            # An older version kept the drafts of every journal in one folder.
            for folder in (self._drafts, self._drafts.parent):
                drafts += [str(folder / name) for name in files.plain(folder) if name.endswith(".md")]
        except OSError as error:
            findings.unreadable(self._drafts, error)
        problems = sorted(findings.all, key=_place)
        return Report(examination.dramas, examination.changes, problems, [], drafts)

    def mend(self) -> Report:
        """Mend what can be, the dramas in one change. What is still wrong is in the report.

        Raises NotWritten, Refused.
        """
        report = self.examine()
        if not any(problem.fixable for problem in report.problems):
            return report
        fixed = self._mended()
        report = self.examine()
        report.fixed = fixed
        return report

    def _mended(self) -> list[str]:
        places = self.storage.places
        formatless = not files.exists(places.format)
        unfinished = bool(recovery.pending(places))
        fixed: list[str] = []
        try:
            with self.storage.transaction("doctor", "doctor --fix") as transaction:
                if unfinished:
                    fixed.append("Finished the change that was cut off.")
                if formatless:
                    fixed.append(f"Wrote {places.format}.")
                examination = Examination(self.storage)
                fixed += [mend(self.storage) for mend in examination.findings.mends]
                transaction.summary = f"Mended {', '.join(transaction.staged)}."
            for path in examination.elsewhere:  # what fitted of them is durable now
                files.discard(path)
        except Damaged:  # the report will say what keeps anything from being changed
            pass
        return fixed

"""Moving in: what the rows of files would change is shown, asked about, and done."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

from watchlog.cli.output import on_terminal, print_json, say, show
from watchlog.cli.progress import told
from watchlog.cli.reading.files import named_path
from watchlog.cli.saving import check_apart, check_outside, save_as
from watchlog.cli.session import session
from watchlog.errors import NotWritten, Refused
from watchlog.formats.register import Format, read
from watchlog.formats.source import Source
from watchlog.journal.drama.records import Document
from watchlog.journal.keep.moving.days import Calendar
from watchlog.journal.keep.moving.gathering import Gathered, Left, gather
from watchlog.journal.keep.moving.matching import NEW, SKIP, Matching
from watchlog.journal.keep.moving.moving import Outcome, move_in
from watchlog.journal.keep.moving.removed import Removals
from watchlog.journal.keep.rows import Incoming, Refusal, Row
from watchlog.journal.store import outputs
from watchlog.views.lines import moving as lines
from watchlog.views.lines.merging import counts_line

if TYPE_CHECKING:
    from rich.console import RenderableType

    from watchlog.formats.report import Reported


class Moving(Struct, kw_only=True):
    """An import of other people's files: what was asked for, and then what came of it."""

    sources: Sequence[tuple[Format, Source]]
    calendar: Calendar
    answers: Mapping[str, str]
    report: str | None = None
    yes: bool = False
    as_json: bool = False
    gathered: Gathered = field(default_factory=Gathered)
    outcomes: list[Outcome] = []
    change: str | None = None

    @property
    def is_partial(self) -> bool:
        """Whether a row was refused, or is a question."""
        return bool(self.gathered.counts["refused"] or self.gathered.counts["question"])

    def preview(self) -> None:
        """Say what would change."""
        self._check_report()
        self._rehearse()
        self._show()
        self._write_report()
        say(f"Would import {self._given}: {self._counts}.")

    def take_in(self) -> None:
        """Make it one change, after a question where somebody can answer. Raises Refused if the answer is no."""
        self._check_report()
        asks = session.asks and not self.yes
        if asks:
            self._rehearse()
            if not self.as_json:
                self._show()
            if self._changes:
                self._ask()
        with session.journal.storage.transaction("import", "import") as transaction:
            self._find_out()
            transaction.summary = f"Imported {self._names}: {self._counts}."
        if self._changes:
            self.change = str(session.journal.storage.history.names()[-1])
        if self.as_json or not asks:
            self._show()
        undo = "\nTo have it as it was: watchlog undo" if self._changes else ""
        say(f"Imported {self._given}: {self._counts}.{undo}")
        self._write_report()

    def _rehearse(self) -> None:
        with session.journal.storage.rehearsal():
            self._find_out()

    def _find_out(self) -> None:
        storage = session.journal.storage
        removals = Removals(storage.history)
        contents = ((slug, storage.content(slug)) for slug in storage.slugs())
        matching = Matching(contents, self.answers, removals)
        self.gathered = gather(matching, self.calendar, told("Reading row", self._rows()))
        outcomes = move_in(storage, self.gathered, self.calendar, removals)
        self.outcomes = list(told("Taking in", outcomes, len(self.gathered.titles)))

    def _rows(self) -> Iterator[tuple[str, Incoming]]:
        for format_, source in self.sources:
            for one in format_.read(source):
                yield format_.name, one

    def _ask(self) -> None:
        from watchlog.cli.reading.prompts import confirm

        if not confirm(f"Import it ({self._counts})? It is one change, which undo takes back."):
            raise Refused("Nothing was imported.")

    @property
    def _changes(self) -> bool:
        return any(one.state != "same" for one in self.outcomes)

    @property
    def _names(self) -> str:
        return ", ".join(Path(source.name).name for _, source in self.sources)

    @property
    def _given(self) -> str:
        return ", ".join(source.name for _, source in self.sources)

    @property
    def _counts(self) -> str:
        return counts_line(lines.counts(self.outcomes, self.gathered)) or "nothing"

    def _show(self) -> None:
        gathered, outcomes = self.gathered, self.outcomes

        def page() -> "RenderableType":
            from watchlog.views.pages import moving

            return moving.page(outcomes, gathered)

        if self.as_json:
            print_json(self._document())
        elif self.report != "-" or on_terminal():  # on a pipe the report is all there is
            show(page=page, lines=lambda: lines.preview_lines(outcomes, gathered))

    def _document(self) -> dict[str, object]:
        return {
            "change": self.change,
            "dramas": [
                {"slug": one.slug, "did": one.state, "title": one.title, "added": [*one.did], "kept": [*one.kept]}
                for one in self.outcomes
            ],
            "counts": lines.counts(self.outcomes, self.gathered),
            "refused": _documents(self.gathered.left("refused")),
            "questions": _documents(self.gathered.left("question")),
        }

    def _check_report(self) -> None:
        """Raises Refused where the report would take the place of anything but a report, NotWritten where none can be.

        What is found out later is found out after the import.
        """
        check_apart(self.report, "import FILE --report FILE", as_json=self.as_json)
        if not self.report or self.report == "-":
            return
        from watchlog.formats.report import is_report

        path = named_path(self.report)
        check_outside(path)
        none = NotWritten(f"No report can be written to {path}: nothing was imported.\nChoose another name.")
        if path.is_dir() or not path.parent.is_dir():
            raise none
        given = {os.path.realpath(source.name) for _, source in self.sources}
        try:
            older = outputs.holds(path)
        except OSError:
            raise none from None
        if os.path.realpath(path) in given or (older and not is_report(older)):
            raise Refused(f"{path} is there, and is no older report: nothing was imported.\nChoose another name.")

    def _write_report(self) -> None:
        if self.report:
            from watchlog.formats import report
            from watchlog.journal.store import scratch

            with scratch.large_text() as page:
                page.writelines(report.write(self._reported()))
                save_as(self.report, page, "the report")

    def _reported(self) -> "Iterator[Reported]":
        from watchlog.formats.report import Reported

        for title, (row, source) in self.gathered.every():
            yield Reported(row=row, source=source, watchlog=title.slug or NEW)
        for one in self.gathered.left("refused", "question", "skipped"):
            left: Row | Refusal = one.row or Refusal(one.name, one.reason, one.line, one.file, one.cells)
            answer = SKIP if one.why == "skipped" else ""
            yield Reported(row=left, source=one.source, reason=one.reason, watchlog=answer)


def _documents(rows: Iterable[Left]) -> list[Document]:
    return [{"file": one.file, "line": one.line, "reason": one.reason, "title": one.name} for one in rows]


def show_sources(*, as_json: bool) -> None:
    """What can be imported, and how one gets it."""
    sources = read()

    def page() -> "RenderableType":
        from watchlog.views.pages import sources as view

        return view.page(_described(sources), today=date.today())

    def document() -> list[Document]:
        return [
            {"source": one.name, "title": one.title, "file": form.title, "got": form.got, "untried": form.untried}
            for one in sources
            for form in one.forms
        ]

    show(page=page, lines=lambda: _described(sources), document=document, as_json=as_json)


def _described(sources: Sequence[Format]) -> list[tuple[str, ...]]:
    return [
        (one.name, one.title, form.title, form.got, "untried on a real file" if form.untried else "")
        for one in sources
        for form in one.forms
    ]

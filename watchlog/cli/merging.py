"""What export wrote, or another journal holds, comes back: it is shown, asked about, and merged."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from msgspec import Struct

from watchlog.cli.output import print_json, print_lines, say
from watchlog.cli.progress import told
from watchlog.cli.reading.files import named_path
from watchlog.cli.reading.sources import opened
from watchlog.cli.session import session
from watchlog.errors import Damaged, Refused
from watchlog.formats.reading.archives import is_archive, matching, unpacked
from watchlog.formats.source import Said, Source
from watchlog.journal.keep.archive import storable
from watchlog.journal.keep.importing.arrival import Arrival
from watchlog.journal.keep.importing.elsewhere import Elsewhere, journal_at, journal_packed
from watchlog.journal.keep.importing.lineage import Lineage
from watchlog.journal.keep.importing.own import take_in
from watchlog.journal.keep.merging.saying import gone_line, told_line
from watchlog.journal.keep.rows import Incoming
from watchlog.journal.store import scratch
from watchlog.journal.store.staging import Transaction
from watchlog.views.lines.merging import arrival_lines, counts, counts_line

_NAMED = 9


class Merging(Struct, kw_only=True):
    """An import of documents of our own: what was asked for, and then what came of it.

    `read` gives the documents, as often as it is called; `elsewhere` is the lineage of the journal they lie in.
    """

    name: str
    read: Callable[[], Iterable[Incoming]]
    elsewhere: Lineage | None = None
    replace: bool = False
    yes: bool = False
    as_json: bool = False
    arrivals: list[Arrival] = []
    change: str | None = None

    @property
    def is_partial(self) -> bool:
        """Whether something was refused."""
        return any(one.state == "refused" for one in self.arrivals)

    def preview(self) -> None:
        """Say what would change."""
        with session.journal.storage.rehearsal() as transaction:
            self._find_out(transaction)
        self._show(all_of_it=True)
        for line in self._going():
            say(f"  goes: {line}")
        say(f"Would import {self.name}: {self._counts}.")

    def take_in(self) -> None:
        """Make it one change, after a question where somebody can answer.

        Raises Refused if the answer is no, and where words would go and nobody has said yes.
        """
        storage = session.journal.storage
        agreed = self._asked() if session.asks and not self.yes else None
        with storage.transaction("import", "import") as transaction:
            self._find_out(transaction)
            going = self._going()
            if going and not self.yes and going != agreed:
                raise Refused(_refusal(going))
            transaction.summary = f"Imported {self.name}: {self._counts}."
        if self._changes:
            self.change = str(storage.history.names()[-1])
        self._show(all_of_it=False)
        for line in (f"{one.name}: {told_line(one_told)}" for one in self.arrivals for one_told in one.told):
            say(line)
        undo = "\nTo have it as it was: watchlog undo" if self._changes else ""
        say(f"Imported {self.name}: {self._counts}.{undo}")

    def _asked(self) -> list[str]:
        """What goes, once the person has agreed to it. Raises Refused if they do not."""
        from watchlog.cli.reading.prompts import confirm

        with session.journal.storage.rehearsal() as transaction:
            self._find_out(transaction)
        going = self._going()
        if self._changes:
            for fields in arrival_lines(one for one in self.arrivals if one.state != "same"):
                say("  ".join(fields))
            for line in going:
                say(f"  goes: {line}")
            then = " These words go." if going else ""
            if not confirm(f"Import it ({self._counts})?{then} It is one change, which undo takes back."):
                raise Refused("Nothing was imported.")
        return going

    def _find_out(self, transaction: Transaction) -> None:
        storage = session.journal.storage
        self.arrivals = take_in(
            storage, transaction, lambda: told("Taking in", self.read()), self.elsewhere, replace=self.replace
        )

    @property
    def _changes(self) -> bool:
        return any(one.state in ("new", "added") for one in self.arrivals)

    @property
    def _counts(self) -> str:
        return counts_line(counts(self.arrivals)) or "nothing in it"

    def _going(self) -> list[str]:
        return [f"{one.name}: {gone_line(gone)}" for one in self.arrivals for gone in one.gone]

    def _show(self, *, all_of_it: bool) -> None:
        if self.as_json:
            print_json(self._document())
        else:
            print_lines(arrival_lines(one for one in self.arrivals if all_of_it or one.state != "same"))

    def _document(self) -> dict[str, object]:
        left_out = ("refused", "skipped")
        return {
            "change": self.change,
            "dramas": [{"slug": one.name, "did": one.state} for one in self.arrivals if one.state not in left_out],
            "counts": counts(self.arrivals),
            "refused": [
                {"file": self.name, "line": None, "reason": one.words, "title": one.name}
                for one in self.arrivals
                if one.state == "refused"
            ],
            "questions": [],
        }


def coming_from(name: str, said: Said) -> Elsewhere | Source:
    """The journal in a folder, a backup or a ZIP of that name, or whatever else it is. Raises NotFound, Refused."""
    try:
        if name != "-" and (journal := journal_at(named_path(name), session.root)):
            return journal
        source = opened(name, said)
        journal = journal_packed(source.open(), Path(name)) if name == "-" else None
        return journal or _journal_zipped(source) or source
    except Damaged as error:  # the journal in use is not what is damaged
        raise Refused(str(error)) from None


def _journal_zipped(source: Source) -> Elsewhere | None:
    """The journal whose folder somebody has packed, or whose backup was packed anew. Raises Refused, Damaged."""
    if source.listing is not None or not is_archive(source):
        return None
    with unpacked(source) as members:
        if "watchlog.json" not in members or not matching(members, "dramas/*.json"):
            return None
        return Elsewhere(
            scratch.throwaway_files((name, one.content) for name, one in members.items() if storable(name))
        )


def _refusal(going: Sequence[str]) -> str:
    more = f"\n  and {len(going) - _NAMED:,} more" if len(going) > _NAMED else ""
    named = "".join(f"\n  {line}" for line in going[:_NAMED])
    return f"These words would go, so nothing was imported:{named}{more}\nTo let them go, add --yes."

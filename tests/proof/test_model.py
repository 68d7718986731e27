"""Whatever is done in whatever order: the journal holds what a plain dict would, and not a change is missing."""

import errno
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from tests.journal.faults import KILLED, CountingDisk, DyingDisk, FaultyDisk, in_child, using
from tests.journal.scenarios import check_history, leftovers, state
from tests.proof.tally import LONG, Tally
from watchlog.errors import NotFound, NotWritten, Refused
from watchlog.journal.drama.documents import sparse
from watchlog.journal.drama.items import take_out
from watchlog.journal.drama.reading import read_drama
from watchlog.journal.drama.records import Document, Drama, Json, Line, Note, Quote, Rating
from watchlog.journal.journal import Change, Journal
from watchlog.journal.keep.undo import redo, undo
from watchlog.journal.store.catalogue import Catalogue

Model = dict[str, Document]
Act = Callable[[Change], object]

slugs = st.sampled_from(["life", "mother", "run-on", "signal"])
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12).map(lambda text: f"말{text}")


class AnyJournal(RuleBasedStateMachine):
    """A journal, and beside it what it should hold: the dramas now, and as they were before each change."""

    changes = 0

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="watchlog-model-"))
        self.journal = Journal(self.folder / "journal")
        self.now: Model = {}
        self.done: list[Model] = []
        self.undone: list[tuple[list[Model], Model]] = []
        self.made = 0
        for slug in ("life", "run-on"):
            self.add(slug, "처음")

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    @property
    def root(self) -> Path:
        return self.journal.root

    def found(self) -> Model:
        return {drama.slug: without_uids(sparse(drama)) for drama in Journal(self.root).dramas()}

    def make(self, act: Act) -> None:
        with using(CountingDisk()), self.journal.change("model") as change:
            act(change)
            change.summary = "By chance."

    def become(self, model: Model) -> None:
        """A change has been made that leads to `model`; one that leads nowhere is none."""
        if model != self.now:
            self.done.append(self.now)
            self.undone.clear()
            self.now = model
            self.made += 1
            AnyJournal.changes += 1

    def refused(self, act: Callable[[], object], error: type[Exception]) -> None:
        try:
            act()
        except error:
            return
        raise AssertionError(f"it was not refused as {error.__name__}")

    def alter(self, slug: str, act: Callable[[Drama], object]) -> None:
        """Do the same to the drama in the journal and to the one in the model."""
        if slug in self.now:
            self.make(lambda change: act(change.open(slug)))
            self.become(self.now | {slug: altered(self.now[slug], slug, act)})
        else:
            self.refused(lambda: self.make(lambda change: act(change.open(slug))), NotFound)

    @rule(slug=slugs, title=words)
    def add(self, slug: str, title: str) -> None:
        if slug in self.now:
            self.refused(lambda: self.make(lambda change: change.add(Drama(slug=slug, title=title))), Refused)
        else:
            self.make(lambda change: change.add(Drama(slug=slug, title=title)))
            self.become(self.now | {slug: sparse(Drama(slug=slug, title=title))})

    @rule(slug=slugs, text=words, episode=st.integers(1, 16))
    def note(self, slug: str, text: str, episode: int) -> None:
        self.alter(slug, lambda drama: drama.notes.append(Note(id=drama.new_id(), episode=episode, text=text)))

    @rule(slug=slugs, text=words)
    def quote(self, slug: str, text: str) -> None:
        self.alter(slug, lambda drama: drama.quotes.append(Quote(id=drama.new_id(), lines=[Line(text=text)])))

    @rule(slug=slugs, halves=st.integers(2, 20))
    def rate(self, slug: str, halves: int) -> None:
        self.alter(slug, lambda drama: drama.ratings.append(Rating(overall=halves / 2)))

    @rule(slug=slugs, year=st.integers(1870, 2999), tag=words)
    def set(self, slug: str, year: int, tag: str) -> None:
        def tell(drama: Drama) -> None:
            drama.year = year
            drama.tags.append(tag)

        self.alter(slug, tell)

    @rule(slug=slugs, id_=st.integers(1, 9))
    def remove_item(self, slug: str, id_: int) -> None:
        there = slug in self.now and id_ in ids(self.now[slug])
        if there or slug not in self.now:
            self.alter(slug, lambda drama: take_out(drama, [id_]))
        else:
            self.refused(lambda: self.make(lambda change: take_out(change.open(slug), [id_])), NotFound)

    @rule(slug=slugs)
    def remove_drama(self, slug: str) -> None:
        if slug in self.now:
            self.make(lambda change: change.remove(slug))
            self.become({other: there for other, there in self.now.items() if other != slug})
        else:
            self.refused(lambda: self.make(lambda change: change.remove(slug)), NotFound)

    @rule(slug=slugs, new=slugs)
    def rename(self, slug: str, new: str) -> None:
        def act(change: Change) -> None:
            drama = change.open(slug)
            change.remove(slug)
            drama.slug = new
            change.add(drama)

        if slug not in self.now:
            self.refused(lambda: self.make(act), NotFound)
        elif slug == new:
            return
        elif new in self.now:
            self.refused(lambda: self.make(act), Refused)
        else:
            self.make(act)
            others = {other: there for other, there in self.now.items() if other != slug}
            self.become(others | {new: self.now[slug] | {"slug": new}})

    @rule(text=words)
    def change_all(self, text: str) -> None:
        def act(change: Change) -> None:
            for slug in self.now:
                change.open(slug).country = text

        self.make(act)
        alike = {
            slug: altered(there, slug, lambda drama: setattr(drama, "country", text))
            for slug, there in self.now.items()
        }
        self.become(alike)

    @rule(slug=slugs, text=words)
    def fail_in_the_middle(self, slug: str, text: str) -> None:
        """What goes wrong between the change and its end leaves nothing of it."""

        def act(change: Change) -> None:
            for there in self.now:
                change.open(there).country = text
            raise Refused("never mind")

        self.refused(lambda: self.make(act), Refused)

    @rule(count=st.integers(1, 4))
    def undo(self, count: int) -> None:
        with using(CountingDisk()):
            if count > len(self.done):
                self.refused(lambda: undo(self.journal, count), Refused)
                return
            undo(self.journal, count)
        taken = self.done[-count:]
        del self.done[-count:]
        self.undone.append((taken, self.now))
        self.now = taken[0]
        self.made += 1
        AnyJournal.changes += 1

    @rule()
    def redo(self) -> None:
        with using(CountingDisk()):
            if not self.undone:
                self.refused(lambda: redo(self.journal), Refused)
                return
            redo(self.journal)
        taken, self.now = self.undone.pop()
        self.done += taken
        self.made += 1
        AnyJournal.changes += 1

    @rule()
    def reopen(self) -> None:
        self.journal = Journal(self.root)

    @rule(slug=slugs, text=words, nth=st.integers(1, 24))
    def die_in_the_middle(self, slug: str, text: str, nth: int) -> None:
        """A process is killed at whichever operation: the next one finds all of its change, or nothing."""
        if slug not in self.now:
            return

        def act() -> None:
            with self.journal.change("killed") as change:
                change.open(slug).notes.append(Note(id=change.open(slug).new_id(), episode=1, text=text))
                for other in self.now:
                    change.open(other).country = text

        with using(DyingDisk(nth)):
            code = in_child(act)
        assert code in (0, KILLED)
        self.settle(slug, text, sure=code == 0)

    @rule(slug=slugs, text=words, nth=st.integers(1, 24), lasting=st.booleans(), done=st.booleans())
    def meet_a_broken_disk(self, slug: str, text: str, nth: int, lasting: bool, done: bool) -> None:
        if slug not in self.now:
            return

        def act() -> None:
            with self.journal.change("failing") as change:
                change.open(slug).notes.append(Note(id=change.open(slug).new_id(), episode=1, text=text))
                for other in self.now:
                    change.open(other).country = text

        sure = True
        with using(FaultyDisk(nth, errno.ENOSPC, lasting=lasting, done=done)):
            try:
                act()
            except NotWritten:
                sure = False
        self.settle(slug, text, sure=sure)

    def settle(self, slug: str, text: str, *, sure: bool) -> None:
        """Find out which of two states it is, after a change that may have been cut off."""

        def act(drama: Drama) -> None:
            if drama.slug == slug:
                drama.notes.append(Note(id=drama.new_id(), episode=1, text=text))
            drama.country = text

        new = {there: altered(document, there, act) for there, document in self.now.items()}
        with using(CountingDisk()):
            self.journal = Journal(self.root)
        found = self.found()
        assert found == new or (not sure and found == self.now), "neither all of the change nor nothing"
        if found == new:
            self.become(new)

    @invariant()
    def holds_what_the_model_holds(self) -> None:
        assert self.found() == self.now
        assert sorted(state(self.root)) == sorted(self.now)
        assert [row.slug for row in Catalogue(self.journal.storage, self.folder / "cache").rows()] == sorted(self.now)

    @invariant()
    def has_a_whole_history(self) -> None:
        assert check_history(self.root) == self.made
        assert leftovers(self.root) == []

    @invariant()
    def gives_no_id_twice(self) -> None:
        for document in self.now.values():
            given = ids(document)
            assert len(given) == len(set(given))
            assert all(id_ < document["next_id"] for id_ in given)  # type: ignore[operator]


def altered(document: Document, slug: str, act: Callable[[Drama], object]) -> Document:
    """The document with the same done to it, by way of nothing but the records."""
    drama = read_drama(document, slug)
    act(drama)
    return sparse(drama)


def without_uids(document: Document) -> Document:
    """The document without what chance has put in it."""

    def bare(part: Json) -> Json:
        if isinstance(part, dict):
            return {name: bare(one) for name, one in part.items() if name != "uid"}
        return [bare(one) for one in part] if isinstance(part, list) else part

    found = bare(document)
    assert isinstance(found, dict)
    return found


def ids(document: Document) -> list[int]:
    return [item["id"] for shelf in ("notes", "quotes") for item in document.get(shelf, [])]  # type: ignore[union-attr,call-overload,index,misc]


def test_the_journal_is_what_a_dict_would_be(tally: Tally) -> None:
    steps, examples = (60, 300) if LONG else (40, 30)
    AnyJournal.changes = 0
    run_state_machine_as_test(AnyJournal, settings=settings(max_examples=examples, stateful_step_count=steps))
    tally.add("changes made", AnyJournal.changes)
    assert AnyJournal.changes > examples * 5

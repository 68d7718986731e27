"""Machines that share a drama: each works on its own, and takes in what another has."""

from collections.abc import Sequence

from hypothesis import strategies as st
from msgspec import Struct

from tests.journal.keep.editing import Script, done, scripts
from watchlog.journal.drama.records import Document
from watchlog.journal.keep.merging import merge

BASES = ("nearest", "virtual", "first", "none")
"""Which base a merge is given: of several nearest ones any, or their merge, as git makes it."""


class Version(Struct, frozen=True):
    """A document that stood on some machine, and the ones it was made of."""

    document: Document
    before: tuple[int, ...] = ()


class Step(Struct, frozen=True):
    """A machine at work, or taking in what another one has."""

    machine: int
    script: Script = []
    other: int | None = None
    base: str = "nearest"


def steps(machines: int) -> st.SearchStrategy[list[Step]]:
    machine = st.integers(0, machines - 1)
    work = st.builds(Step, machine, script=scripts(3))
    takes = st.builds(Step, machine, other=machine, base=st.sampled_from(BASES))
    return st.lists(work | takes, max_size=9)


class Machines:
    """What stands on each machine, and the history of all."""

    def __init__(self, first: Sequence[Document]) -> None:
        self.versions = [Version(document) for document in first]
        self.now = list(range(len(first)))

    @classmethod
    def sharing(cls, document: Document, count: int) -> "Machines":
        """Machines that begin with one document."""
        shared = cls([document])
        shared.now = [0] * count
        return shared

    def document(self, machine: int) -> Document:
        return self.versions[self.now[machine]].document

    @property
    def documents(self) -> list[Document]:
        return [self.document(machine) for machine in range(len(self.now))]

    def do(self, steps: Sequence[Step]) -> None:
        for place, step in enumerate(steps):
            if step.other is None:
                worked = done(self.document(step.machine), step.script, f"{step.machine}.{place}")
                self._now(step.machine, worked, self.now[step.machine])
            else:
                self.take(step.machine, step.other, step.base)

    def take(self, machine: int, other: int, base: str) -> None:
        """One machine takes in what another one has."""
        before = self._base(self.now[machine], self.now[other], base)
        result = merge(before, self.document(machine), self.document(other)).document
        self._now(machine, result, self.now[machine], self.now[other])

    def _now(self, machine: int, document: Document, *before: int) -> None:
        if document != self.document(machine):
            self.versions.append(Version(document, before))
            self.now[machine] = len(self.versions) - 1

    def _base(self, one: int, other: int, base: str) -> Document | None:
        if base == "none":
            return None
        common = self._ancestors(one) & self._ancestors(other)
        if base == "first" or not common:
            return self.versions[0].document if 0 in common else None
        nearest = sorted(common - {far for near in common for far in self._ancestors(near) - {near}})
        if base == "virtual" and len(nearest) > 1:
            found = nearest[0]
            document = self.versions[found].document
            for another in nearest[1:]:
                document = merge(self._base(found, another, base), document, self.versions[another].document).document
            return document
        return self.versions[nearest[0]].document

    def _ancestors(self, version: int) -> set[int]:
        found = {version}
        for before in self.versions[version].before:
            found |= self._ancestors(before)
        return found

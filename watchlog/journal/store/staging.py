"""What a change will do, drama by drama, and each step as the line that the history will hold of it.

A change of a few dramas is kept in memory. One of thousands goes on into a file without a name, line by line, so that
an import or its undo needs no more room than a note.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import IO

from msgspec import UNSET, DecodeError, Raw, Struct, UnsetType
from msgspec import json as fast_json

from watchlog.journal.drama.encoding import formatted
from watchlog.journal.drama.text import kept_line, whole
from watchlog.journal.drama.values import Slug
from watchlog.journal.store.changefile import Note
from watchlog.journal.store.paths import ChangeName

_IN_MEMORY = 8 * 2**20


class Step(Struct, frozen=True):
    """What a change does to one drama's file: its bytes before and after, None where there is no file.

    Where it merged documents in, `took_in` are their digests, with blanks between: these stood before the change, too.
    """

    before: bytes | None
    after: bytes | None
    took_in: str = ""


Steps = Iterable[tuple[str, Step]]
Watched = Callable[[Steps, int], Steps]
"""Is handed the steps of a change, so many, and gives them on while they are put in place: it may tell how many are."""


def unwatched(steps: Steps, of: int) -> Steps:
    """The steps as they are."""
    return steps


class WrittenStep(Struct):
    """A step in the history: documents, with the bytes beside one that is not in our formatting."""

    before: Raw
    after: Raw
    before_bytes: bytes | UnsetType = UNSET
    after_bytes: bytes | UnsetType = UNSET
    took_in: str | UnsetType = UNSET

    def step(self) -> Step:
        before, after = _bytes(self.before, self.before_bytes), _bytes(self.after, self.after_bytes)
        return Step(before, after, self.took_in or "")


class Staged:
    """The steps of a change being made, by slug."""

    def __init__(self) -> None:
        self._steps: dict[str, Step | tuple[int, int]] = {}
        self._size = 0
        self._file: IO[bytes] | None = None

    def put(self, slug: str, step: Step) -> None:
        """Stage a step; it takes the place of an earlier one of that drama."""
        self._size += len(step.before or b"") + len(step.after or b"")
        if self._size <= _IN_MEMORY:
            self._steps[slug] = step
            return
        if self._file is None:
            from watchlog.journal.store import scratch  # most changes have room in memory

            self._file = scratch.nameless()
        line = encoded_step(slug, step)
        self._steps[slug] = self._file.seek(0, 2), len(line)
        self._file.write(line)

    def drop(self, slug: str) -> None:
        self._steps.pop(slug, None)

    def __contains__(self, slug: str) -> bool:
        return slug in self._steps

    def __len__(self) -> int:
        return len(self._steps)

    def __iter__(self) -> Iterator[str]:
        return iter(self._steps)

    def __getitem__(self, slug: str) -> Step:
        step = self._steps[slug]
        return step if isinstance(step, Step) else decoded_step(self._line(*step))[1]

    def line(self, slug: str) -> bytes:
        """The step as it stands in the history."""
        step = self._steps[slug]
        return encoded_step(slug, step) if isinstance(step, Step) else self._line(*step)

    def _line(self, start: int, size: int) -> bytes:
        assert self._file
        self._file.seek(start)
        return self._file.read(size)

    def steps(self) -> Iterator[tuple[str, Step]]:
        """Every drama with its step, one after another."""
        for slug in list(self._steps):
            yield slug, self[slug]


class Transaction:
    """What one change will do, gathered while it is being made: `staged` holds a step for each drama it meets."""

    def __init__(self, kind: str, command: str) -> None:
        self.kind = kind
        self.command = command
        self.summary = ""
        self.undoes: tuple[ChangeName, ...] = ()
        self.renamed: Mapping[str, str] = {}
        self.staged = Staged()

    def forget(self) -> None:
        """Begin anew: nothing is staged any more."""
        self.staged = Staged()
        self.renamed = {}

    @property
    def note(self) -> Note:
        summary = kept_line(whole(self.summary))  # the name of a file may be in it
        return Note(self.kind, kept_line(whole(self.command)), summary, self.undoes, tuple(self.renamed.items()))


def encoded_step(slug: str, step: Step) -> bytes:
    """A step as a member of an object, on one line."""
    before, before_bytes = _written(step.before)
    after, after_bytes = _written(step.after)
    written = WrittenStep(before, after, before_bytes, after_bytes, step.took_in or UNSET)
    return fast_json.encode(slug) + b": " + fast_json.encode(written)


def decoded_step(line: bytes) -> tuple[str, Step]:
    """The drama and the step in such a line. Raises DecodeError, ValidationError."""
    ((slug, written),) = fast_json.decode(b"{" + line + b"}", type=dict[Slug, WrittenStep]).items()
    return slug, written.step()


def _written(content: bytes | None) -> tuple[Raw, bytes | UnsetType]:
    """The document to write down, and the bytes too where the document alone would not give them back."""
    if content is None:
        return Raw(b"null"), UNSET
    try:
        document = fast_json.format(content, indent=-1)
    except (DecodeError, UnicodeDecodeError, RecursionError):
        return Raw(b"null"), content
    return Raw(document), UNSET if formatted(document) == content else content


def _bytes(document: Raw, kept: bytes | UnsetType) -> bytes | None:
    if isinstance(kept, bytes):
        return kept
    return None if bytes(document) == b"null" else formatted(bytes(document))

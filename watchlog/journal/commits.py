"""How a change is made whole, and the history that undo reads.

A change is written down first, as `history/pending.json`. From the moment that file is safe on the disk the
change will happen: its documents are put in place one after another, and the file becomes the change's
number in the history. A process that dies on the way leaves the pending file, and the next command
finishes it. Where the disk refuses on the way, the change is taken back.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from msgspec import UNSET, DecodeError, Raw, Struct, UnsetType
from msgspec import json as fast_json

from watchlog.errors import Damaged, NotWritten, Refused
from watchlog.journal import files
from watchlog.journal.documents import damaged, to_bytes, unreadable
from watchlog.journal.places import Places, number_of
from watchlog.journal.records import Slug

KEPT = 1000
"""How many changes the history holds."""

_Shape = TypeVar("_Shape")


class Step(Struct, frozen=True):
    """What a change does to one drama's file: its bytes before and after, None where there is no file."""

    before: bytes | None
    after: bytes | None


class _Written(Struct):
    """A step in the history. Bytes are kept beside the document when they are not our own hand."""

    before: Raw
    after: Raw
    before_bytes: bytes | UnsetType = UNSET
    after_bytes: bytes | UnsetType = UNSET


class _Change(Struct):
    when: str
    command: str
    summary: str
    dramas: dict[Slug, _Written]
    undoes: list[int] | UnsetType = UNSET


class _Outline(Struct):
    when: str
    command: str
    summary: str
    dramas: dict[Slug, Raw]
    undoes: list[int] = []


class Heading(Struct, frozen=True):
    """A change in the history, without its documents. `undoes` are the changes it took back."""

    number: int
    when: str
    command: str
    summary: str
    dramas: tuple[str, ...]
    undoes: tuple[int, ...]


class History:
    """The changes of a journal. Whoever calls `commit` or `recover` holds the lock."""

    def __init__(self, places: Places) -> None:
        self.places = places

    def unfinished(self) -> bool:
        """Whether a process died while it changed the journal."""
        places = self.places
        return (
            files.exists(places.pending)
            or files.exists(files.temporary(places.pending))
            or (not files.exists(places.format) and files.exists(files.temporary(places.format)))
        )

    def numbers(self) -> list[int]:
        """The numbers of all changes, oldest first."""
        found = map(number_of, files.names(self.places.history))
        return sorted(number for number in found if number is not None)

    def headings(self, broken: Callable[[Damaged], None] | None = None) -> Iterator[Heading]:
        """All changes, newest first. Raises Damaged for one that cannot be read, or tells `broken` and goes on."""
        try:
            numbers = self.numbers()
        except OSError as error:
            raise unreadable(self.places.history, error) from None
        for number in reversed(numbers):
            try:
                heading = self._read(number, _Outline)
            except Damaged as damage:
                if broken is None:
                    raise
                broken(damage)
                continue
            yield Heading(
                number, heading.when, heading.command, heading.summary, tuple(heading.dramas), tuple(heading.undoes)
            )

    def steps(self, number: int) -> dict[str, Step]:
        """What a change did, drama by drama. Raises Damaged."""
        return _steps(self._read(number, _Change))

    def missing(self) -> dict[str, bytes | None]:
        """What an unfinished change has still to put in place. Raises Damaged, OSError."""
        return {
            slug: step.after
            for slug, step in self._pending().items()
            if files.read(self.places.drama(slug)) == step.before
        }

    def _pending(self) -> dict[str, Step]:
        content = files.read(self.places.pending)
        return {} if content is None else _steps(_decoded(content, self.places.pending, _Change))

    def commit(self, steps: Mapping[str, Step], command: str, summary: str, undoes: tuple[int, ...] = ()) -> None:
        """Make a change: afterwards it is durable, whole, in the history.

        Raises NotWritten, having taken back what was done where the disk allows, and Refused if a drama is
        not any more as `steps` found it.
        """
        written = {slug: _written(step) for slug, step in steps.items()}
        change = _Change(now(), command, summary, written, list(undoes) or UNSET)
        places = self.places
        try:
            files.save(places.pending, fast_json.format(fast_json.encode(change), indent=2) + b"\n")
            files.settle(places.history)
            for slug, step in steps.items():
                if files.read(places.drama(slug)) != step.before:
                    raise Refused(f"{slug} was changed by another program meanwhile: nothing was saved.\nTry again.")
                self._put(slug, step.after)
            self._settle(steps)
        except BaseException as error:
            taken_back = self._take_back(steps)
            if isinstance(error, OSError):
                raise not_written(error, taken_back) from None
            raise
        try:
            self._finish()
        except OSError as error:
            raise not_written(error, taken_back=False) from None
        if not undoes:  # or undoing change after change would run into the end it cuts off
            self._prune()

    def recover(self, notice: Callable[[str], None]) -> None:
        """Finish what a process began and died over. Raises NotWritten, Damaged."""
        places = self.places
        try:
            files.remove(files.temporary(places.format))
            files.remove(files.temporary(places.pending))
            if not files.exists(places.pending):
                return
            missing, steps = self.missing(), self._pending()
            for slug, step in steps.items():
                path = places.drama(slug)
                files.remove(files.temporary(path))
                if slug not in missing and files.read(path) != step.after:
                    notice(
                        f"{path} was edited after a change of it was cut off: "
                        f"your edit stays, see: watchlog history {slug}"
                    )
            for slug, content in missing.items():
                self._put(slug, content)
            self._settle(steps)
            self._finish()
        except OSError as error:
            raise not_written(error, taken_back=False) from None

    def _finish(self) -> None:
        """The pending change becomes the last of the history."""
        number = (self.numbers() or [0])[-1] + 1
        files.move(self.places.pending, self.places.change(number))
        files.settle(self.places.history)

    def _put(self, slug: str, content: bytes | None) -> None:
        path = self.places.drama(slug)
        if content is None:
            files.remove(path)
        else:
            files.save(path, content)

    def _settle(self, slugs: Iterable[str]) -> None:
        for folder in {files.temporary(self.places.drama(slug)).parent for slug in slugs}:
            files.settle(folder)

    def _take_back(self, steps: Mapping[str, Step]) -> bool:
        places = self.places
        try:
            done = {slug: step.before for slug, step in steps.items() if files.read(places.drama(slug)) == step.after}
            for slug, content in done.items():
                self._put(slug, content)
            self._settle(done)
            files.remove(places.pending)
            files.settle(places.history)
        except OSError:
            return not files.exists(places.pending)
        return True

    def _prune(self) -> None:
        try:
            for old in self.numbers()[:-KEPT]:
                files.remove(self.places.change(old))
        except OSError:  # the next change will
            pass

    def _read(self, number: int, shape: type[_Shape]) -> _Shape:
        path = self.places.change(number)
        try:
            content = files.read(path) or b""
        except OSError as error:
            raise unreadable(path, error) from None
        return _decoded(content, path, shape)


def now() -> str:
    """This moment, to the second, with the offset of the clock on the wall."""
    return datetime.now(UTC).astimezone().isoformat(timespec="seconds")


def not_written(error: OSError, taken_back: bool) -> NotWritten:
    """The error for a change the disk refused, naming the cause."""
    cause = f"{error.strerror or error}" + (f" ({error.filename})" if error.filename else "")
    if taken_back:
        return NotWritten(f"Not saved: {cause}.\nNothing was changed.")
    return NotWritten(f"Not finished: {cause}.\nThe change is written down, and the next command will finish it.")


def _decoded(content: bytes, path: Path, shape: type[_Shape]) -> _Shape:
    try:
        return fast_json.decode(content, type=shape)
    except (DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise damaged(path, f"a change that cannot be read ({error})") from None


def _written(step: Step) -> _Written:
    before, before_bytes = _told(step.before)
    after, after_bytes = _told(step.after)
    return _Written(before, after, before_bytes, after_bytes)


def _told(content: bytes | None) -> tuple[Raw, bytes | UnsetType]:
    """The document to write down, and the bytes too where the document alone would not give them back."""
    if content is None:
        return Raw(b"null"), UNSET
    try:
        own_hand = to_bytes(fast_json.decode(content))
    except (DecodeError, UnicodeDecodeError, RecursionError):
        return Raw(b"null"), content
    return Raw(own_hand), UNSET if own_hand == content else content


def _steps(change: _Change) -> dict[str, Step]:
    return {
        slug: Step(_bytes(written.before, written.before_bytes), _bytes(written.after, written.after_bytes))
        for slug, written in change.dramas.items()
    }


def _bytes(document: Raw, kept: bytes | UnsetType) -> bytes | None:
    if isinstance(kept, bytes):
        return kept
    found = fast_json.decode(document)
    return None if found is None else to_bytes(found)

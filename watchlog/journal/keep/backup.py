"""A backup: everything of a journal in one file."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import zip_longest
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from watchlog.errors import Damaged, NotWritten, Refused
from watchlog.journal.drama.encoding import from_bytes
from watchlog.journal.drama.reading import RecordError, read_drama
from watchlog.journal.drama.text import clean_line
from watchlog.journal.keep.archive import Archive, Entry, pack, pieces, storable
from watchlog.journal.store import files, outputs
from watchlog.journal.store.commits import not_written
from watchlog.journal.store.paths import ChangeName, change_of, offloaded_of, slug_of
from watchlog.journal.store.storage import Storage

_OWN = 0o600


class Made(Struct):
    """What a backup holds: which dramas, how many changes; the dramas in it that are damaged; and what is not in it."""

    dramas: list[str]
    changes: int
    damaged: list[str]
    left_out: list[str]


Watched = Callable[[list[str]], Iterable[str]]
"""Gives the names of files on when it is their turn, and may tell how far that is."""


def back_up(storage: Storage, path: Path | None, packed: BinaryIO, watched: Watched = iter) -> Made:
    """Put the whole journal into the open file `packed`, check it, and put that at `path`, if there is one.

    An older backup there is replaced if it holds nothing that this one does not. Raises Refused, NotWritten.
    """
    root = storage.places.root
    if path and Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root)):
        raise Refused(f"{path} is inside the journal, and would be lost with it.\nChoose another folder.")
    if path:
        outputs.check_folder(path)
    older = _older(path) if path else None
    made = Made([], 0, [], [])
    with storage.reading():
        entries = pack(_contents(storage, made, watched), packed)
    if not entries:
        raise Refused(f"There is nothing in {root}, so nothing was written.")
    if older and path:
        _check_replaceable(older, entries, [*made.damaged, *made.left_out], path)
    Archive(packed, path or Path("the backup"))
    if path:
        _write(path, packed, _least_open(root, entries))
    return made


def _contents(storage: Storage, made: Made, watched: Watched) -> Iterator[tuple[str, bytes]]:
    """Every file by its name from the journal's folder on, with its bytes; `made` is told what they are."""
    names: list[str] = []
    for folder in ("", "dramas/", "history/"):
        try:
            names += _names(storage, folder)
            made.left_out += [f"{folder}{name}" for name in _offloaded(storage, folder)]
        except (OSError, Damaged):
            made.left_out.append(folder)
    for name in watched(names):
        slug = _slug(name)
        try:
            content = storage.content(slug) if slug else files.read(storage.places.root / name)
        except (OSError, Damaged):
            made.left_out.append(name)
            continue
        if content is None:  # it was removed since it was listed
            continue
        if not storable(name):
            made.left_out.append(name)
            continue
        made.changes += _change(name) is not None
        if slug:
            made.dramas.append(slug)
            if not _sound(slug, content):
                made.damaged.append(slug)
        yield name, content


def _names(storage: Storage, folder: str) -> list[str]:
    """What there is in a folder of the journal. Raises OSError, Damaged."""
    found = {f"{folder}{name}" for name in files.plain(storage.places.root / folder)}
    if folder == "dramas/":  # as they will be, should a change not be finished
        found = {name for name in found if not _slug(name)} | {f"{folder}{slug}.json" for slug in storage.slugs()}
    return sorted(found)


def _offloaded(storage: Storage, folder: str) -> list[str]:
    """The dramas' files that a cloud keeps for itself. Raises OSError."""
    there = files.names(storage.places.root / folder) if folder == "dramas/" else []
    return [f"{slug}.json" for name in there if (slug := offloaded_of(name))]


def _slug(name: str) -> str | None:
    folder, _, file = name.rpartition("/")
    return slug_of(file) if folder == "dramas" else None


def _change(name: str) -> ChangeName | None:
    folder, _, file = name.rpartition("/")
    return change_of(file) if folder == "history" else None


def _sound(slug: str, content: bytes) -> bool:
    try:
        read_drama(from_bytes(content, slug), slug)
    except (Damaged, RecordError):
        return False
    return True


def _older(path: Path) -> Archive | None:
    """The backup that is there already. Raises Refused if something else is."""
    try:
        return Archive(files.opened(path), path) if outputs.is_file(path) else None
    except FileNotFoundError:
        return None
    except OSError as error:
        raise NotWritten(f"{path} cannot be written: {error.strerror or error}.") from None
    except (Refused, Damaged):
        raise Refused(f"{path} is there, and is no whole backup: nothing was written.\nChoose another name.") from None


def _check_replaceable(older: Archive, entries: Mapping[str, Entry], unreadable: list[str], path: Path) -> None:
    """Raises Refused if the older backup holds words that would go with it."""
    if unreadable:
        raise Refused(
            f"{clean_line(unreadable[0])} cannot be read now, so the backup in {path} stays as it is.\n"
            "Choose another name, and see: watchlog doctor"
        )
    own = [change.number for name in entries if (change := _change(name))]
    oldest = min(own, default=0)  # those before it are pruned, and may go
    holds = [name for change, name in older.changes().items() if oldest and change.number >= oldest]
    for name in holds or older:
        file = entries.get(name)
        if file is None or (holds and file.sha256 != older.entry(name).sha256):
            raise Refused(
                f"The backup in {path} holds {name}, which this journal does not: nothing was written.\n"
                "Choose another name."
            )


def _least_open(root: Path, names: Iterable[str]) -> int:
    """How open a file may be that holds all of these. Raises NotWritten."""
    least = files.OPEN
    try:
        for name in names:
            least &= files.mode(root / name)
    except OSError as error:
        raise not_written(error, taken_back=True) from None
    return least | _OWN


def _write(path: Path, packed: BinaryIO, most: int) -> None:
    try:
        outputs.save(path, pieces(packed), most)
        is_same = not outputs.is_file(path) or _says(path, packed)
    except OSError as error:
        raise not_written(error, taken_back=True) from None
    if not is_same:
        raise NotWritten(f"{path} does not read as it was written: do not trust it.\nTry another disk.")


def _says(path: Path, packed: BinaryIO) -> bool:
    """Whether a file holds what was written into it."""
    with files.opened(path) as written:
        return all(one == other for one, other in zip_longest(pieces(written), pieces(packed)))

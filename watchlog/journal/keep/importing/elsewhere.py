"""Another journal: a folder, or what a backup holds. It is only read: nothing in it is finished, locked or changed."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from watchlog.errors import Damaged, Refused
from watchlog.journal.drama.encoding import from_bytes, unreadable
from watchlog.journal.drama.reading import RecordError, read_drama
from watchlog.journal.keep.archive import is_backup
from watchlog.journal.keep.importing.lineage import Lineage
from watchlog.journal.keep.restore import open_backup
from watchlog.journal.keep.rows import Incoming, Refusal, own
from watchlog.journal.store import files, scratch
from watchlog.journal.store.absent import passed_over
from watchlog.journal.store.format import check_format
from watchlog.journal.store.history import History
from watchlog.journal.store.paths import Places, offloaded_of, slug_of
from watchlog.journal.store.storage import Storage


class Elsewhere:
    """A journal that lies somewhere else."""

    def __init__(self, root: Path) -> None:
        """Raises Damaged if it is of a newer format."""
        self.places = Places(root)
        check_format(self.places.format)

    def incoming(self) -> Iterator[Incoming]:
        """Its dramas, and a refusal for each that cannot be read. Raises Refused."""
        try:
            names = files.names(self.places.dramas)
        except OSError as error:
            raise Refused(str(unreadable(self.places.dramas, error))) from None
        for name, why in passed_over(self.places, names):
            reason = why.removeprefix(f"{self.places.dramas / name}: ").removesuffix(".")
            yield Refusal(offloaded_of(name) or name, reason)
        for slug in filter(None, map(slug_of, names)):
            try:
                content = files.read(self.places.drama(slug))
                document = {"slug": slug, **from_bytes(content or b"", slug)}
                read_drama(document, slug)
            except OSError as error:
                yield Refusal(slug, f"cannot be read: {error.strerror or error}")
            except (Damaged, RecordError) as error:
                yield Refusal(slug, str(error).partition("\n")[0])
            else:
                yield own(document)

    def lineage_with(self, storage: Storage) -> Lineage:
        """What both histories tell together."""
        return Lineage([storage.history, History(self.places)])


def journal_at(path: Path, mine: Path) -> Elsewhere | None:
    """The journal in a folder or backup; None where something else is there.

    Raises Refused for the journal in use, Damaged for a backup that is not as it was written or of a newer format.
    """
    if path.is_dir():
        if not (files.exists(path / "watchlog.json") and files.exists(path / "dramas")):
            return None
        if os.path.realpath(path) == os.path.realpath(mine):
            raise Refused(f"{path} is the journal in use.\nName another one.")
        return Elsewhere(path)
    try:
        return journal_packed(files.opened(path), path) if path.is_file() else None
    except OSError as error:
        raise Refused(f"{path} cannot be read: {error.strerror or error}.") from None


def journal_packed(packed: BinaryIO, name: Path) -> Elsewhere | None:
    """The journal in an open backup; None for something else, which is closed. Raises Refused, Damaged, OSError."""
    if not is_backup(packed):
        packed.close()
        return None
    archive = open_backup(name, packed)
    return Elsewhere(scratch.throwaway_files((name, archive.read(name)) for name in archive))

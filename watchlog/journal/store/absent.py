"""What is not where it should be: a drama that the history knows and whose file is gone, and files passed over.

A sync tool, a cloud that keeps files for itself or a slip of the hand may have taken it. It is no removal: one that was
meant stands in the history.
"""

from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from watchlog.errors import Damaged, NotFound
from watchlog.journal.drama.encoding import damaged, from_bytes
from watchlog.journal.drama.reading import RecordError
from watchlog.journal.drama.records import Document
from watchlog.journal.drama.uids import drama_uid
from watchlog.journal.store import files
from watchlog.journal.store.paths import Places, misnamed, offloaded, offloaded_of, slug_of

if TYPE_CHECKING:
    from watchlog.journal.store.history import History


def absence(places: Places, history: "History", slug: str) -> str | None:
    """What became of a drama that is not there, and what to do about it; None where nothing is known of it."""
    try:
        if waits := waiting(places, slug):
            return waits
        words = history.left(slug)
        if words is None or _called_otherwise(places, slug, words):
            return None
    except (OSError, Damaged):
        return None
    return (
        f"The file of {slug} is gone, and the history has its words.\n"
        f"To have it back: watchlog doctor --fix. If it was meant: watchlog remove {slug}"
    )


def not_right(places: Places, slug: str, document: Document, error: RecordError) -> Damaged:
    """The error for a drama that is not right. Renamed on two machines, git puts one merged drama under both names."""
    named = document.get("slug")
    if error.where == "slug" and isinstance(named, str) and slug_of(f"{named}.json"):
        with suppress(OSError):
            if files.exists(places.drama(named)):
                both = f"it is {named}, which has a file of its own, too"
                return damaged(places.drama(slug), both, "To make the two one: watchlog doctor --fix")
    return damaged(places.drama(slug), str(error))


def waiting(places: Places, slug: str) -> str | None:
    """What to do about a drama that is only in iCloud; None for any other. Raises OSError."""
    path = places.dramas / offloaded(slug)
    return f"{_waiting(path)}.\nTo download it: brctl download {places.dramas}" if files.exists(path) else None


def emptied(places: Places, names: Collection[str], history: Callable[[], "History"]) -> Iterator[tuple[str, str]]:
    """The folder of dramas, with why, where no file in it is a drama's and not all were removed."""
    if not any(map(slug_of, names)) and _has_words(history):
        yield places.dramas.name, f"{places.dramas}: no drama is there, and the history has the words of some."


def passed_over(places: Places, names: Collection[str]) -> Iterator[tuple[str, str]]:
    """The files in the folder of dramas that are no drama's though words are in them, each with why."""
    for name in misnamed(names):
        better = f"Give it the name of a slug: {name.lower()}"
        yield name, f"{places.dramas / name}: not taken for a drama. {better}"
    for name in [name for name in names if name[0] == "."]:
        if offloaded_of(name) is not None:
            yield name, f"{_waiting(places.dramas / name)}."


def _has_words(history: Callable[[], "History"]) -> bool:
    with suppress(OSError, Damaged):  # a history that cannot be read is named where it is needed
        return history().has_words()
    return False


def _called_otherwise(places: Places, slug: str, words: bytes) -> bool:
    """Whether another file has the drama: one machine gave it another slug, another changed it, git brought both here.

    Raises OSError, Damaged.
    """
    uid = b'"%b"' % drama_uid({"slug": slug, **from_bytes(words, slug)}).encode()
    for name in files.names(places.dramas):
        with suppress(OSError):  # who cannot be read is named elsewhere
            if slug_of(name) and uid in (files.read(places.dramas / name) or b""):
                return True
    return False


def not_found(slug: str, why: str | None = None) -> NotFound:
    """The error for a drama that is not there, with the next thing to do."""
    return NotFound(why or f"There is no drama {slug}.\nSee what there is: watchlog list")


def _waiting(path: Path) -> str:
    return f"{path}: it is in iCloud, and not downloaded"

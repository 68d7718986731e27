"""What a person has set for a journal: `settings.json`, beside the folder of its dramas.

It is in the way of nothing: where it cannot be read it is told and passed over, and never written over.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from msgspec import ValidationError, convert

from watchlog.errors import Damaged
from watchlog.journal.drama.article import SECTIONS, Layout
from watchlog.journal.drama.comparing import meant
from watchlog.journal.drama.encoding import damaged, from_bytes, to_bytes, unreadable
from watchlog.journal.drama.reading import explained
from watchlog.journal.drama.records import Document
from watchlog.journal.store import files
from watchlog.journal.store.storage import Storage

_VIEWS = "views"
_ARTICLE = "article"


def read_settings(storage: Storage) -> Document:
    """What is set; nothing where nothing is, or where it cannot be read, which `notice` is told."""
    try:
        return _read(storage.places.settings)
    except Damaged as error:
        storage.notice(f"{str(error).partition(chr(10))[0]} It is passed over.")
        return {}


def check_settings(path: Path) -> None:
    """Raises Damaged where the file of settings is there and cannot be read."""
    _read(path)


@contextmanager
def changed_settings(storage: Storage) -> Iterator[Document]:
    """What is set, to be changed: durable when the block ends. Raises Damaged, NotWritten; then nothing is changed."""
    with storage.transaction("settings", "settings"):
        found = _read(storage.places.settings)
        yield found
        files.save(storage.places.settings, [to_bytes(found)])
        files.settle(storage.places.root)


def views_in(settings: Document) -> dict[str, str]:
    """The saved views: their queries by their names."""
    views = settings.get(_VIEWS)
    return {str(name): str(query) for name, query in views.items()} if isinstance(views, dict) else {}


def view_meant(views: Mapping[str, str], name: str) -> str:
    """The name, as it was saved, of the view that is called so; the name as it is where that is not one of them."""
    found = meant(name, ((one, one) for one in views))
    return found[0] if len(found) == 1 else name


def set_view(settings: Document, name: str, query: str | None) -> None:
    """Give a view its query, or take the view away."""
    views = views_in(settings)
    views.pop(name, None)
    settings[_VIEWS] = {**views, **({} if query is None else {name: query})}


def layout_in(settings: Document) -> Layout:
    """How articles are laid out."""
    saved = settings.get(_ARTICLE)
    return convert(saved, Layout) if saved else Layout()


def set_layout(settings: Document, layout: Layout) -> None:
    """Lay articles out so from now on."""
    settings[_ARTICLE] = {"order": list(layout.order), "headings": dict(layout.headings)}


def _read(path: Path) -> Document:
    try:
        content = files.read(path)
    except OSError as error:
        raise unreadable(path, error) from None
    found = {} if content is None else from_bytes(content, path)
    views = found.get(_VIEWS, {})
    if not isinstance(views, dict) or not all(isinstance(query, str) for query in views.values()):
        raise damaged(path, f"{_VIEWS}: it must hold a query, in quotation marks, for each name")
    try:
        layout = layout_in(found)
    except ValidationError as error:
        raise damaged(path, f"{_ARTICLE}: {explained(error)}") from None
    if unknown := {*layout.order, *layout.headings} - {*SECTIONS}:
        raise damaged(path, f"{_ARTICLE}: there is no section {', '.join(sorted(unknown))}")
    return found

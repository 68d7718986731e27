"""Merging a copy of a drama that a sync program or git has made, in a way that undo can take back."""

from itertools import count
from pathlib import Path

from watchlog.errors import Damaged
from watchlog.journal.drama.difference import differences
from watchlog.journal.drama.encoding import from_bytes
from watchlog.journal.drama.reading import RecordError, read_drama
from watchlog.journal.drama.records import Document
from watchlog.journal.drama.slugs import cut_slug
from watchlog.journal.drama.uids import with_uids
from watchlog.journal.keep.doctor.findings import Mend
from watchlog.journal.keep.importing.lineage import Lineage
from watchlog.journal.keep.importing.own import follow
from watchlog.journal.keep.merging import Merged, digest, gone, merge, same_drama
from watchlog.journal.keep.merging.saying import told_line
from watchlog.journal.store import files
from watchlog.journal.store.paths import slug_of
from watchlog.journal.store.storage import Storage


def merged_copy(own: Document, copy: Document, lineage: Lineage) -> Merged | None:
    """The drama with what its copy holds; None where that is another drama, or where words would go."""
    try:
        for document in (own, copy):
            read_drama(document, str(document.get("slug", "")))
        if not same_drama(own, copy):
            return None
        ours = with_uids(own)
        merged = merge(lineage.newest_before(own, copy), ours, copy)
        read_drama(merged.document, str(merged.document["slug"]))
    except (RecordError, Damaged):
        return None
    return None if gone(ours, merged.document) else merged


def merging(path: Path, slug: str, lineage: Lineage) -> Mend:
    """Merges the copy at `path` into the drama. The copy goes as a drama of its own does: undo brings it back."""

    def mend(storage: Storage) -> str:
        loaded = storage.load(slug)
        own: Document = {"slug": slug, **loaded.document}
        copied = slug_of(path.name)
        content = storage.content(copied) if copied else files.read(path)
        copy: Document = {"slug": slug, **from_bytes(content or b"", path)}
        merged = merged_copy(own, copy, lineage)
        if merged is None:
            return f"Left {path.name} as it is: the drama has changed meanwhile."
        if copied is None:
            copied = next(name for name in _names(slug) if _is_free(storage, name))
            files.move(path, storage.places.drama(copied))
            files.settle(path.parent)
        new = str(merged.document["slug"])
        names = {slug: loaded.content, copied: content}
        for name, before in names.items():
            if name != new:
                storage.stage(name, None, before=before)
        storage.stage_document(new, merged.document, before=names.get(new), took_in=digest(copy))
        for name in names.keys() - {new}:
            follow(storage, name, new)
        change = differences(storage.read(with_uids(own), slug), read_drama(merged.document, new))
        told = "".join(f"; {told_line(one)}" for one in merged.told)
        return f"Merged {path.name} into {new}: {change or 'nothing new in it'}{told}."

    return mend


def giving_way(slug: str, to: str) -> Mend:
    """Removes a drama that is there under another name, too."""

    def mend(storage: Storage) -> str:
        storage.stage(slug, None, before=storage.content(slug))
        follow(storage, slug, to)
        return f"Removed {slug}, the same as {to}.json."

    return mend


def _is_free(storage: Storage, name: str) -> bool:
    """Whether nothing lies under a name, and nothing did before this change took it away."""
    return not storage.has(name) and not files.exists(storage.places.drama(name))


def _names(slug: str) -> "map[str]":
    """Names under which a copy can lie until it has gone."""
    return map(f"{cut_slug(slug, 54)}-copy-{{}}".format, count(1))

"""Copies of a file that sync programs make where two machines changed it, known by the names they give."""

import re
from collections.abc import Callable
from pathlib import Path

from watchlog.errors import Damaged
from watchlog.journal.drama.difference import differences
from watchlog.journal.drama.encoding import encoded, from_bytes, unreadable
from watchlog.journal.drama.reading import RecordError, read_drama
from watchlog.journal.drama.records import Document
from watchlog.journal.drama.slugs import slug_for
from watchlog.journal.keep.doctor.findings import (
    FIX,
    Findings,
    comparing,
    deleting,
    for_shell,
    moving,
    reason,
    removing,
)
from watchlog.journal.keep.doctor.merging import giving_way, merged_copy, merging
from watchlog.journal.keep.importing.lineage import Lineage
from watchlog.journal.store import files
from watchlog.journal.store.paths import slug_of

_NAMED = re.compile(
    r"""(?P<original>[a-z0-9]+(?:-[a-z0-9]+)*)
    (?: \ \(.+\)              # Dropbox (Anna's conflicted copy 2021-01-25), Google Drive (1), Nextcloud, Seafile
      | \.sync-conflict-.+    # Syncthing
      | \ [0-9]+              # iCloud
      | -[A-Z][A-Za-z0-9-]*   # OneDrive, with the machine's name; a slug has no capitals
      | [._]conflict.*        # ownCloud, Resilio
      | \ \[.+\]              # pCloud
      | \ (?:-\ )?[Cc]opy.*   # Finder and Explorer
    )\.json""",
    re.VERBOSE,
)


def original_name(name: str, document: Document | None = None) -> str | None:
    """The name of the file that one of this name is a copy of, None if it is no copy.

    What a document says of its own slug is believed first, if the name agrees.
    """
    slug = document.get("slug") if document else None
    if isinstance(slug, str) and slug_of(f"{slug}.json") and name.startswith(slug):
        return f"{slug}.json"
    match = _NAMED.fullmatch(name)
    return f"{match['original']}.json" if match else None


def look_for_copies(folder: Path, ours: Callable[[str], object], findings: Findings) -> None:
    """Look at the copies of `ours`, the files of a folder that the journal knows."""
    for name in files.plain(folder):
        original = None if ours(name) else original_name(name)
        if original and ours(original):
            look_at_copy(folder / name, folder / original, findings)


def look_at_strays(dramas: Path, findings: Findings, lineage: Lineage) -> list[str]:
    """Look at the files in the folder of dramas that are not taken for any: copies, and those with another name.

    Gives the dramas of which there are copies.
    """
    copied = []
    for name in files.plain(dramas):
        if not name.endswith(".json") or slug_of(name):
            continue
        path = dramas / name
        document = _read(path)
        original = original_name(name, None if isinstance(document, str) else document)
        better = dramas / (original or f"{slug_for(name.removesuffix('.json'))}.json")
        if original or files.exists(better):
            look_at_copy(path, better, findings, lineage)
            copied.append(better.stem)
        else:
            rename = f"Give it the name of a slug: {moving(path, better)}"
            findings.add(path, "not taken for a drama: its name is not a slug", rename)
    return copied


def look_at_copy(path: Path, original: Path, findings: Findings, lineage: Lineage | None = None) -> None:
    """Say how a copy differs from the file it is a copy of; with the lineage of the dramas one can be merged."""
    copy, own = _read(path), _read(original)
    of = f"a copy of {original.name}"
    move = moving(path, original)
    if isinstance(copy, str):
        findings.add(path, f"{of}, and damaged: {copy}", f"If it holds nothing you miss: {deleting(path)}")
    elif own is None:
        findings.add(path, f"{of}, which is not there", f"To have it back: {move}")
    elif isinstance(own, str):
        aside = moving(original, original.with_suffix(".damaged"))
        take = f"Put the damaged one aside: {aside}\nThen take the copy: {move}"
        findings.add(path, f"{of}, which is damaged while the copy is not", take)
    elif copy is not None and _words(copy) == _words(own):
        slug, of_drama = slug_of(path.name), slug_of(original.name)
        mend = giving_way(slug, of_drama) if slug and of_drama else removing(path)
        findings.add(path, f"{of} with nothing in it that is not there", FIX, mend=mend)
    elif copy is not None:
        slug = slug_of(original.name)
        differs = f"{of} with {_differences(own, copy, original)}"
        if slug and lineage and _merges(own, copy, slug, lineage):
            findings.add(path, differs, FIX, mend=merging(path, slug, lineage))
        else:
            findings.add(path, differs, _by_hand(path, original))


def _read(path: Path) -> Document | str | None:
    """The document in a file, None where there is no file, or what is wrong with it."""
    try:
        content = files.read(path)
        return None if content is None else from_bytes(content, path)
    except OSError as error:
        return reason(unreadable(path, error), path)
    except Damaged as error:
        return reason(error, path)


def _words(document: Document) -> bytes:
    """What tells two documents apart, whatever slug they have and however they are set."""
    return encoded({key: part for key, part in document.items() if key != "slug"}, sorted_keys=True)


def _differences(own: Document, copy: Document, original: Path) -> str:
    slug = slug_of(original.name)
    if slug is None:
        return "other words"
    try:
        before, after = (read_drama({**document, "slug": slug}, slug) for document in (own, copy))
    except RecordError as error:
        return f"other words, and not right ({error})"
    return differences(before, after) or "its fields in another form"


def _merges(own: Document, copy: Document, slug: str, lineage: Lineage) -> bool:
    return merged_copy({"slug": slug, **own}, {"slug": slug, **copy}, lineage) is not None


def _by_hand(path: Path, original: Path) -> str:
    compare = f"Compare: {comparing(original, path)}"
    merge = [f"Merge it; words that would go are shown: watchlog import {for_shell(path)}"]
    return "\n".join([compare, *(merge if slug_of(original.name) else []), f"Then: {deleting(path)}"])

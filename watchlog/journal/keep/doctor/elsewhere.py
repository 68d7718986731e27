"""Words of a journal that lie where nobody reads them: in a cloud, or in a folder that a sync tool made."""

import re
from collections.abc import Iterator
from pathlib import Path

from watchlog.journal.keep.doctor.findings import Findings, for_shell
from watchlog.journal.store import files
from watchlog.journal.store.paths import Places, offloaded_of

_SECOND = re.compile(r"(?:dramas|history)[ ._(~-].*", re.IGNORECASE)
_LOOK_INTO = "Move what is missing into the folder history, then remove it."


def look_for_offloaded(dramas: Path, findings: Findings) -> Iterator[str]:
    """Look for dramas that are only in iCloud; gives their slugs."""
    for name in files.names(dramas):
        if (slug := offloaded_of(name)) is not None:
            path = dramas / name
            findings.add(path, "it is in iCloud, and not downloaded", f"brctl download {for_shell(path)}")
            yield slug


def look_for_second_folders(places: Places, findings: Findings) -> None:
    """Look for the folder that a sync tool put beside that of the dramas or of the history."""
    for name in filter(_SECOND.fullmatch, files.names(places.root)):
        path = places.root / name
        count = sum(one.endswith(".json") for one in files.plain(path)) if path.is_dir() else 0
        if count:
            take = f"Take in what is in it: watchlog import {for_shell(path)}/*.json\nThen: rm -r {for_shell(path)}"
            said = f"a second folder that a sync tool made, with {count} files that nobody reads"
            findings.add(path, said, take if name.lower().startswith("dramas") else _LOOK_INTO)

"""People at work on a drama: scripts of small changes, as the program makes them, on several machines.

A change is a word and three numbers, which pick what it is done to and with: any script can be done to any drama.
"""

from collections.abc import Sequence
from copy import deepcopy

from hypothesis import strategies as st

from tests.journal.keep.changes import CHANGES, At
from watchlog.journal.drama.records import KINDS, Document
from watchlog.journal.drama.uids import records

Change = tuple[str, int, int, int]
Script = list[Change]


def new_drama(uid: str = "runonaaa", added: str | None = "2021-01-01T20:00:00+00:00") -> Document:
    made: Document = {"slug": "run-on", "uid": uid, "title": "Run On", "type": "drama", "status": "watching"}
    return made | ({"added": added} if added else {}) | {"next_id": 1}


def scripts(most: int = 5) -> st.SearchStrategy[Script]:
    number = st.integers(0, 11)
    return st.lists(st.tuples(st.sampled_from(sorted(CHANGES)), number, number, number), max_size=most)


def done(document: Document, script: Sequence[Change], machine: str = "") -> Document:
    """The drama after the script was done on a machine."""
    changed = deepcopy(document)
    for step, (name, first, second, third) in enumerate(script):
        CHANGES[name](At(changed, first, second, third, f"{machine}{step}"))
    return tidy(changed)


def tidy(document: Document) -> Document:
    """Without empty lists and records, as it is written down."""
    for field in ("aired", "synopsis"):
        if field in document:
            record = document[field]
            assert isinstance(record, dict)
            document[field] = {name: value for name, value in record.items() if value not in ([], "")}
    return {name: value for name, value in document.items() if value not in ([], {})}


def without_uids(document: Document, *, numbers: bool = False) -> Document:
    """The drama as an older version wrote it; without the numbers of its items, too, as a notes app might."""
    lost = {"uid", "id"} if numbers else {"uid"}
    bare = {name: value for name, value in document.items() if name != "uid"}
    for field in (*KINDS.values(), "rounds"):
        if field in bare:
            bare[field] = [
                {name: value for name, value in one.items() if name not in lost} for one in records(bare, field)
            ]
    return bare

"""Facts merged: a value beats none, else the greater stands and the other is told."""

from collections.abc import Callable, Iterator

from msgspec import UNSET

from watchlog.journal.drama.records import Document
from watchlog.journal.keep.merging.three import Three, Value, exact, field, greater
from watchlog.journal.keep.merging.told import Told


def merged_facts(record: Three[Document], both: Callable[[Value, Value], Value] = greater) -> Document:
    """The fields of a record, each by itself; what stands of two that were changed, `both` says."""
    standing = {name: field(record, name).settled(both, exact) for name in {**record.ours, **record.theirs}}
    return {name: value for name, value in standing.items() if value is not UNSET}


def told_facts(record: Three[Document], standing: Document, where: str = "") -> Iterator[Told]:
    """What there is to tell of the fields of a record: each value that a side gave it and that does not stand."""
    for name in {**record.ours, **record.theirs}:
        quiet = {exact(standing.get(name, UNSET)), exact(record.known({}).get(name, UNSET)), exact(None)}
        for side in record.sides:
            if name in side and exact(side[name]) not in quiet:
                quiet.add(exact(side[name]))
                yield Told("fact", where + name, standing.get(name), side[name])

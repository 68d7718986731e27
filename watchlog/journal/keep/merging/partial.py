"""A document from which something was left out, made whole before it is merged."""

from collections import Counter

from msgspec.structs import replace

from watchlog.journal.drama.fields import AIRED_LISTS, WORD_LISTS
from watchlog.journal.drama.records import Document, Json
from watchlog.journal.drama.uids import drama_uid, sorted_json
from watchlog.journal.keep.merging.drama import APART
from watchlog.journal.keep.merging.engine import merged_sides
from watchlog.journal.keep.merging.fields import only, record_of, sparse, values_of, without
from watchlog.journal.keep.merging.recognising import recognised
from watchlog.journal.keep.merging.rounds import episodes_of
from watchlog.journal.keep.merging.sides import Side, side_of
from watchlog.journal.keep.merging.three import Three


def filled(partial: Document, base: Document | None, ours: Document) -> Document:
    """The partial document, completed with what it lacks of the base; of ours, where there is no base.

    What it has stands as it is there, so that it merges as a whole one and removes nothing. It may have given the
    number of an item that was left out to another: then the one that was left out gets a new number.
    """
    full = sparse(base or ours)
    named: Document = {"uid": drama_uid(full)}
    documents = recognised(full, named | sparse(partial), full)
    whole = side_of(documents.theirs, {})
    own = side_of(documents.ours, whole.uids)
    left_out = {
        uid: replace(item, number=None if item.number in own.uids else item.number)
        for uid, item in whole.items.items()
        if uid not in own.items
    }
    shared = Side(
        _shared_fields(whole.document, own.document),
        {uid: item for uid, item in whole.items.items() if uid in own.items},
        {uid: _shared_round(one, own.rounds[uid]) for uid, one in whole.rounds.items() if uid in own.rounds},
    )
    return merged_sides(Three(shared, own, replace(whole, items=whole.items | left_out))).document


def _shared_fields(whole: Document, own: Document) -> Document:
    """The fields that the partial document has, as they were. Of what it lacks nothing was removed."""
    shared = only(own, ("uid", "added")) | only(without(whole, APART), own)
    shared |= {name: _shared_values(values_of(whole, name), values_of(own, name)) for name in (*WORD_LISTS, "ratings")}
    aired, own_aired = record_of(whole, "aired"), record_of(own, "aired")
    shared["aired"] = only(without(aired, AIRED_LISTS), own_aired) | {
        name: _shared_values(values_of(aired, name), values_of(own_aired, name)) for name in AIRED_LISTS
    }
    shared["synopsis"] = record_of(whole, "synopsis") if record_of(own, "synopsis").get("text") else {}
    return shared


def _shared_values(whole: list[Json], own: list[Json]) -> list[Json]:
    """The values of a list that both have, each as often as both."""
    both = Counter(map(sorted_json, whole)) & Counter(map(sorted_json, own))
    values = {sorted_json(value): value for value in whole}
    return [values[text] for text in both.elements()]


def _shared_round(whole: Document, own: Document) -> Document:
    """A round as it was, without the episodes and days the partial document does not have."""
    seen = {episode: day for episode, day in episodes_of(whole).items() if episodes_of(own).get(episode)}
    return only(whole, own) | {"episodes": seen}

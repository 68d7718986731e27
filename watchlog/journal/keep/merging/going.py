"""What goes: what stands in a drama before a change and is there afterwards in no form."""

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from watchlog.journal.drama.fields import AIRED_LISTS, WORD_LISTS
from watchlog.journal.drama.records import Document, Json
from watchlog.journal.drama.uids import alike, items_of, sorted_json, with_uids, words_of
from watchlog.journal.keep.merging.fields import record_of, sparse, values_of
from watchlog.journal.keep.merging.rounds import are_alike, episodes_of
from watchlog.journal.keep.merging.sides import Side, side_of


class Gone(Struct, frozen=True):
    """A value that goes. `what` is the kind of item, `round`, or the field: `tags`, `aired.off`, `review.closing`…

    `value` is the item, the round or the value itself; `spoiler` its mark, if it has one.
    """

    what: str
    value: Json
    spoiler: str = "none"


def gone(before: Document, after: Document) -> list[Gone]:
    """The items, texts and values of lists that are there afterwards in no form.

    What has other words now is not gone, nor what stands as a second version or has become a note.
    """
    old, new = (side_of(with_uids(sparse(document)), {}) for document in (before, after))
    found = [*_items(old, new), *_synopsis(old, new), *_rounds(old, new)]
    for name in (*WORD_LISTS, "ratings"):
        found += _values(name, values_of(old.document, name), values_of(new.document, name))
    runs = [record_of(side.document, "aired") for side in (old, new)]
    for name in AIRED_LISTS:
        found += _values(f"aired.{name}", *(values_of(run, name) for run in runs))
    return found


def _items(old: Side, new: Side) -> Iterator[Gone]:
    """Items that are nowhere; and texts of items that were emptied."""
    documents = {str(item["uid"]): (kind, item) for kind, item in items_of(old.document)}
    for uid, item in old.items.items():
        kind, document = documents[uid]
        if uid in new.items:
            emptied = words_of(document).keys() - new.items[uid].words.fields.keys()
            for name in sorted(emptied):
                if isinstance(text := document[name], str):
                    yield Gone(f"{kind}.{name}", text, item.spoiler)
        elif not any(item.words.form == other.words.form for other in new.items.values()):
            yield Gone(kind, document, item.spoiler)


def _synopsis(old: Side, new: Side) -> Iterator[Gone]:
    synopsis = record_of(old.document, "synopsis")
    text = synopsis.get("text")
    notes = (alike(item.words.fields.get("text")) for item in new.items.values())
    if text and not record_of(new.document, "synopsis").get("text") and alike(text) not in notes:
        yield Gone("synopsis", text, str(synopsis.get("spoiler") or "none"))


def _rounds(old: Side, new: Side) -> Iterator[Gone]:
    """Rounds that are nowhere; of one that is there, the episodes that were taken out of it, as a round of them."""
    for uid, one in old.rounds.items():
        alike_ones = [other for other in new.rounds.values() if are_alike(one, other)]
        other = new.rounds.get(uid) or next(iter(alike_ones), None)
        if other is None:
            yield Gone("round", one)
        elif missing := {name: day for name, day in episodes_of(one).items() if name not in episodes_of(other)}:
            yield Gone("round", {"episodes": missing})


def _values(name: str, before: list[Json], after: list[Json]) -> Iterator[Gone]:
    """Values of which there are fewer; a rating of a day that has another one now was changed."""
    missing = Counter(map(sorted_json, before)) - Counter(map(sorted_json, after))
    known = {sorted_json(value) for value in before}
    rated = [value.get("on") for value in after if isinstance(value, dict) and sorted_json(value) not in known]
    for value in {sorted_json(value): value for value in before}.values():
        for _ in range(missing[sorted_json(value)]):
            if isinstance(value, dict) and value.get("on") in rated:
                rated.remove(value.get("on"))
            else:
                yield Gone(name, value)

"""What is asked of a merged drama."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import partial

from watchlog.journal.drama.fields import AIRED_LISTS, WORD_LISTS
from watchlog.journal.drama.records import KINDS, Document, Json
from watchlog.journal.drama.references import FIELDS, references
from watchlog.journal.drama.uids import alike, items_of, records, sorted_json, version_uid, words_of
from watchlog.journal.keep.merging import Merged
from watchlog.journal.keep.merging.sides import side_of


def content(document: Document) -> Json:
    """The drama with the order of its lists aside."""
    plain: Document = {name: _sorted(value) for name, value in document.items()}
    if isinstance(aired := plain.get("aired"), dict):
        plain["aired"] = {name: _sorted(value) for name, value in aired.items()}
    plain["imported"] = _sorted(
        [{name: _sorted(value) for name, value in one.items()} for one in records(document, "imported")]
    )
    for field in KINDS.values():
        plain[field] = _sorted(
            [
                {name: _sorted(value) if name == "tags" else value for name, value in item.items()}
                for item in records(document, field)
            ]
        )
    return plain


def faults(document: Document) -> Iterator[str]:
    """Why a document is not sound."""
    items = [item for _, item in items_of(document)]
    for name, values in (
        ("uid", [item.get("uid") for item in items]),
        ("id", [item.get("id") for item in items]),
        ("round", [one.get("uid") for one in records(document, "rounds")]),
    ):
        yield from (f"{name} {value} twice" for value, count in Counter(values).items() if count > 1 or value is None)
    next_id, count = document["next_id"], document.get("episodes")
    assert isinstance(next_id, int)
    yield from (f"{item['id']} not below next_id" for item in items if not _number(item["id"]) < next_id)
    spoken = [item["episode"] for item in items if "episode" in item]
    spoken += [int(episode) for one in records(document, "rounds") for episode in _record(one, "episodes")]
    if isinstance(count, int):
        yield from (f"episode {episode} of {count}" for episode in spoken if _number(episode) > count)
    aired = _record(document, "aired")
    for record, first, last in [
        (aired, "from", "to"),
        *((one, "started", "finished") for one in records(document, "rounds")),
    ]:
        if str(record.get(first, "")) > str(record.get(last, "9")):
            yield f"ends on {record[last]}, before {record[first]}"
    if {*map(str, _values(aired, "off"))} & {*map(str, _values(aired, "extra"))}:
        yield "off and extra"


def missing(result: Merged, base: Document | None, side: Document, other: Document) -> Iterator[str]:
    """What stands on a side and not in the result, though the other side did not take it away.

    What was changed on both sides and does not stand has to be told.
    """
    known = {str(item["uid"]): form(kind, item) for kind, item in items_of(base or {})}
    there = {form(kind, item) for kind, item in items_of(result.document)}
    words = side_of(side, _uids(base or {})).items
    elsewhere = {str(item["uid"]) for _, item in items_of(other)}
    for kind, item in items_of(side):
        uid = str(item["uid"])
        # The other side can have taken this wording in before, and gone on with it.
        version = version_uid(uid, [*words[uid].words.key])
        if form(kind, item) not in {*there, known.get(uid)} and version not in elsewhere:
            yield f"item {item}"
    yield from _missing_values(result.document, base, side, other)
    yield from _missing_episodes(result, base, side)
    yield from _missing_facts(result, base or {}, side)
    yield from _missing_synopsis(result.document, base or {}, side, elsewhere)


def _missing_synopsis(result: Document, base: Document, side: Document, elsewhere: set[str]) -> Iterator[str]:
    synopsis = _record(side, "synopsis")
    text = "\n\n".join(str(synopsis[name]) for name in ("text", "source") if name in synopsis)
    known = version_uid("synopsis", [sorted_json(["note", alike({"text": text})])])
    texts = [
        alike(_record(result, "synopsis").get("text")),
        *(alike(item["text"]) for item in records(result, "notes")),
    ]
    stands = alike(synopsis.get("text")) in texts or alike(text) in texts
    changed = "text" in synopsis and alike(synopsis["text"]) != alike(_record(base, "synopsis").get("text"))
    if changed and not stands and known not in elsewhere:
        yield f"synopsis {synopsis}"


def astray(result: Document, base: Document | None, side: Document) -> Iterator[str]:
    """The items a side changed whose words stand in the result, and have a reference that leads elsewhere now."""
    there = {str(item["uid"]) for _, item in items_of(result)}
    own = {str(item["uid"]) for _, item in items_of(side)}
    before = [words_of(item) for _, item in items_of(base or {})]
    for kind, item in items_of(side):
        if words_of(item) in before:
            continue
        wanted = _leads(kind, item, _uids(base or {}) | _uids(side))
        found = [
            _leads(kind, other, _uids(result))
            for _, other in items_of(result)
            if form(kind, other) == form(kind, item) and (other["uid"] == item["uid"] or other["uid"] not in own)
        ]
        if found and not any(all(map(partial(_follows, there), wanted, leads)) for leads in found):
            yield f"{item}: {wanted}, {found}"


def _follows(there: set[str], before: str, now: str) -> bool:
    """Whether a reference leads where it led; one that led nowhere may lead somewhere on the other side."""
    return now == before if before in there else before == "" or now == ""


def form(kind: str, item: Document) -> str:
    """The words of an item without its references."""
    return re.sub(r"\[\[[0-9]+\]\]", "[[]]", json.dumps([kind, alike(words_of(item))], sort_keys=True))


def _uids(document: Document) -> dict[int, str]:
    return {_number(item["id"]): str(item["uid"]) for _, item in items_of(document)}


def _leads(kind: str, item: Document, uids: dict[int, str]) -> list[str]:
    texts = [str(item.get(field, "")) for field in FIELDS.get(kind, [])]
    return [uids.get(one.number or 0, "") for text in texts for one in references(text)]


def _missing_values(result: Document, base: Document | None, side: Document, other: Document) -> Iterator[str]:
    for field in (*WORD_LISTS, "ratings", *AIRED_LISTS):
        there, before, here, elsewhere = (_listed(one, field) for one in (result, base or {}, side, other))
        if field == "extra":
            there = there + _listed(result, "off")
        for value in here:
            taken_away = base is not None and before.count(value) > elsewhere.count(value)
            if value not in there and not taken_away:
                yield f"{field} {value}"


def _listed(document: Document, field: str) -> list[Json]:
    return _values(_record(document, "aired") if field in ("days", "off", "extra") else document, field)


def _missing_episodes(result: Merged, base: Document | None, side: Document) -> Iterator[str]:
    """Episodes a side wrote down: not those that stood in the base, even if in a round that was made anew since."""
    there = [_record(one, "episodes") for one in records(result.document, "rounds")]
    before = [_record(one, "episodes") for one in records(base or {}, "rounds")]
    told = [one.other for one in result.told if one.kind == "day"]
    for one in records(side, "rounds"):
        for episode, day in _record(one, "episodes").items():
            days = [seen[episode] for seen in there if episode in seen]
            stands = any(str(found or "").startswith(str(day or "")) for found in days)
            known = any(episode in seen and seen[episode] == day for seen in before)
            if not stands and not known and (not days or day not in told):
                yield f"episode {episode} of {one}"


def _missing_facts(result: Merged, base: Document, side: Document) -> Iterator[str]:
    told = [(one.what, json.dumps(one.other)) for one in result.told if one.kind == "fact"]
    fields = ("title", "country", "runtime", "year", "status", "channel", "novel", "slug", "episodes")
    for name in (*fields, "aired.from", "aired.to", "aired.hour", "synopsis.lang"):
        value, before, stands = (_field(one, name) for one in (side, base, result.document))
        if value not in (None, before, stands) and (name, json.dumps(value)) not in told:
            yield f"{name} {value}"


def _field(document: Document, name: str) -> Json:
    record, _, field = name.rpartition(".")
    return (_record(document, record) if record else document).get(field)


def _sorted(value: Json) -> Json:
    return sorted(value, key=lambda one: json.dumps(one, sort_keys=True)) if isinstance(value, list) else value


def _record(record: Document, name: str) -> Document:
    found = record.get(name) or {}
    assert isinstance(found, dict)
    return found


def _values(record: Document, name: str) -> list[Json]:
    found = record.get(name) or []
    assert isinstance(found, list)
    return found


def _number(value: Json) -> int:
    assert isinstance(value, int)
    return value

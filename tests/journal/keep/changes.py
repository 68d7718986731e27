"""Small changes to a drama, as the program makes them; three numbers pick what each is done to and with."""

from collections.abc import Callable, Iterator

from watchlog.journal.drama.records import KINDS, Document, Json
from watchlog.journal.drama.uids import hashed_uid, items_of, records

_TEXTS = ("apple", "zebra", "see [[{}]]", "see [[{}]] and [[{}]]", "`[[{}]]` is [[{}]]", "zebra\u00a0", "it's", "it’s")
_DAYS = ("2021-01-01", "2021-01-02", "2021-01", "2021", "2022-03-01")
_FULL_DAYS = ("2021-01-01", "2021-01-02", "2022-03-01")
_EPISODES = 6


class At:
    """Where a change is made."""

    def __init__(self, drama: Document, first: int, second: int, third: int, seed: str) -> None:
        self.drama, self.first, self.second, self.third, self.seed = drama, first, second, third, seed

    def uid(self, what: str) -> str:
        return hashed_uid(what, self.seed, self.first, self.second, self.third, self.drama.get("next_id"))

    def list_of(self, field: str) -> list[Json]:
        found = self.drama.setdefault(field, [])
        assert isinstance(found, list)
        return found

    def record(self, field: str) -> Document:
        found = self.drama.setdefault(field, {})
        assert isinstance(found, dict)
        return found

    def item(self) -> tuple[str, Document] | None:
        items = list(items_of(self.drama))
        return items[self.first % len(items)] if items else None

    def text(self) -> str:
        next_id = self.drama["next_id"]
        assert isinstance(next_id, int)
        # Items that are there, that were, and one to come.
        return _TEXTS[self.second % len(_TEXTS)].format(self.third % (next_id + 1) + 1, self.first % (next_id + 1) + 1)

    def episode(self) -> int:
        count = self.drama.get("episodes")
        return self.third % (count if isinstance(count, int) else _EPISODES) + 1

    def round(self) -> Document | None:
        rounds = records(self.drama, "rounds")
        return rounds[self.first % len(rounds)] if rounds else None


def _add(at: At) -> None:
    kind = [*KINDS][at.first % len(KINDS)]
    item: Document = {"id": at.drama["next_id"], "uid": at.uid("item"), **_words(kind, at)}
    at.list_of(KINDS[kind]).append(item)
    assert isinstance(item["id"], int)
    at.drama["next_id"] = item["id"] + 1


def _words(kind: str, at: At) -> Document:
    if kind == "quote":
        return {"lines": [{"speaker": "Mi Joo", "text": at.text()}, {"text": "No.", "pause": at.third}]}
    if kind == "cast":
        return {"actor": "Im Si Wan", "note": at.text()}
    if kind == "song":
        return {"title": at.text()}
    if kind == "review":
        return {"text": at.text(), "on": _DAYS[at.third % len(_DAYS)]}
    return {"episode": at.episode(), "text": at.text()}


def _edit(at: At) -> None:
    if found := at.item():
        kind, item = found
        item.update(_words(kind, at))
        item.pop("merged", None)


def _comment(at: At) -> None:
    if found := at.item():
        found[1]["mood"] = [at.second % 2, None]


def _look_at(at: At) -> None:
    """Its editor saved without a change."""
    if found := at.item():
        found[1].pop("merged", None)


def _mark(at: At) -> None:
    if found := at.item():
        found[1].pop("spoiler", None)
        if at.second % 3:
            found[1]["spoiler"] = ("minor", "major")[at.second % 2]


def _tag(at: At) -> None:
    found = at.item()
    if found and found[0] in ("note", "quote", "scene"):
        tags = found[1].setdefault("tags", [])
        assert isinstance(tags, list)
        _toggle(tags, ("calm", "rain")[at.second % 2], at)
        if not tags:
            del found[1]["tags"]


def _remove(at: At) -> None:
    if found := at.item():
        kind, item = found
        at.drama[KINDS[kind]] = [one for one in records(at.drama, KINDS[kind]) if one is not item]


def _move(at: At) -> None:
    if found := at.item():
        row = at.list_of(KINDS[found[0]])
        row.append(row.pop(at.second % len(row)))


def _toggle(values: list[Json], value: Json, at: At) -> None:
    if value in values and at.third % 3:
        values.remove(value)
    else:
        values.append(value)


def _list(at: At) -> None:
    field = ("genres", "tags", "links", "warnings", "novel")[at.first % 5]
    _toggle(at.list_of(field), ("Romance", "Sport", "Comedy")[at.second % 3], at)


def _fact(at: At) -> None:
    field = ("title", "country", "runtime", "year", "status", "channel", "slug")[at.first % 7]
    values: dict[str, tuple[Json, ...]] = {
        "title": ("Run On", "Run On!", "Keep Running"),
        "country": (None, "Korea", "South Korea"),
        "runtime": (None, 60, 70),
        "year": (None, 2020, 2021),
        "status": ("watching", "completed", "dropped"),
        "channel": (None, {"name": None, "number": 9.50}, [1]),
        "slug": ("run-on", "run-on-2020", "run-on-2"),
    }
    at.drama.pop(field, None)
    if (value := values[field][at.second % 3]) is not None:
        at.drama[field] = value


def _episodes(at: At) -> None:
    """Nobody says fewer episodes than the drama speaks of."""
    spoken = [item.get("episode") for _, item in items_of(at.drama)]
    latest = max([*(one for one in spoken if isinstance(one, int)), *_seen(at.drama)], default=1)
    at.drama.pop("episodes", None)
    if at.second % 3:
        at.drama["episodes"] = latest + at.second % 3


def _seen(drama: Document) -> Iterator[int]:
    for round_ in records(drama, "rounds"):
        episodes = round_.get("episodes") or {}
        assert isinstance(episodes, dict)
        yield from map(int, episodes)


def _synopsis(at: At) -> None:
    record = at.record("synopsis")
    values: tuple[Json, ...] = ("He runs.", "She translates.", "He  runs.", "")
    record["text"] = values[at.second % 4]
    if at.third % 4 == 1:
        record["source"] = ("Viki", "mine")[at.first % 2]
    if at.third % 4 == 2:
        record["spoiler"] = "minor"
    if at.third % 4 == 3:
        record["lang"] = at.first % 3


def _rate(at: At) -> None:
    ratings = at.list_of("ratings")
    if at.first % 3 == 0 and ratings:
        ratings.pop(at.second % len(ratings))
    else:
        ratings.append({"on": _DAYS[at.second % len(_DAYS)], "overall": 7.0 + at.third % 3 / 2})


def _watch(at: At) -> None:
    round_ = at.round()
    if not round_ or at.second % 4 == 0:
        round_ = {"uid": at.uid("round")}
        at.list_of("rounds").append(round_)
    episode = str(at.episode())
    seen = round_.setdefault("episodes", {})
    assert isinstance(seen, dict)
    seen[episode] = (None, *_DAYS)[at.second % (len(_DAYS) + 1)]
    round_["episodes"] = dict(sorted(seen.items(), key=lambda one: int(one[0])))


def _unwatch(at: At) -> None:
    if round_ := at.round():
        seen = round_.get("episodes") or {}
        assert isinstance(seen, dict)
        if seen:
            seen.pop([*seen][at.second % len(seen)])
        if not seen:
            at.list_of("rounds").remove(round_)


def _begin(at: At) -> None:
    if round_ := at.round():
        field = ("started", "finished", "screen")[at.second % 3]
        round_.pop(field, None)
        if at.third % 3:
            round_[field] = _FULL_DAYS[at.third % len(_FULL_DAYS)]
        if str(round_.get("started", "")) > str(round_.get("finished", "9")):
            del round_["started"]


def _air(at: At) -> None:
    aired = at.record("aired")
    field = ("from", "to", "days", "off", "extra", "hour")[at.first % 6]
    if field in ("days", "off", "extra"):
        values = aired.setdefault(field, [])
        other = aired.get("off" if field == "extra" else "extra") or []
        assert isinstance(values, list)
        assert isinstance(other, list)
        value = ("monday", "friday", "sunday")[at.second % 3] if field == "days" else _FULL_DAYS[at.second % 3]
        if value not in other:
            _toggle(values, value, at)
    else:
        aired.pop(field, None)
        if at.third % 3:
            aired[field] = _FULL_DAYS[at.second % len(_FULL_DAYS)]
        if str(aired.get("from", "")) > str(aired.get("to", "9")):
            del aired["from"]


def _import(at: At) -> None:
    titles = records(at.drama, "imported")
    key = ("tt1", "tt2")[at.first % 2]
    title = next((one for one in titles if one["key"] == key), None)
    if title is None:
        title = {"source": "imdb", "key": key}
        at.list_of("imported").append(title)
    texts = title.setdefault("texts", [])
    assert isinstance(texts, list)
    if (digest := f"d{at.second % 4}") not in texts:
        texts.append(digest)
    if at.third % 2:
        title["score"] = 7.0 + at.third % 3


CHANGES: dict[str, Callable[[At], None]] = {
    "add": _add,
    "add another": _add,
    "edit": _edit,
    "edit again": _edit,
    "comment": _comment,
    "look at": _look_at,
    "mark": _mark,
    "tag": _tag,
    "remove": _remove,
    "move": _move,
    "list": _list,
    "fact": _fact,
    "episodes": _episodes,
    "synopsis": _synopsis,
    "rate": _rate,
    "watch": _watch,
    "watch more": _watch,
    "unwatch": _unwatch,
    "begin": _begin,
    "air": _air,
    "import": _import,
}
"""What can be done to a drama, by name."""

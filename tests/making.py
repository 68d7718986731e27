"""Dramas by chance, made from the types of the records: a field that is added is tried without anybody's doing.

What a type cannot say (days in order, episodes within the count, ids given once) is said here.
"""

from collections.abc import Callable, Mapping
from datetime import date
from string import ascii_lowercase
from typing import Any

from hypothesis import strategies as st
from msgspec import NODEFAULT
from msgspec import inspect as types

from watchlog.journal.drama.records import (
    ITEMS,
    KINDS,
    Aired,
    Document,
    Drama,
    Imported,
    Json,
    Line,
    Rating,
    Record,
    Round,
    Synopsis,
)
from watchlog.journal.drama.values import (
    DATE_SHAPE,
    EPISODE_PATTERN,
    FULL_DATE_SHAPE,
    MOMENT_PATTERN,
    SLUG_PATTERN,
    UID_PATTERN,
)

Texts = st.SearchStrategy[str]

dates = st.dates().map(lambda day: day.isoformat()) | st.sampled_from(["2021-01", "2021", "2020-02-29"])
scores = st.integers(2, 20).map(lambda halves: halves / 2)
moments = st.sampled_from(["00:00", "12:30", "123:45", "1:02:03"]) | st.builds(
    "{:02}:{:02}".format, st.integers(0, 999), st.integers(0, 59)
)
_PATTERNS: Mapping[str, Texts] = {
    DATE_SHAPE: dates,
    MOMENT_PATTERN: moments,
    EPISODE_PATTERN: (st.integers(1, 12) | st.integers(1, 100_000)).map(str),
    SLUG_PATTERN: st.just("run-on"),
    UID_PATTERN: st.text(ascii_lowercase, min_size=8, max_size=8),
    FULL_DATE_SHAPE: st.dates().map(lambda day: day.isoformat()),
}
_FIXED: Mapping[tuple[str, str], st.SearchStrategy[Json]] = {
    ("Drama", "slug"): st.just("run-on"),
    ("Drama", "episodes"): st.just(100_000),
    ("Drama", "next_id"): st.integers(100, 2**62),
    ("Review", "episodes_seen"): st.integers(0, 2**62),
    ("Round", "started"): st.just("0001"),
    ("Aired", "from"): st.just("0001"),
    ("Aired", "off"): st.lists(st.dates(max_value=date(2020, 6, 1)).map(date.isoformat), max_size=3),
    ("Aired", "extra"): st.lists(st.dates(min_value=date(2020, 6, 2)).map(date.isoformat), max_size=3),
}


def names_on_disk() -> set[str]:
    """What the fields of all records are called in a file."""
    shapes: list[type[Record]] = [Drama, *ITEMS.values(), Line, Round, Rating, Aired, Synopsis, Imported]
    return {name for shape in shapes for name in shape.__struct_encode_fields__}


class Maker:
    """Makes documents with these texts in them, and with fields nobody knows where `unknown` gives some."""

    def __init__(self, texts: Texts, unknown: st.SearchStrategy[Document]) -> None:
        self.texts = texts
        self.proper = texts.map(lambda text: text if text.strip() else f"{text}!")
        self.unknown = unknown

    def record(self, shape: type[Record], *, without: tuple[str, ...] = ()) -> st.SearchStrategy[Document]:
        """A document of that record: what it must have, any of its other fields, and some that nobody knows."""
        must: dict[str, st.SearchStrategy[Json]] = {}
        may: dict[str, st.SearchStrategy[Json]] = {}
        known = types.type_info(shape)
        assert isinstance(known, types.StructType)
        for field in known.fields:
            if field.encode_name not in without:
                needed = field.default is NODEFAULT and field.default_factory is NODEFAULT
                (must if needed else may)[field.encode_name] = self._field(shape, field)
        names = {field.encode_name for field in known.fields} | {field.name for field in known.fields}
        unknown = self.unknown.map(lambda found: {name: one for name, one in found.items() if name not in names})
        return st.builds(lambda one, more: one | more, st.fixed_dictionaries(must, optional=may), unknown)

    def item(self, shape: type[Record]) -> st.SearchStrategy[Document]:
        """An item, which is to get an id."""
        return self.record(shape, without=("id",))

    def facts(self) -> Mapping[str, st.SearchStrategy[Json]]:
        """Every field of a drama, alone, but for the items."""
        found = types.type_info(Drama)
        assert isinstance(found, types.StructType)
        return {
            field.encode_name: self._field(Drama, field)
            for field in found.fields
            if field.encode_name not in (*KINDS.values(), "title")
        }

    def dramas(self, *, most: int = 2) -> st.SearchStrategy[Document]:
        """A drama's document, with its slug or without. Its items have ids in any order."""

        facts = self.record(Drama, without=tuple(KINDS.values()))
        lists = {KINDS[kind]: st.lists(self.item(ITEMS[kind]), max_size=most) for kind in KINDS}
        numbers = st.permutations(range(1, most * len(KINDS) + 1))

        @st.composite
        def made(draw: Callable[[st.SearchStrategy[Any]], Any]) -> Document:
            document: Document = draw(facts)
            ids = iter(draw(numbers))
            for field, some in lists.items():
                items = draw(some)
                if items:
                    document[field] = [{"id": next(ids)} | item for item in items]
            return document

        return made()

    def _field(self, shape: type[Record], field: types.Field) -> st.SearchStrategy[Json]:
        place = (shape.__name__, field.encode_name)
        return _FIXED[place] if place in _FIXED else self._made(field.type)

    def _made(self, kind: types.Type) -> st.SearchStrategy[Json]:
        match kind:
            case types.UnionType():
                return st.one_of([self._made(one) for one in kind.types])
            case types.NoneType():
                return st.none()
            case types.BoolType():
                return st.booleans()
            case types.FloatType():
                return scores
            case types.IntType():
                least, most = kind.ge or 0, kind.le or 100_000
                return st.integers(least, min(most, least + 20)) | st.integers(least, most)
            case types.LiteralType():
                return st.sampled_from(kind.values)
            case types.StrType():
                return self._text(kind.pattern)
            case types.ListType():
                return st.lists(self._made(kind.item_type), min_size=kind.min_length or 0, max_size=3)
            case types.DictType():
                return st.dictionaries(self._keys(kind.key_type), self._made(kind.value_type), max_size=8)
            case types.StructType():
                assert issubclass(kind.cls, Record)
                return self.record(kind.cls)
        raise NotImplementedError(f"No values are made of the type {kind}.")

    def _keys(self, kind: types.Type) -> Texts:
        assert isinstance(kind, types.StrType)
        return self._text(kind.pattern)

    def _text(self, pattern: str | None) -> Texts:
        return _PATTERNS.get(pattern or "", self.proper if pattern else self.texts)

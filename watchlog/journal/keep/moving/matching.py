"""Which drama of the journal a title of a file is: by an id, by a title and a year, by the person's word; or none.

Nothing is guessed: where years are one apart, or two dramas would do, it is a question for the person.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from msgspec import Struct, ValidationError, field
from msgspec import json as fast_json

from watchlog.journal.drama.comparing import alike, bare
from watchlog.journal.drama.links import TitleId
from watchlog.journal.drama.values import Type
from watchlog.journal.keep.moving.naming import Called, ids_of, key_of, name_of, names_of, spellings, title_ids, year_of
from watchlog.journal.keep.moving.removed import Removals
from watchlog.journal.keep.rows import Row

NEW, SKIP = "new", "skip"
_OWN = "watchlog:"
_MANY_ADDRESSES = ("letterboxd", "short")
"""A site's kind of address of which a title has several."""


class _Imported(Struct):
    source: str = ""
    key: str = ""


class _Known(Struct):
    """What a drama's file says of what it is."""

    title: str
    native_title: str | None = None
    also_known_as: list[str] = []
    type: Type = "drama"
    year: int | None = None
    links: list[str] = []
    imported: list[_Imported] = []


class Title(Struct, eq=False, kw_only=True):
    """A drama of the journal, or one that comes in, as rows are matched with it."""

    slug: str = ""
    """Empty while it is new."""
    name: str
    names: set[Called]
    type: Type | None = None
    year: int | None = None
    ids: set[TitleId] = field(default_factory=set)


class Question(Struct, frozen=True):
    """Why nobody but the person can say which drama a row means."""

    reason: str


class Passed(Struct, frozen=True):
    """What the person said shall not come in."""

    reason: str = "you said so"


Match = Title | Question | Passed


class Matching:
    """The titles of a journal, and those that have come in, by all that they are known by."""

    def __init__(
        self, contents: Iterable[tuple[str, bytes | None]], answers: Mapping[str, str], removals: Removals | None = None
    ) -> None:
        """`contents` are the files of dramas by slug; `answers` a slug, `new` or `skip` for a title as the file has it.

        What was removed here, as `removals` know it, is passed over unless the person says `new`.
        """
        self._answers = {alike(name): answer for name, answer in answers.items()}
        self._removals = removals
        self._slugs: dict[str, Title] = {}
        self._keys: dict[str, Title] = {}
        self._ids: dict[TitleId, list[Title]] = {}
        self._names: dict[Called, list[Title]] = {}
        self._matched: dict[object, Match] = {}
        for slug, content in contents:
            self._read(slug, content)

    def match(self, row: Row, source: str) -> Match:
        """The title that a row is about."""
        asked = (source, row.key, row.title, row.season, row.year, row.type, row.links, row.watchlog)
        if known := self._matched.get(asked):
            return known
        found = self._found(row, source)
        if isinstance(found, Title):
            self._learn(found, row, source)
        self._matched[asked] = found
        return found

    def answered(self) -> Iterator[str]:
        """The slugs that the person's answers name and that are not there."""
        yield from (slug for slug in self._answers.values() if slug not in (NEW, SKIP) and slug not in self._slugs)

    def _found(self, row: Row, source: str) -> Match:
        answer = row.watchlog or self._answers.get(alike(name_of(row))) or self._answers.get(alike(row.title))
        if answer == SKIP:
            return Passed()
        if answer and answer != NEW:
            return self._slugs.get(answer) or Question(f"there is no drama {answer}")
        if known := self._keys.get(key_of(row, source)) or self._own(row):
            return known
        if answer == NEW:
            return self._new(row)
        by_id = list(dict.fromkeys(title for one in ids_of(row) for title in self._ids.get(one, ())))
        if by_id:
            return by_id[0] if len(by_id) == 1 else Question(f"its links are those of {_listed(by_id)}")
        return self._by_name(row, source)

    def _own(self, row: Row) -> Title | None:
        """The drama of this journal that a table of ours is about."""
        title = self._slugs.get(row.key.removeprefix(_OWN)) if row.key.startswith(_OWN) else None
        return title if title and title.names & {*names_of(row)} else None

    def _by_name(self, row: Row, source: str) -> Match:
        found = [title for title in self._called_so(names_of(row)) if not _contradict(title, row)]
        exact = [title for title in found if not title.names.isdisjoint(names_of(row))]
        found = exact or found
        year = year_of(row)
        near = [title for title in found if year and title.year and abs(title.year - year) == 1]
        fits = [title for title in found if not (year and title.year) or title.year == year]
        sure = [title for title in fits if year and title.year == year]
        if len(sure) == 1 or (len(fits) == 1 and not near):
            return (sure or fits)[0]
        if near and not fits:
            return Question(f"is it {_listed(near)}? It has the year {year} here")
        if fits:
            return Question(f"it may be {_listed([*fits, *near])}")
        return self._removed_as(row, source) or self._new(row)

    def _called_so(self, names: Iterable[Called]) -> Iterable[Title]:
        """The titles of these names, punctuation and spaces aside."""
        return dict.fromkeys(title for name in names for title in self._names.get(_bare(name), ()))

    def _removed_as(self, row: Row, source: str) -> Passed | None:
        """Whether the title was here once, and the person has removed it."""
        days, removed = self._removed
        title = removed.match(row, source) if removed else None
        if not isinstance(title, Title) or title.slug not in days:
            return None
        return Passed(f"{title.name} was removed on {days[title.slug]}: to have it again, --map “{row.title}=new”")

    @cached_property
    def _removed(self) -> "tuple[dict[str, str], Matching | None]":
        days: dict[str, str] = {}
        contents: dict[str, bytes] = {}
        for slug, day, content in self._removals.dramas() if self._removals else ():
            if slug not in days and slug not in self._slugs:
                days[slug], contents[slug] = day, content
        return days, Matching(contents.items(), {}) if days else None

    def _new(self, row: Row) -> Title:
        title = Title(name=name_of(row), names=set(), year=year_of(row), type=row.type)
        self._call(title, names_of(row))
        return title

    def _learn(self, title: Title, row: Row, source: str) -> None:
        """A further row with the same id or key is of the same title, whatever else it says."""
        self._keys.setdefault(key_of(row, source), title)
        self._identify(title, ids_of(row))
        if not title.slug:
            self._call(title, names_of(row))
            title.year = title.year or year_of(row)
            title.type = title.type or row.type

    def _read(self, slug: str, content: bytes | None) -> None:
        try:
            known = fast_json.decode(content or b"", type=_Known)
        except (ValidationError, ValueError):  # whoever opens it is told what is wrong with it
            return
        title = Title(slug=slug, name=known.title, names=set(), type=known.type, year=known.year)
        self._slugs[slug] = title
        names = (known.title, known.native_title or "", *known.also_known_as)
        self._call(title, [called for name in names if name for called in spellings(name, known.type)])
        self._identify(title, title_ids(known.links, known.title, known.type))
        for one in known.imported:
            self._keys.setdefault(one.key, title)

    def _call(self, title: Title, names: Iterable[Called]) -> None:
        for name in names:
            if name not in title.names:
                title.names.add(name)
                self._names.setdefault(_bare(name), []).append(title)

    def _identify(self, title: Title, ids: Iterable[TitleId]) -> None:
        for one in ids:
            if one not in title.ids:
                title.ids.add(one)
                self._ids.setdefault(one, []).append(title)


def _bare(called: Called) -> Called:
    name, season = called
    return bare(name), season


def _contradict(title: Title, row: Row) -> bool:
    """Whether two titles cannot be one: a film and a series, or two of one site."""
    if title.type and row.type and (title.type == "movie") != (row.type == "movie"):
        return True
    mine = {one[:2]: one for one in title.ids if one[:2] != _MANY_ADDRESSES}
    return any(_are_two(mine[one[:2]], one) for one in ids_of(row) if one[:2] in mine)


def _are_two(one: TitleId, other: TitleId) -> bool:
    """Whether two ids of a site are of two titles; one without a season does not say which."""
    return one.id != other.id or (None not in (one.season, other.season) and one.season != other.season)


def _listed(titles: Iterable[Title]) -> str:
    return " or ".join(f"{title.slug or title.name}{f' ({title.year})' if title.year else ''}" for title in titles)

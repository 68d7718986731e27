"""A person across dramas: what they played, under every spelling of their name."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter

from msgspec import Raw, Struct, msgpack, structs

from watchlog.errors import NotFound, WrongUsage
from watchlog.journal.drama.comparing import bare, caseless, title_key
from watchlog.journal.drama.records import CastMember, Document, Drama
from watchlog.journal.drama.romanising import agreeing, key, loosely, loosened, within
from watchlog.journal.drama.text import kept_line
from watchlog.journal.drama.values import Role, Spoiler
from watchlog.journal.store.catalogue import Catalogue

_NOBODY = Raw(msgpack.encode([]))


class Part(Struct, array_like=True):
    """What somebody plays in a drama, and what I wrote of it."""

    id: int
    actor: str
    sounds: str
    """The key of the actor's name."""
    character: str | None
    role: Role | None
    note: str | None
    spoiler: Spoiler


class Cast(Struct, array_like=True):
    """A drama and who plays in it."""

    slug: str
    title: str
    sorted_as: str
    native_title: str | None
    year: int | None
    begun: str
    """When it first aired, as far as known."""
    rating: float | None
    sounds: dict[str, str]
    """The keys of the actors' names."""
    packed: Raw

    @property
    def parts(self) -> list[Part]:
        """What each of them plays: of most dramas nobody asks."""
        found: list[Part] = msgpack.decode(self.packed, type=list[Part])
        return found


class Person(Struct):
    """Somebody, by the name they are asked for, and where they play: the newest drama first."""

    name: str
    roles: Sequence[tuple[Cast, Part]]

    @property
    def dramas(self) -> list[Cast]:
        return list({cast.slug: cast for cast, _ in self.roles}.values())

    @property
    def mean(self) -> float | None:
        """The mean of my ratings, each drama counted once."""
        ratings = [drama.rating for drama in self.dramas if drama.rating is not None]
        return round(sum(ratings) / len(ratings), 2) if ratings else None

    @property
    def also_spelt(self) -> dict[str, list[Cast]]:
        """The other spellings of the name, each with the dramas it is used in."""
        found: dict[str, list[Cast]] = {}
        for cast, part in self.roles:
            if part.actor != self.name:
                found.setdefault(part.actor, []).append(cast)
        return found


class SeveralPeople(NotFound):
    """A part of a name that several people have."""

    def __init__(self, name: str, names: Sequence[str]) -> None:
        named = "\n".join(f"  {one}" for one in names[:9])
        more = f"\n  and {len(names) - 9:,} more" if len(names) > 9 else ""
        super().__init__(f"“{name}” could be {len(names):,} people:\n{named}{more}")


def casts(catalogue: Catalogue) -> list[Cast]:
    """Who plays in each drama, by slug."""
    return sorted(each_cast(catalogue), key=attrgetter("slug"))


def each_cast(catalogue: Catalogue) -> Iterator[Cast]:
    """The same in no order, of which not all need be held."""
    return (one for part in catalogue.parts("cast", Cast, _cast) for one in part)


def _cast(drama: Drama) -> Cast:
    parts = [_part(member) for member in drama.cast]
    return Cast(
        slug=drama.slug,
        title=drama.title,
        sorted_as=title_key(drama.title),
        native_title=drama.native_title,
        year=drama.year,
        begun=(drama.aired.from_ if drama.aired else None) or str(drama.year or ""),
        rating=drama.rating.overall if drama.rating else None,
        sounds={part.actor: part.sounds for part in parts},
        packed=Raw(msgpack.encode(parts)),
    )


def _part(member: CastMember) -> Part:
    return Part(
        id=member.id,
        actor=kept_line(member.actor),
        sounds=key(member.actor),
        character=member.character,
        role=member.role,
        note=member.note,
        spoiler=member.spoiler,
    )


def find_person(casts: Sequence[Cast], name: str, *, exactly: bool = False) -> Person:
    """The person meant by a name in any of its spellings, or by a part of it; `exactly` allows one spelling only.

    Raises NotFound with a guess, SeveralPeople, WrongUsage.
    """
    wanted = kept_line(name)
    if not wanted:
        raise WrongUsage("Who? Give a name, like: watchlog person “Im Si Wan”")
    sounds: dict[str, str] = {}
    for cast in casts:
        sounds |= cast.sounds
    names = _spelt(sounds, wanted) if exactly else _same(sounds, wanted) or _partly(sounds, wanted)
    if not names:
        raise NotFound(f"There is nobody named “{wanted}” in the casts.\n{_guess(sounds, wanted)}")
    named = frozenset(names)
    by_title = sorted(
        (cast for cast in casts if not named.isdisjoint(cast.sounds)), key=lambda cast: (cast.sorted_as, cast.slug)
    )
    newest = sorted(by_title, key=lambda cast: cast.begun, reverse=True)
    roles = [(cast, part) for cast in newest for part in cast.parts if part.actor in named]
    return Person((_spelt(sounds, wanted) or _most_used(roles))[0], roles)


def everybody(casts: Iterable[Cast]) -> list[Person]:
    """Everybody in the casts, each under all spellings of their name, by name; without who is a major spoiler.

    Of the casts there is the head alone; the parts stand beside them.
    """
    found = [(structs.replace(one, sounds={}, packed=_NOBODY), one.parts) for one in casts]
    found.sort(key=lambda one: (one[0].sorted_as, one[0].slug))
    found.sort(key=lambda one: one[0].begun, reverse=True)
    places = {cast.slug: place for place, (cast, _) in enumerate(found)}
    roles: dict[str, list[tuple[Cast, Part]]] = {}
    for cast, parts in found:
        for part in parts:
            if part.spoiler != "major":
                roles.setdefault(part.actor, []).append((cast, part))
    near: dict[str, list[str]] = {}
    for name, played in roles.items():
        near.setdefault(loosened(played[0][1].sounds), []).append(name)
    people = []
    left = dict.fromkeys(sorted(roles, key=lambda name: -len(roles[name])))
    while left:
        name = next(iter(left))
        names = [one for one in _same(_around(name, near, roles), name) if one in left]
        of_all = [role for one in names for role in roles[one]]
        people.append(Person(name, sorted(of_all, key=lambda role: places[role[0].slug])))
        for one in names:
            del left[one]
    return sorted(people, key=lambda person: (title_key(person.name), person.name))


def _around(name: str, near: Mapping[str, list[str]], roles: Mapping[str, list[tuple[Cast, Part]]]) -> dict[str, str]:
    """The names that may be the same as a name, or as one of these, with their sounds."""
    first = {one: None for key in loosely(name) for one in near.get(key, ())}
    second = {one: None for other in first for key in loosely(other) for one in near.get(key, ())}
    return {one: roles[one][0][1].sounds for one in sorted({**first, **second})}


def _spelt(sounds: Mapping[str, str], wanted: str) -> list[str]:
    """The name as it is written, but for case."""
    return [name for name in sounds if caseless(name) == caseless(wanted)]


def _most_used(roles: Sequence[tuple[Cast, Part]]) -> list[str]:
    names = [part.actor for _, part in roles]
    return sorted(dict.fromkeys(names), key=names.count, reverse=True)


def _same(sounds: Mapping[str, str], wanted: str) -> list[str]:
    """All spellings of a name. One that might as well be another person's name is left out."""
    pattern, sure = agreeing(wanted), key(wanted)
    found = [name for name, heard in sounds.items() if pattern.fullmatch(heard)]
    kept = [name for name in found if sounds[name] == sure or not _contested(name, found, sounds)]
    if found and not kept:
        raise SeveralPeople(wanted, found)
    return kept


def _contested(name: str, found: Collection[str], sounds: Mapping[str, str]) -> bool:
    """Whether a name agrees with others than are found: Kim Jun is Kim Joon as long as nobody is Kim Jeon."""
    pattern = agreeing(name)
    if any(pattern.fullmatch(heard) for other, heard in sounds.items() if other not in found):
        return True
    return not all(pattern.fullmatch(sounds[other]) or agreeing(other).fullmatch(sounds[name]) for other in found)


def _partly(sounds: Mapping[str, str], wanted: str) -> list[str]:
    """The person that has some words, or else some letters, in their name. Raises SeveralPeople."""
    part = within(wanted)
    found = [name for name, heard in sounds.items() if part.search(heard)]
    letters = bare(wanted)
    found = found or [name for name in sounds if letters in bare(name)]
    people: list[list[str]] = []
    for name in sorted(found, key=title_key):
        of_one = next((names for names in people if agreeing(names[0]).fullmatch(sounds[name])), None)
        if of_one is None:
            people.append([name])
        else:
            of_one.append(name)
    if len(people) > 1:
        raise SeveralPeople(wanted, [names[0] for names in people])
    return people[0] if people else []


def _guess(sounds: Mapping[str, str], wanted: str) -> str:
    from difflib import get_close_matches

    names = {bare(name): name for name in sounds}
    close = get_close_matches(bare(wanted), names, n=3, cutoff=0.6)
    if close:
        return f"Did you mean {' or '.join(names[name] for name in close)}?"
    return "See who there is: watchlog list --columns title,actors" if sounds else "Nobody is there yet: watchlog cast"


def as_document(person: Person, most: int | None = None) -> Document:
    """The person as `person --json` prints it, with so many roles at `most`."""
    return {
        "name": person.name,
        "also_spelt": [
            {"name": name, "dramas": [cast.slug for cast in dramas]} for name, dramas in person.also_spelt.items()
        ],
        "mean": person.mean,
        "dramas": [_as_document(cast, part) for cast, part in person.roles[:most]],
    }


def _as_document(cast: Cast, part: Part) -> Document:
    return {
        "drama": cast.slug,
        "title": cast.title,
        "year": cast.year,
        "rating": cast.rating,
        "id": part.id,
        "actor": part.actor,
        "character": part.character,
        "role": part.role,
        "note": part.note,
        "spoiler": part.spoiler,
    }

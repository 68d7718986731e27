"""A person across dramas: what they played, under every spelling of their name."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec import Struct

from watchlog.errors import NotFound, WrongUsage
from watchlog.journal.drama.comparing import bare, caseless, title_key
from watchlog.journal.drama.records import Document
from watchlog.journal.drama.romanising import agreeing, key, loosely, loosened, within
from watchlog.journal.drama.text import kept_line
from watchlog.journal.recall.casts import Cast, Casts, Part, Role


class Person(Struct):
    """Somebody, by the name they are asked for, and where they play: the newest drama first."""

    name: str
    roles: Sequence[Role]

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


def find_person(casts: Casts, name: str, *, exactly: bool = False) -> Person:
    """The person meant by a name in any of its spellings, or by a part of it; `exactly` allows one spelling only.

    Raises NotFound with a guess, SeveralPeople, WrongUsage.
    """
    names = spellings(casts.sounds, name, exactly=exactly)
    roles = newest_first(casts.roles_of(names))
    return Person((_spelt(dict.fromkeys(names, ""), kept_line(name)) or _most_used(roles))[0], roles)


def spellings(sounds: Mapping[str, str], name: str, *, exactly: bool = False) -> list[str]:
    """The names of the person meant, among those of these sounds. Raises as `find_person`."""
    wanted = kept_line(name)
    if not wanted:
        raise WrongUsage("Who? Give a name, like: watchlog person “Im Si Wan”")
    names = _spelt(sounds, wanted) if exactly else _same(sounds, wanted) or _partly(sounds, wanted)
    if not names:
        raise NotFound(f"There is nobody named “{wanted}” in the casts.\n{_guess(sounds, wanted)}")
    return names


def everybody(roles: Iterable[Role]) -> list[Person]:
    """Everybody who has one of these roles, each under all spellings of their name, by name; without who is a major
    spoiler.
    """
    found: dict[str, list[Role]] = {}
    for cast, part in newest_first(roles):
        if part.spoiler != "major":
            found.setdefault(part.actor, []).append((cast, part))
    sounds = {name: played[0][1].sounds for name, played in found.items()}
    near: dict[str, list[str]] = {}
    for name, heard in sounds.items():
        near.setdefault(loosened(heard), []).append(name)
    people = []
    left = dict.fromkeys(sorted(found, key=lambda name: -len(found[name])))
    while left:
        name = next(iter(left))
        names = [one for one in _same(_around(name, near, sounds), name) if one in left]
        people.append(Person(name, newest_first(role for one in names for role in found[one])))
        for one in names:
            del left[one]
    return sorted(people, key=lambda person: (title_key(person.name), person.name))


def newest_first(roles: Iterable[Role]) -> list[Role]:
    """The roles in the order a page has them."""
    by_title = sorted(roles, key=lambda role: (role[0].sorted_as, role[0].slug, role[1].place))
    return sorted(by_title, key=lambda role: role[0].begun, reverse=True)


def _around(name: str, near: Mapping[str, list[str]], sounds: Mapping[str, str]) -> dict[str, str]:
    """The names that may be the same as a name, or as one of these, with their sounds."""
    first = {one: None for key in loosely(name) for one in near.get(key, ())}
    second = {one: None for other in first for key in loosely(other) for one in near.get(key, ())}
    return {one: sounds[one] for one in sorted({**first, **second})}


def _spelt(sounds: Mapping[str, str], wanted: str) -> list[str]:
    """The name as it is written, but for case."""
    return [name for name in sounds if caseless(name) == caseless(wanted)]


def _most_used(roles: Sequence[Role]) -> list[str]:
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

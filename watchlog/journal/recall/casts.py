"""Who plays in which drama, kept by name: what one actor plays is read without that of the others."""

from array import array
from collections.abc import Collection, Iterable, Iterator

from msgspec import Struct, msgpack

from watchlog.journal.drama import values
from watchlog.journal.drama.comparing import title_key
from watchlog.journal.drama.records import Drama
from watchlog.journal.drama.romanising import key
from watchlog.journal.drama.text import kept_line
from watchlog.journal.store import layers
from watchlog.journal.store.catalogue import Catalogue
from watchlog.journal.store.kept import BLOCKS, block_of, packed, unpacked
from watchlog.journal.store.kinds import Together


class Part(Struct, array_like=True):
    """What somebody plays in a drama, and what I wrote of it."""

    id: int
    actor: str
    sounds: str
    """The key of the actor's name."""
    character: str | None
    role: values.Role | None
    note: str | None
    spoiler: values.Spoiler
    place: int = 0
    """Where it stands in the cast."""


class Cast(Struct, array_like=True):
    """A drama that somebody plays in."""

    slug: str
    title: str
    sorted_as: str
    native_title: str | None
    year: int | None
    begun: str
    """When it first aired, as far as known."""
    rating: float | None


Role = tuple[Cast, Part]


class Casts:
    """Who plays in the dramas of a journal."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        sounds = (pair for found in catalogue.together(NAMED, _sounds) for pair in found.items())
        self.sounds = dict(sorted(sounds))
        """The keys of the actors' names, by these."""

    def roles_of(self, names: Collection[str]) -> list[Role]:
        """What the actors of these names play."""
        found = self._catalogue.together(NAMED, lambda part: list(_roles(part, frozenset(names))))
        return [role for roles in found for role in roles]


def all_roles(catalogue: Catalogue) -> Iterator[Role]:
    """What everybody plays."""
    for roles in catalogue.together(NAMED, lambda part: list(_roles(part))):
        heads = {cast.slug: cast for cast, _ in roles}  # one for all of a drama
        yield from ((heads[cast.slug], part) for cast, part in roles)


class _Names(Struct, array_like=True):
    """The names in many casts. Blocks beside it: some names each, as `block_of` says, with their roles compressed."""

    slugs: list[str]
    sounds: dict[str, str]
    owners: list[bytes]
    """In which dramas each name is, by their places among the `slugs`."""


class _Roles(Struct, array_like=True):
    """The roles of a drama."""

    roles: list[Role]


def _put(dramas: Iterable[Drama]) -> tuple[_Names, list[bytes]]:
    slugs: list[str] = []
    sounds: dict[str, str] = {}
    owners: dict[str, array[int]] = {}
    blocks: list[dict[str, list[Role]]] = [{} for _ in range(BLOCKS)]
    for place, drama in enumerate(dramas):
        slugs.append(drama.slug)
        for cast, part in _of_drama(drama).roles:
            sounds[part.actor] = part.sounds
            owners.setdefault(part.actor, array("I")).append(place)
            blocks[block_of(part.actor)].setdefault(part.actor, []).append((cast, part))
    names = _Names(slugs, sounds, [owners[name].tobytes() for name in sounds])
    return names, [msgpack.encode({name: packed(of_one) for name, of_one in block.items()}) for block in blocks]


def _of_drama(drama: Drama) -> _Roles:
    cast = Cast(
        slug=drama.slug,
        title=drama.title,
        sorted_as=title_key(drama.title),
        native_title=drama.native_title,
        year=drama.year,
        begun=(drama.aired.from_ if drama.aired else None) or str(drama.year or ""),
        rating=drama.rating.overall if drama.rating else None,
    )
    return _Roles(
        [
            (
                cast,
                Part(
                    id=member.id,
                    actor=kept_line(member.actor),
                    sounds=key(member.actor),
                    character=member.character,
                    role=member.role,
                    note=member.note,
                    spoiler=member.spoiler,
                    place=place,
                ),
            )
            for place, member in enumerate(drama.cast)
        ]
    )


NAMED = Together("cast", _Names, _put, _Roles, _of_drama)


def _sounds(part: layers.Part[_Names, _Roles]) -> dict[str, str]:
    names = part.whole
    gone = {place for place, slug in enumerate(names.slugs) if slug in part.gone} if part.gone else set()
    sounds = {
        name: heard
        for (name, heard), owners in zip(names.sounds.items(), names.owners, strict=True)
        if not gone or not gone.issuperset(array("I", owners))
    }
    return sounds | {played.actor: played.sounds for one in part.since for _, played in one.roles}


def _roles(part: layers.Part[_Names, _Roles], names: frozenset[str] | None = None) -> Iterator[Role]:
    """The roles of the actors of these names, or of all."""
    wanted = part.whole.sounds if names is None else names & part.whole.sounds.keys()
    for number in sorted(set(map(block_of, wanted))):
        for name, content in msgpack.decode(part.tail(number), type=dict[str, bytes]).items():
            if names is None or name in names:
                of_one = unpacked(content, list[Role])
                yield from ((cast, played) for cast, played in of_one if cast.slug not in part.gone)
    for one in part.since:
        yield from ((cast, played) for cast, played in one.roles if names is None or played.actor in names)

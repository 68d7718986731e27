"""The items of a drama: adding one, finding it by its id, replacing it, taking it out."""

from collections.abc import Callable, Mapping, Sequence

from watchlog.errors import NotFound, Refused
from watchlog.journal.drama.dates import put_by_day
from watchlog.journal.drama.documents import sparse
from watchlog.journal.drama.records import (
    ITEMS,
    KINDS,
    CastMember,
    Drama,
    Item,
    Json,
    Note,
    Quote,
    Review,
    Scene,
    Song,
    kind_of,
)
from watchlog.journal.drama.text import shortened

_NOT_SAID = ("id", "uid", "merged", "on")
"""What two items that say the same can differ in."""


class AlreadyThere(Refused):
    """What was to be added is there, word for word."""

    def __init__(self, drama: Drama, item: Item) -> None:
        self.told = f"{drama.title} has that already: {kind_of(item)} {item.id}, {beginning(item).rstrip('.')}."
        super().__init__(f"{self.told}\nTo change it: watchlog edit {drama.slug} {item.id}")


def add_item(drama: Drama, kind: str, **fields: object) -> Item:
    """A new item of the drama, with an id of its own, after those of its kind; a review takes its place by its day.

    It is checked with the drama.
    """
    make: Callable[..., Item] = ITEMS[kind]
    new = make(id=drama.new_id(), **fields)
    if isinstance(new, Review):
        put_by_day(drama.reviews, new, lambda review: review.on)
    else:
        drama.shelves()[kind].append(new)
    return new


def check_first(drama: Drama, new: Item) -> None:
    """Raises AlreadyThere where another item of the kind says the same as the new one, word for word."""
    said = _said(new)
    for item in drama.shelves()[kind_of(new)]:
        if item is not new and _said(item) == said:
            raise AlreadyThere(drama, item)


def _said(item: Item) -> dict[str, Json]:
    return {key: given for key, given in sparse(item).items() if key not in _NOT_SAID}


def find_item(drama: Drama, id_: int) -> tuple[str, Item]:
    """The item of that id, and its kind. Raises NotFound."""
    for kind, shelf in drama.shelves().items():
        for item in shelf:
            if item.id == id_:
                return kind, item
    raise NotFound(f"{drama.title} has nothing with the id {id_}.\nThe ids are in: watchlog show {drama.slug}")


def by_episode(item: Item) -> tuple[bool, int]:
    """What items are sorted by: the episode, what is about the whole drama last."""
    episode = getattr(item, "episode", None)
    return episode is None, episode or 0


def outline(drama: Drama, ids: Sequence[int], *, spoilers: bool = False) -> list[str]:
    """A line for each item; a major spoiler is covered unless `spoilers`. Raises NotFound."""
    found = (find_item(drama, id_) for id_ in ids)
    return [f"{kind} {item.id}: {line_of(item, spoilers=spoilers)}" for kind, item in found]


def line_of(item: Item, *, spoilers: bool = False) -> str:
    """The first words of an item; a major spoiler is covered unless `spoilers`."""
    from watchlog.journal.drama.spoilers import COVERED, reveals

    if reveals(item) and not spoilers:
        episode = getattr(item, "episode", None)
        return f"episode {episode}: {COVERED}" if episode else COVERED
    return beginning(item)


def contents_line(drama: Drama) -> str:
    """A line on the whole drama: how much of each kind it holds."""
    from watchlog.journal.drama.amounts import counted  # for remove alone

    counts = [
        f"{len(shelf)} {kind if len(shelf) == 1 else KINDS[kind]}" for kind, shelf in drama.shelves().items() if shelf
    ]
    counts += [counted(len(drama.ratings), "rating")] if drama.ratings else []
    counts += ["a synopsis"] if drama.synopsis else []
    counts += [f"{len(drama.rounds)} times through"] if len(drama.rounds) > 1 else []
    seen = counted(len(drama.seen), "episode")
    return f"{drama.title}: {', '.join(counts) or 'nothing written yet'}, {seen} seen"


def take_out(drama: Drama, ids: Sequence[int]) -> list[str]:
    """Remove the items; says which they were, as `note 7`. Raises NotFound, having removed nothing."""
    found = [find_item(drama, id_) for id_ in dict.fromkeys(ids)]
    for kind, item in found:
        drama.shelves()[kind].remove(item)
    return [f"{kind} {item.id}" for kind, item in found]


def correct_item(drama: Drama, id_: int, told: Mapping[str, Json]) -> str:
    """Give the item of that id what is told of it, by its fields; says which it was. Raises NotFound, WrongUsage."""
    kind, item = find_item(drama, id_)
    told = dict(told)
    if isinstance(item, Quote):
        from watchlog.journal.drama.dialogue import corrected

        words = {name: str(told.pop(name) or "") for name in ("text", "speaker", "original") if name in told}
        item.lines = corrected(item.lines, **words)
    for name, given in told.items():
        setattr(item, name, given)
    return f"{kind} {item.id}"


def put_in_place(drama: Drama, changed: Item) -> Drama:
    """The drama with `changed` where the item of its id stands. Raises NotFound."""
    kind, item = find_item(drama, changed.id)
    shelf = drama.shelves()[kind]
    shelf[shelf.index(item)] = changed
    return drama


def beginning(item: Item) -> str:
    """The first words of an item, on one line."""
    match item:
        case Note(episode=episode, text=text, rating=rating):
            words = f"{f'episode {episode}' if episode else 'whole'}: {text or f'rated {rating}'}"
        case Quote(lines=lines):
            words = lines[0].text
        case CastMember(actor=actor, character=character):
            words = f"{actor} as {character}" if character else actor
        case Song(title=title):
            words = title
        case Scene(text=text):
            words = text
        case Review(headline=headline, text=text, verdict=verdict):
            words = headline or text or verdict or ""
        case _:
            raise TypeError(item)
    return shortened(words)

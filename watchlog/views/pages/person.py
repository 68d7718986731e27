"""A person: what they played in which drama, and what I thought of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.text import Text

from watchlog.journal.drama.amounts import counted
from watchlog.journal.drama.ratings import written
from watchlog.views.typography.blocks import Boxed
from watchlog.views.typography.marks import covered, marked, score, stars
from watchlog.views.typography.prose import emphasised
from watchlog.views.typography.setting import joined, name, spread
from watchlog.views.typography.sheet import Composed, Item, Section, Sheet, entries

if TYPE_CHECKING:
    from watchlog.journal.recall.casts import Cast, Part
    from watchlog.journal.recall.people import Person

_FIGURE = 4


def page(person: Person, *, most: int | None = None, spoilers: bool = False, today: date) -> Composed:
    """The person, and their roles, at `most` so many. Major spoilers are covered unless `spoilers`."""

    def compose(width: int) -> Iterator[RenderableType]:
        sheet = Sheet(width, today, spoilers=spoilers)
        roles = person.roles[:most]
        yield _header(person, sheet)
        yield Text()
        items: list[Item] = [(_label(cast), _role(cast, part, sheet), str(cast.year or "")) for cast, part in roles]
        airy = any(part.note for _, part in roles)
        yield from Section("Roles", str(len(person.roles)), entries(items, sheet, airy=airy)).set(sheet)
        if len(roles) < len(person.roles):
            yield from (Text(), Text(f"and {len(person.roles) - len(roles):,} more: --limit 0", "quiet"))

    return Composed(compose)


def _header(person: Person, sheet: Sheet) -> Boxed:
    padding = (0, 1) if sheet.narrow else (1, 2)
    width = max(1, sheet.width - 2 - 2 * padding[1])
    title, mean = name(person.name, "title"), _mean(person)
    together = spread(title, mean, width)
    lines: list[Text] = [together] if together else [title, mean]
    rated = [drama for drama in person.dramas if drama.rating is not None]
    count = Text(counted(len(person.dramas), "drama"), "quiet")
    of = Text(f"the mean of {len(rated)} ratings" if len(rated) > 1 else "", "quiet")
    lines.append(spread(count, of, width) or count)
    lines += [_also_spelt(spelling, dramas) for spelling, dramas in person.also_spelt.items()]
    return Boxed(Group(*lines), padding)


def _mean(person: Person) -> Text:
    mean = person.mean
    if mean is None:
        return Text("unrated", "quiet")
    return joined([stars(mean), Text(written(mean), "score")], "  ")


def _also_spelt(spelling: str, dramas: Sequence[Cast]) -> Text:
    titles = Text(", ").join(name(drama.title) for drama in dramas)
    return Text.assemble(("also spelt ", "quiet"), name(spelling, "name"), (" in ", "quiet"), titles)


def _label(cast: Cast) -> Text:
    figure = score(cast.rating)
    figure.pad_left(_FIGURE - figure.cell_len)
    return figure


def _role(cast: Cast, part: Part, sheet: Sheet) -> RenderableType:
    title = joined([name(cast.title, "name"), name(cast.native_title, "quiet")], "  ")
    if sheet.covers(part):
        return Group(title, covered("a role", part))
    played = Text.assemble(("as ", "character"), name(part.character, "character")) if part.character else Text()
    lines = [
        title,
        joined([played, part.role or "", f"{cast.slug} {part.id}"]),
        marked(emphasised(part.note or ""), part.spoiler),
    ]
    return Group(*[line for line in lines if line])

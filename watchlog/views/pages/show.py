"""The page of one drama."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date

from rich.console import RenderableType
from rich.text import Text

from watchlog.journal.drama.amounts import counted
from watchlog.journal.drama.records import Drama, Record
from watchlog.journal.drama.sections import SECTIONS as TABLE
from watchlog.journal.drama.values import Scored
from watchlog.views.sections.cast import cast
from watchlog.views.sections.episodes import episodes, scenes
from watchlog.views.sections.facts import facts
from watchlog.views.sections.header import header
from watchlog.views.sections.quotes import quotes
from watchlog.views.sections.ratings import ratings
from watchlog.views.sections.reviews import reviews
from watchlog.views.sections.songs import songs
from watchlog.views.sections.synopsis import synopsis
from watchlog.views.typography.marks import VERSIONS, scored
from watchlog.views.typography.setting import joined
from watchlog.views.typography.sheet import Composed, Section, Sheet

SECTIONS: dict[str, Callable[[Drama, Sheet], Section | None]] = {
    "synopsis": synopsis,
    "cast": cast,
    "episodes": episodes,
    "quotes": quotes,
    "songs": songs,
    "scenes": scenes,
    "reviews": reviews,
    "ratings": ratings,
    "facts": facts,
}
"""The sections of a page, in their order."""


def page(
    drama: Drama,
    *,
    sections: Collection[str] = (),
    spoilers: bool = False,
    upto: int | None = None,
    titles: Mapping[str, str] = {},
    mentioned_in: Sequence[Scored] = (),
    also_in: Mapping[int, Sequence[Scored]] = {},
    today: date,
) -> Composed:
    """A drama from its header to its facts, or only the sections named.

    Major spoilers are covered unless `spoilers`, and what is beyond episode `upto`. `titles` are those of other dramas
    that its texts refer to, by their slugs; the others are where it is mentioned, and where else its cast plays.
    """

    def compose(width: int) -> Iterator[RenderableType]:
        sheet = Sheet(width, today, spoilers=spoilers, upto=upto, whole=bool(sections), titles=titles, also_in=also_in)
        names = [name for name in SECTIONS if not sections or name in sections]
        shown = [section for name in names if (section := SECTIONS[name](drama, sheet))]
        yield header(drama, sheet)
        for section in shown:
            yield from (Text(), *section.set(sheet))
        if mentioned_in and not sections:
            mentions = Section("Mentioned in", "", [sheet.in_margin(scored(mentioned_in))])
            yield from (Text(), *mentions.set(sheet))
        if sections and not shown:
            yield from (Text(), Text(f"Nothing there yet: no {' and no '.join(names)}.", "quiet"))
        if any(getattr(one, "merged", False) for one in _shown(drama, names)):
            yield from (Text(), Text(f"{VERSIONS} two versions that a merge kept · watchlog doctor", "quiet"))
        if hidden := sum(map(sheet.covers, _shown(drama, names))):
            told = [f"{counted(hidden, 'spoiler')} covered"]
            told += [f"watchlog show {drama.slug} --spoilers"] if upto is None else []
            together = joined(told)
            yield from (Text(), together if together.cell_len <= width else joined(told, "\n"))

    return Composed(compose)


def _shown(drama: Drama, names: Collection[str]) -> Iterator[Record | None]:
    """What is in these sections."""
    for section in TABLE:
        if section.name in names and section.field != "facts":
            found = getattr(drama, section.field)
            yield from found if isinstance(found, list) else [found]

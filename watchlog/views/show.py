"""The page of one drama."""

from collections.abc import Callable, Collection, Iterator
from datetime import date

from rich.console import RenderableType
from rich.text import Text

from watchlog.journal.records import Drama
from watchlog.views.cast import cast
from watchlog.views.episodes import episodes, scenes
from watchlog.views.facts import facts
from watchlog.views.header import header
from watchlog.views.marks import counted
from watchlog.views.quotes import quotes
from watchlog.views.ratings import ratings
from watchlog.views.reviews import reviews
from watchlog.views.sheet import Composed, Section, Sheet
from watchlog.views.songs import songs
from watchlog.views.synopsis import synopsis

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

_A_HISTORY = 3


def page(drama: Drama, *, sections: Collection[str] = (), spoilers: bool = False, today: date) -> Composed:
    """A drama from its header to its facts, or only the sections named. Print it on `terminal.make_console()`.

    Major spoilers are covered unless `spoilers`.
    """

    def compose(width: int) -> Iterator[RenderableType]:
        sheet = Sheet(width, _margin(drama), today, spoilers)
        yield header(drama, sheet)
        shown = [section for section in _chosen(drama, sections, sheet) if section]
        for section in shown:
            yield from section.set(width)
        if sections and not shown:
            yield from (Text(), Text(f"Nothing yet: no {' and no '.join(sections)}.", "quiet"))
        if hidden := 0 if spoilers else _covered(drama, sections):
            told = f"{counted(hidden, 'major spoiler')} covered · watchlog show {drama.slug} --spoilers"
            yield from (Text(), Text(told, "quiet"))

    return Composed(compose)


def _chosen(drama: Drama, sections: Collection[str], sheet: Sheet) -> Iterator[Section | None]:
    for name, section in SECTIONS.items():
        if name in sections and section in (reviews, facts):
            yield section(drama, sheet, whole=True)
        elif name in sections or (not sections and (section is not ratings or len(drama.ratings) >= _A_HISTORY)):
            yield section(drama, sheet)

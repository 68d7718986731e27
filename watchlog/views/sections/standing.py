"""An item that is set into a text, where its reference stands alone."""

from collections.abc import Callable, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from watchlog.journal.drama.items import beginning
from watchlog.journal.drama.records import CastMember, Drama, Item, Note, Quote, Review, Scene, Song
from watchlog.journal.drama.values import Spoiler
from watchlog.views.sections.quotes import block
from watchlog.views.sections.songs import song
from watchlog.views.typography.blocks import Edged
from watchlog.views.typography.following import followed, plain
from watchlog.views.typography.marks import covered, marked, tagged, warning, whereabouts
from watchlog.views.typography.setting import joined, name
from watchlog.views.typography.sheet import Sheet

_BAR = "┃ "


def standing(drama: Drama, sheet: Sheet) -> Callable[[Item], RenderableType]:
    """How an item of the drama is set into a text. What its own text refers to is only named."""

    def set_(item: Item) -> RenderableType:
        match item:
            case Quote():
                return block(item, sheet)
            case Song():
                return song(item, sheet)
            case _ if sheet.covers(item):
                return covered("a role" if isinstance(item, CastMember) else f"a {type(item).__name__.lower()}", item)
            case Note(text=text, spoiler=spoiler) | Scene(text=text, spoiler=spoiler):
                where = name(whereabouts(item), "episode")
                said = joined([where, marked(plain(drama, text, sheet), spoiler)], "\n")
            case CastMember(note=text):
                said = joined([name(beginning(item), "name"), plain(drama, text, sheet)], "\n")
            case Review(text=text):
                said = joined([name(item.headline, "name"), plain(drama, text, sheet)], "\n")
            case _:
                raise TypeError(item)
        return Edged(Group(said), _BAR, "line")

    return set_


def text_of(drama: Drama, text: str, sheet: Sheet, *, markdown: bool = False) -> RenderableType:
    """A text of the drama with what it refers to, named or set."""
    return followed(drama, text, sheet, standing(drama, sheet), markdown=markdown)


def noted(
    drama: Drama, text: str | None, sheet: Sheet, spoiler: Spoiler = "none", tags: Sequence[str] = ()
) -> RenderableType:
    """Lines as they were written, with their mark and their tags, and with what they refer to, named or set."""
    said = text_of(drama, text or "", sheet)
    if isinstance(said, Text):
        return marked(tagged(said, tags), spoiler)
    parts: list[RenderableType] = [warning(spoiler)] if spoiler != "none" else []
    return Group(*parts, said, *([tagged(Text(), tags)] if tags else []))

"""An item that is set into a text, where its reference stands alone."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from watchlog.journal.drama.following import Following, escaped
from watchlog.journal.drama.items import beginning
from watchlog.journal.drama.records import CastMember, Drama, Item, Note, Quote, Scene, Song
from watchlog.journal.drama.values import Spoiler
from watchlog.views.sections.quotes import block
from watchlog.views.sections.songs import song
from watchlog.views.typography.blocks import Edged
from watchlog.views.typography.following import plain
from watchlog.views.typography.marks import covered, marked, tagged, warning, whereabouts
from watchlog.views.typography.prose import uses_markdown
from watchlog.views.typography.setting import joined, name
from watchlog.views.typography.sheet import Sheet

_BAR = "┃ "


def text_of(drama: Drama, text: str, sheet: Sheet, *, markdown: bool = False) -> RenderableType:
    """A text of the drama: what it refers to is named in its line, or set between paragraphs where it stands alone."""
    following = Following(drama, sheet.titles, sheet.covers)
    parts: list[RenderableType] = []
    for part in following.cut(text):
        parts += [Text()] if parts else []
        if not isinstance(part, str):
            parts.append(_set(drama, part, sheet))
        elif markdown and uses_markdown(part):
            from watchlog.views.typography.markdown import markdown as rendered

            parts.append(rendered(following.named(part, lambda one, said: escaped(said))))
        else:
            parts.append(plain(drama, part, sheet))
    return parts[0] if len(parts) == 1 else Group(*parts)


def _set(drama: Drama, item: Item, sheet: Sheet) -> RenderableType:
    """An item as it is set into a text. What its own text refers to is only named."""
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
        case _:
            raise TypeError(item)
    return Edged(said, _BAR, "line")


def noted(
    drama: Drama, text: str | None, sheet: Sheet, spoiler: Spoiler = "none", tags: Sequence[str] = ()
) -> RenderableType:
    """Lines as they were written, with their mark and their tags, and with what they refer to, named or set."""
    said = text_of(drama, text or "", sheet)
    if isinstance(said, Text):
        return marked(tagged(said, tags), spoiler)
    parts: list[RenderableType] = [warning(spoiler)] if spoiler != "none" else []
    return Group(*parts, said, *([tagged(Text(), tags)] if tags else []))

"""A text in which references are followed: named in their line, or the item itself where one stands alone."""

from collections.abc import Callable

from rich.console import Group, RenderableType
from rich.text import Text

from watchlog.journal.drama.following import Following, escaped
from watchlog.journal.drama.marked import is_marked
from watchlog.journal.drama.records import Drama, Item
from watchlog.views.typography.prose import emphasised, prose, uses_markdown
from watchlog.views.typography.setting import words
from watchlog.views.typography.sheet import Sheet


def plain(drama: Drama, text: str | None, sheet: Sheet) -> Text:
    """Paragraphs and lines as they were written, with what they refer to named, and emphasis shown as that."""
    following = Following(drama, sheet.titles, sheet.covers)
    if not is_marked(text or ""):
        return words(following.named(text or ""))
    return emphasised(following.named(text or "", lambda one, said: escaped(said)))


def followed(
    drama: Drama, text: str, sheet: Sheet, block: Callable[[Item], RenderableType], *, markdown: bool = False
) -> RenderableType:
    """The text with what it refers to, the items that stand alone set as `block` sets them."""
    following = Following(drama, sheet.titles, sheet.covers)
    parts: list[RenderableType] = []
    for part in following.cut(text):
        if not isinstance(part, str):
            set_ = block(part)
        elif markdown and uses_markdown(part):
            set_ = prose(following.named(part, lambda one, said: escaped(said)))
        else:
            set_ = plain(drama, part, sheet)
        parts += [Text(), set_] if parts else [set_]
    return parts[0] if len(parts) == 1 else Group(*parts)

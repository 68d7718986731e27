"""A text in which references are followed: what they lead to is named in their line."""

from rich.text import Text

from watchlog.journal.drama.following import Following, escaped
from watchlog.journal.drama.marked import is_marked
from watchlog.journal.drama.records import Drama
from watchlog.views.typography.prose import emphasised
from watchlog.views.typography.setting import words
from watchlog.views.typography.sheet import Sheet


def plain(drama: Drama, text: str | None, sheet: Sheet) -> Text:
    """Paragraphs and lines as they were written, with what they refer to named, and emphasis shown as that."""
    following = Following(drama, sheet.titles, sheet.covers)
    if not is_marked(text or ""):
        return words(following.named(text or ""))
    return emphasised(following.named(text or "", lambda one, said: escaped(said)))

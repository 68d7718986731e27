"""Elements of a page. Whatever is not HTML made here is text, and is escaped: there is no other way in."""

from collections.abc import Iterable
from html import escape

from watchlog.journal.drama.text import for_markup

_VOID = ("br", "hr", "meta", "link")


class Html(str):
    """HTML already. Added to or cut, it is a plain string again, and so is escaped."""

    __slots__ = ()


def element(name: str, /, *content: str | None, **attributes: str | float | None) -> Html:
    """An element. Attributes are named as in HTML, with `_` for `-`, and `class_` for `class`; None is left out."""
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(for_markup(str(value)))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Html(f"<{name}{said}>" if name in _VOID else f"<{name}{said}>{together(*content)}</{name}>")


def together(*content: str | None) -> Html:
    """One after another, without anything between them."""
    return Html("".join(_html(one) for one in content if one))


def spaced(content: Iterable[str | None], between: str = "\u00a0· ") -> Html:
    """Those that are not empty in a row, with something between them."""
    return Html(_html(between).join(_html(one) for one in content if one))


def _html(content: str) -> Html:
    return content if isinstance(content, Html) else Html(escape(for_markup(content)))

"""Elements of a page. Whatever is not HTML made here is text, and is escaped: there is no other way in."""

from collections.abc import Iterable
from html import escape

_VOID = ("br", "hr", "meta")
_STEERING: dict[int, str | None] = {
    **dict.fromkeys([*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0)]),
    **dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)]),  # bidi embeddings, overrides, isolates
    **dict.fromkeys([0x2028, 0x2029], "\n"),
}


class Html(str):
    """HTML already. Added to or cut, it is a plain string again, and so is escaped."""

    __slots__ = ()


def element(name: str, /, *content: str | None, **attributes: str | float | None) -> Html:
    """An element. Attributes are named as in HTML, with `_` for `-`, and `class_` for `class`; None is left out."""
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(clean(str(value)))}"'
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


def clean(text: str) -> str:
    """The text with nothing in it that reorders what is around it; the marks that right-to-left writing needs stay."""
    return text.encode(errors="replace").decode().translate(_STEERING)


def _html(content: str) -> Html:
    return content if isinstance(content, Html) else Html(escape(clean(content)))

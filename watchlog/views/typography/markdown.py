"""Markdown in the look of the page, on the parser Rich brings. It is slow to load: only who needs it asks for it."""

from collections.abc import Iterator
from itertools import chain

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from watchlog.journal.drama.text import clean
from watchlog.views.typography.blocks import Edged, Entry
from watchlog.views.typography.grid import ruled
from watchlog.views.typography.setting import words

_BAR = "┃ "
_DEEPEST = 8
"""Text nested deeper than this has no room left: it is shown as it was written."""

_STYLES = {"em": "emphasis", "strong": "strong", "s": "struck", "code_inline": "code"}


def markdown(text: str, *, flowing: bool = False) -> RenderableType:
    """The text, rendered. HTML in it is text, a link shows where it goes; lines break as they do, or `flowing`."""
    parser = MarkdownIt("commonmark", {"html": False}).enable(["strikethrough", "table"])
    tokens = parser.parse(clean(text))
    if flowing:
        for inline in chain.from_iterable(token.children or [] for token in tokens):
            if inline.type == "softbreak":
                inline.type, inline.content = "text", " "
    if max((token.level for token in tokens), default=0) > _DEEPEST:
        return words(text)
    return Group(*_blocks(SyntaxTreeNode(tokens)))


def _blocks(parent: SyntaxTreeNode, *, tight: bool = False) -> Iterator[RenderableType]:
    """The blocks within one, with blank lines between them unless they stand `tight` in a list."""
    for number, node in enumerate(parent.children):
        if number and not tight:
            yield Text()
        yield _block(node)


def _block(node: SyntaxTreeNode) -> RenderableType:
    if node.type in ("bullet_list", "ordered_list"):
        return _list(node)
    if node.type == "blockquote":
        return Edged(Group(*_blocks(node)), _BAR, "line")
    if node.type == "table":
        return _table(node)
    if node.type == "hr":
        return Rule(style="line")
    if node.type in ("fence", "code_block"):
        return Edged(Text(clean(node.content).rstrip("\n"), "code"), "  ")
    text = _inline(node)
    if node.type == "heading":
        text.stylize("heading" if node.tag in ("h1", "h2") else "strong")
    return text


def _list(node: SyntaxTreeNode) -> Group:
    first = int(node.attrs.get("start", 1))
    tight = all(part.hidden for item in node.children for part in item.children if part.type == "paragraph")
    signs = [
        f"{number}." if node.type == "ordered_list" else "•" for number in range(first, first + len(node.children))
    ]
    width = max(map(len, signs))
    items: list[RenderableType] = []
    for sign, item in zip(signs, node.children, strict=True):
        items += [Text()] if items and not tight else []
        items.append(Entry(Text(sign.rjust(width), "quiet"), width + 1, Group(*_blocks(item, tight=tight))))
    return Group(*items)


def _table(node: SyntaxTreeNode) -> Table:
    table = ruled()
    rows = [row for part in node.children for row in part.children]
    for cell in rows[0].children:
        align = str(cell.attrs.get("style", ""))
        table.add_column(
            _inline(cell), justify="right" if "right" in align else "center" if "center" in align else "left"
        )
    for row in rows[1:]:
        table.add_row(*[_inline(cell) for cell in row.children])
    return table


def _inline(node: SyntaxTreeNode) -> Text:
    if node.type in ("softbreak", "hardbreak"):
        return Text("\n")
    if node.type == "image":
        return Text.assemble(clean(node.content), (f" ({_address(node, 'src')})", "quiet"))
    if not node.children:
        return Text(clean(node.content), _STYLES.get(node.type, ""))
    text = Text().join(_inline(child) for child in node.children)
    text.stylize(_STYLES.get(node.type, ""))
    if node.type == "link" and text.plain != (address := _address(node, "href")):
        text.append(f" ({address})", "quiet")
    return text


def _address(node: SyntaxTreeNode, attribute: str) -> str:
    return clean(str(node.attrs.get(attribute, "")))

"""Markdown in the look of the page, on the parser Rich brings. It is dear to load: only `prose` asks for it."""

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from watchlog.views.setting import Edged, words
from watchlog.views.text import clean

_BAR = "┃ "
_DEEPEST = 8
"""Text nested deeper than this has no room left: it is shown as it was written."""

_STYLES = {"em": "emphasis", "strong": "strong", "s": "struck", "code_inline": "code"}


def markdown(text: str) -> RenderableType:
    """The text, rendered. HTML in it is text, line breaks are kept, a link shows where it goes."""
    parser = MarkdownIt("commonmark", {"html": False}).enable(["strikethrough", "table"])
    tokens = parser.parse(clean(text))
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


def _list(node: SyntaxTreeNode) -> Table:
    first = int(node.attrs.get("start", 1))
    tight = all(part.hidden for item in node.children for part in item.children if part.type == "paragraph")
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(justify="right", style="quiet", no_wrap=True)
    table.add_column()
    for number, item in enumerate(node.children, start=first):
        if table.row_count and not tight:
            table.add_row()
        sign = "•" if node.type == "bullet_list" else f"{number}."
        table.add_row(Text(sign), Group(*_blocks(item, tight=tight)))
    return table


def _table(node: SyntaxTreeNode) -> Table:
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, border_style="line", header_style="quiet")
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

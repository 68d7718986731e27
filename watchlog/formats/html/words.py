"""The person's words, set: paragraphs, verse, names, Markdown."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Any
from urllib.parse import quote

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from watchlog.formats.html.elements import Html, element, spaced, together
from watchlog.journal.drama.emphasis import runs
from watchlog.journal.drama.marked import is_marked
from watchlog.journal.drama.ratings import written
from watchlog.journal.drama.text import for_markup

_DEEPEST = 16
"""The parser drops what is nested deeper than it follows: such a text is set as it was written."""

_IN_ADDRESS = r"(?:[^\s\"<>\\^`{|}%]|%[0-9a-f]{2})"
_NOT_IN_ADDRESS = re.compile(r"[\s\"<>\\^`{|}]|%(?![0-9a-fA-F]{2})")
_HOST = r"(?:[^\s/?#@:\[\]\"<>\\^`{|}%]+|\[[0-9a-f:.]+\])(?::[0-9]{1,5})?"
_ADDRESS = re.compile(rf"https?://{_HOST}(?:[/?#]{_IN_ADDRESS}*)?|mailto:{_IN_ADDRESS}+", re.IGNORECASE)
_BESIDE = re.compile(r"#[a-z0-9.-]+|[a-z0-9-]+\.html")
"""An anchor of the page, or a page beside it."""
_BREAK = element("br")
_KANA = re.compile("[\u3041-\u30ff]")
_SCRIPTS = {
    "ko": re.compile("[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]"),
    "ja": re.compile("[\u3041-\u30ff\u3400-\u9fff]"),
    "th": re.compile("[\u0e01-\u0e5b]"),
}


def name(text: str | None, class_: str | None = None) -> Html | None:
    """A title, a name, a word: on one line, and in its own direction."""
    said = " ".join(for_markup(text or "").split())
    return element("bdi", said, class_=class_, lang=language(said)) if said else None


def score(given: float | None) -> Html | None:
    """A score in figures."""
    return element("b", written(given), class_="score") if given is not None else None


def names(texts: Sequence[str], class_: str | None = None) -> Html:
    """Names in a row, with commas between them."""
    return spaced((name(text, class_) for text in texts), ", ")


def paragraphs(text: str | None, class_: str | None = None) -> Html:
    """Text with its paragraphs and its lines."""
    return together(*[_block("p", block.split("\n"), class_) for block in _blocks(text)])


def _blocks(text: str | None) -> list[str]:
    blocks = re.split(r"\n\s*\n", for_markup(text or "").strip())
    return [block for block in blocks if block]


def emphasised(text: str | None) -> Html:
    """Text with its paragraphs and its lines, and with what is emphasised in it."""
    if not is_marked(text or ""):
        return paragraphs(text)
    return together(*[element("p", _emphasis(block), dir="auto", lang=language(block)) for block in _blocks(text)])


def _emphasis(block: str) -> Html:
    parts = []
    for run in runs(block):
        part = spaced(run.words.split("\n"), _BREAK)
        for mark in reversed(run.marks):
            part = element(mark, part)
        parts.append(part)
    return together(*parts)


def lines(text: str, class_: str | None = None) -> Html:
    """Text with its lines, within a paragraph."""
    return _block("span", for_markup(text).strip().split("\n"), class_)


def _block(tag: str, rows: Sequence[str], class_: str | None) -> Html:
    return element(tag, spaced(rows, _BREAK), class_=class_, dir="auto", lang=language(" ".join(rows)))


def verse(text: str) -> Html:
    """Lyrics: stanzas, and lines that hang where they are too long."""
    stanzas = re.split(r"\n(?:[^\S\n]*\n)+", for_markup(text).strip("\n"))
    return element("div", *[_stanza(stanza) for stanza in stanzas if stanza.strip()], class_="verse")


def _stanza(stanza: str) -> Html:
    rows = [element("span", row, class_="line", dir="auto") for row in stanza.split("\n")]
    return element("p", *rows, dir="auto", lang=language(stanza))


def link(address: str) -> Html | None:
    """A link that shows where it goes; text, if it goes anywhere but to a page or a mailbox."""
    said = for_markup(address).strip()
    encoded = _NOT_IN_ADDRESS.sub(lambda letter: quote(letter[0], safe=""), said)
    if not is_address(encoded):
        return name(address)
    return element("a", re.sub(r"^https?://(?:www\.)?|/$", "", said), href=encoded)


def is_address(text: str) -> bool:
    """Whether a text is the whole address of a page or of a mailbox."""
    return _ADDRESS.fullmatch(for_markup(text).strip()) is not None


def language(text: str) -> str | None:
    """The language of a text in a script of its own: for its font, its line breaks, its voice."""
    if text.isascii():
        return None
    letters = sum(map(str.isalpha, text))
    for code, script in _SCRIPTS.items():
        if 2 * len(script.findall(text)) > letters and (code != "ja" or _KANA.search(text)):
            return code
    return None


def markdown(text: str, level: int) -> Html:
    """A text in Markdown, its first heading at `level`. HTML in it is text, and no image is fetched."""
    tokens = _parser().parse(for_markup(text))
    if max((token.level for token in tokens), default=0) > _DEEPEST:
        return paragraphs(text)
    _fit_headings(tokens, level)
    for token in tokens:
        if token.nesting == 1 and token.type in ("paragraph_open", "heading_open", "list_item_open", "td_open"):
            token.attrSet("dir", "auto")
    # Once more, for what was written as an entity.
    return Html(for_markup(_parser().renderer.render(tokens, _parser().options, {})))


def first_words(text: str, most: int) -> str:
    """The first sentences of a text in Markdown, on a line; cut between words where even the first is longer."""
    tokens = _parser().parse(for_markup(text))
    said = " ".join(_spoken(token) for before, token in pairwise(tokens) if before.type == "paragraph_open")
    words = " ".join(said.split())
    if len(words) <= most:
        return words
    ends = [found.end() for found in re.finditer(r"[.!?…。！？][”’\"')]*(?=\s)", words[: most + 1])]
    return words[: ends[-1]] if ends else f"{words[:most].rpartition(' ')[0] or words[:most]}…"


def _spoken(token: Token) -> str:
    """The words of a paragraph, without its signs."""
    return "".join(" " if one.type.endswith("break") else one.content for one in token.children or [])


def _fit_headings(tokens: Sequence[Token], level: int) -> None:
    """Headings go down one step at a time from `level`, whatever steps the text takes."""
    above: list[str] = []
    for token in tokens:
        if token.type == "heading_open":
            above = [*(tag for tag in above if tag < token.tag), token.tag]
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(6, level + len(above) - 1)}"


class _Markdown(MarkdownIt):
    def validateLink(self, url: str) -> bool:
        return is_address(url) or _BESIDE.fullmatch(url) is not None


@cache
def _parser() -> MarkdownIt:
    parser = _Markdown("commonmark", {"html": False, "breaks": True, "xhtmlOut": False, "maxNesting": 2 * _DEEPEST})
    parser.enable(["strikethrough", "table"])
    parser.add_render_rule("image", _image)
    return parser


def _image(_: RendererHTML, tokens: Sequence[Token], number: int, *__: Any) -> str:
    """A link to the image, or its words where they stand in a link already."""
    token = tokens[number]
    address = str(token.attrGet("src"))
    in_link = sum(before.nesting for before in tokens[:number] if before.type in ("link_open", "link_close"))
    return element("bdi", token.content) if in_link else element("a", token.content or address, href=address)

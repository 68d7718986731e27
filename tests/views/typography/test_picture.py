"""The picture of a page: it holds what the screen holds, in line, and asks for nothing."""

import re
from datetime import date
from xml.etree import ElementTree

import pytest
from rich.panel import Panel
from rich.text import Text

from tests.formats.dramas import run_on, samples
from watchlog.views.pages.show import page
from watchlog.views.typography.picture import svg

CELL = 9
XMLNS = "{http://www.w3.org/2000/svg}"


def texts(picture: str) -> list[tuple[float, str]]:
    """The pieces of text on the page, each with the column it is drawn at."""
    group = ElementTree.fromstring(picture).find(f"{XMLNS}g")
    assert group is not None
    return [
        (float(found.attrib["x"]) / CELL, (found.text or "").replace("\xa0", " "))
        for found in group.iter(f"{XMLNS}text")
    ]


@pytest.mark.parametrize("width", [60, 100])
def test_the_words_of_a_page_are_in_its_picture(width: int) -> None:
    for drama in [run_on(), *samples()]:
        picture = svg(page(drama, today=date(2021, 1, 25)), width=width, title=f"watchlog show {drama.slug}")
        there = "".join(text for _, text in texts(picture)).replace(" ", "")
        assert drama.title.split()[0] in there
        if width == 100:
            assert (drama.native_title or "").replace(" ", "") in there
        assert "<title id=" in picture
        assert f">watchlog show {drama.slug}</title>" in picture
        assert all(0 <= column < width for column, _ in texts(picture))


def test_nothing_is_fetched() -> None:
    picture = svg(Text("https://example.org", "link https://example.org"), width=40, title="x")
    assert re.findall(r"url|@import|@font-face|href|src|<script|<image|<foreignObject", picture) == []
    assert re.findall('https?://[^<"]*', picture) == ["http://www.w3.org/2000/svg", "https://example.org"]


def test_what_follows_wide_letters_stands_in_its_column() -> None:
    picture = svg(Text("a 런온 b 👩‍❤️‍👨 c"), width=40, title="x")
    assert texts(picture) == [(0, "a"), (3, "런"), (5, "온"), (7, "b"), (10, "👩‍❤️‍👨"), (12, "c")]


def test_letters_have_the_room_they_have_on_the_screen() -> None:
    picture = svg(Text("   ★★ two  words "), width=40, title="x")
    assert 'x="27" y="14.5" textLength="117" lengthAdjust="spacingAndGlyphs">★★&#160;two&#160;&#160;words<' in picture


def test_lines_are_drawn_and_join() -> None:
    picture = svg(Panel(Text("━━╾─ ▒▒ ┃")), width=20, title="x")
    assert not set("╭╮╰╯─│━╾▒┃") & set(picture)
    assert f"h{18 * CELL}" in picture
    assert 'stroke-width="2.6" d="M18 30h18"' in picture


def test_styles_are_those_of_the_screen_whatever_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = Panel(Text.assemble(("9.0", "score"), (" said", "speech")))
    monkeypatch.delenv("LINES", raising=False)
    picture = svg(shown, width=40, title="x")
    assert re.search(r'<text color="#bd8a14" class="w\w+-b"[^>]*>9.0<', picture)
    assert re.search(r'<text class="w\w+-i"[^>]*>said<', picture)
    for name, given in {"NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "10", "COLORTERM": ""}.items():
        monkeypatch.setenv(name, given)
    assert svg(shown, width=40, title="x") == picture


def test_two_pictures_on_one_page_do_not_meet() -> None:
    one, other = (svg(Text("a"), width=40, title=title) for title in ("x", "y"))
    assert not set(re.findall(r"w[0-9a-f]{8}", one)) & set(re.findall(r"w[0-9a-f]{8}", other))
    styles = re.findall(r"^\s*([^@\s{][^{\n]*) \{", re.findall("<style>(.*?)</style>", one, re.DOTALL)[0], re.MULTILINE)
    assert styles
    assert all(re.fullmatch(r"\.w[0-9a-f]{8}-\w+", selector) for selector in styles)


@pytest.mark.parametrize(
    "hostile",
    ["<script>x</script>", '"><image href="x"/>', "</text></svg>", "]]>", "&lt;", "\x1b[31m\x00\ufffe\uffff\u202e"],
)
def test_a_hostile_text_is_text(hostile: str) -> None:
    picture = svg(Text(hostile), width=40, title=hostile)
    tags = [element.tag.removeprefix(XMLNS) for element in ElementTree.fromstring(picture).iter()]
    assert tags == ["svg", "title", "style", "rect", "text", "g", "text"]
    assert not re.search("[\x00-\x09\x0b-\x1f\u202e\ufffe\uffff]", picture)

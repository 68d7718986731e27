"""What people write or import never steers, breaks or styles the terminal; and it always fits."""

import re

import pyte
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.trying import examples
from tests.views.dramas import empty, rows, run_on, saying
from tests.views.printing import TODAY, WIDTHS, on_paper, on_screen, too_wide
from watchlog.cli.output import separated
from watchlog.journal.drama.records import Drama
from watchlog.views.lines.listing import row_lines
from watchlog.views.pages.home import page as home
from watchlog.views.pages.listing import table
from watchlog.views.pages.show import page

HARMFUL = (
    "\x1b[2J\x1b[1;1Hgone",
    "\x1b]0;owned\x07title",
    "\x1b]8;;http://evil\x1b\\link\x1b]8;;\x1b\\",
    "\x9b2Jgone",
    "\u202etxt.exe\u2066",
    "[red]not red[/red] [/] [link=http://evil]x[/link]",
    ":smile: &#27;[31m",
    "a\rb\x08\x08\x7f",
    "zero\u200bwidth\ufeff",
)
OWN_ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


def every_page(drama: Drama) -> list[object]:
    [row] = rows(drama)
    pairs = [(drama, note) for note in drama.notes]
    return [
        page(drama, spoilers=True, today=TODAY),
        page(drama, sections=["facts", "reviews", "ratings"], today=TODAY),
        table([row], total=1),
        table([row], columns=["title", "native", "genres", "tags", "actors", "networks", "country"], total=9),
        *(
            home(watching=[row], coming={row.slug: row.title}, notes=pairs, quote=(drama, quote), today=TODAY)
            for quote in drama.quotes
        ),
    ]


def test_only_our_own_colours_reach_the_terminal() -> None:
    for printed in map(on_screen, every_page(saying(*HARMFUL))):  # type: ignore[arg-type]
        assert set(
            re.findall(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]", printed)
        ) <= {"\x1b"}
        assert "\x1b" not in OWN_ESCAPES.sub("", printed)


def test_markup_and_emoji_codes_are_words() -> None:
    printed = on_paper(page(saying("[red]not red[/red] [/] :smile: [link=http://x]y[/link]"), today=TODAY))
    assert printed.count("[red]not red[/red] [/] :smile: [link=http://x]y[/link]") > 10


def test_a_real_terminal_shows_the_page_and_nothing_else() -> None:
    screen = pyte.Screen(100, 400)
    pyte.Stream(screen).feed(on_screen(page(saying(*HARMFUL), today=TODAY)).replace("\n", "\r\n"))
    shown = [line.rstrip() for line in screen.display]
    assert screen.title == ""
    assert shown[0] == "╭" + "─" * 98 + "╮"
    assert "gone" in shown[1]
    assert sum(line.endswith("│") for line in shown) == sum(line.startswith("│") for line in shown) > 4
    assert screen.cursor.y == len(on_paper(page(saying(*HARMFUL), today=TODAY)).split("\n")) - 1


@pytest.mark.slow
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    "text",
    [
        "가" * 300,
        "w" * 2_000,
        "단어 " * 400,
        "👩‍❤️‍👨🏳️‍🌈👩🏽‍🚀" * 40,
        "a line of verse\n" * 60,
        "深夜食堂、今夜も。" * 30,
        "e\u0301" * 500,
        " " * 500,
        "\n" * 500,
    ],
    ids=["hangul", "word", "words", "emoji", "lines", "japanese", "accents", "spaces", "breaks"],
)
def test_any_length_fits_any_width(text: str, width: int) -> None:
    for one in every_page(saying(text)):
        assert too_wide(on_paper(one, width), width) == []  # type: ignore[arg-type]


def test_not_a_letter_of_a_long_word_is_lost() -> None:
    notes = [{"id": 101, "episode": 1, "text": "Z" * 10_000}]
    printed = on_paper(page(run_on(notes=notes, cast=[]), today=TODAY), 60)
    assert printed.count("Z") == 10_000


def test_three_hundred_lines_of_lyrics_are_all_there() -> None:
    songs = [{"id": 101, "title": "Long", "lyrics": "\n".join(f"line {number}." for number in range(300))}]
    printed = on_paper(page(run_on(songs=songs, cast=[]), today=TODAY), 60)
    assert [f"line {number}." in printed for number in range(300)] == [True] * 300


def test_an_empty_drama_has_a_page() -> None:
    assert "Empty" in on_paper(page(empty(), today=TODAY))


_PIECES = st.sampled_from(
    [*HARMFUL, "런 온", "👩‍❤️‍👨", "❤\ufe0f", "\u200d", "\u0301", "\t", "\n", "\n\n", "  ", "x" * 90, "단어", "**", "# ",
     "- ", "> ", "|", "[a](b)", "``` ", "ﷺ", "\U000e0041", "\ufe0f", "\u3000", "½", "\u0b95\u0bcd", "1\ufe0f\u20e3"]
)  # fmt: skip
_TEXTS = st.text(max_size=40) | st.lists(_PIECES, max_size=8).map("".join) | st.lists(_PIECES, max_size=8).map(" ".join)


@pytest.mark.slow
@examples(30)
@given(st.lists(_TEXTS, min_size=1, max_size=12), st.sampled_from([20, 31, 60, 75, 100, 140]))
@example(["ABC\u200d"], 20)
@example(["\u0301" * 50, "é"], 60)
def test_any_text_in_any_field_can_be_printed_and_fits(texts: list[str], width: int) -> None:
    drama = saying(*texts)
    for one in every_page(drama):
        printed = on_paper(one, width)  # type: ignore[arg-type]
        assert too_wide(printed, width) == []
        assert "\x1b" not in printed
    assert all("\n" not in line and line.count("\t") == 5 for line in map(separated, row_lines(rows(drama))))

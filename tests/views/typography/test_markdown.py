"""Markdown in the look of the page, and nothing in it lost or let loose."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.trying import examples
from tests.views.printing import on_paper, on_screen, too_wide
from watchlog.views.typography.markdown import markdown


def plain(text: str, width: int = 60) -> str:
    return "\n".join(line.rstrip() for line in on_paper(markdown(text), width).split("\n")).strip("\n")


@pytest.mark.parametrize(
    ("text", "set_"),
    [
        ("# One\n\nTwo", "One\n\nTwo"),
        ("a *b* **c** `d` ~~e~~", "a b c d e"),
        ("a\nb", "a\nb"),
        ("- a\n- b\n  - c", "• a\n• b\n  • c"),
        ("9. a\n10. b", " 9. a\n10. b"),
        ("- a\n\n- b", "• a\n\n• b"),
        ("> a\n> b", "┃ a\n┃ b"),
        ("```py\nx = 1\n```", "  x = 1"),
        ("[text](http://x.y)", "text (http://x.y)"),
        ("<http://x.y>", "http://x.y"),
        ("![alt](a.png)", "alt (a.png)"),
        ("a <b>bold</b> <!-- no --> &amp; c", "a <b>bold</b> <!-- no --> & c"),
        ("<div>\nblock\n</div>", "<div>\nblock\n</div>"),
        ("---", "─" * 60),
        ("| a | b |\n|---|--:|\n| 1 | 22 |", "a    b\n──────\n1   22"),
    ],
)
def test_each_part_has_its_look(text: str, set_: str) -> None:
    assert plain(text) == set_


def test_headings_look_like_those_of_the_page() -> None:
    assert "\x1b[1;38;2;213;121;77mOne" in on_screen(markdown("# One"))


def test_no_link_is_more_than_its_words() -> None:
    printed = on_screen(markdown("[a](http://x) <javascript:alert(1)> [b](javascript:alert(1))"))
    assert "\x1b]8" not in printed
    assert "javascript:alert(1)" in printed


def test_entities_do_not_bring_back_what_was_cleaned() -> None:
    printed = on_screen(markdown("*a* &#27;[31m &#x202e; &#x9b;2J [t](http://x/&#x202e;)"))
    assert "\u202e" not in printed
    assert "\x9b" not in printed
    assert re.sub(r"\x1b\[[\d;]*m", "", printed).count("\x1b") == 0


def test_what_is_nested_too_deep_is_shown_as_it_was_written() -> None:
    text = "> " * 30 + "still here"
    assert "still here" in plain(text)


_PIECES = st.sampled_from(
    ["# ", "> ", "- ", "1. ", "* ", "**", "*", "_", "`", "```\n", "~~", "[", "](", ")", "![", "<b>", "</kbd>", "<kbd>",
     "|", "|--|\n", "---\n", "\n", "\n\n", "    ", "\\", "&#27;", "&#x202e;", "word ", "런 온 ", "👩‍❤️‍👨", "x" * 70,
     "\x1b[2J"]
)  # fmt: skip


@examples(150)
@given(st.lists(_PIECES, max_size=25).map("".join), st.sampled_from([20, 33, 80]))
def test_any_markdown_can_be_printed_and_fits(text: str, width: int) -> None:
    printed = on_paper(markdown(text), width)
    assert too_wide(printed, width) == []
    assert "\x1b" not in printed

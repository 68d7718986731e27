"""Texts with their paragraphs; Markdown where it is used; verse."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.views.printing import on_paper, on_screen
from watchlog.views.typography import prose
from watchlog.views.typography.prose import Verse, beginning, emphasised, uses_markdown


@pytest.mark.parametrize(
    "text",
    [
        "# Heading", "a\n## b", "- item", "* item", "1. item", "> said", "a **b** c", "*a*", "an _emphasis_ here",
        "`code`", "~~no~~", "[text](http://x)", "<http://x>", "---", "```\ncode\n```", "a\n\n***\n\nb",
    ],
)  # fmt: skip
def test_markdown_is_known_by_its_marks(text: str) -> None:
    assert uses_markdown(text)


@pytest.mark.parametrize(
    "text",
    [
        "Plain words.\n\nMore.", "5* drama, 4* music", "snake_case_name", "a - b", "2 * 3 * 4", "#1 of the year", "<3",
        "(1988)", "¯\\_(ツ)_/¯", "-2 degrees", "1988. A year", "it's 9.5/10", "[sic] (yes)", "a_b and c_d", "* ", "",
        "http://x.y/a_b_c",
    ],
)  # fmt: skip
def test_plain_words_are_not_markdown(text: str) -> None:
    assert not uses_markdown(text)


@given(
    some.lists(some.sampled_from([*"#>-*+1２.) \n`~_[](<", "[a](b)", "<http://x>", "words "]), max_size=8).map("".join)
)
def test_what_is_passed_over_without_a_pattern_has_none_of_its_signs(text: str) -> None:
    assert uses_markdown(text) == bool(prose._markdown().search(text))


@pytest.mark.timeout(10)  # hours, if it went back and forth
@pytest.mark.parametrize("sign", [*"[*_`~<#>-(", "<http://", "[a](", "- "])
def test_a_test_that_is_cheap_on_any_text(sign: str) -> None:
    assert uses_markdown(sign * 100_000) is (sign in ("~", "-", "- ", "`", "*", ">"))


def test_a_beginning_is_the_first_paragraph_cut_after_a_word() -> None:
    assert beginning("One.\n\nTwo.") == "One. …"
    assert beginning("# Head\n\n## And another\nOne.\n\nTwo.") == "One. …"
    assert beginning("# Head") == "# Head"
    assert beginning("#1 fan.\n\n# Two") == "#1 fan. …"
    assert beginning("One.") == "One."
    assert len(beginning("word " * 100)) <= 282
    assert beginning("word " * 100).endswith("word …")
    assert beginning("x" * 400) == "x" * 280 + " …"


def test_verse_keeps_its_lines_and_stanzas_and_hangs_what_is_too_long() -> None:
    verse = Verse("one\n  two\n\n\n\nand a line that is too long to be set in one")
    assert on_paper(verse, 30).replace(" \n", "\n") == (
        "one\n  two\n\nand a line that is too\n    long to be set in one\n"
    )


def test_emphasis_is_shown_as_that_and_the_rest_as_it_was_written() -> None:
    text = "# He is *kind*,\n\n- and **never** `*told*` it"
    assert on_paper(emphasised(text)) == "# He is kind,\n\n- and never *told* it\n"
    sent = on_screen(emphasised(text))
    for styled in ("\x1b[3mkind", "\x1b[1mnever", "m*told*"):
        assert styled in sent

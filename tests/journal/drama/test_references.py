"""References in a text: found where Markdown has words, and nowhere else."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.trying import examples
from watchlog.journal.drama.records import Document
from watchlog.journal.drama.references import Reference, leading_nowhere, references, renamed, texts, with_names

FOUND = [
    ("[[7]]", ["7"]),
    ("as [[7]] says, and [[signal]]", ["7", "signal"]),
    ("[[tell-me-what-you-saw]]", ["tell-me-what-you-saw"]),
    ("> [[7]]\n\n- [[8]]\n  and [[9]]", ["7", "8", "9"]),
    ("# In [[7]] #", ["7"]),
    ("*[[7]]* and **[[8]]**", ["7", "8"]),
    ("\\\\[[7]]", ["7"]),
    ("one\r\n[[7]]\rthree [[8]]", ["7", "8"]),
    ("[a [[7]] b](u)", ["7"]),
    ("<b>[[7]]</b>", ["7"]),
    ("<div>\n[[7]]\n</div>", ["7"]),
    ("<!-- [[7]] -->", ["7"]),
    ("[[[7]]]", ["7"]),
    ("2\n[[7]]\n=====\n", ["7"]),
]
LEFT = [
    "`[[7]]`",
    "`` a ` [[7]] ``",
    "```\n[[7]]\n```",
    "~~~ [[7]]\n[[7]]",
    "    [[7]]",
    "> \t  [[7]]",
    "- a\n\n      [[7]]",
    "\\[[7]]",
    "[[7]](http://x)",
    "![[7]](x.png)",
    "![a [[7]] b](x.png)",
    "[a](http://x/[[7]])",
    "<http://x/[[7]]>",
    "[[Run On]]",
    "[[7",
    "[[ 7 ]]",
    "[[-a]]",
    "[[a--b]]",
    f"[[{'a' * 65}]]",
    "[7]: http://x/[[7]]",
]


@pytest.mark.parametrize(("text", "names"), FOUND)
def test_references_are_found_in_words(text: str, names: list[str]) -> None:
    found = references(text)
    assert [one.name for one in found] == names
    assert [text[one.start : one.end] for one in found] == [f"[[{name}]]" for name in names]


@pytest.mark.parametrize("text", LEFT)
def test_what_is_no_reference_is_left(text: str) -> None:
    assert references(text) == []


def test_a_number_is_an_item_and_anything_else_a_drama() -> None:
    assert [one.number for one in references("[[7]] [[007]] [[signal]] [[7-first-kisses]]")] == [7, 7, None, None]


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("[[7]]", [True]),
        ("one\n\n  [[7]]  \n\ntwo", [True]),
        ("> [[7]]", [False]),
        ("- [[7]]\n- [[8]] too", [False, False]),
        ("[[7]] [[8]]", [False, False]),
        ("[[7]]\n[[8]]", [False, False]),
        ("**[[7]]**", [False]),
        ("# [[7]]", [False]),
    ],
)
def test_one_that_stands_alone_in_its_paragraph(text: str, alone: list[bool]) -> None:
    assert [one.alone for one in references(text)] == alone


def test_one_in_a_list_or_a_quotation_does_not_stand_alone() -> None:
    assert [one.alone for one in references("[[7]]\n\n> [[7]]\n\n- [[7]]\n\n  [[8]]")] == [True, False, False, False]


def test_what_leads_nowhere() -> None:
    drama: Document = {"notes": [{"id": 7, "text": "[[7]] [[8]] [[gone]] [[elsewhere]] `[[9]]` [[8]]"}]}
    found = [(kind, name) for kind, _, name in leading_nowhere(drama, "gone".__eq__)]
    assert found == [("note", "8"), ("note", "gone")]


def test_one_in_the_words_of_a_link_is_said_to_be() -> None:
    assert [one.linked for one in references("[[7]] [a [[8]] b](u)")] == [False, True]


def test_renaming_changes_nothing_else() -> None:
    text = "[[7]], `[[7]]`,\r\n\\[[7]]\t[[signal]]  \n\n    [[7]]\n\n> [[8]]\n"
    longer = renamed(text, lambda one: {"7": "1234", "signal": "s"}.get(one.name, one.name))
    assert longer == "[[1234]], `[[7]]`,\r\n\\[[7]]\t[[s]]  \n\n    [[7]]\n\n> [[8]]\n"


def test_the_texts_of_a_drama_that_can_hold_references() -> None:
    drama: Document = {
        "notes": [{"id": 1, "episode": 1, "text": "[[2]]"}],
        "quotes": [{"id": 2, "lines": [{"text": "[[1]]"}], "note": "[[1]]"}],
        "cast": [{"id": 3, "actor": "[[9]]", "note": "[[1]]"}],
        "songs": [{"id": 4, "title": "[[1]]", "lyrics": "[[1]]", "note": "[[1]]"}],
        "scenes": [{"id": 5, "text": "[[1]]"}],
        "reviews": [{"id": 6, "headline": "[[1]]", "text": "[[1]]", "opening": "[[2]]", "closing": "[[signal]]"}],
    }
    found = [(kind, item["id"], text) for kind, item, text in texts(drama)]
    assert found == [
        ("note", 1, "[[2]]"),
        ("scene", 5, "[[1]]"),
        ("cast", 3, "[[1]]"),
        ("review", 6, "[[2]]"),
        ("review", 6, "[[1]]"),
        ("review", 6, "[[signal]]"),
    ]
    renamed_drama = with_names(drama, {"1": "9", "signal": "signal-2016"})
    assert [text for _, _, text in texts(renamed_drama)] == [
        "[[2]]",
        "[[9]]",
        "[[9]]",
        "[[2]]",
        "[[9]]",
        "[[signal-2016]]",
    ]
    assert (renamed_drama["quotes"], renamed_drama["songs"]) == (drama["quotes"], drama["songs"])


PIECES = [
    *(
        "[[7]]",
        "[[8]]",
        "[[signal]]",
        "`",
        "``",
        "```\n",
        "~~~\n",
        "    ",
        "\t",
        "  ",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\\",
    ),
    *(
        "> ",
        "- ",
        "1. ",
        "# ",
        "#",
        "---\n",
        "===\n",
        "[",
        "]",
        "(",
        ")",
        "](u)",
        "!",
        "*",
        "**",
        "_",
        "<",
        ">",
        "&amp;",
    ),
    *("<http://x/", "[x]: /u\n", "[x]", "a", "word ", "\u00a0", "\x0c", "\u2028", "\0", "é"),
]
markdown = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


@examples(300)
@given(markdown)
def test_what_is_code_is_what_commonmark_says(text: str) -> None:
    """Without the words that are code, a link's address or escaped, as many double brackets as references are left."""
    found = references(text)
    for one in found:
        assert text[one.start : one.end] == f"[[{one.name}]]"
    assert [one.start for one in found] == sorted({one.start for one in found})
    marked = renamed(text, lambda one: "Q" * len(one.name))
    code = [token.content for token in _tokens(marked) if token.type in ("code_inline", "code_block", "fence")]
    assert not re.search(r"\[\[Q+\]\]", "".join(code))
    words = "".join(token.content for token in _tokens(marked) if token.type == "text")
    assert words.count("Q") == sum(len(one.name) for one in found)


@examples(300)
@given(markdown)
def test_renaming_to_the_same_name_changes_nothing(text: str) -> None:
    assert renamed(text, lambda one: one.name) == text


def _tokens(text: str) -> Iterator[Token]:
    for token in MarkdownIt("commonmark", {"html": False}).parse(text):
        yield from [token, *(token.children or [])]


def test_a_reference_is_where_it_says() -> None:
    assert references("a [[7]]") == [Reference(2, 7, "7", alone=False, linked=False)]

"""Quotes as Anki reads them: read back here by the rules of its manual."""

import csv
from html import unescape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from watchlog.formats.anki import write
from watchlog.journal.drama.records import Drama, Line, Quote
from watchlog.journal.drama.text import kept


def drama(**fields: object) -> Drama:
    return Drama(**{"slug": "run-on", "title": "Run On", "added": "2020-12-16T20:00:00+00:00"} | fields)  # type: ignore[arg-type]


def quote(*lines: Line, **fields: object) -> Quote:
    return Quote(**{"id": 7, "uid": "abcdefgh", "lines": list(lines)} | fields)  # type: ignore[arg-type]


def text(*pairs: tuple[Drama, Quote]) -> str:
    return "".join(write(pairs))


def imported(content: str) -> list[dict[str, str]]:
    """The notes that Anki makes of a file, tags as they are, the rest as it is seen on a card."""
    lines = content.removesuffix("\n").split("\n")
    columns = next(line for line in lines if line.startswith("#columns:")).removeprefix("#columns:").split("\t")
    rows = list(csv.reader((f"{line}\n" for line in lines if not line.startswith("#")), delimiter="\t"))
    assert all(len(row) == len(columns) for row in rows)
    return [
        {name: field if name == "tags" else unescape(field.replace("<br>", "\n"))
         for name, field in zip(columns, row, strict=True)}
        for row in rows
    ]  # fmt: skip


def test_a_card_has_the_original_the_words_and_where_they_are_from() -> None:
    said = Line(text="You fall.", speaker="Oh Mi Joo", original="넘어져요.")
    assert imported(text((drama(tags=["slow burn"]), quote(said, episode=7, at="41:20")))) == [
        {
            "uid": "abcdefgh", "original": "넘어져요.", "words": "You fall.", "drama": "Run On",
            "speaker": "Oh Mi Joo", "moment": "ep 7 · 41:20", "tags": "run-on slow-burn",
        }
    ]  # fmt: skip


def test_a_card_has_the_tags_of_its_quote_and_of_its_drama_each_once() -> None:
    said = quote(Line(text="You fall."), tags=["comfort", "slow burn"])
    (card,) = imported(text((drama(tags=["slow burn"]), said)))
    assert card["tags"] == "run-on slow-burn comfort"


def test_a_dialogue_says_who_speaks() -> None:
    lines = [Line(text="No.", speaker="Seo Dan Ah", original="아니."), Line(text="Yes.", speaker="Lee Young Hwa")]
    (card,) = imported(text((drama(), quote(*lines))))
    assert card["words"] == "Seo Dan Ah: No.\nLee Young Hwa: Yes."
    assert card["original"] == "아니."
    assert card["speaker"] == "Seo Dan Ah, Lee Young Hwa"


def test_76_the_first_field_is_the_uid_of_the_quote() -> None:
    assert text((drama(), quote(Line(text="x"), uid="zyxwvuts"))).splitlines()[-1].startswith("zyxwvuts\t")


def test_77_head_lines_say_how_the_file_is_read() -> None:
    head = text().splitlines()
    assert head == [
        "#separator:tab",
        "#html:true",
        "#columns:uid\toriginal\twords\tdrama\tspeaker\tmoment\ttags",
        "#tags column:7",
    ]
    assert imported(text((drama(), quote(Line(text="one; two, three")))))[0]["words"] == "one; two, three"


def test_78_a_quote_with_a_hash_quotation_marks_and_a_heart_comes_back_whole() -> None:
    said = Line(text='"#1 fan" <3\nR&B & <b>', original='#1\n"')
    content = text((drama(), quote(said, uid="#uid")))
    assert not content.splitlines()[-1].startswith("#")
    (card,) = imported(content)
    assert (card["uid"], card["words"], card["original"]) == ("#uid", '"#1 fan" <3\nR&B & <b>', '#1\n"')


def test_79_every_row_has_as_many_fields_as_the_first_and_tags_have_no_spaces() -> None:
    bare, full = quote(Line(text="x")), quote(Line(text="x", speaker="A", original="B"), episode=1, at="00:01")
    content = text((drama(), bare), (drama(tags=["slow  burn", "R&B", 'the "end"']), full))
    assert [line.count("\t") for line in content.splitlines()[4:]] == [6, 6]
    assert [card["tags"] for card in imported(content)] == ["run-on", 'run-on slow-burn R&B the-"end"']


def test_80_a_tab_in_a_quote_is_a_space_in_the_file() -> None:
    assert imported(text((drama(title="Run\tOn"), quote(Line(text="You\tfall.")))))[0]["words"] == "You fall."


@pytest.mark.parametrize("broken", ["a\r\nb", "a\rb", "a\nb"])
def test_whatever_ends_a_line_is_a_break(broken: str) -> None:
    assert imported(text((drama(), quote(Line(text=broken)))))[0]["words"] == "a\nb"


@example("\u2028\x0bx\x85")
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\t"), min_size=1).filter(str.strip))
def test_any_quote_comes_back_as_it_was(words: str) -> None:
    content = text((drama(title=words), quote(Line(text=words, speaker=words, original=words))))
    assert content.count("\n") == 5
    (card,) = imported(content)
    assert {card[name] for name in ("original", "words", "drama", "speaker")} == {kept(words)}

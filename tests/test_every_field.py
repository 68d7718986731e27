"""Where a new field, section or format is easily forgotten: each place is compared with the table it should follow."""

import csv
import re
from collections.abc import Iterator
from io import StringIO
from itertools import chain
from typing import get_args

import pytest

from tests.formats.dramas import EVERY_FIELD, run_on
from tests.formats.pages import words_of
from tests.making import names_on_disk
from tests.views.printing import TODAY, on_paper
from watchlog.formats import article
from watchlog.formats import csv as csv_format
from watchlog.formats.html import article as html_article
from watchlog.formats.html.drama import SECTIONS as ON_HTML
from watchlog.formats.markdown.grammar import WRITTEN
from watchlog.formats.register import Writing, formats
from watchlog.journal.drama.article import SECTIONS as OF_AN_ARTICLE
from watchlog.journal.drama.documents import whole
from watchlog.journal.drama.fields import FACTS, ITEM_FIELDS, RATING_FIELDS
from watchlog.journal.drama.records import BOOKKEEPING, ITEMS, KINDS, Drama, Json, Line, Note, Quote, Rating
from watchlog.journal.drama.sections import ON_A_PAGE, SECTIONS
from watchlog.journal.drama.values import Role
from watchlog.journal.recall.search import passages
from watchlog.views.pages import show

NOT_SHOWN = {"mood", "cross", "sound", "seen_with", "Mina"}
"""What the example holds that no record knows: it is kept, and shown nowhere."""


def _names(found: Json) -> Iterator[str]:
    if isinstance(found, dict):
        yield from found
        yield from chain.from_iterable(map(_names, found.values()))
    elif isinstance(found, list):
        yield from chain.from_iterable(map(_names, found))


def test_the_example_has_every_field_of_every_record() -> None:
    """The tests of the pages read it: what is not in it is not looked for there."""
    assert names_on_disk() - set(_names(EVERY_FIELD)) == set()


def _read() -> Json:
    """What of the example a person reads."""
    return {field: found for field, found in whole(run_on()).items() if field not in BOOKKEEPING}


def test_every_word_is_on_the_page_of_a_terminal() -> None:
    page = on_paper(show.page(run_on(), sections=ON_A_PAGE, spoilers=True, today=TODAY), width=160)
    there = set(re.findall(r"\w+", page))
    assert set(words_of(_read())) - there <= NOT_SHOWN


def test_every_fact_is_told_and_forgotten_by_an_option_or_says_why_not() -> None:
    assert [fact.name for fact in FACTS if not fact.noun] == ["type", "synopsis_spoiler", "status"], "it has a default"
    told = {name for fact in FACTS for name in (*fact.path, fact.name)}
    records = {*KINDS.values(), "rounds", "ratings"}
    kept = {"slug", "title", "aired", "added", "next_id", *BOOKKEEPING}
    assert set(Drama.__struct_fields__) - records - kept - told == set()


@pytest.mark.parametrize("kind", ITEMS)
def test_every_field_of_an_item_has_an_option(kind: str) -> None:
    told = {name for field in ITEM_FIELDS[kind] for name in field.stands}
    places = {"id", "text", "episode", "title", "actor", "lines", "episodes_seen", *BOOKKEEPING}
    assert set(ITEMS[kind].__struct_fields__) - told - places == set()


def test_every_part_of_a_rating_has_an_option() -> None:
    told = {name for field in RATING_FIELDS for name in field.stands}
    assert set(Rating.__struct_fields__) - told == {"overall", "given"}


def test_every_fact_and_every_field_of_a_note_and_of_a_quote_has_a_column() -> None:
    rows = {rows: _header(rows) for rows in csv_format.FORMAT.rows}
    assert {fact.name for fact in FACTS} - rows["dramas"] == set()
    assert set(Note.__struct_fields__) - rows["notes"] == {"uid", "merged"}
    assert {*Quote.__struct_fields__, *Line.__struct_fields__} - rows["quotes"] == {"lines", "uid", "merged"}


def _header(rows: str) -> set[str]:
    assert csv_format.FORMAT.write
    written = "".join(csv_format.FORMAT.write([run_on()], Writing(rows=rows)))
    return set(next(csv.reader(StringIO(written))))


def test_every_text_is_found_by_search() -> None:
    found = " ".join(passage.text for passage in passages(run_on()))
    texts = {field: whole(run_on())[field] for field in ("title", "native_title", "synopsis", *KINDS.values())}
    chosen = set(words_of([spoiler for field in ITEM_FIELDS["quote"] for spoiler in field.choices]))
    chosen |= {*get_args(Role)}
    missing = {word for word in words_of(texts) if word not in found and not word[0].isdigit()}
    assert missing - chosen <= NOT_SHOWN


def test_markdown_writes_each_field_or_keeps_it_out_of_sight() -> None:
    """Whatever it does not write stands in a comment, which a reader does not see."""
    written = {name for names in WRITTEN.values() for name in names}
    hidden = {"slug", "merged", "added", "imported", "key", "texts", "score", "next_id"}
    assert names_on_disk() - written == hidden


def test_a_page_and_html_have_every_section() -> None:
    assert set(show.SECTIONS) == set(ON_A_PAGE)
    parts = {"Notes": "Episodes", "Earlier reviews": "Review"}
    assert {parts.get(title, title) for title in ON_HTML} == {
        section.title for section in SECTIONS if section.name in ON_A_PAGE
    }


def test_every_format_says_what_it_is_for() -> None:
    for name, one in formats().items():
        assert one.name == name
        assert one.forms or one.write
        assert one.endings or not one.write


def test_every_section_of_an_article_is_written_in_each_form() -> None:
    assert set(article.WRITERS) == set(html_article.WRITERS) == set(OF_AN_ARTICLE)

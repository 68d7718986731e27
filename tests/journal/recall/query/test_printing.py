"""A query that is printed is read again as the same query."""

import pytest
from hypothesis import given

from tests.journal.recall.query.making import queries, typed
from watchlog.errors import WrongUsage
from watchlog.journal.recall.query.parsing import parse
from watchlog.journal.recall.query.printing import as_text
from watchlog.journal.recall.query.tree import Query

VIEWS = {"v": "genre:a or b (c)"}


@given(made=queries())
def test_a_tree_is_read_from_its_text(made: tuple[Query, dict[str, str]]) -> None:
    query, views = made
    assert parse([as_text(query)], views.get) == query


@given(arguments=typed)
def test_what_was_typed_is_read_from_its_text(arguments: list[str]) -> None:
    try:
        query = parse(arguments, VIEWS.get)
    except WrongUsage:
        return
    assert parse([as_text(query)], VIEWS.get) == query


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (["rating>=8", "rating<=9", "notes>5"], "rating:8.. rating:..9 notes>5"),
        (["actor:Im Si Wan"], 'actor:"Im Si Wan"'),
        (["genre:slow burn,comedy"], 'genre:"slow burn",comedy'),
        (["not", "genre:crime"], "-genre:crime"),
        (["umbrella", "genre:romance"], "umbrella genre:romance"),
        (["genre:romance", "umbrella"], 'genre:romance "umbrella"'),
        (["run to you", "lucy"], '"run to you" "lucy"'),
        (["genre:a", "or", "rain", "-genre:b"], "genre:a or (rain -genre:b)"),
        (["genre:a (tag:b or tag:c)"], "genre:a (tag:b or tag:c)"),
        (["-(a genre:b)"], "-(a genre:b)"),
        (["@v", "-rain", "-the rain"], '@v -rain -"the rain"'),
        (["watched>3 days ago"], 'watched>"3 days ago"'),
        (["-sort:year", "status:on hold"], "status:on-hold sort:-year"),
        (['say "hi"'], 'say "hi"'),
        ([], ""),
    ],
)
def test_the_text_is_what_help_shows(arguments: list[str], text: str) -> None:
    assert as_text(parse(arguments, VIEWS.get)) == text

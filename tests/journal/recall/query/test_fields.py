"""The table of terms holds what was promised."""

import pytest

from watchlog.journal.recall.ordering import SORTS
from watchlog.journal.recall.query.fields import FIELDS, HAS, IS, ORDERED, Field
from watchlog.journal.recall.query.parsing import parse
from watchlog.journal.recall.query.values import read_value

PROMISED = """
title genre tag country network type status actor crew link
year episodes runtime seen rating story acting music rewatch
added watched rated reviewed
notes quotes scenes songs cast reviews rounds
has is
drama by episode in on spoiler
sort
"""


def test_every_promised_term_is_there() -> None:
    assert list(FIELDS) == PROMISED.split()
    assert list(HAS) == "rating review note quote scene song cast synopsis warning spoiler link".split()
    assert list(IS) == "airing unrated behind rewatch merged".split()
    assert set(FIELDS["in"].choices) == set("notes quotes scenes songs cast reviews synopsis".split())
    assert FIELDS["sort"].choices == SORTS


@pytest.mark.parametrize("field", FIELDS.values(), ids=FIELDS)
def test_help_and_completion_have_something_to_show(field: Field) -> None:
    for example in field.examples:
        parse([f"{field.name}:{example}"])
    assert field.choices or field.lookup or field.kind in (*ORDERED, "title", "link")
    assert field.help.endswith(".")


def test_a_choice_is_read_with_spaces_and_case_as_they_come() -> None:
    assert read_value(FIELDS["status"], "Plan To Watch") == "plan-to-watch"
    assert read_value(FIELDS["type"], "TV show") == "tv-show"
    assert read_value(FIELDS["sort"], "- Rating") == "-rating"

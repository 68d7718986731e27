"""Amounts in words."""

import pytest

from watchlog.journal.drama.amounts import counted, first_of, in_a_row, ordinal


def test_one_is_not_many() -> None:
    assert (counted(1, "drama"), counted(2000, "drama")) == ("1 drama", "2,000 dramas")


@pytest.mark.parametrize(
    ("count", "named"), [(0, ""), (1, "a"), (2, "a, a"), (3, "a, a and 1 more"), (3_000, "a, a and 2,998 more")]
)
def test_of_many_names_the_first_are_said(count: int, named: str) -> None:
    assert first_of(["a"] * count, 2) == named


@pytest.mark.parametrize(
    ("names", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_a_word_stands_before_the_last_of_several_names(names: list[str], said: str) -> None:
    assert in_a_row(names, "and") == said


def test_a_place_in_a_row_has_its_ending() -> None:
    said = "1st 2nd 3rd 4th 11th 12th 13th 21st 102nd 111th"
    assert " ".join(map(ordinal, (1, 2, 3, 4, 11, 12, 13, 21, 102, 111))) == said

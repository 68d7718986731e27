"""Amounts in words."""

import pytest

from watchlog.journal.drama.amounts import counted, first_of


def test_one_is_not_many() -> None:
    assert (counted(1, "drama"), counted(2000, "drama")) == ("1 drama", "2,000 dramas")


@pytest.mark.parametrize(
    ("count", "named"), [(0, ""), (1, "a"), (2, "a, a"), (3, "a, a and 1 more"), (3_000, "a, a and 2,998 more")]
)
def test_of_many_names_the_first_are_said(count: int, named: str) -> None:
    assert first_of(["a"] * count, 2) == named

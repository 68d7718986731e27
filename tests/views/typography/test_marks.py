"""Stars, bars and counts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from watchlog.journal.drama.records import Note, Review
from watchlog.views.typography.marks import bar, covered, score, stars


@pytest.mark.parametrize(
    ("given_", "drawn"), [(10.0, "★★★★★★★★★★"), (8.5, "★★★★★★★★½☆"), (9.0, "★★★★★★★★★☆"), (1.0, "★☆☆☆☆☆☆☆☆☆")]
)
def test_a_half_point_is_half_a_star(given_: float, drawn: str) -> None:
    assert stars(given_).plain == drawn


def test_unrated_is_a_dot_and_never_nought() -> None:
    assert score(None).plain == "·"
    assert score(9.0).plain == "9.0"


@given(st.integers(0, 30), st.integers(1, 30), st.integers(4, 40))
def test_a_bar_is_empty_before_the_beginning_and_full_at_the_end_only(seen: int, of: int, width: int) -> None:
    drawn = bar(seen, of, width).plain
    assert cell_len(drawn) == width
    assert ("━" in drawn or "╾" in drawn) == (seen > 0)
    assert (drawn == "━" * width) == (seen >= of)


def test_a_bar_is_true_to_half_a_cell() -> None:
    assert bar(12, 16, 10).plain == "━━━━━━━╾──"


def test_a_cover_says_what_it_covers_and_where() -> None:
    note, review = Note(id=1, episode=12, spoiler="major"), Review(id=2)
    assert covered("a note", note).plain == "▒▒▒▒▒▒▒▒  major spoiler, covered · a note, ep 12"
    assert covered("a review", review).plain == "▒▒▒▒▒▒▒▒  not seen yet, covered · a review"

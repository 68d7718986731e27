"""Scores, statuses and numbers of other people's files."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchlog.formats.reading.numbers import count_of, number_of, progress_of, year_of
from watchlog.formats.reading.refusing import Unreadable
from watchlog.formats.reading.scores import score_of
from watchlog.formats.reading.statuses import status_of


@pytest.mark.parametrize(
    ("given", "of", "score", "kept"),
    [
        ("9", 10, 9.0, None),
        ("8.5", 10, 8.5, None),
        ("8,5", 10, 8.5, None),
        ("8.2", 10, 8.0, "8.2/10"),
        ("8.25", 10, 8.5, "8.25/10"),
        ("8.75", 10, 9.0, "8.75/10"),
        ("4.5", 5, 9.0, "4.5/5"),
        ("0.5", 5, 1.0, "0.5/5"),
        (85, 100, 8.5, "85/100"),
        ("1", 100, 1.0, "1/100"),
        ("85%", 10, 8.5, "85/100"),
        ("4/5", 10, 8.0, "4/5"),
        ("★★★★½", 10, 9.0, "4.5/5"),
        ("★★★☆☆", 10, 6.0, "3/5"),
        *((nothing, 10, None, None) for nothing in ("", "0", "0.0", 0, None, "-", "N/A")),
    ],
)
def test_a_score_becomes_half_points_and_keeps_what_it_was(
    given: str | float | None, of: float, score: float | None, kept: str | None
) -> None:
    assert score_of(given, of) == (score, kept)


@pytest.mark.parametrize(("given", "of"), [("11", 10), ("6", 5), ("good", 10), ("-1", 10), (101, 100), ("9/0", 10)])
def test_what_is_no_score_is_unreadable(given: str | float, of: float) -> None:
    with pytest.raises(Unreadable, match=r"not a score(?: of 1 to [0-9]+)?: "):
        score_of(given, of)


@given(st.integers(0, 1000), st.sampled_from([5, 10, 20, 100]))
def test_every_score_is_one_of_ours_and_the_nearest(thousandths: int, of: int) -> None:
    score, kept = score_of(thousandths * of / 1000, of)
    if thousandths == 0:
        assert score is None
        return
    assert score in [half / 2 for half in range(2, 21)]
    exact = thousandths / 100
    assert abs(score - max(exact, 1)) <= 0.25 + 1e-9
    assert (kept is None) == (of == 10 and score == exact)


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("Currently Watching", "watching"),
        ("In progress", "watching"),
        ("inprogress", "watching"),
        ("FINISHED", "completed"),
        ("plan_to_watch", "plan-to-watch"),
        ("plantowatch", "plan-to-watch"),
        ("not_started_yet", "plan-to-watch"),
        ("on_a_hold", "on-hold"),
        ("On-Hold", "on-hold"),
        ("Abandoned", "dropped"),
        ("notinteresting", "not-interested"),
        ("看过", "completed"),
        ("시청완료", "completed"),
        ("Undecided", None),
        ("", None),
    ],
)
def test_the_words_for_a_status(word: str, status: str | None) -> None:
    assert status_of(word) == status


def test_a_word_that_is_no_status_is_unreadable() -> None:
    with pytest.raises(Unreadable, match="not a status: mañana"):
        status_of("mañana")


def test_numbers_may_be_written_as_texts_or_not_at_all() -> None:
    assert (number_of("16.0"), number_of("0"), number_of(""), number_of("?")) == (16, 0, None, None)
    assert (count_of("16"), count_of("0"), count_of("TBA")) == (16, None, None)
    assert (year_of("1994.0"), year_of("2020-12-16"), year_of("0001-01-01"), year_of("TBA")) == (1994, 2020, None, None)
    assert (year_of("1970"), year_of("1970-01-01")) == (1970, None)
    assert progress_of("'14/16") == (14, 16)
    assert progress_of("12 | 24") == (12, 24)
    assert progress_of("'") == (None, None)
    for read, wrong in ((number_of, "3h 00min"), (year_of, "99"), (count_of, "100001")):
        with pytest.raises(Unreadable):
            read(wrong)

"""How often, and how good."""

import pytest

from watchlog.journal.recall.counting import (
    Mean,
    Named,
    Share,
    Spread,
    by_spelling,
    count,
    distribution,
    mean,
    shares,
    spread,
)


def _counted(*dramas: tuple[list[str], float | None]) -> Named:
    named: Named = {}
    for names, rating in dramas:
        count(named, by_spelling(names), rating)
    return named


def test_the_most_frequent_comes_first_then_the_best_then_by_name() -> None:
    named = [(["Life", "Romance"], 9.0), (["Life"], 6.0), (["Crime"], 9.5), (["Drama", "Action"], None)]
    assert shares(_counted(*named)) == [
        Share("Life", 2, 7.5, Spread(6.0, 6.75, 7.5, 8.25, 9.0)),
        Share("Crime", 1, 9.5, Spread(*[9.5] * 5)),
        Share("Romance", 1, 9.0, Spread(*[9.0] * 5)),
        Share("Action", 1, None),
        Share("Drama", 1, None),
    ]


def test_a_name_is_called_as_it_is_spelt_most_often_and_counts_once_a_drama() -> None:
    named = [["romance", "Romance "], ["Romance"], ["Romance"]]
    assert shares(_counted(*((names, 8.0) for names in named))) == [Share("Romance", 3, 8.0, Spread(*[8.0] * 5))]


def test_what_is_unrated_is_in_no_mean() -> None:
    assert mean([8.0, None, 8.5, 8.5]) == Mean(3, 8.33)
    assert mean([None]) == Mean(0, None)


def test_a_distribution_has_every_half_point_from_ten_down_to_one() -> None:
    found = distribution([10.0, 8.5, 8.5, None, 1.0])
    assert list(found.scores)[:4] == ["10.0", "9.5", "9.0", "8.5"]
    assert (len(found.scores), list(found.scores)[-1]) == (19, "1.0")
    assert {score: count for score, count in found.scores.items() if count} == {"10.0": 1, "8.5": 2, "1.0": 1}
    assert (found.rated, found.mean) == (4, 7.0)


@pytest.mark.parametrize(
    ("ratings", "lie"),
    [
        ([7.0], (7, 7, 7, 7, 7)),
        ([9.0, 7.0], (7, 7.5, 8, 8.5, 9)),
        ([1.0, 2.0, 3.0, 4.0, 10.0], (1, 2, 3, 4, 10)),
        ([6.0, 6.0, 9.0, 10.0], (6, 6, 7.5, 9.25, 10)),
    ],
)
def test_where_a_quarter_half_and_three_quarters_are_reached(ratings: list[float], lie: tuple[float, ...]) -> None:
    assert spread(ratings) == Spread(*lie)
    assert spread([]) is None

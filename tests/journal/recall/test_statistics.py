"""What a journal says in figures, of all time and of a year."""

from datetime import date
from typing import Any

import pytest

from watchlog.journal.drama.records import CastMember, Drama, Rating, Round
from watchlog.journal.recall.statistics import Best, Moved, NoRuntime, Statistics, Times, YearOf, statistics
from watchlog.journal.recall.tally import watched

TODAY = date(2021, 12, 31)


def drama(slug: str = "run-on", *rounds: dict[str, str | None], scores: Any = (), **facts: Any) -> Drama:
    return Drama(
        slug=slug,
        title=slug.replace("-", " ").title(),
        rounds=[Round(episodes=episodes) for episodes in rounds],
        ratings=[Rating(overall=score) for score in scores],
        **facts,
    )


def figures(*dramas: Drama, year: int | None = None) -> Statistics:
    return statistics([watched(one) for one in dramas], year, TODAY)


TWO_YEARS = drama(
    "two-years", {"1": "2020-12-31", "2": "2021-01-01", "3": "2021-01", "4": "2021", "5": None}, runtime=60
)


def test_all_time_has_every_episode_and_a_year_its_own() -> None:
    assert (figures(TWO_YEARS).episodes, figures(TWO_YEARS).hours) == (5, 5.0)
    assert (figures(TWO_YEARS, year=2021).episodes, figures(TWO_YEARS, year=2021).hours) == (3, 3.0)
    assert (figures(TWO_YEARS, year=2020).episodes, figures(TWO_YEARS, year=2020).hours) == (1, 1.0)
    assert figures(TWO_YEARS, year=2019).dramas == 0


def test_what_is_known_to_the_month_or_the_year_is_in_the_totals_and_on_no_map() -> None:
    year = figures(TWO_YEARS, year=2021)
    assert (year.undated, year.days.episodes) == (2, {"2021-01-01": 1})
    assert figures(TWO_YEARS).undated == 3
    assert figures(TWO_YEARS).years == [YearOf(2020, 1), YearOf(2021, 3)]


def test_a_drama_begun_or_finished_in_a_year_is_one_of_it() -> None:
    finished = Drama(slug="signal", title="Signal", rounds=[Round(started="2019-12", finished="2021-02")])
    assert [year for year in range(2018, 2023) if figures(finished, year=year).dramas] == [2019, 2021]


def test_hours_say_what_they_leave_out() -> None:
    dramas = [drama("a", {"1": None, "2": None}), drama("b", {"1": None}, runtime=90), drama("c", status="watching")]
    found = figures(*dramas)
    assert (found.hours, found.without_runtime) == (1.5, NoRuntime(1, 2))


@pytest.mark.parametrize(
    ("one", "begun"),
    [
        (drama(status="plan-to-watch"), False),
        (drama(status="not-interested"), False),
        (drama(status="dropped"), True),
        (drama(status="plan-to-watch", scores=[8]), True),
        (drama("run-on", {"1": None}, status="not-interested"), True),
    ],
)
def test_of_all_time_are_the_dramas_begun(one: Drama, begun: bool) -> None:
    one.genres = ["Life"]
    found = figures(one)
    assert (found.dramas, len(found.genres)) == (int(begun), int(begun))
    assert found.statuses[one.status] == 1


def test_statuses_are_those_of_the_scope_and_all_are_named() -> None:
    planned, done = drama("signal"), drama("run-on", {"1": "2021-01-01"}, status="completed")
    names = ["watching", "completed", "plan-to-watch", "on-hold", "dropped", "not-interested"]
    assert figures(planned, done).statuses == dict.fromkeys(names, 0) | {"completed": 1, "plan-to-watch": 1}
    assert figures(planned, done, year=2021).statuses == dict.fromkeys(names, 0) | {"completed": 1}


def test_ratings_are_those_of_now_and_moved_are_those_that_were_others_at_first() -> None:
    dramas = [
        drama("mother", scores=[9]),
        drama("run-on", scores=[None, 8, 9.5]),
        drama("signal", scores=[9, 5, 6]),
        drama("life", scores=[7, 9, 7]),
        drama("stranger", scores=[7, None]),
    ]
    found = figures(*dramas)
    assert found.moved == [Moved("signal", "Signal", 9, 6), Moved("run-on", "Run On", 8, 9.5)]
    assert [(best.drama, best.rating) for best in found.best] == [
        ("run-on", 9.5), ("mother", 9), ("life", 7), ("signal", 6),
    ]  # fmt: skip
    assert (found.ratings.rated, found.ratings.mean) == (4, 7.88)


def test_the_best_are_ten_and_of_the_year() -> None:
    years = ["2020", "2021"] * 18
    dramas = [drama(f"drama-{number}", {"1": year}, scores=[1 + number / 4]) for number, year in enumerate(years)]
    assert len(figures(*dramas).best) == 10
    assert figures(*dramas, year=2020).best[0] == Best("drama-34", "Drama 34", 9.5)


def test_parts_of_a_rating_have_their_means() -> None:
    one = Drama(slug="a", title="A", ratings=[Rating(overall=9, story=8, music=6.5)])
    two = Drama(slug="b", title="B", ratings=[Rating(story=7)])
    found = figures(one, two).parts
    assert {part: (mean.rated, mean.mean) for part, mean in found.items()} == {
        "story": (2, 7.5), "acting": (0, None), "music": (1, 6.5), "rewatch": (0, None),
    }  # fmt: skip


def test_a_person_is_one_however_they_are_spelt() -> None:
    one, two, three = drama("a", scores=[9]), drama("b", scores=[8]), drama("c", scores=[8])
    for one_drama, name in (one, "Im Si Wan"), (two, "Im Shi Wan"), (three, "Im Si Wan"):
        one_drama.cast = [CastMember(id=1, actor=name)]
    found = figures(one, two, three).people
    assert [(person.name, person.dramas, person.mean) for person in found] == [("Im Si Wan", 3, 8.33)]


def test_genres_countries_and_networks_are_counted() -> None:
    one = drama("a", scores=[9], genres=["Life", "Romance"], country="South Korea", networks=["tvN", "Netflix"])
    two = drama("b", scores=[7], genres=["life"], country="South Korea", status="completed")
    found = figures(one, two)
    assert [(share.name, share.dramas, share.mean) for share in found.genres] == [("Life", 2, 8.0), ("Romance", 1, 9.0)]
    assert [(share.name, share.dramas, share.mean) for share in found.countries] == [("South Korea", 2, 8.0)]
    assert [share.name for share in found.networks] == ["Netflix", "tvN"]


def test_times_through_are_counted_by_round() -> None:
    again = drama("again", {"1": "2020-01-01", "2": "2020-01-02"}, {"1": "2021-01-01"})
    once = drama("once", {"1": "2021-01-02"})
    assert figures(again, once).rounds == [Times(1, 2, 3), Times(2, 1, 1)]
    assert figures(again, once, year=2021).rounds == [Times(1, 1, 1), Times(2, 1, 1)]
    assert figures(again, once, year=2020).rounds == [Times(1, 1, 2)]


def test_the_streak_is_of_the_scope() -> None:
    one = drama("a", {"1": "2020-12-30", "2": "2020-12-31", "3": "2021-01-01"})
    assert (figures(one).streak.days, figures(one, year=2020).streak.days) == (3, 2)


def test_an_empty_journal_has_zeros() -> None:
    found = figures()
    assert (found.dramas, found.episodes, found.hours, found.undated, found.best, found.years) == (0, 0, 0, 0, [], [])
    assert (found.days.from_, found.days.to, found.streak.days) == ("2021-01-01", "2021-12-31", 0)

"""A year in review."""

from datetime import date
from pathlib import Path

import pytest

from tests.program import Program
from watchlog.journal.journal import Journal
from watchlog.journal.recall.year import Year, review_year
from watchlog.journal.store.catalogue import Catalogue


class Shelf:
    """A journal, and what it says of a year."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.caches = 0

    def __call__(self, year: int) -> Year:
        self.caches += 1
        cache = Path(self.program.home) / f"cache-{self.caches}"
        journal = Journal(self.program.journal)
        return review_year(journal, Catalogue(journal.storage, cache), year, date(2021, 6, 1))


@pytest.fixture
def shelf(program: Program) -> Shelf:
    program("add", "Run On", "--episodes", "16", "--runtime", "60")
    program("watch", "run-on", "1", "--on", "2020-12-31")
    program("watch", "run-on", "2-4", "--on", "2021-01-02")
    program("watch", "run-on", "5", "--on", "2021-02")
    program("rate", "run-on", "8", "--on", "2020-12-31")
    program("rate", "run-on", "9", "--on", "2021-02-01")
    program("cast", "run-on", "Im Si Wan", "--as", "Ki Seon Gyeom", "--role", "main")
    program("note", "run-on", "2", "They talk for an hour.", "--rating", "9", "--on", "2021-01-02")
    program("note", "run-on", "3", "He wins it all in the end, and nobody minds.", "--rating", "10",
            "--on", "2021-01-02", "--spoiler", "major")  # fmt: skip
    program("note", "run-on", "4", "No.", "--rating", "9", "--on", "2021", "--spoiler", "minor")
    program("quote", "run-on", "You fall.", "--original", "넘어져요.", "--on", "2021-01-05")
    program("quote", "run-on", "Minor.", "--original", "x", "--on", "2021-01-06", "--spoiler", "minor")
    program("review", "run-on", "Six words are in this one.", "--on", "2021-03")
    program("add", "Strangers from Hell", "--slug", "hell", "--episodes", "10")
    program("watch", "hell", "all", "--on", "2021-03-01")
    program("rate", "hell", "6", "--on", "2021-03-01")
    program("cast", "hell", "Im Shi Wan", "--as", "Yoon Jong Woo")
    program("cast", "hell", "Lee Dong Wook")
    program("add", "Mother")
    return Shelf(program)


def test_what_was_seen_by_month_with_the_score_of_that_time(shelf: Shelf) -> None:
    found = shelf(2021)
    assert (found.dramas, found.episodes) == (2, 14)
    assert found.months == [3, 1, 10] + [0] * 9
    assert [(one.drama, one.episodes, one.rating) for one in found.seen] == [("run-on", 4, 9.0), ("hell", 10, 6.0)]
    assert found.mean == 7.5
    earlier = shelf(2020)
    assert [(one.drama, one.episodes, one.rating) for one in earlier.seen] == [("run-on", 1, 8.0)]


def test_a_score_of_the_year_that_is_not_the_one_before(shelf: Shelf) -> None:
    assert [(one.drama, one.first, one.now) for one in shelf(2021).moved] == [("run-on", 8.0, 9.0)]
    assert shelf(2020).moved == []
    shelf.program("rate", "hell", "4.5", "--on", "2021-04-01")
    assert [one.drama for one in shelf(2021).moved] == ["hell", "run-on"]


def test_what_was_written_with_partial_days_in_their_year(shelf: Shelf) -> None:
    found = shelf(2021)
    assert (found.notes, found.quotes, found.reviews) == (3, 2, 1)
    assert found.words == 5 + 10 + 1 + 6
    assert found.longest is not None
    assert (found.longest.item.id, found.longest.words) == (7, 6), "not the major spoiler, which is longer"
    assert found.shortest is not None
    assert found.shortest.words == 1


def test_what_stands_out_gives_nothing_away(shelf: Shelf) -> None:
    found = shelf(2021)
    assert found.line is not None
    assert found.line[1].lines[0].text == "You fall."
    assert found.episode is not None
    assert found.episode[1].text == "They talk for an hour.", "the best one is a major spoiler, the other a minor one"


def test_the_person_is_in_most_dramas_however_the_name_is_spelt(shelf: Shelf) -> None:
    person = shelf(2021).person
    assert person is not None
    assert (person.name, person.mean) == ("Im Si Wan", 7.5)
    assert [(drama.slug, member.character) for drama, member in person.parts] == [
        ("run-on", "Ki Seon Gyeom"), ("hell", "Yoon Jong Woo"),
    ]  # fmt: skip


def test_an_empty_year_and_the_years_that_have_something(shelf: Shelf) -> None:
    found = shelf(1999)
    assert found.is_empty
    assert found.years == [2020, 2021]
    assert (found.words, found.line, found.person, found.seen) == (0, None, None, [])


def test_a_round_of_which_only_the_years_are_known_has_its_year(shelf: Shelf) -> None:
    shelf.program("add", "Signal", "--episodes", "2")
    shelf.program("status", "signal", "completed", "--on", "2016")
    assert [one.drama for one in shelf(2016).seen] == ["signal"]


@pytest.mark.parametrize("zone", ["Europe/Berlin", "Asia/Seoul", "America/New_York", "UTC"])
def test_85_days_in_a_row_over_a_change_of_the_clocks_are_a_streak(
    shelf: Shelf, zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    import time

    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        shelf.program("add", "Signal")
        for number, day in enumerate(["2019-10-24", "2019-10-25", "2019-10-26", "2019-10-27"], start=1):
            shelf.program("watch", "signal", str(number), "--on", day)
        streak = shelf(2019).streak
        assert (streak.days, streak.from_, streak.to) == (4, "2019-10-24", "2019-10-27")
    finally:
        monkeypatch.undo()
        time.tzset()

"""This day in other years."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.program import Program
from watchlog.journal.journal import Journal
from watchlog.journal.recall.anniversaries import (
    all_dated,
    next_day,
    of_this_day,
    on_this_day,
    one_a_year,
    years,
)
from watchlog.journal.store import catalogue as catalogues
from watchlog.journal.store.catalogue import Catalogue
from watchlog.journal.store.kinds import Kind


class Shelf:
    """A journal, and what it says of a day."""

    def __init__(self, program: Program, cache: Path) -> None:
        self.program = program
        self.journal = Journal(program.journal)
        self.dated = all_dated(Catalogue(self.journal.storage, cache))

    def on(self, day: str) -> list[tuple[str, str]]:
        """The dates and kinds of what happened on the day in other years."""
        found = on_this_day(self.journal, self.dated, date.fromisoformat(day))
        return [(moment.on, moment.kind) for moment in found]


@pytest.fixture
def shelf(program: Program, tmp_path: Path) -> Shelf:
    program("add", "Run On", "--episodes", "16")
    program("watch", "run-on", "1-2", "--on", "2020-02-29")
    program("note", "run-on", "1", "They collide.", "--on", "2020-02-29")
    program("note", "run-on", "2", "Some day in February.", "--on", "2020-02")
    program("note", "run-on", "3", "He wins.", "--on", "2019-02-28", "--spoiler", "major")
    program("quote", "run-on", "You fall.", "--on", "2018-02-28")
    program("rate", "run-on", "8", "--on", "2018-02-28")
    program("rate", "run-on", "9", "--on", "2021-12-31")
    program("review", "run-on", "They talk.", "--on", "2021-12-31")
    return Shelf(program, tmp_path / "cache-of-the-test")


def test_a_day_by_year_the_newest_first_and_no_major_spoiler(shelf: Shelf) -> None:
    assert shelf.on("2024-02-28") == [("2018-02-28", "quote"), ("2018-02-28", "scored")]
    assert shelf.on("2022-12-31") == [("2021-12-31", "scored"), ("2021-12-31", "review")]
    assert shelf.on("2021-12-31") == [], "this year is no other year"
    assert shelf.on("2023-02-01") == [], "a month has no anniversary"


def test_the_29_of_february_is_remembered_a_day_early_where_there_is_none_and_once(shelf: Shelf) -> None:
    leap = [("2020-02-29", "watched"), ("2020-02-29", "note")]
    assert shelf.on("2024-02-29") == leap
    assert shelf.on("2023-02-28") == [*leap, ("2018-02-28", "quote"), ("2018-02-28", "scored")]
    assert shelf.on("2023-03-01") == shelf.on("2024-03-01") == []


def test_an_episode_with_a_note_of_that_day_is_told_by_its_note(shelf: Shelf) -> None:
    watched, _ = on_this_day(shelf.journal, shelf.dated, date(2024, 2, 29))
    assert watched.of.episodes == [2]  # type: ignore[union-attr]


def test_home_takes_words_before_figures_and_one_of_each_year(shelf: Shelf) -> None:
    found = one_a_year(shelf.journal, shelf.dated, date(2023, 2, 28), 3)
    assert [(moment.on, moment.kind) for moment in found] == [("2020-02-29", "note"), ("2018-02-28", "quote")]
    assert len(one_a_year(shelf.journal, shelf.dated, date(2023, 2, 28), 1)) == 1


def test_home_tells_a_leap_year_once(shelf: Shelf) -> None:
    shelf.program("note", "run-on", "9", "The day before.", "--on", "2020-02-28")
    dated = all_dated(Catalogue(shelf.journal.storage, shelf.program.home / "another-cache"))
    found = one_a_year(shelf.journal, dated, date(2023, 2, 28), 3)
    assert [moment.on for moment in found] == ["2020-02-29", "2018-02-28"]


def test_the_next_day_that_has_something(shelf: Shelf) -> None:
    assert next_day(shelf.dated, date(2023, 1, 1)) == date(2023, 2, 28)
    assert next_day(shelf.dated, date(2024, 2, 28)) == date(2024, 2, 29)
    assert next_day(shelf.dated, date(2023, 12, 31)) == date(2024, 2, 28)
    assert next_day([], date(2023, 1, 1)) is None


def test_partial_days_belong_to_their_year(shelf: Shelf) -> None:
    assert years(shelf.dated) == [2018, 2020, 2021]


@pytest.mark.parametrize(("day", "found"), [("0001-01-01", 0), ("9999-12-31", 2), ("2000-02-29", 0), ("1900-02-28", 0)])
def test_no_day_is_too_early_or_too_late(shelf: Shelf, day: str, found: int) -> None:
    assert len(shelf.on(day)) == found
    assert next_day(shelf.dated, date.fromisoformat(day)) is None


def test_the_few_of_this_day_are_kept_until_a_drama_changes_or_the_day(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogues, "_SETTLED_NS", -1)
    looked_through: list[str] = []
    real = Catalogue.digests

    def digests(catalogue: Catalogue, kind: Kind[Any]) -> list[Any]:
        looked_through.append(kind.name)
        return real(catalogue, kind)

    monkeypatch.setattr(Catalogue, "digests", digests)

    def on(day: str) -> list[str]:
        found = of_this_day(
            Catalogue(Journal(shelf.program.journal).storage, tmp_path / "kept"), date.fromisoformat(day)
        )
        return [one.slug for one in found]

    assert on("2022-12-31") == on("2022-12-31") == ["run-on"]
    assert looked_through == ["dates"]
    assert on("2023-01-01") == []
    shelf.program("add", "Signal")
    shelf.program("note", "signal", "1", "The radio.", "--on", "2016-01-01")
    assert on("2023-01-01") == ["signal"]
    assert on("2023-02-28") == ["run-on"], "the 29 of other years"

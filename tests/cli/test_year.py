"""watchlog year."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine

from tests.program import Program

pytestmark = pytest.mark.usefixtures("wednesday")


@pytest.fixture
def kept(begun: Program) -> Program:
    begun("watch", "run-on", "1-2", "--on", "2021-01-02")
    begun("note", "run-on", "1", "They collide.", "--rating", "8", "--on", "2021-01-02")
    begun("note", "run-on", "2", "He wins.", "--rating", "10", "--spoiler", "major", "--on", "2021-01-03")
    begun("quote", "run-on", "You fall.", "--by", "Oh Mi Joo")
    begun("rate", "run-on", "7", "--on", "2020-12-31")
    begun("rate", "run-on", "8.5")
    begun("cast", "run-on", "Im Si Wan", "--as", "Ki Seon Gyeom")
    return begun


def test_lines_of_a_pipe(kept: Program) -> None:
    lines = kept("year").stdout.splitlines()
    for line in (
        "total\tepisodes\t2",
        "total\twords\t4",
        "mean\toverall\t8.50",
        "month\t2021-01\t2",
        "seen\trun-on\tRun On\t2\t8.5",
        "moved\trun-on\tRun On\t7.0\t8.5",
        "line\trun-on\t3\tOh Mi Joo: You fall.",
        "episode\trun-on\t1\tThey collide.",
        "person\tIm Si Wan\trun-on",
    ):
        assert line in lines


def test_json(kept: Program) -> None:
    found = kept("year", "2021", "--json").json
    assert list(found) == [
        "year", "dramas", "episodes", "hours", "notes", "quotes", "reviews", "words", "mean", "streak", "months",
        "seen", "moved", "longest", "shortest", "line", "episode", "person", "years",
    ]  # fmt: skip
    assert found["line"]["lines"][0]["text"] == "You fall."
    assert found["episode"]["text"] == "They collide."
    assert found["longest"] == {
        "drama": "run-on", "title": "Run On", "kind": "note", "id": 1, "on": "2021-01-02", "words": 2,
    }  # fmt: skip
    assert found["person"]["dramas"] == [{"drama": "run-on", "title": "Run On", "character": "Ki Seon Gyeom"}]
    assert found["years"] == [2020, 2021]
    assert "He wins" not in str(found)


def test_a_picture(kept: Program) -> None:
    place = kept.home / "2021.svg"
    assert kept("year", "2021", "--svg", str(place)).stderr == f"Wrote the year 2021 to {place}.\n"
    assert "You&#160;fall." in place.read_text("utf-8")
    assert "Oh&#160;Mi&#160;Joo" in place.read_text("utf-8"), "on one line, though the words are few"
    assert "He&#160;wins" not in place.read_text("utf-8")


def test_a_year_with_nothing_in_it_names_one_that_has_something(kept: Program) -> None:
    told = "Nothing in 2022. The last one before that has something: watchlog year 2021\n"
    assert kept("year", "2022").stderr == told
    assert kept("year", "2022").stdout == ""
    assert "The first one that has something: watchlog year 2020" in kept("year", "1999").stderr
    assert kept("year", "1999", "--json").json["episodes"] == 0
    assert not (kept.home / "x.svg").exists()
    kept("year", "1999", "--svg", str(kept.home / "x.svg"))
    assert not (kept.home / "x.svg").exists()


def test_an_empty_journal_is_no_error(program: Program) -> None:
    assert program("year").stderr == "Nothing in 2021. Begin with: watchlog add\n"
    assert not program.journal.exists()


def test_what_is_no_year_is_wrong_usage(kept: Program) -> None:
    assert "Not a year" in kept.refuses("year", "last", code=2)


def test_86_this_year_is_that_of_the_clock_on_the_wall(kept: Program) -> None:
    with time_machine.travel(datetime(2022, 1, 1, 0, 10, tzinfo=ZoneInfo("Asia/Seoul")), tick=False):
        told = kept("year").stderr
    assert told == "Nothing in 2022. The last one before that has something: watchlog year 2021\n"

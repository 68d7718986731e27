"""watchlog today."""

import pytest

from tests.program import Program

pytestmark = pytest.mark.usefixtures("wednesday")


@pytest.fixture
def remembered(begun: Program) -> Program:
    """Run On with something on 27 January of two years."""
    begun("watch", "run-on", "1-3", "--on", "2020-01-27")
    begun("note", "run-on", "3", "The\tumbrella.", "--rating", "9", "--on", "2020-01-27")
    begun("note", "run-on", "4", "He wins.", "--spoiler", "major", "--on", "2020-01-27")
    begun("rate", "run-on", "7", "--on", "2018")
    begun("rate", "run-on", "8.5", "--on", "2019-01-27")
    return begun


def test_lines_of_a_pipe(remembered: Program) -> None:
    assert remembered("today").stdout.splitlines() == [
        "2020-01-27\trun-on\twatched\t1,2\t",
        "2020-01-27\trun-on\tnote\t3\tThe umbrella.",
        "2019-01-27\trun-on\tscored\t\t8.5",
    ]


def test_json(remembered: Program) -> None:
    watched, note, scored = remembered("today", "--json").json
    head = {"on": "2020-01-27", "drama": "run-on", "title": "Run On"}
    assert watched == {**head, "kind": "watched", "episodes": [1, 2], "round": 1}
    assert note["text"] == "The\tumbrella."
    assert (note["kind"], note["episode"], note["spoiler"]) == ("note", 3, "none")
    assert (scored["kind"], scored["before"], scored["overall"]) == ("scored", 7.0, 8.5)


def test_a_page(remembered: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    page = remembered("today").stdout
    for words in (
        "On this day",
        "27 Jan",
        "2020",
        "1 year ago",
        "The",
        "7.0 → ",
        "watchlog show run-on",
        "watchlog year 2020",
    ):
        assert words in page
    assert "He wins" not in page
    home = remembered().stdout
    assert "On this day" in home
    assert "umbrella" in home
    assert "He wins" not in home


def test_a_day_without_anything_says_which_is_next(begun: Program) -> None:
    assert begun("today").stderr == "Nothing happened on 27 Jan in other years.\n"
    begun("note", "run-on", "1", "They collide.", "--on", "2020-02-03")
    told = begun("today", "--json")
    assert told.json == []
    assert told.stderr == "Nothing happened on 27 Jan in other years. The next such day is 3 Feb.\n"


def test_what_one_writes_today_is_remembered_in_a_year(begun: Program) -> None:
    begun("note", "run-on", "1", "They collide.", "--on", "today")
    assert begun("today").stderr == "Nothing happened on 27 Jan in other years. The next such day is 27 Jan 2022.\n"


def test_an_empty_journal_is_no_error(program: Program) -> None:
    assert program("today").stdout == ""
    assert not program.journal.exists()


def test_what_a_text_refers_to_is_named_and_no_major_spoiler_by_it(
    begun: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun("note", "run-on", "12", "He wins.", "--spoiler", "major")
    begun("note", "run-on", "2", "The umbrella.")
    begun("note", "run-on", "3", "See [[2]] and [[1]].", "--rating", "9", "--on", "2020-01-27")
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    for page in (begun("--page", "today").stdout, begun("--page", "year", "2020").stdout):
        assert "The umbrella" in page
        assert "[[" not in page
        assert "He wins" not in page
    assert "He wins" not in begun("card", "run-on", "3", "-o", "-").stdout

"""watchlog stats."""

import json
import re

import pytest

from tests.program import Program
from watchlog.journal.recall import statistics
from watchlog.journal.store import catalogue

pytestmark = pytest.mark.usefixtures("wednesday")


@pytest.fixture
def shelf(program: Program) -> Program:
    """Run On, seen over New Year's Eve and rated twice; Signal, completed on a day nobody knows; a plan."""
    program(
        "add", "Run On", "--episodes", "16", "--runtime", "70", "--genre", "Romance,Life", "--country", "South Korea",
        "--network", "JTBC",
    )  # fmt: skip
    program("watch", "run-on", "1", "--on", "2020-12-31")
    program("watch", "run-on", "2-3", "--on", "2021-01-01")
    program("cast", "run-on", "Im Si Wan")
    program("rate", "run-on", "8", "--on", "2021-01-01")
    program("rate", "run-on", "9.5", "--music", "9", "--on", "2021-01-02")
    program("add", "Signal", "--episodes", "2", "--genre", "Crime")
    program("status", "signal", "completed", "--on", "2016-04")
    program("add", "Mother")
    return program


STATUSES = dict.fromkeys(["watching", "completed", "plan-to-watch", "on-hold", "dropped", "not-interested"], 0)
LIE = dict.fromkeys(("lowest", "lower", "median", "upper", "highest"), 9.5)
NOBODY = {"rated": 0, "mean": None}
SCORES = {f"{halves / 2:.1f}": 0 for halves in range(20, 1, -1)}


def test_json_of_a_year_has_these_keys(shelf: Program) -> None:
    assert shelf("stats", "--year", "2021", "--json").json == {
        "year": 2021,
        "dramas": 1,
        "episodes": 2,
        "hours": 2.3,
        "without_runtime": {"dramas": 0, "episodes": 0},
        "undated": 0,
        "statuses": STATUSES | {"watching": 1},
        "ratings": {"rated": 1, "mean": 9.5, "spread": LIE, "scores": SCORES | {"9.5": 1}},
        "parts": {"story": NOBODY, "acting": NOBODY, "music": {"rated": 1, "mean": 9.0}, "rewatch": NOBODY},
        "genres": [
            {"name": "Life", "dramas": 1, "mean": 9.5, "spread": LIE},
            {"name": "Romance", "dramas": 1, "mean": 9.5, "spread": LIE},
        ],
        "countries": [{"name": "South Korea", "dramas": 1, "mean": 9.5, "spread": LIE}],
        "networks": [{"name": "JTBC", "dramas": 1, "mean": 9.5, "spread": LIE}],
        "people": [{"name": "Im Si Wan", "dramas": 1, "mean": 9.5, "spread": LIE}],
        "best": [{"drama": "run-on", "title": "Run On", "rating": 9.5}],
        "moved": [{"drama": "run-on", "title": "Run On", "first": 8.0, "now": 9.5}],
        "rounds": [{"round": 1, "dramas": 1, "episodes": 2}],
        "years": [{"year": 2021, "episodes": 2}],
        "days": {"from": "2021-01-01", "to": "2021-12-31", "episodes": {"2021-01-01": 2}},
        "streak": {"days": 1, "from": "2021-01-01", "to": "2021-01-01"},
    }


def test_json_of_all_time_has_the_same_keys(shelf: Program) -> None:
    found = shelf("stats", "--json").json
    assert list(found) == list(shelf("stats", "--json", "--year", "2021").json)
    assert (found["year"], found["dramas"], found["episodes"], found["undated"]) == (None, 2, 5, 2)
    assert found["days"] == {
        "from": "2020-01-29", "to": "2021-01-27", "episodes": {"2020-12-31": 1, "2021-01-01": 2},
    }  # fmt: skip
    assert found["streak"] == {"days": 2, "from": "2020-12-31", "to": "2021-01-01"}
    assert found["statuses"]["plan-to-watch"] == 1


def test_a_year_of_nothing_is_zeros_and_no_error(shelf: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    found = shelf("stats", "--year", "1999", "--json").json
    assert (found["dramas"], found["episodes"], found["hours"], found["genres"]) == (0, 0, 0, [])
    assert found["days"] == {"from": "1999-01-01", "to": "1999-12-31", "episodes": {}}
    assert found["streak"] == {"days": 0, "from": None, "to": None}
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    assert shelf("stats", "--year", "1999").stdout == "Nothing watched in 1999.\n"


def test_where_no_drama_fits_that_is_said_and_scripts_have_their_zeros(program: Program) -> None:
    program("add", "Run On")
    program("watch", "run-on", "1")
    told = "No drama fits. See what there is: watchlog list\n"
    page = program("--page", "stats", "signal")
    assert (page.stdout, page.stderr) == ("", told)
    lines = program("stats", "signal")
    assert (lines.stdout.splitlines()[0], lines.stderr) == ("total\tdramas\t0", told)
    assert program("stats", "signal", "--json").json["dramas"] == 0


def test_an_empty_journal_is_zeros_and_no_error(program: Program) -> None:
    assert program("stats", "--json").json["dramas"] == 0
    assert program("stats").stdout.startswith("total\tdramas\t0\n")
    assert not program.journal.exists()


@pytest.mark.parametrize("year", ["last", "21", "2019-2021", "0", "", "99999", "２０２１"])
def test_what_is_no_year_is_wrong_usage(shelf: Program, year: str) -> None:
    ended = shelf("stats", "--year", year, code=2)
    assert "Not a year" in ended.stderr
    assert ended.stdout == ""


def test_a_pipe_gets_a_figure_on_a_line(shelf: Program) -> None:
    lines = shelf("stats").stdout.splitlines()
    assert {"total\tdramas\t2", "genre\tCrime\t1\t", "day\t2020-12-31\t1"} <= set(lines)
    assert "moved\trun-on\tRun On\t8.0\t9.5" in lines
    assert all(2 <= line.count("\t") <= 4 for line in lines)


def test_a_person_gets_a_page(shelf: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    first, *_ = shelf("stats", "--year", "2021").stdout.splitlines()
    assert re.sub(r"\x1b\[\d*m", "", first).split("  ")[0] == "1 drama"


def test_a_damaged_drama_is_named_and_the_others_are_counted(shelf: Program) -> None:
    (shelf.journal / "dramas" / "signal.json").write_text("{")
    ended = shelf("stats", "--json", code=3)
    assert json.loads(ended.stdout)["dramas"] == 1
    assert "signal.json" in ended.stderr


def test_a_change_is_counted_at_once(shelf: Program) -> None:
    for seen in range(4, 9):
        shelf("watch", "run-on", "--on", "today")
        assert shelf("stats", "--json").json["rounds"][0]["episodes"] == 2 + seen


def test_of_what_is_asked_for(shelf: Program) -> None:
    whole = shelf("stats", "--json").json
    year = shelf("stats", "2021", "--json").json
    assert year == shelf("stats", "--year", "2021", "--json").json != whole
    parts = [shelf("stats", query, "--json").json["dramas"] for query in ("has:rating", "-has:rating")]
    assert sum(parts) == whole["dramas"]
    assert shelf("stats", "2021", "title:run", "--json").json["dramas"] <= 1
    assert "One year at a time: 2020 or 2021?" in shelf.refuses("stats", "2021", "--year", "2020", code=2)
    assert "Did you mean title:run?" in shelf.refuses("stats", "tilte:run", code=2)


def test_the_figures_of_an_unchanged_journal_are_the_same_and_those_of_a_changed_one_are_not(
    begun: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogue, "_SETTLED_NS", -(10**19))  # the clock is set back, the files are not
    begun("watch", "run-on", "1-3", "--on", "2021-01-25")
    begun("rate", "run-on", "9")
    first = begun("stats", "--json").stdout
    with monkeypatch.context() as patched:
        patched.setattr(statistics, "statistics", None)  # nothing is counted anew
        assert begun("stats", "--json").stdout == first
    assert json.loads(begun("stats", "2020", "--json").stdout)["episodes"] == 0
    assert begun("stats", "--json").stdout == first
    begun("watch", "run-on", "4")
    assert json.loads(begun("stats", "--json").stdout)["episodes"] == 4


def test_figures_that_leave_out_what_is_damaged_say_so_every_time(begun: Program) -> None:
    (begun.journal / "dramas" / "broken.json").write_text("{")
    for _ in range(2):
        ended = begun("stats", "--json", code=3)
        assert "broken.json" in ended.stderr

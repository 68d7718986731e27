"""watchlog set."""

import json
from typing import Any

import pytest

from tests.program import Program
from watchlog.journal.drama.fields import FACTS, Field


@pytest.fixture
def told(program: Program) -> Program:
    """Run On with every fact there is."""
    program(
        "add", "Run On", "--native", "런 온", "--aka", "Leon", "--country", "South Korea", "--year", "2020",
        "--network", "JTBC", "--genre", "Romance,Life", "--tag", "Calm Male Lead,Idol Actress", "--episodes", "16",
        "--runtime", "70", "--aired-from", "2020-12-16", "--aired-to", "2021-02-04", "--airing-day", "wed",
        "--synopsis", "A runner.", "--synopsis-source", "AsianWiki", "--link", "https://a.example",
    )  # fmt: skip
    return program


AIRED = {"from": "2020-12-16", "to": "2021-02-04", "days": ["wednesday"]}
SYNOPSIS = {"text": "A runner.", "source": "AsianWiki"}
EMPTY: dict[str, dict[str, Any]] = {"aired": {"off": [], "extra": []}, "synopsis": {"spoiler": "none"}}


@pytest.mark.parametrize(
    ("arguments", "field", "value"),
    [
        (["--title", "Run On!"], "title", "Run On!"),
        (["--native", "런온"], "native_title", "런온"),
        (["--aka", "Reon"], "also_known_as", ["Leon", "Reon"]),
        (["--type", "special"], "type", "special"),
        (["--country", "Korea"], "country", "Korea"),
        (["--year", "2021"], "year", 2021),
        (["--network", "Netflix"], "networks", ["JTBC", "Netflix"]),
        (["--genre", "Sports,Life"], "genres", ["Romance", "Life", "Sports"]),
        (["--tag", "Rich Male Lead"], "tags", ["Calm Male Lead", "Idol Actress", "Rich Male Lead"]),
        (["--untag", "Calm Male Lead"], "tags", ["Idol Actress"]),
        (["--untag", "Calm Male Lead,Idol Actress", "--tag", "New"], "tags", ["New"]),
        (["--episodes", "17"], "episodes", 17),
        (["--runtime", "65"], "runtime", 65),
        (["--aired-from", "2020-12"], "aired", {"from": "2020-12", "to": "2021-02-04", "days": ["wednesday"]}),
        (["--aired-to", "2021-02-05"], "aired", {"from": "2020-12-16", "to": "2021-02-05", "days": ["wednesday"]}),
        (
            ["--airing-day", "thu"],
            "aired",
            {"from": "2020-12-16", "to": "2021-02-04", "days": ["wednesday", "thursday"]},
        ),
        (["--synopsis", "Two people."], "synopsis", {"text": "Two people.", "source": "AsianWiki"}),
        (["--synopsis-source", "MDL"], "synopsis", {"text": "A runner.", "source": "MDL"}),
        (["--warning", "Cold parents, ep 5", "--warning", "Rain"], "warnings", ["Cold parents, ep 5", "Rain"]),
        (["--off-air", "2020-12-31"], "aired", {**AIRED, "off": ["2020-12-31"]}),
        (["--extra-episode", "2021-01-08,2021-01-08"], "aired", {**AIRED, "extra": ["2021-01-08", "2021-01-08"]}),
        (["--synopsis-spoiler", "major"], "synopsis", {**SYNOPSIS, "spoiler": "major"}),
        (["--link", "https://b.example"], "links", ["https://a.example", "https://b.example"]),
        (["--status", "On Hold"], "status", "on-hold"),
        (["--no-native"], "native_title", None),
        (["--no-aka"], "also_known_as", []),
        (["--no-country"], "country", None),
        (["--no-year"], "year", None),
        (["--no-network"], "networks", []),
        (["--no-genre"], "genres", []),
        (["--no-genre", "--genre", "Sports"], "genres", ["Sports"]),
        (["--no-tag"], "tags", []),
        (["--no-episodes"], "episodes", None),
        (["--no-runtime"], "runtime", None),
        (["--no-aired-from"], "aired", {"from": None, "to": "2021-02-04", "days": ["wednesday"]}),
        (["--no-aired-to"], "aired", {"from": "2020-12-16", "to": None, "days": ["wednesday"]}),
        (["--no-airing-day"], "aired", {"from": "2020-12-16", "to": "2021-02-04", "days": []}),
        (["--no-aired-from", "--no-aired-to", "--no-airing-day"], "aired", None),
        (["--no-synopsis"], "synopsis", None),
        (["--no-synopsis-source"], "synopsis", {"text": "A runner.", "source": None}),
        (["--no-link"], "links", []),
    ],
)
def test_an_option_changes_its_fact_and_nothing_else(
    told: Program, arguments: list[str], field: str, value: Any
) -> None:
    expected = told.drama("run-on") | {field: value}
    if value and field in EMPTY:
        expected[field] = EMPTY[field] | value
    title = expected["title"]
    expected["progress"] = {"seen": 0, "of": expected["episodes"]}
    changed = told("set", "run-on", *arguments, "--json")
    options = {argument.removeprefix("--").removeprefix("no-") for argument in arguments if argument.startswith("--")}
    options = {option.replace("untag", "tag") for option in options}
    if arguments == ["--no-synopsis"]:
        options.add("synopsis-source")
    said, named = changed.stderr.removesuffix(".\n").split(": ")
    assert said == f"Changed the facts of {title}"
    assert set(named.split(", ")) == options
    assert changed.json == told.drama("run-on") == expected


def test_it_says_what_is_other_now_and_so_does_the_history(told: Program) -> None:
    changed = told("set", "run-on", "--runtime", "65", "--year", "2020", "--genre", "Life,Sports")
    assert changed.stderr == "Changed the facts of Run On: genre, runtime.\n"
    assert told("history", "--json").json[0]["summary"] == "Changed the facts of Run On: genre, runtime."


def test_a_status_that_stands_may_still_change_what_is_seen(program: Program) -> None:
    program("add", "Run On", "--status", "completed")
    program("set", "run-on", "--episodes", "16")
    assert program("set", "run-on", "--status", "completed").stderr == "Changed the facts of Run On: status.\n"
    assert program("show", "run-on", "--json").json["progress"] == {"seen": 16, "of": 16}


@pytest.mark.parametrize("field", [field for field in FACTS if field.noun], ids=lambda field: field.option)
def test_what_is_given_nothing_is_forgotten(told: Program, field: Field) -> None:
    told("set", "run-on", "--warning", "Rain", "--off-air", "2020-12-31", "--extra-episode", "2021-01-08")
    forgotten = told("set", "run-on", f"--no-{field.option}", "--json").json
    told("undo")
    assert told("set", "run-on", f"--{field.option}", " ", "--json").json == forgotten


def test_a_status_set_with_the_facts_means_what_it_means_alone(told: Program) -> None:
    told("set", "run-on", "--episodes", "2", "--status", "completed")
    assert told.drama("run-on")["rounds"][0]["episodes"] == {"1": None, "2": None}


def test_what_turns_out_to_be_a_film_has_one_episode(program: Program) -> None:
    program("add", "Minari", "--slug", "minari")
    assert program("set", "minari", "--type", "movie", "--json").json["episodes"] == 1
    assert "completed" in program("watch", "minari").stderr
    program("add", "Two Parts", "--episodes", "2")
    assert program("set", "two-parts", "--type", "movie", "--json").json["episodes"] == 2


def test_setting_what_is_so_already_says_so(told: Program) -> None:
    before = told.everything()
    assert told("set", "run-on", "--year", "2020").stderr == ("Run On has these facts already: nothing was changed.\n")
    assert told.everything() == before


@pytest.mark.parametrize(
    ("arguments", "code", "reason"),
    [
        ([], 2, "Nothing to set. See: watchlog set --help"),
        (["--genre", " , "], 2, "Nothing to set."),
        (["--title", ""], 2, "A title needs words."),
        (["--year", "2020.5"], 2, "Not a year"),
        (["--episodes", "none"], 2, "Not a count of episodes"),
        (["--aired-from", "2021-13"], 2, "Not a date"),
        (["--aired-from", "2022"], 1, "before it begins"),
        (["--airing-day", "wed,funday"], 2, "Not a weekday: 'funday'."),
        (["--untag", "Zombies"], 1, "It has: Calm Male Lead, Idol Actress."),
        (["--year", "2021", "--untag", "Zombies"], 1, "has no tag 'Zombies'"),
        (["--no-title"], 2, "No such option: --no-title"),
        (["--no-status"], 2, "No such option: --no-status"),
    ],
)
def test_what_cannot_be_is_refused(told: Program, arguments: list[str], code: int, reason: str) -> None:
    assert reason in told.refuses("set", "run-on", *arguments, code=code)


def test_fewer_episodes_than_are_written_about_is_refused(told: Program) -> None:
    told("note", "run-on", "9", "x")
    assert "episode 9 of 5" in told.refuses("set", "run-on", "--episodes", "5", code=1)


def test_a_comma_may_be_part_of_a_value(begun: Program) -> None:
    begun("set", "run-on", "--aka", "Hello, My Twenties!", "--aka", "Age of Youth")
    begun("set", "run-on", "--tag", r"a\, b,c", "--country", "Korea, South")
    begun("set", "run-on", "--genre", r"Action\, Adventure", "--network", r"tvN\, Seoul,JTBC")
    drama = begun.drama("run-on")
    assert drama["also_known_as"] == ["Hello, My Twenties!", "Age of Youth"]
    assert (drama["tags"], drama["country"]) == (["a, b", "c"], "Korea, South")
    assert (drama["genres"], drama["networks"]) == (["Action, Adventure"], ["tvN, Seoul", "JTBC"])
    for option, typed in (
        ("--tag", r"a\, b"), ("--tag", r"a\, b,c"), ("--genre", r"action\, adventure"), ("--network", r"tvN\, Seoul"),
        ("--country", "Korea, South"), ("--country", r"Korea\, South"),
    ):  # fmt: skip
        assert [row["slug"] for row in begun("list", option, typed, "--json").json] == ["run-on"]
    begun("set", "run-on", "--untag", r"A\, B")
    assert begun.drama("run-on")["tags"] == ["c"]


@pytest.mark.parametrize(
    "tag", ["Café", "don’t", "a, b", " spaced  out ", "two\nlines", "back\\slash", "!!!", "ＢＴＳ", "\u200bhidden"]
)
def test_every_tag_that_a_file_can_hold_is_reached(begun: Program, tag: str) -> None:
    path = begun.journal / "dramas" / "run-on.json"
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | {"tags": ["other", tag]}), "utf-8")
    typed = tag.replace(",", "\\,")
    assert [row["slug"] for row in begun("list", "--tag", typed, "--json").json] == ["run-on"]
    begun("set", "run-on", "--untag", typed)
    assert begun.drama("run-on")["tags"] == ["other"]


def test_of_tags_alike_the_exact_one_goes(begun: Program) -> None:
    begun("set", "run-on", "--tag", "cafe,Café")
    begun("set", "run-on", "--untag", "café")
    assert begun.drama("run-on")["tags"] == ["cafe"]
    assert "Run On has no tag 'tea'. It has: cafe." in begun.refuses("set", "run-on", "--untag", "tea", code=1)

"""watchlog add."""

import pytest

from tests.program import Program


def test_a_title_is_enough(program: Program) -> None:
    added = program("add", "Run On")
    assert (added.stderr, added.stdout) == ("Added Run On as run-on.\n", "")
    drama = program.drama("run-on")
    assert (drama["title"], drama["type"], drama["status"]) == ("Run On", "drama", "plan-to-watch")
    assert drama["progress"] == {"seen": 0, "of": None}


def test_every_fact_is_written_where_it_belongs(program: Program) -> None:
    program(
        "add", "Run On", "--native", "런 온", "--aka", "Leon", "--aka", "Reon", "--slug", "ron", "--type", "TV Show",
        "--country", "South Korea", "--year", "2020", "--network", "JTBC,Netflix", "--genre", "Romance, Life",
        "--genre", "Sports", "--tag", "Calm Male Lead", "--episodes", "16", "--runtime", "70",
        "--aired-from", "2020-12-16", "--aired-to", "2021-02", "--airing-day", "wed, Thursday",
        "--synopsis", "A runner\n\nand a translator.", "--synopsis-source", "AsianWiki",
        "--link", "https://example.org/a,b", "--status", "watching",
    )  # fmt: skip
    drama = program.drama("ron")
    assert drama.pop("added")
    assert drama == {
        "slug": "ron",
        "title": "Run On",
        "native_title": "런 온",
        "also_known_as": ["Leon", "Reon"],
        "type": "tv-show",
        "country": "South Korea",
        "year": 2020,
        "networks": ["JTBC", "Netflix"],
        "genres": ["Romance", "Life", "Sports"],
        "tags": ["Calm Male Lead"],
        "links": ["https://example.org/a,b"],
        "warnings": [],
        "episodes": 16,
        "runtime": 70,
        "aired": {"from": "2020-12-16", "to": "2021-02", "days": ["wednesday", "thursday"], "off": [], "extra": []},
        "synopsis": {"text": "A runner\n\nand a translator.", "source": "AsianWiki", "spoiler": "none"},
        "status": "watching",
        "rounds": [],
        "ratings": [],
        "notes": [],
        "quotes": [],
        "cast": [],
        "songs": [],
        "scenes": [],
        "reviews": [],
        "imported": [],
        "next_id": 1,
        "progress": {"seen": 0, "of": 16},
    }


def test_json_prints_the_new_drama(program: Program) -> None:
    assert program("add", "Run On", "--json").json == program.drama("run-on")


def test_a_synopsis_comes_from_standard_input(program: Program) -> None:
    program("add", "Run On", "--synopsis", "-", stdin="One.\n\nTwo.\n")
    assert program.drama("run-on")["synopsis"]["text"] == "One.\n\nTwo."


def test_a_film_has_one_episode_unless_it_is_said_otherwise(program: Program) -> None:
    program("add", "Parasite", "--type", "movie")
    program("add", "Novecento", "--type", "movie", "--episodes", "2")
    assert program.drama("parasite")["episodes"] == 1
    assert program.drama("novecento")["episodes"] == 2


def test_what_is_added_as_completed_is_seen_to_its_end(program: Program) -> None:
    program("add", "My Mister", "--episodes", "2", "--status", "completed")
    drama = program.drama("my-mister")
    assert drama["rounds"] == [{"started": None, "finished": None, "episodes": {"1": None, "2": None}}]


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Run On", "run-on"),
        ("It's Okay to Not Be Okay", "its-okay-to-not-be-okay"),
        ("런 온", "leon-on"),
        ("Amélie", "amelie"),
        ("Reply 1988", "reply-1988"),
        ("!!!", "drama"),
        ("--", "drama"),
        ("../../etc/passwd", "etc-passwd"),
        ("x" * 300, "x" * 64),
    ],
)
def test_the_slug_is_made_of_the_title(program: Program, title: str, slug: str) -> None:
    assert program("add", "--json", "--", title).json["slug"] == slug


def test_a_slug_that_is_taken_gets_the_year_then_a_number(program: Program) -> None:
    for year in ("2020", "2020", "2020", "2021"):
        program("add", "Run On", "--year", year)
    program("add", "Run On")
    assert sorted(program.files()) == [
        "run-on-2.json", "run-on-2020.json", "run-on-2021.json", "run-on-3.json", "run-on.json",
    ]  # fmt: skip


def test_the_outermost_numbers(program: Program) -> None:
    for year in ("1870", "2999"):
        added = program("add", "X", "--year", year, "--episodes", "99999", "--runtime", "1", "--json").json
        assert (added["year"], added["episodes"], added["runtime"]) == (int(year), 99999, 1)


@pytest.mark.parametrize(
    ("arguments", "code", "reason"),
    [
        (["", "--year", "2020"], 2, "A title needs words."),
        (["  \t "], 2, "A title needs words."),
        (["\x1b\x07"], 2, "A title needs words."),
        ([], 2, "Which drama? Use: watchlog add TITLE"),
        (["Run", "On"], 2, "Text with spaces goes in quotes."),
        (["X", "--slug", "../x"], 2, "Not a slug: '../x'."),
        (["X", "--slug", "Run On"], 2, "Not a slug: 'Run On'."),
        (["X", "--slug", "run-on\n"], 2, "Not a slug"),
        (["X", "--slug", ""], 2, "Not a slug: ''."),
        (["X", "--slug", "x" * 65], 2, "at most 64"),
        (["X", "--slug", "run-on"], 1, "There is already a drama run-on.\nSee it: watchlog show run-on"),
        (["X", "--native", ""], 2, "A native title needs words."),
        (["X", "--country", " "], 2, "A country needs words."),
        (["X", "--type", "films"], 2, "Not a type: 'films'."),
        (["X", "--type", "movies"], 2, "Did you mean movie?"),
        (["X", "--year", "20"], 2, "Not a year: '20'. Use four digits, from 1870 on, like 2020."),
        (["X", "--year", "1700"], 2, "Not a year: '1700'. Use four digits, from 1870 on, like 2020."),
        (["X", "--airing-day", "Wed, tvN"], 2, "Not a weekday: 'tvN'."),
        (["X", "--year", "１９９０"], 2, "Not a year"),
        (["X", "--year", "1869"], 2, "Not a year"),
        (["X", "--year", "3000"], 2, "Not a year"),
        (["X", "--episodes", "0"], 2, "Not a count of episodes: '0'."),
        (["X", "--episodes", "-3"], 2, "Not a count of episodes: '-3'."),
        (["X", "--episodes", "1e3"], 2, "Not a count of episodes: '1e3'."),
        (["X", "--episodes", "100000"], 2, "from 1 to 99999"),
        (["X", "--episodes", "9" * 5000], 2, "Not a count of episodes"),
        (["X", "--runtime", "an hour"], 2, "Not minutes: 'an hour'."),
        (["X", "--aired-from", "2021-02-30"], 2, "Not a date: '2021-02-30'. Use 2021-01-25"),
        (["X", "--aired-to", ""], 2, "Not a date: ''."),
        (
            ["X", "--aired-from", "2021-02", "--aired-to", "2021-01-31"],
            1,
            "would end before it begins: from 2021-02 to 2021-01-31",
        ),
        (["X", "--airing-day", "t"], 2, "Not a weekday: 't'."),
        (["X", "--status", "wacthing"], 2, "Not a status: 'wacthing'. Did you mean watching?"),
        (["X", "--synopsis-source", ""], 2, "A source needs words."),
        (["X", "--json", "--bogus"], 2, "No such option: --bogus"),
    ],
)
def test_what_cannot_be_is_refused(begun: Program, arguments: list[str], code: int, reason: str) -> None:
    assert reason in begun.refuses("add", *arguments, code=code)


def test_a_refusal_in_an_empty_journal_makes_no_journal(program: Program) -> None:
    program.refuses("add", "Run On", "--year", "20", code=2)
    assert not program.journal.exists()


def test_titles_stand_on_one_line_without_what_steers_a_terminal(program: Program) -> None:
    added = program("add", "  Run\n\tOn\x1b[31m \x00", "--slug", "run-on")
    assert program.drama("run-on")["title"] == "Run On[31m"
    assert added.stderr == "Added Run On[31m as run-on.\n"


def test_a_slug_that_another_title_has_is_not_told_as_that_title(program: Program) -> None:
    program("add", "...")
    assert program("add", "???").stderr == "Added ??? as drama-2. drama is another drama.\n"


def test_a_second_drama_of_one_name_is_told(program: Program) -> None:
    program("add", "Run On")
    told = program("add", "Run On").stderr
    assert told == "Added Run On as run-on-2. There is another of that title: run-on.\n"

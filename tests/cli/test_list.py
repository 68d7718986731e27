"""watchlog list."""

import csv
import io

import pytest

from tests.program import Program, built_once
from watchlog.views.lines.listing import PLAIN


@built_once
def shelf(program: Program) -> None:
    """Five titles: of several kinds, years, genres and progress."""
    program(
        "add", "Run On", "--native", "런 온", "--year", "2020", "--episodes", "16", "--genre", "Romance,Life",
        "--tag", "Calm Male Lead", "--country", "South Korea", "--network", "JTBC,Netflix",
        "--aired-from", "2020-12-16", "--aired-to", "2021-02-04",
    )  # fmt: skip
    program("watch", "run-on", "1-8", "--on", "2021-01-20")
    program("cast", "run-on", "Im Si Wan")
    program("rate", "run-on", "9")
    program("add", "My Mister", "--year", "2018", "--episodes", "16", "--genre", "Life", "--country", "south korea")
    program("status", "my-mister", "completed", "--on", "2020-05")
    program("rate", "my-mister", "10")
    program("add", "The Untamed", "--year", "2019", "--episodes", "50", "--genre", "Romance", "--country", "China")
    program("add", "Parasite", "--year", "2019", "--type", "movie", "--tag", "Calm Male Lead,Rich Male Lead")
    program("rate", "parasite", "--music", "8")
    program("add", "Reply 1988", "--aka", "Answer Me 1988", "--episodes", "20", "--status", "dropped")


ALL = ["my-mister", "parasite", "reply-1988", "run-on", "the-untamed"]


def several(program: Program, count: int) -> None:
    (program.journal / "dramas").mkdir(parents=True)
    for number in range(count):
        (program.journal / "dramas" / f"drama-{number}.json").write_text(f'{{"title": "Drama {number}"}}')


def listed(program: Program, *arguments: str) -> list[str]:
    return [row["slug"] for row in program("list", *arguments, "--json").json]


def test_json_has_these_fields(shelf: Program) -> None:
    rows = {row["slug"]: row for row in shelf("list", "--json").json}
    assert rows["run-on"] == {
        "slug": "run-on", "title": "Run On", "year": 2020, "type": "drama", "status": "watching",
        "progress": {"seen": 8, "of": 16}, "rating": 9.0, "genres": ["Romance", "Life"],
        "tags": ["Calm Male Lead"], "country": "South Korea",
    }  # fmt: skip
    assert rows["reply-1988"] == {
        "slug": "reply-1988", "title": "Reply 1988", "year": None, "type": "drama", "status": "dropped",
        "progress": {"seen": 0, "of": 20}, "rating": None, "genres": [], "tags": [], "country": None,
    }  # fmt: skip


def test_on_a_pipe_fields_are_separated_by_tabs_without_a_header(shelf: Program) -> None:
    assert shelf("list", "my mister").stdout == "my-mister\tMy Mister\t2018\tcompleted\t16/16\t10.0\n"
    assert shelf("list", "Reply").stdout == "reply-1988\tReply 1988\t\tdropped\t0/20\t\n"


def test_csv_has_a_header_and_the_fields_of_json(shelf: Program) -> None:
    rows = {row["slug"]: row for row in csv.DictReader(io.StringIO(shelf("list", "--csv").stdout))}
    assert sorted(rows) == ALL
    assert rows["run-on"] == {
        "slug": "run-on", "title": "Run On", "year": "2020", "type": "drama", "status": "watching", "seen": "8",
        "of": "16", "rating": "9.0", "genres": "Romance, Life", "tags": "Calm Male Lead", "country": "South Korea",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "slugs"),
    [
        ([], ALL),
        (["ON"], ["run-on"]),
        (["런 온"], ["run-on"]),
        (["answer 1988"], ["reply-1988"]),
        (["--status", "watching"], ["run-on"]),
        (["--status", "watching,dropped"], ["reply-1988", "run-on"]),
        (["--status", "watching", "--status", "Dropped"], ["reply-1988", "run-on"]),
        (["--genre", "romance"], ["run-on", "the-untamed"]),
        (["--genre", "romance,life"], ["run-on"]),
        (["--tag", "calm male lead"], ["parasite", "run-on"]),
        (["--tag", "calm male lead", "--tag", "rich male lead"], ["parasite"]),
        (["--country", "South Korea"], ["my-mister", "run-on"]),
        (["--network", "netflix"], ["run-on"]),
        (["--year", "2019"], ["parasite", "the-untamed"]),
        (["--year", "2018-2019"], ["my-mister", "parasite", "the-untamed"]),
        (["--actor", "si wan"], ["run-on"]),
        (["--type", "movie"], ["parasite"]),
        (["--type", "Movie,drama", "--year", "2019"], ["parasite", "the-untamed"]),
        (["--min-rating", "9.5"], ["my-mister"]),
        (["--unrated"], ["parasite", "reply-1988", "the-untamed"]),
        (["--genre", "life", "--year", "2020", "run"], ["run-on"]),
        (["--genre", "horror"], []),
        (["--limit", "2"], ["my-mister", "parasite"]),
        (["-n", "0"], ALL),
    ],
)
def test_what_is_listed(shelf: Program, arguments: list[str], slugs: list[str]) -> None:
    assert listed(shelf, *arguments) == slugs


@pytest.mark.parametrize(
    ("arguments", "options"),
    [
        (["status:watching,dropped"], ["--status", "watching,dropped"]),
        (["genre:romance", "genre:life"], ["--genre", "romance,life"]),
        (["tag:calm male lead"], ["--tag", "calm male lead"]),
        (["country:South Korea"], ["--country", "South Korea"]),
        (["network:netflix"], ["--network", "netflix"]),
        (["year:2018..2019"], ["--year", "2018-2019"]),
        (["actor:Im Shi Wan"], ["--actor", "Im Shi Wan"]),
        (["type:movie"], ["--type", "movie"]),
        (["rating:9.5.."], ["--min-rating", "9.5"]),
        (["is:unrated"], ["--unrated"]),
        (["is:airing"], ["--airing"]),
        (["sort:-year"], ["--sort", "year", "--reverse"]),
        (["sort:rating", "--reverse"], ["--sort", "rating", "--reverse"]),
        (["run genre:life"], ["run", "--genre", "life"]),
    ],
)
@pytest.mark.usefixtures("wednesday")
def test_an_option_is_a_term(shelf: Program, arguments: list[str], options: list[str]) -> None:
    assert listed(shelf, *arguments) == listed(shelf, *options)
    assert listed(shelf, *arguments) not in ([], ALL)


@pytest.mark.parametrize(
    ("arguments", "slugs"),
    [
        (["-genre:romance"], ["my-mister", "parasite", "reply-1988"]),
        (["genre:life", "-genre:romance"], ["my-mister"]),
        (["-run"], ["my-mister", "parasite", "reply-1988", "the-untamed"]),
        (["-genre:romance", "-n", "1"], ["my-mister"]),
        (["genre:romance", "or", "type:movie", "-year:2020"], ["parasite", "run-on", "the-untamed"]),
        (["(genre:romance or type:movie) -year:2020"], ["parasite", "the-untamed"]),
        (["seen:8", "music:8 or watched:2021-01"], ["run-on"]),
        (["drama:run"], ["run-on"]),
        (["reply", "1988"], ["reply-1988"]),
    ],
)
def test_what_is_asked_is_listed(shelf: Program, arguments: list[str], slugs: list[str]) -> None:
    assert listed(shelf, *arguments) == slugs


TITLES = {"re-zero": "Re:ZERO", "11-11": "11:11", "not-me": "Not Me", "love-or-hate": "Love or Hate",
          "365-repeat-the-year": "365: Repeat the Year", "hello": "Hello, Me! (2021)", "dot": "Doctor -X-",
          "title-story": "Title: A Story", "its-okay": "It's Okay to Not Be Okay"}  # fmt: skip


@pytest.mark.parametrize(("slug", "title"), TITLES.items())
def test_a_title_that_looks_like_a_query_is_found(program: Program, slug: str, title: str) -> None:
    for one, name in TITLES.items():
        program("add", name, "--slug", one)
    for words in (title, title.lower(), f"  {title} "):
        assert listed(program, words) == [slug]
    assert listed(program, f"title:{title}", "drama:" + slug) == [slug]
    assert listed(program, title, "-status:watching") == [slug]


@pytest.mark.usefixtures("wednesday")
def test_what_is_on_air_today(shelf: Program) -> None:
    assert listed(shelf, "--airing") == ["run-on"]


@pytest.mark.parametrize(
    ("order", "slugs"),
    [
        ("title", ["my-mister", "parasite", "reply-1988", "run-on", "the-untamed"]),
        ("rating", ["my-mister", "run-on", "parasite", "reply-1988", "the-untamed"]),
        ("year", ["run-on", "parasite", "the-untamed", "my-mister", "reply-1988"]),
        ("watched", ["run-on", "my-mister", "parasite", "reply-1988", "the-untamed"]),
        ("progress", ["my-mister", "run-on", "parasite", "reply-1988", "the-untamed"]),
    ],
)
def test_the_order(shelf: Program, order: str, slugs: list[str]) -> None:
    assert listed(shelf, "--sort", order) == slugs


def test_the_order_of_adding_and_the_other_way_round(program: Program) -> None:
    import time_machine

    for day, title in enumerate(["Signal", "Run On", "Parasite"], 1):
        with time_machine.travel(f"2021-01-{day:02} 12:00"):
            program("add", title)
    assert listed(program, "--sort", "added") == ["parasite", "run-on", "signal"]
    assert listed(program, "--sort", "added", "--reverse") == ["signal", "run-on", "parasite"]
    assert listed(program, "--reverse") == ["signal", "run-on", "parasite"]


def test_columns_of_ones_own_choice(shelf: Program) -> None:
    assert shelf("list", "run", "--columns", "title,native", "--columns", "rating").stdout == "Run On\t런 온\t9.0\n"


def test_a_comma_within_a_value_is_told_from_one_between_two(program: Program) -> None:
    program("add", "Run On", "--tag", "slow\\, calm,late", "--aka", "Run, On")
    usual = next(csv.DictReader(io.StringIO(program("list", "--csv").stdout)))
    own = next(csv.DictReader(io.StringIO(program("list", "--csv", "--columns", "tags,also_known_as").stdout)))
    assert own == {"tags": usual["tags"], "also_known_as": "Run\\, On"}
    assert own["tags"] == "slow\\, calm, late"


@pytest.mark.parametrize("column", PLAIN)
def test_every_column_that_help_names_can_be_asked_for(shelf: Program, column: str) -> None:
    for written in (column, column.upper(), column.replace("_", "-")):
        printed = shelf("list", "--csv", "--columns", written).stdout
        assert printed.splitlines()[0] == column


@pytest.mark.parametrize(
    "column",
    ["title", "native", "year", "status", "seen", "rating", "genres", "tags", "country", "networks", "type", "actors",
     "watched", "added", "slug"],
)  # fmt: skip
def test_every_column_has_something_for_a_full_drama(shelf: Program, column: str) -> None:
    assert shelf("list", "run on", "--columns", column).stdout.strip()


def test_in_an_empty_journal_there_is_nothing(program: Program) -> None:
    assert program("list").stdout == ""
    assert program("list", "--json").json == []
    assert len(program("list", "--csv").stdout.splitlines()) == 1


def test_on_a_pipe_all_of_them(program: Program) -> None:
    several(program, 60)
    lines = program("list").stdout.splitlines()
    assert [line.split("\t")[1] for line in lines] == [f"Drama {number}" for number in range(60)]


def test_on_a_terminal_the_first_fifty_and_how_many_there_are(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    several(program, 60)
    for arguments, shown in [([], 50), (["--limit", "0"], 60), (["--limit", "5"], 5), (["drama 5"], 15)]:
        page = program("list", *arguments).stdout
        assert page.count("Drama ") == shown
        assert (" of 60 dramas" in page, "--limit 0" in page) == (shown in (5, 50), shown in (5, 50))


@pytest.mark.parametrize("asked", [[], ["--csv"], ["--json"]])
def test_that_nothing_fits_is_said_beside_what_is_printed(shelf: Program, asked: list[str]) -> None:
    found = shelf("--page", "list", "genre:horror", *asked)
    assert found.stderr == "No drama fits. See what there is: watchlog list\n"
    assert found.stdout.strip() in ("", "[]") or found.stdout.startswith("slug,")


def test_for_the_eye_the_current_ones_stand_first_unless_an_order_is_given(shelf: Program) -> None:
    def titles(*arguments: str) -> list[str]:
        page = shelf("--page", "list", *arguments).stdout
        return sorted(ALL, key=lambda slug: page.index(slug.replace("-", " ").title()))

    by_status = ["run-on", "parasite", "the-untamed", "my-mister", "reply-1988"]
    assert titles() == by_status
    assert titles("--sort", "title") == titles("sort:title") == titles("--columns", "title") == ALL
    assert titles("--reverse") == titles("--sort", "-title") == titles("--sort=-title") == ALL[::-1]
    assert titles("--sort", "-title", "--reverse") == ALL
    assert listed(shelf) == ALL


def test_a_script_gets_all_of_them_wherever_it_runs(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    several(program, 60)
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert len(program("list", "--json").json) == 60
    assert len(program("list", "--csv").stdout.splitlines()) == 61


def test_columns_of_ones_own_choice_in_a_table(shelf: Program) -> None:
    printed = shelf("list", "run on", "--csv", "--columns", "genres,title", "--columns", "seen").stdout
    header, (genres, title, seen) = csv.reader(io.StringIO(printed))
    assert header == ["genres", "title", "seen"]
    assert ("," in genres, title, "/" in seen) == (True, "Run On", True)


def test_columns_of_ones_own_choice_on_a_terminal(shelf: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    page = shelf("list", "run on", "--columns", "native,country").stdout
    assert "런 온" in page
    assert "South Korea" in page
    assert "watching" not in page


def test_a_damaged_drama_is_named_and_the_rest_is_listed(shelf: Program) -> None:
    (shelf.journal / "dramas" / "parasite.json").write_text("{")
    told = shelf("list", "--json", code=3)
    assert [row["slug"] for row in told.json] == [slug for slug in ALL if slug != "parasite"]
    assert "parasite.json" in told.stderr


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--status", "seen"], "Not a status: 'seen'."),
        (["--type", "film"], "Not a type: 'film'."),
        (["--year", "20"], "Not years: '20'. Use 2020, or 2019-2021."),
        (["--year", "2021-2019"], "Not years"),
        (["--min-rating", "9.3"], "Not a score: '9.3'."),
        (["--sort", "foo"], "Not an order: 'foo'."),
        (["--columns", "foo"], "Not a column: 'foo'."),
        (["--limit", "-1"], "'--limit'"),
        (["--limit", "many"], "'--limit'"),
        (["--sort", "title", "sort:foo"], "sort cannot be 'foo'"),
        (["ratng:8"], "There is no field 'ratng'. Did you mean rating:8..?"),
        (["titel<3"], "Did you mean title:run?"),
        (["genre:romance", '"run'], "The quotation mark at sign 1 of '\"run' is not closed."),
        (["genre:romance", "()"], "Nothing stands in the brackets, at sign 1 of '()'."),
        (["year:2021..2019"], "Write year:2019..2021"),
        (["by:Oh Mi Joo"], "Ask it of: watchlog search, quotes"),
        (["@best"], "There is no view 'best'."),
        (["--ratng", "8"], "No such option: --ratng"),
    ],
)
def test_what_cannot_be_is_refused(shelf: Program, arguments: list[str], reason: str) -> None:
    assert reason in shelf.refuses("list", *arguments, code=2)


def test_what_is_to_be_typed_next_opens_the_journal_that_is_open(shelf: Program) -> None:
    page = shelf("--page", "list", "--sample").stdout
    assert "watchlog --sample watch signal" in page
    assert "watchlog watch" not in page
    assert "watchlog watch run-on" in shelf("--page", "list").stdout

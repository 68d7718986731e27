"""What is written for another tracker is accepted by our own reader of it, equal in all it could carry."""

import csv
from io import StringIO
from pathlib import Path

import pytest

from tests.formats.reading.sources import source
from tests.program import Program
from watchlog.formats.register import Writing, formats
from watchlog.formats.source import Said
from watchlog.formats.trackers.letterboxd import writing
from watchlog.journal.drama.records import Drama, Note, Rating, Review, Round, Synopsis
from watchlog.journal.keep.rows import Refusal, Row, Skipped

NAMES = ["letterboxd", "mal", "simkl", "yamtrack"]


def season() -> Drama:
    return Drama(
        slug="lion-2", title="3-gatsu no Lion Season 2", year=2017, episodes=22, status="completed",
        links=["https://myanimelist.net/anime/35180", "https://www.themoviedb.org/tv/67063/season/2"],
        rounds=[Round(started="2020-07-01", finished="2020-08-09",
                      episodes={"1": "2020-07-01", "2": None, **{str(n): "2020-08-09" for n in range(3, 23)}})],
        ratings=[Rating(on="2020-08-09", overall=8.5)], notes=[Note(id=1, text="Quiet, & <kind> ]]> so")],
        tags=["slice of life", "shogi"],
    )  # fmt: skip


def film() -> Drama:
    return Drama(
        slug="minari", title="Minari, “a film”", year=2020, type="movie", episodes=1, status="completed",
        links=["https://www.imdb.com/title/tt10633456", "https://www.themoviedb.org/movie/615643"],
        rounds=[Round(started="2021-02-05", finished="2021-02-05", episodes={"1": "2021-02-05"}),
                Round(episodes={"1": None})],
        ratings=[Rating(on="2021-02-05", overall=9.0)], reviews=[Review(id=1, text="Two\nlines, \"quoted\"")],
        tags=["korea", "family"],
    )  # fmt: skip


def read_back(name: str, dramas: list[Drama], left_out: list[str] | None = None) -> list[Row]:
    one = formats()[name]
    assert one.write
    page = "".join(one.write(dramas, Writing(left_out=[] if left_out is None else left_out)))
    if page.startswith("tmdbID"):
        assert page.splitlines()[0].split(",")[2] == "Title"
    known = one.read(source(page, said=Said(dates="mdy") if name == "simkl" else None))
    found = list(known)
    assert [row for row in found if isinstance(row, (Refusal, Skipped))] == []
    return [row for row in found if isinstance(row, Row)]


def test_these_can_be_left_for() -> None:
    assert [name for name in NAMES if formats()[name].write] == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_nothing_that_steers_a_terminal_goes_out(name: str) -> None:
    whole = film()
    whole.title, whole.tags = "Little \x1b[31mForest", ["\x1b[2J"]
    whole.links.append("https://myanimelist.net/anime/1")
    one = formats()[name]
    assert one.write
    page = "".join(one.write([whole], Writing(left_out=[])))
    assert "Forest" in page
    assert "\x1b" not in page


def test_letterboxd_gets_files_of_so_many_rows(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "_MOST", 2)
    for number in range(5):
        program("add", f"Film {number}", "--type", "movie", "--episodes", "1")
        program("watch", f"film-{number}", "1", "--on", "2021-02-05")
    assert "-o FILE" in program("export", "--format", "letterboxd", code=2).stderr
    told = program("export", "--format", "letterboxd", "-o", str(tmp_path / "films.csv")).stderr
    files = [tmp_path / name for name in ("films.csv", "films-2.csv", "films-3.csv")]
    assert [len(file.read_text().splitlines()) for file in files] == [3, 3, 2]
    assert len({file.read_text().splitlines()[0] for file in files}) == 1
    assert "part 3, to" in told
    elsewhere = str(tmp_path / "elsewhere")
    assert "5 new" in program("--journal", elsewhere, "import", *map(str, files)).stderr


def test_letterboxd_gets_each_viewing_of_a_film() -> None:
    left_out: list[str] = []
    rows = read_back("letterboxd", [film(), season()], left_out)
    assert [(row.title, row.year, row.watched, row.again) for row in rows] == [
        ("Minari, “a film”", 2020, "2021-02-05", False), ("Minari, “a film”", 2020, "unknown", True)
    ]  # fmt: skip
    assert rows[1].score == 9.0
    assert rows[1].text == 'Two\nlines, "quoted"'
    assert rows[0].tags == ("korea", "family")
    assert set(rows[0].links) == set(film().links)
    assert left_out == ["drama that is no film"]


def test_letterboxd_gets_no_spoiler_unless_it_is_wanted() -> None:
    spoilt = film()
    spoilt.reviews[0].spoiler = "major"
    left_out: list[str] = []
    assert [row.text for row in read_back("letterboxd", [spoilt], left_out)] == ["", ""]
    assert left_out == ["review"]


def test_my_anime_list_gets_whole_scores() -> None:
    left_out: list[str] = []
    (row,) = read_back("mal", [season(), film()], left_out)
    assert (row.title, row.episodes, row.status, row.seen, row.started, row.finished, row.score) == (
        "3-gatsu no Lion Season 2", 22, "completed", 22, "2020-07-01", "2020-08-09", 9.0
    )  # fmt: skip
    assert row.text == "Quiet, & <kind> ]]> so"
    assert row.tags == ("slice of life", "shogi")
    assert row.links == ("https://myanimelist.net/anime/35180",)
    assert left_out.count("half point of a score") == 1
    assert "drama without a page of MyAnimeList among its links" in left_out


def test_yamtrack_gets_the_season_and_every_viewing() -> None:
    rows = read_back("yamtrack", [season(), film()])
    seen = {row.episode: row.watched for row in rows if row.episode}
    assert seen == {1: "2020-07-01", 2: "unknown", **dict.fromkeys(range(3, 23), "2020-08-09")}
    (of_season,) = [row for row in rows if row.season == 2 and row.episode is None]
    assert (of_season.title, of_season.score, of_season.status) == ("3-gatsu no Lion", 8.5, "completed")
    assert of_season.text == "Quiet, & <kind> ]]> so"
    assert [row.watched for row in rows if row.type == "movie"] == ["2021-02-05", None]
    assert formats()["yamtrack"].write
    page = "".join(formats()["yamtrack"].write([season()], Writing(left_out=[])))  # type: ignore[misc]
    assert all(len(row) == 14 for row in csv.reader(StringIO(page)))
    assert not page.startswith("\ufeff")


def test_simkl_gets_how_far_one_is() -> None:
    left_out: list[str] = []
    rows = read_back("simkl", [season(), film()], left_out)
    told = [row for row in rows if row.title.startswith("3-gatsu")]
    assert {row.season for row in told if row.seen or row.episode} == {2}
    assert max(row.seen or row.episode or 0 for row in told) == 22
    assert {row.status for row in rows if row.status} == {"completed"}
    assert left_out.count("half point of a score") == 1
    assert left_out.count("earlier time through") == 1


def test_simkl_gets_the_page_of_an_anime() -> None:
    lion = season()
    lion.title, lion.links = "3-gatsu no Lion", ["https://simkl.com/anime/39722"]
    pages = {(row.key, row.links) for row in read_back("simkl", [lion])}
    assert pages == {("simkl:39722", ("https://simkl.com/anime/39722",))}


def test_a_season_is_known_by_the_address_of_it_too() -> None:
    numbered = Drama(
        slug="x", title="Dr. Romantic 2", status="watching", rounds=[Round(episodes={"1": None})],
        links=["https://www.themoviedb.org/tv/71/season/2"],
    )  # fmt: skip
    assert {(row.title, row.season) for row in read_back("yamtrack", [numbered])} == {("Dr. Romantic", 2)}
    assert {(row.title, row.season) for row in read_back("simkl", [numbered])} == {("Dr. Romantic", 2)}
    named = Drama(slug="x", title="Ashin", status="watching", links=["https://trakt.tv/shows/kingdom/seasons/0"])
    assert {(row.title, row.season) for row in read_back("yamtrack", [named])} == {("Ashin", 0)}


def test_my_anime_list_is_not_told_of_an_end_that_was_not_reached() -> None:
    begun = Drama(
        slug="x", title="X", status="watching", episodes=4, links=["https://myanimelist.net/anime/1"],
        rounds=[Round(episodes={"1": None, "2": None}), Round(episodes={"1": None})],
    )  # fmt: skip
    (row,) = read_back("mal", [begun])
    assert (row.status, row.seen, row.times) == ("watching", 1, None)
    begun.rounds[0].episodes |= {"3": None, "4": None}
    first, again = read_back("mal", [begun])
    assert (first.seen, again.seen, again.again) == (4, 1, True)


def test_a_score_of_another_day_than_the_viewing_comes_back_as_itself(program: Program, tmp_path: Path) -> None:
    program("add", "Minari", "--type", "movie")
    program("watch", "minari", "1", "--on", "2021-02-05")
    program("rate", "minari", "9", "--on", "2021-02-07")
    file = str(tmp_path / "films.csv")
    program("export", "--format", "letterboxd", "-o", file)
    assert program("import", file).stdout == "same\tminari\t\n"
    program("rate", "minari", "8", "--on", "2022-01-01")
    assert program("import", file).stdout == "same\tminari\t\n"


@pytest.mark.parametrize("name", ["simkl", "yamtrack"])
@pytest.mark.parametrize("watched", [(), ("1-2",)], ids=["planned", "begun"])
def test_a_further_season_comes_back_as_itself_alone(
    program: Program, tmp_path: Path, name: str, watched: tuple[str, ...]
) -> None:
    program("add", "Run On Season 2", "--link", "https://www.themoviedb.org/tv/9/season/2")
    for episodes in watched:
        program("watch", "run-on-season-2", episodes, "--on", "2021-02-03")
    file = str(tmp_path / "out.csv")
    program("export", "--format", name, "-o", file)
    assert program("import", file, "--dates", "mdy").stdout == "same\trun-on-season-2\t\n"


@pytest.mark.parametrize("name", NAMES)
def test_what_comes_back_is_known_and_changes_no_words(program: Program, tmp_path: Path, name: str) -> None:
    program("add", "Minari", "--type", "movie", "--year", "2020", "--link", "https://www.themoviedb.org/movie/615643",
            "--link", "https://myanimelist.net/anime/1")  # fmt: skip
    program("watch", "minari", "1", "--on", "2021-02-05")
    program("rate", "minari", "9", "--on", "2021-02-05")
    program("quote", "minari", "A line.")
    file = str(tmp_path / "out")
    told = program("export", "--format", name, "-o", file).stderr
    assert "has no place for: 1 × quote" in told
    before = program.drama("minari")
    back = program("import", file, "--from", name, "--dates", "mdy").stdout
    assert back.split("\t")[0] in ("same", "added"), back
    after = program.drama("minari")
    for field in ("title", "year", "rounds", "ratings", "quotes", "notes", "reviews", "status"):
        assert after[field] == before[field], field


@pytest.mark.parametrize("name", NAMES)
def test_what_one_wrote_is_carried_or_counted(name: str) -> None:
    whole = film()
    whole.links.append("https://myanimelist.net/anime/1")
    whole.warnings = ["fire", "loss"]
    whole.synopsis = Synopsis(text="A farm.")
    whole.ratings = [Rating(on="2021-02-05", overall=9.0, story=8.0, parts={"chemistry": 7.0})]
    left_out: list[str] = []
    (row, *_) = read_back(name, [whole], left_out)
    counted = [left_out.count(what) for what in ("content warning", "synopsis", "score of a part", "tag")]
    assert counted == [2, 1, 2, 0 if row.tags else 2]

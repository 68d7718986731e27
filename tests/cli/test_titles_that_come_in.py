"""Which drama a title of somebody else's file is, and what it says of one that is new here."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.program import Program


def taken(program: Program, folder: Path, text: str, name: str = "table.csv") -> dict[str, dict[str, Any]]:
    """The dramas of the journal after a file came in."""
    (folder / name).write_text(text)
    program("import", str(folder / name))
    return {path.stem: json.loads(path.read_bytes()) for path in (program.journal / "dramas").glob("*.json")}


@pytest.mark.parametrize("title", ["Hi, Bye Mama", "HI BYE  MAMA!", "Hi-Bye, Mama…"])
def test_a_title_with_other_punctuation_is_the_same_drama(program: Program, tmp_path: Path, title: str) -> None:
    program("add", "Hi Bye, Mama!", "--year", "2020")
    assert {*taken(program, tmp_path, f'Title,Year\n"{title}",2020\n')} == {"hi-bye-mama"}


def test_a_title_spelt_exactly_so_wins_over_one_that_differs_in_punctuation(program: Program, tmp_path: Path) -> None:
    program("add", "Oh, My Ghost", "--slug", "drama")
    program("add", "Oh My Ghost!", "--slug", "other")
    found = taken(program, tmp_path, "Title,Rating /10\noh my ghost!,8\n")
    assert [slug for slug, drama in found.items() if drama.get("ratings")] == ["other"]


def test_titles_whose_source_has_no_number_for_them_stay_apart(program: Program, tmp_path: Path) -> None:
    rated = "Const,Title,Title Type,Your Rating\n,Signal,TV Series,9\n,Run On,TV Series,8\n"
    assert {*taken(program, tmp_path, rated)} == {"signal", "run-on"}


def test_two_spellings_in_one_file_are_one_drama(program: Program, tmp_path: Path) -> None:
    assert {*taken(program, tmp_path, "Title,Year\nIt's Okay to Not Be Okay,2020\nIts Okay To Not Be Okay,2020\n")} == {
        "its-okay-to-not-be-okay"
    }


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Title,Date Watched\nRun On,2021-02-04\n", "completed"),
        ("Title,Started\nRun On,2021-02-04\n", "watching"),
        ("Title,Started,Status\nRun On,2021-02-04,dropped\n", "dropped"),
        ("Title,Started,Status\nRun On,2021-02-04,plan to watch\n", "plan-to-watch"),
        ('Title,Date\n"Run On: Season 1: An Umbrella","2/14/21"\n', "watching"),
    ],
)
def test_what_was_begun_is_not_planned(program: Program, tmp_path: Path, text: str, status: str) -> None:
    assert taken(program, tmp_path, text)["run-on"]["status"] == status


def test_what_is_planned_here_and_was_begun_there_is_not_planned_any_more(program: Program, tmp_path: Path) -> None:
    program("add", "Run On", "--year", "2020")
    assert taken(program, tmp_path, "Title,Started\nRun On,2021-02-04\n")["run-on"]["status"] == "watching"


def test_a_first_day_that_is_told_is_not_lost_to_the_first_episode_with_a_day(program: Program, tmp_path: Path) -> None:
    columns = "media_id,source,media_type,title,season_number,episode_number,score,progress,status,start_date,end_date"
    rows = "2,tmdb,episode,Run On,1,7,,,,,2021-01-06\n2,tmdb,season,Run On,1,,,16,Completed,2020-12-16,2021-02-04\n"
    found = taken(program, tmp_path, f"{columns}\n{rows}")["run-on"]["rounds"]
    assert [(one["started"], one["finished"]) for one in found] == [("2020-12-16", "2021-02-04")]


def both(program: Program, folder: Path, *files: str) -> str:
    """What is told of Run On where these files come in together: each of another source, as (name)text."""
    paths = []
    for number, text in enumerate(files):
        paths.append(str(folder / f"{number}"))
        Path(paths[-1]).write_text(text)
    return program("import", *paths).stdout


SEEN = "Title,Episode,Watched\nRun On,7,2021-01-06\nRun On,8,2021-01-07\n"
LIST = (
    "Title,Status,Episodes watched,Total episodes,Country of Origin,Show type,Rating,Started on,Ended on,Re-watched\n"
)


def test_a_status_that_is_told_wins_over_one_that_follows_from_viewings(program: Program, tmp_path: Path) -> None:
    told = both(program, tmp_path, SEEN, f"{LIST}Run On,Dropped,7,16,South Korea,Drama,9.0,,,0\n")
    assert program.drama("run-on")["status"] == "dropped"
    assert "kept yours: status" not in told


def test_of_two_that_are_told_the_first_stands_and_the_other_is_told(program: Program, tmp_path: Path) -> None:
    told = both(
        program, tmp_path, f"{LIST}Run On,Dropped,7,16,South Korea,Drama,9.0,,,0\n", "Title,Status\nRun On,completed\n"
    )
    assert program.drama("run-on")["status"] == "dropped"
    assert "status dropped ≠ completed (spreadsheet)" in told


def test_a_link_that_is_there_in_another_form_does_not_come_in_again(program: Program, tmp_path: Path) -> None:
    program(
        "add", "Run On", "--link", "https://m.imdb.com/title/tt0000002/?ref_=x,https://mydramalist.com/99991-run-on"
    )
    rows = "Title,Link\nRun On,https://www.imdb.com/title/tt0000002\nRun On,https://mydramalist.com/99991\n"
    found = taken(program, tmp_path, rows)["run-on"]
    assert found["links"] == ["https://m.imdb.com/title/tt0000002/?ref_=x", "https://mydramalist.com/99991-run-on"]


def test_our_own_table_of_what_is_here_changes_nothing(program: Program, tmp_path: Path) -> None:
    program(
        "add", "Run On", "--link", "https://mydramalist.com/99991-run-on", "--tag", "calm, comfort", "--year", "2020"
    )
    program("cast", "run-on", "Im Si Wan")
    before = program.files()
    assert program("import", str(written(program, tmp_path))).stdout == "same\trun-on\t\n"
    assert program.files() == before


def written(program: Program, folder: Path) -> Path:
    table = folder / "own.csv"
    program("export", "--format", "csv", "-o", str(table))
    return table


def test_our_own_table_brings_every_fact_of_a_drama(program: Program, tmp_path: Path) -> None:
    facts = (
        *("--native", "런 온", "--aka", "Running", "--year", "2020", "--country", "South Korea", "--network", "JTBC"),
        *(
            "--genre",
            "Romance",
            "--tag",
            "calm",
            "--warning",
            "a father\\, ep 5",
            "--episodes",
            "16",
            "--runtime",
            "70",
        ),
        *(
            "--aired-from",
            "2020-12-16",
            "--aired-to",
            "2021-02-04",
            "--airing-day",
            "wed,thu",
            "--synopsis",
            "He dies.",
        ),
        *("--synopsis-source", "AsianWiki", "--synopsis-spoiler", "major", "--link", "https://mydramalist.com/99991"),
    )
    program("add", "Run On", *facts)
    program("set", "run-on", "--off-air", "2020-12-30", "--extra-episode", "2021-01-08")
    table = written(program, tmp_path)
    before = program.drama("run-on")
    program("remove", "run-on", "--yes")
    program("import", str(table), "--map", "Run On=new")
    assert {**program.drama("run-on"), "added": "", "imported": []} == {**before, "added": "", "imported": []}


def test_what_a_table_says_of_when_it_airs_goes_where_nothing_is_said(program: Program, tmp_path: Path) -> None:
    program("add", "Run On", "--aired-from", "2020-12-16", "--airing-day", "wed,thu")
    table = written(program, tmp_path)
    program("set", "run-on", "--no-airing-day", "--aired-from", "2020-12-17")
    program("import", str(table))
    aired = program.drama("run-on")["aired"]
    assert (aired["from"], aired["days"]) == ("2020-12-17", ["wednesday", "thursday"])


def test_times_without_days_are_told_and_not_made_up(program: Program, tmp_path: Path) -> None:
    table = tmp_path / "list.csv"
    table.write_text(f"{LIST}Run On,Completed,16,16,South Korea,Drama,9.0,,,1\n")
    told = program("import", str(table)).stdout
    assert "kept yours: seen once ≠ 2 times, on days nobody knows (mydramalist)" in told
    assert len(program.drama("run-on")["rounds"]) == 1


def test_no_beginning_and_no_end_is_made_up_of_a_day_between(program: Program, tmp_path: Path) -> None:
    counted = tmp_path / "list.csv"
    counted.write_text(f"{LIST}Run On,Completed,16,16,South Korea,Drama,9.0,,,0\n")
    program("import", str(counted))
    (round_,) = taken(program, tmp_path, SEEN)["run-on"]["rounds"]
    assert round_["episodes"]["7"] == "2021-01-06"
    assert {"started", "finished"} & {*round_} == set()
    days = "".join(f"Run On,{number},2021-01-{day:02}\n" for number, day in ((2, 3), (1, 5), (16, 20)))
    (round_,) = taken(program, tmp_path, f"Title,Episode,Watched\n{days}")["run-on"]["rounds"]
    assert (round_["started"], round_["finished"]) == ("2021-01-03", "2021-01-20")


def test_a_high_water_mark_with_a_day_says_nothing_of_the_beginning(program: Program, tmp_path: Path) -> None:
    columns = "SIMKL_ID,Title,Type,Year,Watchlist,LastEpWatched,WatchedDate,Rating,Memo,TVDB,TMDB,IMDB"
    found = taken(program, tmp_path, f"{columns}\n1,Run On,tv,2020,completed,S01E16,2/24/2021,9,,3,2,tt2\n")
    (round_,) = found["run-on"]["rounds"]
    assert (round_["episodes"]["15"], round_["episodes"]["16"]) == (None, "2021-02-24")
    assert "started" not in round_


@pytest.mark.parametrize("title", ["Kill Bill: Vol. 2", "Alienoid Part 2"])
def test_a_film_with_a_number_is_no_season(program: Program, tmp_path: Path, title: str) -> None:
    link = "https://www.imdb.com/title/tt0378194"
    program("add", title, "--slug", "film", "--type", "movie", "--year", "2004", "--link", link)
    taken(program, tmp_path, f"imdbID,Title,Year,WatchedDate,Rating10\ntt0378194,{title},2004,2021-02-05,8\n")
    rated = f"Const,Your Rating,Date Rated,Title,Title Type,Year\ntt0378194,9,2021-02-06,{title},Movie,2004\n"
    taken(program, tmp_path, rated, "ratings.csv")
    found = taken(program, tmp_path, f"Title,Link,Rating\n{title},{link},9\n")
    assert {*found} == {"film"}
    assert [one["overall"] for one in found["film"]["ratings"]] == [8, 9]


@pytest.mark.parametrize(
    ("here", "title", "link", "which"),
    [
        ("Run On Season 2", "Run On Season 2", "https://www.imdb.com/title/tt5", "season"),
        ("Run On Season 2", "Run On", "https://www.imdb.com/title/tt5", "show"),
        ("Run On 2", "Run On Season 2", "https://www.themoviedb.org/tv/9/season/2", "season"),
        ("Run On 2", "Run On 2", "https://www.themoviedb.org/tv/10", "another"),
    ],
)
def test_the_page_of_a_show_beside_the_name_of_a_season_means_that_season(
    program: Program, tmp_path: Path, here: str, title: str, link: str, which: str
) -> None:
    links = ("--link", "https://www.imdb.com/title/tt5", "--link", "https://www.themoviedb.org/tv/9")
    program("add", "Run On", "--slug", "show", *links)
    program("add", here, "--slug", "season", *links)
    found = taken(program, tmp_path, f"Title,Link,Rating\n{title},{link},9\n")
    assert [slug for slug, drama in found.items() if drama.get("ratings")] == (
        [which] if which != "another" else [*{*found} - {"show", "season"}]
    )


def test_the_row_of_a_show_is_about_the_first_season_that_has_one(program: Program, tmp_path: Path) -> None:
    columns = "media_id,source,media_type,title,season_number,episode_number,score,progress,status,start_date,end_date"
    rows = "2,tmdb,tv,Run On,,,8,4,In progress,,\n2,tmdb,season,Run On,3,,,4,In progress,,\n"
    found = taken(program, tmp_path, f"{columns}\n{rows}2,tmdb,episode,Run On,2,1,,,,,2021-01-06\n")
    assert {*found} == {"run-on-season-2", "run-on-season-3"}
    assert found["run-on-season-2"]["ratings"] == [{"overall": 8.0}]


def test_a_day_fills_in_the_time_through_that_has_it_already(program: Program, tmp_path: Path) -> None:
    program("add", "Run On", "--link", "https://myanimelist.net/anime/1")
    program("watch", "run-on", "1-2", "--on", "2021-06")
    program("watch", "run-on", "1-2", "--on", "2021-06-23", "--again")
    text = "Title,Started,Link\nRun On,2021-06-23,https://myanimelist.net/anime/1\n"
    found = taken(program, tmp_path, text)["run-on"]["rounds"]
    assert [one["started"] for one in found] == ["2021-06", "2021-06-23"]


@pytest.mark.parametrize("special", [(0, 1), (0, 0), (1, 0)])
@pytest.mark.parametrize("newest_first", [True, False])
def test_specials_are_a_drama_beside_the_show_whatever_they_are_numbered(
    program: Program, tmp_path: Path, special: tuple[int, int], newest_first: bool
) -> None:
    show = {"title": "Run On", "ids": {"trakt": 2, "slug": "run-on", "imdb": "tt2", "tmdb": 2}}
    history = [
        {"id": season * 10 + number, "watched_at": f"2021-01-0{day}T12:00:00Z", "action": "watch", "type": "episode",
         "episode": {"season": season, "number": number, "ids": {}}, "show": show}
        for day, (season, number) in enumerate([(1, 1), special, (1, 2)], 1)
    ]  # fmt: skip
    if newest_first:
        history.reverse()
    taken(program, tmp_path, json.dumps(history), "watched-history.json")
    link = "https://www.imdb.com/title/tt2"
    found = taken(program, tmp_path, f"Title,Link,Rating\nRun On,{link},9\nRun On: Specials,,8\n")
    assert {slug: drama["type"] for slug, drama in found.items()} == {"run-on": "drama", "run-on-specials": "special"}
    assert [one["overall"] for slug in sorted(found) for one in found[slug]["ratings"]] == [9, 8]
    assert [len(drama["rounds"][0]["episodes"]) for _, drama in sorted(found.items())] == [2, 1]


def test_a_first_day_that_one_of_several_files_tells_stays(program: Program, tmp_path: Path) -> None:
    """So a second import of them changes nothing."""
    columns = "Title,Status,Episodes watched,Total episodes,Country of Origin,Show type,Rating,Started on,Ended on"
    (tmp_path / "mdl.csv").write_text(f"{columns},Re-watched\nRun On,Watching,1,6,Korea,Drama,0.0,2021-01-02,,0\n")
    (tmp_path / "table.csv").write_text("Title,Episode,Watched\nRun On,2,2021-04-02\nRun On,3,2021-04-03\n")
    files = [str(tmp_path / name) for name in ("mdl.csv", "table.csv")]
    program("import", *files)
    assert program.drama("run-on")["rounds"][0]["started"] == "2021-01-02"
    assert program("import", *files).stdout == "same\trun-on\t\n"


def test_a_last_day_is_that_of_the_time_through_that_was_seen_furthest(program: Program, tmp_path: Path) -> None:
    program("add", "Run On", "--episodes", "4")
    program("watch", "run-on", "1", "--on", "2021-01-01")
    program("watch", "run-on", "1-4", "--on", "unknown", "--again")
    found = taken(program, tmp_path, "Title,Finished\nRun On,2021-05\n")["run-on"]["rounds"]
    assert [one.get("finished") for one in found] == [None, "2021-05"]


def test_a_table_of_ones_own_calls_its_columns_as_people_do(program: Program, tmp_path: Path) -> None:
    text = "sep=;\r\nDrama Title;Korean Title;Date Completed;My Thoughts\r\nRun On;런 온;2021-02-04;so good\r\n"
    found = taken(program, tmp_path, text)["run-on"]
    assert found["native_title"] == "런 온"
    assert found["rounds"][0]["finished"] == "2021-02-04"
    assert found["reviews"][0]["text"] == "so good"
    assert taken(program, tmp_path, "드라마,평점\n런 온,9.5\n")["run-on"]["ratings"] == [{"overall": 9.5}]


def test_scores_of_several_files_stand_by_their_days_so_that_a_second_import_changes_nothing(
    program: Program, tmp_path: Path
) -> None:
    columns = "Title,Status,Episodes watched,Total episodes,Country of Origin,Show type,Rating,Started on,Ended on"
    (tmp_path / "mdl.csv").write_text(f"{columns},Re-watched\nRun On,Watching,1,6,Korea,Drama,9.0,,,0\n")
    columns = "Const,Your Rating,Date Rated,Title,Title Type,Year"
    for name, score, day in (("a", 9, "2021-06-07"), ("b", 2, "2021-04-25")):
        (tmp_path / f"{name}.csv").write_text(f"{columns}\ntt0000001,{score},{day},Run On,TV Series,\n")
    files = [str(tmp_path / name) for name in ("mdl.csv", "a.csv", "b.csv")]
    program("import", *files)
    ratings = program.drama("run-on")["ratings"]
    assert [one["overall"] for one in ratings] == [2, 9]
    assert program("import", *files).stdout.startswith("same\t")
    assert program.drama("run-on")["ratings"] == ratings

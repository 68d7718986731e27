"""Files of other trackers as people really have them: packed again, saved by a spreadsheet, exported by others."""

import json
from pathlib import Path

import pytest

from tests.formats.reading.sources import zipped
from tests.program import Program, Result

DIARY = "Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date\n"
FILMS = "Date,Name,Year,Letterboxd URI\n"
NETFLIX = "Title,Date\n"
MAL = """<?xml version="1.0"?><myanimelist><myinfo><user_export_type>1</user_export_type></myinfo>{}</myanimelist>"""


@pytest.fixture
def take(program: Program, tmp_path: Path) -> "Take":
    return Take(program, tmp_path)


class Take:
    """Imports files that hold these texts."""

    def __init__(self, program: Program, folder: Path) -> None:
        self.program = program
        self._folder = folder

    def __call__(self, name: str, content: str | bytes, *options: str, code: int = 0) -> Result:
        file = self._folder / name
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return self.program("import", str(file), *options, code=code)

    def days(self, slug: str) -> list[dict[str, str | None]]:
        """The episodes of each round."""
        return [one["episodes"] for one in self.program.drama(slug)["rounds"]]


def test_a_zip_packed_again_on_a_mac(take: Take) -> None:
    row = "2021-02-06,Minari,2020,https://boxd.it/a,4.5,,,2021-02-05\n"
    files: dict[str, str | bytes] = {
        "letterboxd-me/diary.csv": DIARY + row,
        "letterboxd-me/.DS_Store": b"\0\1",
        "letterboxd-me/watched.csv": FILMS + "2021-02-06,Minari,2020,https://boxd.it/b\n",
        "letterboxd-me/profile.csv": "Date Joined,Username\n2020-01-01,me\n",
        "__MACOSX/letterboxd-me/._diary.csv": b"\0\5\x16\7",
    }
    told = take("again.zip", zipped(files))
    assert told.stdout == "new\tminari\tcompleted; 1 viewing; 1 score\n"


def test_a_csv_that_excel_has_saved_has_semicolons_and_two_forms_of_days(take: Take) -> None:
    table = "\ufeffTitle;Date\r\nRun On: Season 1: Episode 1;4/19/25\r\nRun On: Season 1: Episode 2;04/12/2025\r\n"
    take("NetflixViewingHistory.csv", table)
    assert take.days("run-on") == [{"1": "2025-04-19", "2": "2025-04-12"}]


def test_rows_that_contradict_each_other_cost_only_those_that_are_one_of_two_days(take: Take) -> None:
    rows = (
        "Sunny: Season 1: Episode 1,13/1/25",
        "Sunny: Season 1: Episode 2,1/13/25",
        "Sunny: Season 1: Episode 3,1/2/25",
    )
    told = take("NetflixViewingHistory.csv", NETFLIX + "\n".join(rows) + "\n", code=1)
    assert take.days("sunny") == [{"1": "2025-01-13", "2": "2025-01-13"}]
    assert "refused\tSunny: Season 1: Episode 3\t1/2/25 is one of two days" in told.stdout


def test_days_with_dots_are_day_first_and_those_that_fit_both_are_asked_for(take: Take) -> None:
    take(
        "NetflixViewingHistory.csv",
        NETFLIX + '"Dark: Staffel 1: Folge 3",24.01.23\n"Dark: Staffel 1: Folge 4",02.03.23\n',
    )
    assert take.days("dark") == [{"3": "2023-01-24", "4": "2023-03-02"}]
    told = take("NetflixViewingHistory.csv", NETFLIX + '"Sunny: Season 1: Episode 3",2/3/23\n', code=2)
    assert "--dates dmy or --dates mdy" in told.stderr
    assert [*take.program.files()] == ["dark.json"]


@pytest.mark.parametrize(
    ("title", "slug", "episode"),
    [
        ("Run On: Season 2: Episode 3", "run-on-season-2", "3"),
        ("Run On: Series 2: Episode 3", "run-on-season-2", "3"),
        ("Run On: Part 2: Episode 3", "run-on-season-2", "3"),
        ("Run On: Volume 2: Episode 3", "run-on-season-2", "3"),
        ("Run On: Book 2: Chapter 3", "run-on-season-2", "3"),
        ("Run On: Limited Series: Episode 3", "run-on", "3"),
        ("Run On: Miniseries: Episode 3", "run-on", "3"),
        ("런 온: 시즌 2: 3화", "leon-on-season-2", "3"),
        ("Run On: Staffel 2: Folge 3", "run-on-season-2", "3"),
        ("Run On: Temporada 2: Episodio 3", "run-on-season-2", "3"),
    ],
)
def test_a_season_is_told_by_its_word(take: Take, title: str, slug: str, episode: str) -> None:
    take("NetflixViewingHistory.csv", NETFLIX + f'"{title}",12/13/20\n')
    assert [*take.program.files()] == [f"{slug}.json"]
    assert take.days(slug) == [{episode: "2020-12-13"}]


def test_a_colon_alone_is_no_season_and_part_1_in_an_episodes_title_no_number(take: Take) -> None:
    told = take(
        "NetflixViewingHistory.csv",
        NETFLIX + '"Fate/EXTRA Last Encore: Oblitus Copernican Theory: Nero",12/13/20\n'
        '"DAHMER: Monster: The Jeffrey Dahmer Story: The Good Boy Box (Episode 4)",12/13/20\n'
        '"Winter: Season 1: Winter Solstice Part 1",12/13/20\n',
        code=1,
    )  # fmt: skip
    assert "refused\tFate/EXTRA Last Encore" in told.stdout
    assert take.days("dahmer-monster-the-jeffrey-dahmer-story") == [{"4": "2020-12-13"}]
    assert take.days("winter") == [{}]


def test_a_film_seen_twice_is_two_rounds_and_the_same_entry_in_three_files_is_one(take: Take) -> None:
    seen = "Minari,2020,https://boxd.it"
    diary = f"2021-02-06,{seen}/a,4.5,,,2021-02-05\n2024-01-02,{seen}/b,5,Yes,,2024-01-01\n"
    reviews = f"{DIARY.replace('Tags', 'Review,Tags')}2021-02-06,{seen}/a,4.5,,Kind.,,2021-02-05\n"
    archive = zipped(
        {
            "diary.csv": DIARY + diary,
            "reviews.csv": reviews,
            "watched.csv": FILMS + "2021-02-06,Minari,2020,https://boxd.it/c\n",
            "profile.csv": "Date Joined,Username\n2020-01-01,me\n",
        }
    )
    take("letterboxd.zip", archive)
    assert take.days("minari") == [{"1": "2021-02-05"}, {"1": "2024-01-01"}]
    files = take.program.everything()
    take("letterboxd.zip", archive)
    assert take.program.everything() == files


def test_a_film_seen_twice_on_one_day_is_two_rounds(take: Take) -> None:
    row = "2021-02-06,Minari,2020,https://boxd.it/{},4.5,{},,2021-02-05\n"
    take("diary.csv", DIARY + row.format("a", "") + row.format("b", "Yes"))
    assert take.days("minari") == [{"1": "2021-02-05"}, {"1": "2021-02-05"}]


@pytest.mark.parametrize("form", ["letterboxd", "yamtrack", "simkl"])
def test_what_was_seen_without_a_day_has_none_on_the_way_out(take: Take, tmp_path: Path, form: str) -> None:
    take("watched.csv", FILMS + "2021-02-06,Minari,2020,https://boxd.it/c\n")
    assert take.days("minari") == [{"1": None}]
    out = tmp_path / "out.csv"
    take.program("export", "--format", form, "-o", str(out))
    assert "Minari" in out.read_text()
    assert "-02-0" not in out.read_text()
    elsewhere = str(tmp_path / "elsewhere")
    take.program("--journal", elsewhere, "import", str(out))
    found = take.program("--journal", elsewhere, "show", "minari", "--json").json
    assert ([one["episodes"] for one in found["rounds"]] or [{"1": None}]) == [{"1": None}]
    assert [one["finished"] for one in found["rounds"] if one["finished"]] == []


def test_a_completed_season_marks_no_episode_with_a_day(take: Take) -> None:
    show = {"title": "Run On", "year": 2020, "ids": {"simkl": 1}}
    backup = {"shows": [{"status": "completed", "last_watched_at": None, "total_episodes_count": 16, "show": show}]}
    take("SimklBackup.json", json.dumps(backup))
    drama = take.program.drama("run-on")
    assert drama["status"] == "completed"
    assert [
        day for one in drama["rounds"] for day in (*one["episodes"].values(), one["started"], one["finished"]) if day
    ] == []


@pytest.mark.parametrize(
    ("zone", "instant"), [("America/Los_Angeles", "2026-07-19"), ("Pacific/Kiritimati", "2026-07-20")]
)
def test_a_day_is_a_day_everywhere_and_an_instant_is_not(take: Take, zone: str, instant: str) -> None:
    take("diary.csv", DIARY + "2026-07-21,Minari,2020,https://boxd.it/a,,,,2026-07-20\n", "--zone", zone)
    seen = {"id": 1, "watched_at": "2026-07-20T02:30:00.000Z", "action": "watch", "type": "movie"}
    history = [seen | {"movie": {"title": "House", "year": 1977, "ids": {"trakt": 1}}}]
    take("watched-history.json", json.dumps(history), "--zone", zone)
    assert (take.days("minari"), take.days("house")) == ([{"1": "2026-07-20"}], [{"1": instant}])


def test_xml_that_is_not_quite_xml_is_told_in_a_line(take: Take) -> None:
    anime = "<anime><series_animedb_id>1</series_animedb_id><series_title>Panty & Stocking</series_title></anime>"
    assert "new\tpanty-stocking" in take("animelist.xml", MAL.format(anime)).stdout
    assert take("animelist.xml", MAL.format("")).stderr.splitlines()[0].endswith(": nothing.")
    for other in ("<rss><channel><title>News</title></channel></rss>", MAL.format("<anime>")[:90], "<myanimelist>"):
        told = take("animelist.xml", other, code=1).stderr.splitlines()
        assert len(told) <= 2, told


def taskmaster(season: int, number: int) -> str:
    """A history of Trakt with one episode."""
    seen = {"watched_at": "2024-01-06T12:30:00.000Z", "action": "watch", "type": "episode"}
    show = {"title": "Taskmaster", "ids": {"trakt": 2, "slug": "taskmaster"}}
    return json.dumps([seen | {"episode": {"season": season, "number": number}, "show": show}])


def test_a_show_that_is_numbered_otherwise_there_is_a_question(take: Take) -> None:
    take.program("add", "Taskmaster", "--episodes", "10")
    seen = {
        "watched_at": "2024-01-06T12:30:00.000Z",
        "action": "watch",
        "type": "episode",
        "episode": {"season": 1, "number": 88},
    }
    history = [seen | {"show": {"title": "Taskmaster", "ids": {"trakt": 2, "slug": "taskmaster"}}}]
    told = take("watched-history.json", json.dumps(history), code=1)
    assert "question\tTaskmaster\tepisode 88 of 10: is it counted otherwise there?" in told.stdout
    assert take.days("taskmaster") == []


def test_a_season_numbered_by_its_year_keeps_the_number(take: Take) -> None:
    seen = {
        "watched_at": "2024-01-06T12:30:00.000Z",
        "action": "watch",
        "type": "episode",
        "episode": {"season": 2023, "number": 8},
    }
    history = [seen | {"show": {"title": "Taskmaster", "ids": {"trakt": 2, "slug": "taskmaster"}}}]
    take("watched-history.json", json.dumps(history))
    assert take.days("taskmaster-season-2023") == [{"8": "2024-01-06"}]


def test_names_that_are_percent_encoded_may_be_no_utf8(take: Take, tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    for name in ("%E0%A4%A.md", "Run%20On 0123456789abcdef0123456789abcdef.md"):
        (folder / name).write_text("---\ntype: series\nyear: 2020\n---\nKind.\n")
    take.program("import", str(folder))
    assert sorted(take.program.drama(path[:-5])["title"] for path in take.program.files()) == ["%E0%A4%A", "Run On"]


def test_the_files_of_a_folder_that_is_none_of_a_source_come_in_one_by_one(take: Take, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    (folder / "older").mkdir(parents=True)
    (folder / "table.csv").write_text("title,year\nRun On,2020\n")
    (folder / "older" / "ratings.csv").write_text(
        "Const,Your Rating,Title,Title Type,Year\ntt1,9,Signal,TV Series,2016\n"
    )
    (folder / "readme.txt").write_text("mine\n")
    told = take.program("import", str(folder)).stderr
    assert sorted(take.program.files()) == ["run-on.json", "signal.json"]
    assert told.startswith(f"Passed over: {folder}/readme.txt is nothing that is known here.\n")
    assert "2 new." in told
    assert "2 the same." in take.program("import", f"{folder}/").stderr
    (folder / "table.csv").unlink()
    (folder / "older" / "ratings.csv").unlink()
    assert "or name each file in it" in take.program.refuses("import", str(folder), code=1)


def test_a_page_of_our_own_among_notes_is_told(take: Take, tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    take.program("add", "Run On")
    take.program("export", "run-on", "-o", str(folder / "run-on.md"))
    told = take.program("import", str(folder), code=1)
    assert "a page of watchlog's own: import that file by itself" in told.stdout


def test_a_table_whose_columns_are_in_another_encoding_is_told_so(take: Take) -> None:
    table = "제목,메모\n런 온,똠방\n".encode("cp949")
    said = take("excel.csv", table, code=1).stderr
    assert "not UTF-8 (byte 1)" in said
    assert "--encoding cp949" in said
    take("excel.csv", table, "--encoding", "cp949")
    assert "nothing that is known here" in take("picture.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", code=1).stderr


def test_the_last_day_of_a_korean_table_is_known_by_its_column(take: Take) -> None:
    take("table.csv", "제목,시작일,완료일\n런 온,2021-01-05,2021-02-06\n")
    assert [(one["started"], one["finished"]) for one in take.program.drama("leon-on")["rounds"]] == [
        ("2021-01-05", "2021-02-06")
    ]


def test_half_of_a_character_costs_its_row_alone(take: Take, tmp_path: Path) -> None:
    bad = r'{"list_id": 2, "rating": 99, "note": "half \ud800", "title": {"id": 5, "title": "Run \ud800On"}}'
    good = '{"list_id": 2, "rating": 9, "title": {"id": 6, "title": "Signal"}}'
    told = take("list.json", f"[{bad}, {good}]", "--report", str(tmp_path / "report.csv"), code=1)
    assert "half ?" in (tmp_path / "report.csv").read_text()
    assert "new\tsignal" in told.stdout
    assert take.program.drama("signal")["status"] == "completed"


def test_a_page_of_mydramalist_without_a_title_is_told(take: Take) -> None:
    told = take("list.html", '<html><title>MyDramaList</title><table class="msv2-table"></table></html>', code=1).stderr
    assert "no title is in this page" in told
    assert "save it once more" in told


def test_our_own_json_comes_back_from_a_shell_of_windows_and_what_is_wrong_is_told_once(take: Take) -> None:
    take.program("add", "Run On")
    exported = take.program("export", "--format", "json").stdout
    assert "1 the same." in take("own.json", exported.encode("utf-16")).stderr
    told = take("deep.json", "[" * 100_000, code=1).stderr
    assert told.count("Nothing was imported.") == 1

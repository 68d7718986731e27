"""watchlog quotes."""

import pytest

from tests.program import Program
from tests.views.dramas import SECRET, run_on
from watchlog.journal.drama.records import Drama, Line, Quote
from watchlog.journal.journal import Journal


@pytest.fixture
def kept(program: Program) -> Program:
    """A journal with quotes of two dramas, and a drama without any."""
    lines = [Line(text="One sentence,\ntwo lines.", speaker="Park Dong Hoon")]
    with Journal(program.journal).change("add") as change:
        change.add(run_on())
        change.add(Drama(slug="my-mister", title="My Mister", quotes=[Quote(id=1, lines=lines)]))
        change.add(Drama(slug="signal", title="Signal"))
    return program


def test_json_has_these_fields(kept: Program) -> None:
    quotes = kept("quotes", "--json").json
    assert [(quote["drama"], quote["title"], quote["id"]) for quote in quotes] == [
        ("my-mister", "My Mister", 1),
        ("run-on", "Run On", 8),
        ("run-on", "Run On", 9),
        ("run-on", "Run On", 14),
    ]
    assert list(quotes[0]) == ["drama", "title", "id", "lines", "episode", "at", "note", "spoiler", "on", "tags"]
    assert quotes[1] == {"drama": "run-on", "title": "Run On"} | kept.drama("run-on")["quotes"][0]


def test_on_a_pipe_a_quote_is_a_line(kept: Program) -> None:
    assert kept("quotes").stdout == (
        "my-mister\t1\tPark Dong Hoon: One sentence, two lines.\n"
        "run-on\t8\tOh Mi Joo: You fall.\n"
        "run-on\t9\tSeo Dan Ah: I let that dream go. / Lee Young Hwa: Is that why?\n"
        "run-on\t14\tmajor spoiler, covered\n"
    )


def test_of_one_drama(kept: Program) -> None:
    assert [quote["id"] for quote in kept("quotes", "run-on", "--json").json] == [8, 9, 14]
    assert [quote["id"] for quote in kept("quotes", "런 온", "--json").json] == [8, 9, 14]
    assert "Did you mean run-on?" in kept("quotes", "run-onn", code=1).stderr


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        (["--by", "mi joo"], [8]),
        (["--by", "DONG HOON"], [1]),
        (["--search", "dream"], [9]),
        (["--search", "dream", "--search", "WHY"], [9]),
        (["--search", "two lines"], [1]),
        (["--search", "넘어져요"], [8]),
        (["--by", "oh mi joo", "--search", "dream"], []),
    ],
)
def test_by_speaker_and_by_words(kept: Program, options: list[str], ids: list[int]) -> None:
    told = kept("quotes", *options, "--json")
    assert [quote["id"] for quote in told.json] == ids
    assert told.stderr == ("" if ids else "No quote fits.\n")
    of_one = kept("quotes", "run-on", *options, "--json").json
    assert [quote["id"] for quote in of_one] == [id_ for id_ in ids if id_ != 1]


def test_a_major_spoiler_is_covered_unless_it_is_asked_for(kept: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    assert SECRET not in kept("quotes").stdout
    assert f"{SECRET} words" in kept("quotes", "--spoilers").stdout
    assert f"{SECRET} words" in kept("quotes", "--json").stdout
    monkeypatch.setenv("WATCHLOG_SPOILERS", "1")
    assert f"{SECRET} words" in kept("quotes").stdout


def test_on_a_terminal_fifty_of_many_are_shown_and_all_of_one(kept: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    with Journal(kept.journal).change("quote") as change:
        drama = change.open("signal")
        drama.quotes += [Quote(id=number, lines=[Line(text="umbrella")]) for number in range(1, 61)]
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "50 of 64 quotes: --limit 0 for all" in kept("quotes").stdout
    assert "64 quotes" in kept("quotes", "--limit", "0").stdout
    assert kept("quotes", "signal").stdout.count("umbrella") == 60
    assert len(kept("quotes", "--json").json) == 64
    assert len(kept("quotes", "--json", "--limit", "2").json) == 2


def test_none_is_an_honest_empty_list(kept: Program) -> None:
    for arguments in (["signal"], ["--by", "nobody"]):
        assert kept("quotes", *arguments, code=0).stdout == ""
        told = kept("quotes", *arguments, "--json", code=0)
        assert told.json == []
        assert len(told.stderr.splitlines()) == 1


def test_an_empty_journal_has_none(program: Program) -> None:
    told = program("quotes")
    assert (told.stdout, told.stderr) == ("", "No quotes there yet. Keep one: watchlog quote\n")
    assert program("quotes", "--json").json == []


def test_empty_words_are_wrong_usage(program: Program) -> None:
    assert "Search for what?" in program("quotes", "--search", " ", code=2).stderr


def test_quotes_are_written_for_anki_without_what_is_covered(kept: Program) -> None:
    place = kept.home / "cards.txt"
    told = kept("quotes", "--anki", str(place))
    assert (told.stdout, told.stderr) == (
        "", f"Wrote 3 quotes to {place}.\nLeft out 1 major spoiler: --spoilers for all.\n"
    )  # fmt: skip
    rows = place.read_text("utf-8").splitlines()
    assert rows[:2] == ["#separator:tab", "#html:true"]
    assert [row.split("\t")[3] for row in rows[4:]] == ["My Mister", "Run On", "Run On"]
    assert SECRET not in place.read_text("utf-8")
    kept("quotes", "--spoilers", "--anki", str(place))
    assert SECRET in place.read_text("utf-8")


def test_anki_has_the_quotes_that_are_asked_for(kept: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    place = kept.home / "cards.txt"
    kept("quotes", "run-on", "--search", "dream", "--anki", str(place))
    assert len(place.read_text("utf-8").splitlines()) == 5
    with Journal(kept.journal).change("quote") as change:
        change.open("signal").quotes += [Quote(id=n, lines=[Line(text="umbrella")]) for n in range(1, 61)]
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert kept("quotes", "--anki", str(place)).stderr.startswith("Wrote 63 quotes"), "not fifty, as on a page"
    assert kept("quotes", "--limit", "2", "--anki", str(place)).stderr.startswith("Wrote 2 quotes")


def test_a_card_stays_the_same_when_its_quote_is_corrected_or_its_drama_renamed(kept: Program) -> None:
    place = kept.home / "cards.txt"

    def uids() -> list[str]:
        kept("quotes", "--anki", str(place))
        return sorted(row.split("\t")[0] for row in place.read_text("utf-8").splitlines()[4:])

    before = uids()
    assert len(set(before)) == 3
    assert all(before)
    kept("rename", "run-on", "running")
    with Journal(kept.journal).change("edit") as change:
        change.open("running").quotes[0].lines[0].text = "Corrected."
    assert uids() == before


def test_where_no_quote_fits_no_file_is_written_for_anki(kept: Program) -> None:
    place = kept.home / "cards.txt"
    assert kept("quotes", "signal", "--anki", str(place)).stderr == "No quotes there yet. Keep one: watchlog quote\n"
    assert not place.exists()
    assert "is in the journal" in kept("quotes", "--anki", str(kept.journal / "dramas" / "x.txt"), code=1).stderr


def test_cards_do_not_keep_json_from_being_printed(kept: Program) -> None:
    told = kept("quotes", "run-on", "--json", "--anki", str(kept.home / "cards.txt"))
    assert [quote["id"] for quote in told.json] == [8, 9, 14]
    assert "Wrote 2 quotes" in told.stderr


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        (["run-on", "my-mister"], [8, 9, 14, 1]),
        (["my mister or (run on)"], [1, 8, 9, 14]),
        (["genre:romance", "-by:joo"], [9, 14]),
        (["by:joo", "or", "drama:my mister"], [1, 8]),
        (["-genre:romance"], [1]),
        (["genre:romance", "--by", "joo"], [8]),
        (["run-on", "--by", "joo", "--search", "fall"], [8]),
    ],
)
def test_what_is_asked_is_shown(kept: Program, query: list[str], ids: list[int]) -> None:
    assert [quote["id"] for quote in kept("quotes", *query, "--json").json] == ids


def test_what_cannot_be_asked_is_told(kept: Program) -> None:
    assert kept("quotes", "genre:crime").stderr == "No quote fits.\n"
    assert "Did you mean genre:romance?" in kept.refuses("quotes", "gnere:crime", code=2)
    assert "There is no drama “lost”" in kept.refuses("quotes", "drama:lost", code=1)


def test_a_title_that_looks_like_a_query_names_a_drama(kept: Program) -> None:
    for title in ("Re:ZERO", "11:11", "Not Me", "Love or Hate", "365: Repeat the Year", "Doctor -X-"):
        kept("add", title, "--slug", "it")
        kept("quote", "it", "A line.", "--by", "Somebody")
        for command in (["quotes"], ["random"], ["export", "--format", "json"]):
            assert "A line." in kept(*command, title).stdout
        kept("remove", "it", "--yes")


@pytest.mark.parametrize("number", ["0.12345678901234567890123", "1" + "0" * 40, "-1" + "0" * 400, "1e-400"])
def test_a_number_of_any_size_in_a_field_that_is_not_known_is_in_nobodys_way(begun: Program, number: str) -> None:
    begun("quote", "run-on", "Words.", "--by", "Oh")
    path = begun.journal / "dramas" / "run-on.json"
    path.write_text(path.read_text("utf-8").replace('"uid"', f'"mine": {number},\n"uid"'), "utf-8")
    assert path.read_text("utf-8").count(number) == 2  # of the drama and of the quote
    assert begun("quotes").stdout == "run-on\t1\tOh: Words.\n"
    assert begun("quotes", "by:oh", "--json").json[0]["id"] == 1
    assert begun("random").stdout == "run-on\t1\tOh: Words.\n"
    begun("publish", str(begun.home / "site"), "--yes")
    assert "nothing had changed" in begun("publish", str(begun.home / "site")).stderr
    assert path.read_text("utf-8").count(number) == 2


def test_an_id_that_is_far_too_large_is_named(begun: Program) -> None:
    begun("review", "run-on", "Words.")
    path = begun.journal / "dramas" / "run-on.json"
    path.write_text(path.read_text("utf-8").replace('"id": 1,', f'"id": {10**30},'), "utf-8")
    for command in (["quotes"], ["list"], ["show", "run-on"], ["publish", str(begun.home / "site"), "--yes"]):
        assert f"{path}: reviews[0].id: expected int <= {2**63 - 1}." in begun(*command, code=3).stderr

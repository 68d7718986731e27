"""No spoiler by accident: whatever can be marked is covered wherever it could be read."""

import json

import pytest

from tests.program import Program

SECRET = "Dong Kyung"
MARKED = {
    "note": ("note", "run-on", "12", f"{SECRET} wins."),
    "quote": ("quote", "run-on", f"{SECRET} falls.", "--episode", "12"),
    "scene": ("scene", "run-on", f"{SECRET} runs."),
    "review": ("review", "run-on", f"{SECRET} stays."),
    "cast": ("cast", "run-on", SECRET, "--note", f"{SECRET} is the twin."),
    "song": ("song", "run-on", f"The song of {SECRET}", "--lyrics", SECRET),
    "synopsis": ("set", "run-on", "--synopsis", f"{SECRET} dies.", "--synopsis-source", SECRET),
}


@pytest.fixture(params=MARKED)
def marked(request: pytest.FixtureRequest, begun: Program) -> Program:
    option = "--synopsis-spoiler" if request.param == "synopsis" else "--spoiler"
    begun(*MARKED[request.param], option, "major")
    return begun


@pytest.mark.parametrize(
    "arguments",
    [("show", "run-on"), ("search", SECRET), ("quotes",), (), ("random",), ("list", "--columns", "title,actors"),
     ("stats",), ("export", "run-on", "--no-spoilers"), ("export", "--format", "html", "--no-spoilers")],
)  # fmt: skip
def test_a_major_spoiler_is_not_read(marked: Program, arguments: tuple[str, ...]) -> None:
    run = marked(*arguments)
    assert SECRET not in run.stdout.replace(f"“{SECRET}”", "") + run.stderr.replace(f"“{SECRET}”", "")


def test_with_spoilers_it_is(marked: Program) -> None:
    assert SECRET in marked("show", "run-on", "--spoilers").stdout


def test_the_part_of_somebody_may_be_a_spoiler(begun: Program) -> None:
    begun("cast", "run-on", "Im Si Wan", "--as", SECRET, "--note", f"{SECRET} is the twin.", "--spoiler", "major")
    assert SECRET not in begun("person", "Im Si Wan").stdout
    assert SECRET in begun("person", "Im Si Wan", "--spoilers").stdout
    assert json.loads(begun("person", "Im Si Wan", "--json").stdout)["dramas"][0]["spoiler"] == "major"


@pytest.mark.parametrize("kind", ["note", "quote", "scene", "review", "cast", "song"])
def test_what_is_removed_is_not_read_either(begun: Program, kind: str) -> None:
    begun(*MARKED[kind], "--spoiler", "major")
    told = begun("remove", "run-on", "1", "--yes")
    assert SECRET not in told.stdout + told.stderr
    assert f"{kind} 1: " in told.stderr
    begun("undo")
    assert SECRET in begun("remove", "run-on", "1", "--yes", "--spoilers").stderr


@pytest.mark.parametrize("kind", ["note", "quote", "scene", "review", "cast", "song"])
def test_no_history_and_no_figure_tells_it(begun: Program, kind: str) -> None:
    begun("rate", "run-on", "9")
    begun("watch", "run-on", "1")
    made = begun(*MARKED[kind], "--spoiler", "major")
    told = begun("history"), begun("history", "--json"), begun("stats"), begun("stats", "--json"), begun("undo")
    assert [one for one in (made, *told) if SECRET in one.stdout + one.stderr] == []


@pytest.mark.parametrize("kind", ["quote", "scene", "cast", "song"])
@pytest.mark.parametrize("format", ["markdown", "html", "json"])
def test_what_is_major_and_of_no_episode_is_not_in_a_file_for_a_friend(begun: Program, kind: str, format: str) -> None:
    begun("set", "run-on", "--synopsis", SECRET, "--synopsis-spoiler", "major")
    begun(*[word for word in MARKED[kind] if word not in ("--episode", "12")], "--spoiler", "major")
    assert SECRET in begun("export", "run-on", "--format", format).stdout
    assert SECRET not in begun("export", "run-on", "--format", format, "--upto", "16").stdout


# --- For a friend who is at episode 8 --------------------------------------------------------------------------


@pytest.fixture
def upto(begun: Program) -> Program:
    begun("watch", "run-on", "1-8")
    begun("review", "run-on", "Review at eight.")
    begun("watch", "run-on", "9-12")
    begun("review", "run-on", "Review at twelve.")
    for episode in ("8", "9", "whole"):
        begun("note", "run-on", episode, f"Note on {episode}.")
    begun("quote", "run-on", "Quote of nine.", "--episode", "9")
    begun("quote", "run-on", "Quote of nobody knows.")
    begun("scene", "run-on", "Scene of ten.", "--episode", "10")
    begun("cast", "run-on", "Im Si Wan", "--note", "Calm.")
    return begun


KNOWN = ("Review at eight.", "Note on 8.", "Quote of nobody knows.", "Calm.")
NOT_YET = ("Review at twelve.", "Note on 9.", "Note on whole.", "Quote of nine.", "Scene of ten.")


@pytest.mark.parametrize(
    "arguments",
    [("show", "run-on"), ("show", "run-on", "--json"), ("export", "run-on"), ("export", "run-on", "--format", "html"),
     ("export", "run-on", "--format", "json")],
)  # fmt: skip
def test_what_they_have_not_seen_is_not_there(upto: Program, arguments: tuple[str, ...]) -> None:
    there = upto(*arguments, "--upto", "8").stdout
    assert [words for words in KNOWN if words not in there] == []
    assert [words for words in NOT_YET if words in there] == []
    assert [words for words in NOT_YET if words not in upto(*arguments, "--upto", "12").stdout] == ["Note on whole."]


def test_in_lines_it_is_covered_in_words_of_its_own(upto: Program) -> None:
    assert "*not seen yet, covered (quote, episode 9)*" in upto("show", "run-on", "--upto", "8").stdout


@pytest.mark.parametrize("upto_", ["-1", "eight", ""])
def test_what_is_no_number_of_episodes_is_refused(begun: Program, upto_: str) -> None:
    begun.refuses("show", "run-on", f"--upto={upto_}", code=2)

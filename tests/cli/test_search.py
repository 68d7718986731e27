"""watchlog search."""

import pytest

from tests.program import Program
from tests.views.dramas import SECRET, run_on
from watchlog.journal.drama.records import Drama, Note
from watchlog.journal.journal import Journal


@pytest.fixture
def kept(program: Program) -> Program:
    """A journal with two dramas, one of them full."""
    other = Drama(
        slug="my-mister", title="My Mister", notes=[Note(id=1, episode=2, text="They\ncollide.", on="2021-02-01")]
    )
    with Journal(program.journal).change("add") as change:
        change.add(run_on())
        change.add(other)
    return program


def test_json_has_these_fields(kept: Program) -> None:
    assert kept("search", "collide", "--json").json == [
        {
            "drama": "my-mister", "title": "My Mister", "kind": "note", "id": 1, "episode": 2,
            "text": "They\ncollide.", "spoiler": "none", "on": "2021-02-01",
        },
        {
            "drama": "run-on", "title": "Run On", "kind": "note", "id": 1, "episode": 1,
            "text": "They collide.", "spoiler": "none", "on": "2020-12-17",
        },
    ]  # fmt: skip


def test_json_of_what_is_no_item(kept: Program) -> None:
    [hit] = kept("search", "translator", "--json").json
    assert (hit["kind"], hit["id"], hit["episode"], hit["on"]) == ("synopsis", None, None, None)


def test_on_a_pipe_a_hit_is_a_line(kept: Program) -> None:
    assert kept("search", "THEY", "collide").stdout == (
        "my-mister\tnote\t1\t2\tThey collide.\nrun-on\tnote\t1\t1\tThey collide.\n"
    )


def test_an_argument_with_spaces_is_a_phrase(kept: Program) -> None:
    assert len(kept("search", "dream", "why", "--json").json) == 1
    told = kept("search", "dream why", "--json")
    assert told.json == []
    assert told.stderr == "No hit for “dream why”.\nOr look for its words apart, without quotation marks.\n"
    assert len(kept("search", '"that dream" why', "--json").json) == 1


def test_a_major_spoiler_is_covered_unless_it_is_asked_for(kept: Program) -> None:
    covered = kept("search", SECRET)
    assert f"{SECRET} note" not in covered.stdout
    assert "run-on\tnote\t7\t12\tmajor spoiler, covered\n" in covered.stdout
    assert f"run-on\tnote\t7\t12\t{SECRET} note\n" in kept("search", SECRET, "--spoilers").stdout
    majors = [hit for hit in kept("search", SECRET, "--json").json if hit["spoiler"] == "major"]
    assert f"{SECRET} note" in [hit["text"] for hit in majors]


def test_the_environment_uncovers_too(kept: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WATCHLOG_SPOILERS", "1")
    assert f"{SECRET} note" in kept("search", SECRET).stdout


def test_on_a_terminal_thirty_are_shown(kept: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    with Journal(kept.journal).change("note") as change:
        drama = change.open("my-mister")
        drama.notes += [Note(id=number, episode=1, text="umbrella") for number in range(10, 50)]
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "80")
    shown = kept("search", "umbrella").stdout
    assert (shown.count("My Mister"), shown.count("note")) == (1, 30)
    assert "and 10 more: --limit 0" in shown
    assert kept("search", "umbrella", "--limit", "0").stdout.count("note") == 40
    assert len(kept("search", "umbrella", "--json").json) == 40
    assert len(kept("search", "umbrella", "--json", "-n", "2").json) == 2


def test_a_pipe_gets_all(kept: Program) -> None:
    with Journal(kept.journal).change("note") as change:
        drama = change.open("my-mister")
        drama.notes += [Note(id=number, episode=1, text="umbrella " * 90) for number in range(10, 50)]
    lines = kept("search", "umbrella").stdout.splitlines()
    assert len(lines) == 40
    assert {len(line) for line in lines} == {len("my-mister\tnote\t10\t1\t" + "umbrella " * 90) - 1}
    assert len(kept("search", "umbrella", "--limit", "3").stdout.splitlines()) == 3


def test_no_hit_is_an_honest_empty_list(kept: Program) -> None:
    # Words are no name of anything: nothing was asked for that should be there, so this is no failure (0, not 1).
    told = kept("search", "sunshine", code=0)
    assert (told.stdout, told.stderr) == ("", "No hit for sunshine.\n")
    told = kept("search", "sunshine", "--json", code=0)
    assert (told.json, told.stderr) == ([], "No hit for sunshine.\n")


def test_an_empty_journal_has_no_hit(program: Program) -> None:
    assert program("search", "umbrella").stderr == "No hit for umbrella.\n"
    assert program("search", "umbrella", "--json").json == []


@pytest.mark.parametrize("words", [[], [""], ["  ", "\t"], ["sort:title"], ['"\u200b"']])
def test_without_words_there_is_nothing_to_look_for(program: Program, words: list[str]) -> None:
    assert "Search for what?" in program.refuses("search", *words, code=2)


@pytest.mark.parametrize(
    "words", ["[/]", "$(touch x)", "\x1b[31m", "\u202e", ".*", "\\", "a) b", "--", "%s", "👩‍❤️‍👨", "́"]
)
def test_no_words_break_it(kept: Program, words: str) -> None:
    kept("note", "my-mister", "3", f"before {words} after")
    told = kept("search", "--", words)
    assert "\x1b" not in told.stdout + told.stderr
    assert isinstance(kept("search", "--json", "--", words).json, list)


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        (["ratin:8"], "Did you mean rating:8..?"),
        (["rain", "quotse>3"], "Did you mean quotes:1..?"),
        (['"'], 'is not closed. Close it with "'),
        (["("], "A bracket is not closed"),
        ([")"], "A bracket closes that none opened"),
        (["()"], "Nothing stands in the brackets"),
        (['""'], "Nothing stands between the quotation marks"),
        (["episode:4..2"], "Write episode:2..4"),
        (["in:quots"], "did you mean in:quotes?"),
        (["rain", "or", "-genre:a", "or"], "“or” needs a term on either side"),
        (["not", "not", "genre:a", "not"], "“not” needs a term after it"),
        (["@rainy"], "There is no view 'rainy'"),
    ],
)
def test_a_mistake_is_told_in_a_line(kept: Program, query: list[str], reason: str) -> None:
    told = kept.refuses("search", *query, code=2)
    assert reason in told
    assert "\n" not in told


def test_terms_narrow_it_down(kept: Program) -> None:
    def found(*query: str) -> list[tuple[str, str, int]]:
        return [(hit["drama"], hit["kind"], hit["id"]) for hit in kept("search", *query, "--json").json]

    both = [("my-mister", "note", 1), ("run-on", "note", 1)]
    assert found("collide") == found("they collide") == found("collide", "in:notes") == both
    assert found("collide", "genre:romance") == found("collide genre:romance") == [("run-on", "note", 1)]
    assert found("collide", "-genre:romance") == found("collide", "episode:2") == [("my-mister", "note", 1)]
    assert found("-collide", "episode:1..3", "in:notes") == [("run-on", "note", 13), ("run-on", "note", 2)]
    assert found("collide", "-they") == found("collide", "in:quotes") == []
    assert found("drama:my mister", "in:notes") == [("my-mister", "note", 1)]


@pytest.mark.parametrize(
    "title", ["Re:ZERO", "11:11", "Not Me", "Love or Hate", "365: Repeat the Year", "It's Okay to Not Be Okay"]
)
def test_words_that_look_like_a_query_are_found(kept: Program, title: str) -> None:
    kept("note", "my-mister", "3", f"Better than {title}.")
    for query in ([title], [title.lower()], [f'"{title}"'], title.split()):
        assert [hit["text"] for hit in kept("search", *query, "--json").json] == [f"Better than {title}."]


def test_what_is_asked_is_the_heading(kept: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    assert kept("search", "sun", "-rain", "in:quotes").stderr == "No hit for sun -rain in:quotes.\n"
    monkeypatch.setenv("FORCE_COLOR", "1")
    page = kept("search", "collide", "in:notes").stdout
    assert "collide in:notes" in page.splitlines()[0]
    assert "2 hits" in page.splitlines()[0]


def test_what_was_just_written_is_found(kept: Program) -> None:
    assert kept("search", "snow", "--json").json == []
    kept("note", "run-on", "5", "Snow.")
    assert [hit["text"] for hit in kept("search", "snow", "--json").json] == ["Snow."]
    kept("undo")
    assert kept("search", "snow", "--json").json == []


def test_an_order_that_changes_nothing_is_told(begun: Program) -> None:
    begun("note", "run-on", "1", "An umbrella.")
    begun("view", "best", "title:run", "sort:rating")
    found = begun("search", "umbrella").stdout
    asked = begun("search", "umbrella", "sort:-rating")
    assert asked.stderr == "Hits stand by how well they fit, then newest first: sort: changes nothing.\n"
    assert (asked.stdout, asked.stderr) == (found, begun("search", "umbrella", "@best").stderr)
    assert begun("search", "umbrella", "title:run").stderr == begun("stats", "title:run").stderr == ""
    assert begun("stats", "@best").stderr == "Figures have no order: sort: changes nothing.\n"

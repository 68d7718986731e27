"""watchlog remove."""

import pytest

from tests.program import Program


@pytest.fixture
def written(begun: Program) -> Program:
    """Run On with one item of every kind, numbered 1 to 6, seen to episode 3 and rated."""
    begun("note", "run-on", "3", "The umbrella.")
    begun("quote", "run-on", "You fall.\nAnd get up.", "--by", "Oh Mi Joo")
    begun("cast", "run-on", "Im Si Wan", "--as", "Ki Seon Gyeom")
    begun("song", "run-on", "Blue Bird")
    begun("scene", "run-on", "x" * 100)
    begun("review", "run-on", "Long.", "--headline", "A favourite")
    begun("watch", "run-on", "1-3")
    begun("rate", "run-on", "9")
    return begun


@pytest.mark.parametrize(
    ("id_", "kind", "shelf", "shown"),
    [
        ("1", "note", "notes", "note 1: episode 3: The umbrella."),
        ("2", "quote", "quotes", "quote 2: You fall. And get up."),
        ("3", "cast", "cast", "cast 3: Im Si Wan as Ki Seon Gyeom"),
        ("4", "song", "songs", "song 4: Blue Bird"),
        ("5", "scene", "scenes", f"scene 5: {'x' * 59}…"),
        ("6", "review", "reviews", "review 6: A favourite"),
    ],
)
def test_an_item_goes_by_its_id_and_nothing_else_does(
    written: Program, id_: str, kind: str, shelf: str, shown: str
) -> None:
    expected = written.drama("run-on") | {shelf: []}
    gone = written("remove", "run-on", id_, "--yes", "--json")
    assert gone.stderr == f"  {shown}\nRemoved {kind} {id_} from Run On. To have it back: watchlog undo\n"
    assert gone.json == written.drama("run-on") == expected


def test_several_items_go_at_once_or_not_at_all(written: Program) -> None:
    assert "nothing with the id 99" in written.refuses("remove", "run-on", "1", "99", "--yes", code=1)
    assert "Removed note 1, song 4 from Run On." in written("remove", "run-on", "1", "4", "1", "-y").stderr
    drama = written.drama("run-on")
    assert (drama["notes"], drama["songs"], len(drama["quotes"])) == ([], [], 1)


def test_an_id_that_is_given_twice_goes_and_is_shown_once(written: Program) -> None:
    gone = written("remove", "run-on", "1", "1", "--yes").stderr
    assert gone == "  note 1: episode 3: The umbrella.\nRemoved note 1 from Run On. To have it back: watchlog undo\n"


def test_an_id_is_never_given_again(written: Program) -> None:
    written("remove", "run-on", "6", "--yes")
    assert written("note", "run-on", "1", "x").stderr.startswith("Added note 7 ")


def test_a_drama_goes_whole_and_comes_back_by_undo(written: Program) -> None:
    before = written.files()
    gone = written("remove", "run-on", "--yes")
    assert gone.stderr.splitlines()[0] == (
        "  Run On: 1 note, 1 quote, 1 cast, 1 song, 1 scene, 1 review, 1 rating, 3 episodes seen"
    )
    assert gone.stderr.splitlines()[1:] == ["Removed Run On. To have it back: watchlog undo"]
    assert written.files() == {}
    written("undo")
    assert written.files() == before


def test_without_anybody_to_ask_it_needs_a_yes(written: Program) -> None:
    before = written.everything()
    for arguments in (["run-on"], ["run-on", "1"]):
        said = written("remove", *arguments, code=1).stderr
        assert "Nothing was removed: nobody can be asked. To remove without a question, add --yes.\n" in said
    assert written.everything() == before


@pytest.mark.parametrize(
    ("arguments", "code", "reason"),
    [
        (["run-on", "99"], 1, "Run On has nothing with the id 99.\nThe ids are in: watchlog show run-on"),
        (["run-on", "#1"], 2, "Not an id: '#1'."),
        (["run-on", "0"], 2, "Not an id: '0'."),
        (["run-on", "one"], 2, "Not an id: 'one'."),
        (["run-o"], 1, "nobody can be asked"),
        (["ron"], 1, "Did you mean run-on?"),
        ([], 2, "Which drama?"),
    ],
)
def test_what_cannot_be_is_refused(written: Program, arguments: list[str], code: int, reason: str) -> None:
    assert reason in written.refuses("remove", *arguments, code=code)

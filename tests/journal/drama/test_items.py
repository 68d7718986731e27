"""The items of a drama: added, found, replaced, taken out."""

import pytest

from watchlog.errors import NotFound
from watchlog.journal.drama.items import add_item, contents_line, find_item, outline, put_in_place, take_out
from watchlog.journal.drama.records import (
    ITEMS,
    KINDS,
    CastMember,
    Drama,
    Line,
    Note,
    Quote,
    Rating,
    Review,
    Round,
    Scene,
    Song,
    Synopsis,
)


@pytest.fixture
def drama() -> Drama:
    drama = Drama(slug="run-on", title="Run On", next_id=3)
    add_item(drama, "note", episode=1, text="They  collide.\nTwice.")
    add_item(drama, "quote", lines=[Line(text="Run."), Line(text="On.")])
    add_item(drama, "cast", actor="Im Si Wan", character="Ki Seon Gyeom")
    add_item(drama, "song", title="Blue Bird")
    add_item(drama, "scene", text="The umbrella " + "held " * 20)
    add_item(drama, "review", text="They listen.", verdict="must-watch")
    return drama


def test_every_kind_is_added_at_its_end_with_the_next_number(drama: Drama) -> None:
    assert [item.id for item in drama.items()] == [3, 4, 5, 6, 7, 8]
    assert [type(item) for item in drama.items()] == list(ITEMS.values())
    add_item(drama, "note", episode=2)
    assert [note.id for note in drama.notes] == [3, 9]
    assert drama.next_id == 10


def test_an_item_is_found_by_its_number_with_its_kind(drama: Drama) -> None:
    assert [find_item(drama, id_)[0] for id_ in range(3, 9)] == list(KINDS)
    with pytest.raises(NotFound, match=r"Run On has nothing with the id 2\.\nThe ids are in: watchlog show run-on"):
        find_item(drama, 2)


def test_a_line_says_which_item_it_is(drama: Drama) -> None:
    add_item(drama, "note", episode=2, rating=9.5)
    add_item(drama, "cast", actor="Choi Soo Young")
    add_item(drama, "review", headline="Running towards", text="They listen.")
    add_item(drama, "review")
    assert outline(drama, [3, 4, 5, 6, 7, 8, 9, 10, 11, 12]) == [
        "note 3: episode 1: They collide. Twice.",
        "quote 4: Run.",
        "cast 5: Im Si Wan as Ki Seon Gyeom",
        "song 6: Blue Bird",
        "scene 7: The umbrella held held held held held held held held held h…",
        "review 8: They listen.",
        "note 9: episode 2: rated 9.5",
        "cast 10: Choi Soo Young",
        "review 11: Running towards",
        "review 12: ",
    ]


def test_a_line_says_what_the_drama_holds(drama: Drama) -> None:
    assert contents_line(drama) == "Run On: 1 note, 1 quote, 1 cast, 1 song, 1 scene, 1 review, 0 episodes seen"
    told = Drama(
        title="Signal", ratings=[Rating(overall=8.0)], synopsis=Synopsis(text="He runs."), rounds=[Round(), Round()]
    )
    assert contents_line(told) == "Signal: 1 rating, a synopsis, 2 times through, 0 episodes seen"
    assert contents_line(Drama(title="Signal")) == "Signal: nothing written yet, 0 episodes seen"


def test_several_are_taken_out_at_once_or_none(drama: Drama) -> None:
    with pytest.raises(NotFound):
        take_out(drama, [3, 99])
    assert len(list(drama.items())) == 6
    assert take_out(drama, [3, 8, 3]) == ["note 3", "review 8"]
    assert [item.id for item in drama.items()] == [4, 5, 6, 7]
    assert drama.next_id == 9, "no number is given again"


def test_an_item_takes_the_place_of_the_one_with_its_number(drama: Drama) -> None:
    add_item(drama, "note", episode=2)
    put_in_place(drama, Note(id=3, episode=4, text="Mended."))
    assert [(note.id, note.text) for note in drama.notes] == [(3, "Mended."), (9, "")]
    with pytest.raises(NotFound):
        put_in_place(drama, Song(id=99, title="x"))


def test_two_items_that_are_alike_are_two() -> None:
    drama = Drama(title="x")
    for _ in range(2):
        add_item(drama, "scene", text="The same.")
    take_out(drama, [2])
    assert [scene.id for scene in drama.scenes] == [1]
    assert all(isinstance(one, Scene | Quote | CastMember | Review) for one in drama.items())

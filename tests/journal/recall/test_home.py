"""What home shows of the whole journal."""

import os
import random

import pytest

from watchlog.journal.drama.records import Drama, Line, Note, Quote, Round
from watchlog.journal.journal import Journal
from watchlog.journal.recall.home import last_notes, last_watched, quote_for_home
from watchlog.journal.store.catalogue import row

ONE = Drama(
    slug="one",
    title="One",
    notes=[
        Note(id=1, episode=1, text="Old.", on="2021-01-01"),
        Note(id=2, episode=2, text="New.", on="2021-01-05"),
        Note(id=3, episode=3, text="Who did it.", on="2021-01-09", spoiler="major"),
        Note(id=4, episode=4, rating=8.0, on="2021-01-08"),
    ],
    quotes=[Quote(id=5, lines=[Line(text="A line.")]), Quote(id=6, lines=[Line(text="The end.")], spoiler="major")],
)
TWO = Drama(
    slug="two",
    title="Two",
    notes=[Note(id=1, episode=1, text="Between.", on="2021-01-03"), Note(id=2, episode=1, text="Undated.")],
    quotes=[Quote(id=3, lines=[Line(text="It was him.")], spoiler="major")],
)
THREE = Drama(slug="three", title="Three")
ALL = [ONE, TWO, THREE]


@pytest.fixture
def kept(journal: Journal) -> Journal:
    with journal.change("add") as change:
        for drama in ALL:
            change.add(drama)
    return journal


def test_the_newest_notes_of_all_dramas_that_give_nothing_away(kept: Journal) -> None:
    found = last_notes(kept, [row(drama) for drama in ALL], 3)
    assert [(drama.slug, note.text) for drama, note in found] == [("one", "New."), ("two", "Between."), ("one", "Old.")]
    assert [note.text for _, note in last_notes(kept, [row(drama) for drama in ALL], 1)] == ["New."]


def test_of_one_day_the_notes_of_what_was_written_last(journal: Journal) -> None:
    dramas = [
        Drama(slug=slug, title=slug, notes=[Note(id=id_, episode=1, text=slug, on="2021-01-05")])
        for id_, slug in enumerate(["c", "a", "d", "b"], 1)
    ]
    with journal.change("add") as change:
        for drama in dramas:
            change.add(drama)
    for second, slug in enumerate("dbac"):
        os.utime(journal.storage.places.drama(slug), (second, second))
    heads = [row(drama) for drama in dramas]
    assert [drama.slug for drama, _ in last_notes(journal, heads, 3)] == ["c", "a", "b"]
    assert [drama.slug for drama, _ in last_notes(journal, heads, 1)] == ["c"]


def test_what_was_watched_last_comes_first_and_of_one_day_what_was_written_last(journal: Journal) -> None:
    seen = {"c": "2021-01-05", "a": "2021-01-05", "d": None, "b": "2021-01-06", "e": "2021-01-05"}
    dramas = [
        Drama(slug=slug, title=slug, status="watching", rounds=[Round(episodes={"1": day})])
        for slug, day in seen.items()
    ]
    with journal.change("add") as change:
        for drama in [*dramas, Drama(slug="f", title="f")]:
            change.add(drama)
    for second, slug in enumerate("bacde"):
        os.utime(journal.storage.places.drama(slug), (second, second))
    assert [one.slug for one in last_watched(journal, [row(drama) for drama in dramas])] == ["b", "e", "c", "a", "d"]


def test_a_quote_from_any_drama_that_gives_nothing_away(kept: Journal) -> None:
    for seed in range(20):
        random.seed(seed)
        found = quote_for_home(kept, [row(drama) for drama in ALL])
        assert found
        assert (found[0].slug, found[1].id) == ("one", 5)


def test_a_journal_with_nothing_in_it(journal: Journal) -> None:
    assert last_notes(journal, [], 3) == []
    assert quote_for_home(journal, []) is None
    assert quote_for_home(journal, [row(TWO)]) is None

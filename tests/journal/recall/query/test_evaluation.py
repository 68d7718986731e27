"""A query fits the dramas and the items it was meant for, and its negation fits all others."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.journal.making import documents
from tests.journal.recall.query.making import queries, terms, trees
from tests.views.dramas import empty, run_on
from watchlog.journal.drama.reading import read_drama
from watchlog.journal.drama.records import Drama
from watchlog.journal.recall.query.evaluation import Facts, condition, matches
from watchlog.journal.recall.query.facts import facts_of, facts_of_parts
from watchlog.journal.recall.query.fields import FIELDS, HAS, IS
from watchlog.journal.recall.query.parsing import parse
from watchlog.journal.recall.query.seeking import in_text
from watchlog.journal.recall.query.tree import Query, Term, Tree, all_of, negation, one_of
from watchlog.journal.recall.search import passages

TODAY = date(2021, 1, 26)


def fits(text: str, drama: Drama) -> bool:
    return matches(parse([text]).tree, facts_of(drama, TODAY), TODAY)


def drama(**fields: Any) -> Drama:
    return read_drama({"title": "Run On", **fields}, "run-on")


FITTING = {
    "title": ["title:on run", "title:런", "title:reon", "title:run-on", "title:walk,on", "run", '"on" run', "title:ON"],
    "genre": ["genre:romance", "genre:crime,LIFE", "-genre:roman"],
    "tag": ["tag:calm male lead", "-tag:calm"],
    "country": ["country:SOUTH  korea", "-country:korea"],
    "network": ["network:jtbc"],
    "type": ["type:drama", "type:movie,drama", "-type:movie"],
    "status": ["status:watching", "-status:completed"],
    "actor": ["actor:Im Shi Wan", "actor:임시완", "actor:Shin", "actor:kyung", "-actor:Kang Tae Oh"],
    "crew": ["-crew:Im Si Wan"],
    "link": [
        "link:mydramalist.com/57171",
        "link:https://www.mydramalist.com/57171-run-on-2020?tab=cast",
        "link:57171",
        "-link:mydramalist.com/571710",
        "-link:https://mydramalist.com/5717-run",
    ],
    "year": ["year:2020", "year:2019..", "year:..2020", "year<2021", "-year:2021..", "-year>2020"],
    "episodes": ["episodes:16", "episodes:10..20"],
    "runtime": ["runtime:..70", "-runtime<70"],
    "seen": ["seen:12", "seen:..15", "-seen:13.."],
    "rating": ["rating:8.5", "rating:8..", "rating>8", "-rating>8.5", "rating:7,8.5"],
    "story": ["story:9"],
    "acting": ["acting>9"],
    "music": ["music:8"],
    "rewatch": ["rewatch:..7"],
    "added": ["added:2020", "added:2020-12-16", "added:..2020-12", "-added:2021"],
    "watched": ["watched:2020-12-17", "watched:2020-12", "watched<yesterday"],
    "rated": ["rated:2021-01-25", "rated:yesterday", "rated:2020", "-rated:2021-02.."],
    "reviewed": ["reviewed:2020-12-30", "reviewed:2021-01"],
    "notes": ["notes:4", "notes>3", "-notes:5.."],
    "quotes": ["quotes:3"],
    "scenes": ["scenes:2"],
    "songs": ["songs:2"],
    "cast": ["cast:2"],
    "reviews": ["reviews:2"],
    "rounds": ["rounds:1"],
    "has": ["has:review", "has:warning,song"],
    "is": ["is:airing", "-is:unrated", "is:unrated,airing"],
    "drama": ["drama:run-on", "drama:RUN ON", "drama:런 온", "-drama:run"],
}
"""What fits Run On; what begins with a hyphen would not without it."""


@pytest.mark.parametrize("text", [text for texts in FITTING.values() for text in texts])
def test_a_term_fits(text: str) -> None:
    assert fits(text, run_on())
    assert not fits(f"-({text})" if text[0] != "-" else text[1:], run_on())


def test_every_term_of_dramas_is_tried() -> None:
    assert list(FITTING) == [field.name for field in FIELDS.values() if not field.of_items and field.name != "sort"]


@pytest.mark.parametrize("state", HAS)
def test_a_drama_has_what_is_there(state: str) -> None:
    assert not fits(f"has:{state}", empty())
    assert fits(f"has:{state}", run_on(warnings=["grief, ep 5"]))


def test_what_a_drama_has_is_not_empty() -> None:
    item = {"id": 1, "text": "x"}
    assert not fits("has:synopsis", drama(synopsis={"source": "AsianWiki"}))
    assert not fits("has:rating", drama(ratings=[{"on": "2021", "story": 8}]))
    assert not fits("has:spoiler", drama(scenes=[item | {"spoiler": "none"}]))
    assert fits("has:spoiler", drama(scenes=[item | {"spoiler": "minor"}]))
    assert fits("has:spoiler", drama(synopsis={"text": "x", "spoiler": "major"}))
    assert not fits("has:warning", drama(warnings=[]))


@pytest.mark.parametrize(
    ("state", "fields", "otherwise"),
    [
        ("airing", {"aired": {"from": "2021-01-26", "to": "2021-01-26"}}, {"aired": {"to": "2021-02"}}),
        ("unrated", {"ratings": [{"on": "2021", "story": 8}]}, {"ratings": [{"overall": 1}]}),
        (
            "behind",
            {"aired": {"from": "2021-01-01"}, "episodes": 2, "status": "watching"},
            {"aired": {"from": "2021-01-26"}, "episodes": 2, "status": "watching"},
        ),
        ("rewatch", {"rounds": [{}, {}]}, {"rounds": [{}]}),
        ("merged", {"scenes": [{"id": 1, "text": "x", "merged": True}]}, {"scenes": [{"id": 1, "text": "x"}]}),
    ],
)
def test_a_drama_is_what_it_is_today(state: str, fields: dict[str, Any], otherwise: dict[str, Any]) -> None:
    assert state in IS
    assert fits(f"is:{state}", drama(**fields))
    assert not fits(f"is:{state}", drama(**otherwise))


def test_the_crew_is_not_in_the_cast() -> None:
    made = drama(cast=[{"id": 1, "actor": "Im Si Wan"}, {"id": 2, "actor": "Park Si Hyun", "role": "support"}])
    made.cast[1].role = "writer"
    assert fits("crew:박시현 actor:임시완 cast:1 -actor:박시현 -crew:임시완", made)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("watched:2021", ["2021-03-05", "2021-03", "2021"]),
        ("watched:2021-03", ["2021-03-05", "2021-03"]),
        ("watched:2021-03-05", ["2021-03-05"]),
        ("watched:2021..", ["2021-03-05", "2021-03", "2021", "2022-01-01"]),
        ("watched:2021-01..", ["2021-03-05", "2021-03", "2021", "2022-01-01"]),
        ("watched:2021-02..", ["2021-03-05", "2021-03", "2022-01-01"]),
        ("watched:..2021-03", ["2021-03-05", "2021-03", "2020-02-29"]),
        ("watched>2021", ["2022-01-01"]),
        ("watched<2021", ["2020-02-29"]),
        ("watched>2021-03-04", ["2021-03-05", "2022-01-01"]),
        ("watched<2021-03-06", ["2021-03-05", "2020-02-29"]),
        ("watched>2021-02", ["2021-03-05", "2021-03", "2022-01-01"]),
        ("watched:2020-02", ["2020-02-29"]),
        ("watched:..", ["2021-03-05", "2021-03", "2021", "2020-02-29", "2022-01-01"]),
    ],
)
def test_a_day_lies_in_a_range_where_it_certainly_does(asked: str, found: list[str]) -> None:
    days = ["2021-03-05", "2021-03", "2021", "2020-02-29", "2022-01-01"]
    assert {day for day in days if fits(asked, drama(rounds=[{"episodes": {"1": day}}]))} == set(found)
    assert not fits(asked, drama(rounds=[{"episodes": {"1": None}}]))


def test_any_day_of_any_round_is_a_day_of_watching() -> None:
    rounds = [{"started": "2019", "episodes": {"1": "2020-01-01"}}, {"started": "2021-05-01", "finished": "2021-06-01"}]
    for day in ("2019", "2020-01-01", "2021-05-01", "2021-06-01"):
        assert fits(f"watched:{day}", drama(rounds=rounds))


def test_words_of_days_are_of_the_day_on_which_it_is_asked() -> None:
    tree = parse(["rated:yesterday"]).tree
    facts = facts_of(drama(ratings=[{"on": "2021-01-25"}]), TODAY)
    assert matches(tree, facts, date(2021, 1, 26))
    assert not matches(tree, facts, date(2021, 1, 27))


def test_what_is_not_known_fits_no_range_and_every_negation() -> None:
    for text in ("rating:8..", "rating:..8", "rating:..", "year<2021", "watched:..2021", "genre:romance", "added>2000"):
        assert not fits(text, drama())
        assert fits(f"-{text}", drama())


def test_a_hand_written_day_that_is_none_is_not_known() -> None:
    assert not fits("added:..", drama(added="some day"))


def found(text: str, made: Drama) -> list[tuple[str, int | None]]:
    """What of a drama fits, as a search asks."""
    fitting = condition(parse([text]).tree, TODAY, in_text)
    facts = facts_of(made, TODAY)
    parts = list(passages(made))
    asked = zip(parts, facts_of_parts(made, facts, parts), strict=True)
    return [(one.kind, one.id) for one, says in asked if fitting(says)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("by:mi joo", [("quote", 8)]),
        ("by:young hwa", [("quote", 9)]),
        ("by:solar", [("song", 10)]),
        ("in:synopsis", [("synopsis", None)]),
        ("in:songs,cast", [("cast", 3), ("cast", 4), ("song", 10), ("song", 11)]),
        ("episode:2..3", [("note", 2), ("note", 13), ("quote", 8), ("scene", 15)]),
        ("on:2020-12 in:notes", [("note", 2), ("note", 1), ("note", 13)]),
        ("on:2021", [("note", 7), ("review", 17)]),
        ("spoiler:minor,major -in:scenes", [("note", 13), ("note", 7), ("quote", 14), ("review", 12)]),
        ("genre:romance in:scenes spoiler:none", [("scene", 15)]),
        ("-genre:romance", []),
        ("drama:run-on episode:11", [("scene", 16)]),
        ("drama:other", []),
        ("fall", [("quote", 8)]),
        ('"the hand" -sleeve', [("note", 2)]),
        ("(bird) or episode:11", [("song", 10), ("scene", 16)]),
        ("tag:kiss", [("note", 2)]),
        ("tag:strong female lead in:quotes episode:2", [("quote", 8)]),
        ("is:merged", [("scene", 15)]),
        ("by:editor", [("review", 17)]),
    ],
)
def test_an_item_is_found_with_its_drama(text: str, places: list[tuple[str, int | None]]) -> None:
    made = run_on()
    made.notes[0].tags = ["Kiss"]
    made.scenes[0].merged = True
    made.reviews[1].by = "The Editor"
    assert found(text, made) == places


some_dramas = documents().map(lambda document: read_drama(document, "run-on", rules=False))


@given(made=some_dramas, query=queries())
def test_a_query_and_its_negation_part_the_dramas(made: Drama, query: tuple[Query, dict[str, str]]) -> None:
    tree = query[0].tree
    facts = facts_of(made, TODAY)
    items: list[Facts] = [facts, *facts_of_parts(made, facts, passages(made))]
    fitting, others = condition(tree, TODAY), condition(negation(tree), TODAY)
    assert all(fitting(one) is not others(one) for one in items)


@given(made=some_dramas, one=trees(), other=trees())
def test_de_morgan(made: Drama, one: Tree, other: Tree) -> None:
    facts = facts_of(made, TODAY)

    def same(tree: Tree, as_tree: Tree) -> bool:
        return matches(tree, facts, TODAY) is matches(as_tree, facts, TODAY)

    assert same(negation(all_of([one, other])), one_of([negation(one), negation(other)]))
    assert same(negation(one_of([one, other])), all_of([negation(one), negation(other)]))


@given(made=some_dramas, term=terms())
def test_any_of_several_values_fits(made: Drama, term: Term) -> None:
    facts = facts_of(made, TODAY)
    apart = one_of(Term(term.field, (value,)) for value in term.values)
    assert matches(term, facts, TODAY) is matches(apart, facts, TODAY)


@given(made=some_dramas, score=st.integers(2, 20).map(lambda halves: f"{halves / 2:g}"))
def test_a_rating_is_below_or_above_or_not_there(made: Drama, score: str) -> None:
    places = [fits(text, made) for text in (f"rating<{score}", f"rating:{score}", f"rating>{score}", "is:unrated")]
    assert places.count(True) == 1

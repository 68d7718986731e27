"""TAB offers the terms and values that fit what is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.journal.recall.query.making import lines, typed
from watchlog.journal.recall.query.completion import Offer, as_typed, offer
from watchlog.journal.recall.query.fields import FIELDS
from watchlog.journal.recall.query.parsing import parse
from watchlog.journal.recall.query.tree import Term


@pytest.mark.parametrize(
    ("word", "offered"),
    [
        ("gen", Offer("", "gen", ("genre:",))),
        ("RAT", Offer("", "RAT", ("rating:", "rated:"))),
        ("-gen", Offer("-", "gen", ("genre:",))),
        ("(-gen", Offer("(-", "gen", ("genre:",))),
        ("genre:romance rat", Offer("genre:", "romance rat", (), "genres", "genre")),
        ("rating:8.. gen", Offer("rating:8.. ", "gen", ("genre:",))),
        ('actor:"Im Si Wan" gen', Offer('actor:"Im Si Wan" ', "gen", ("genre:",))),
        ("genre:", Offer("genre:", "", (), "genres", "genre")),
        ("genre:Ro", Offer("genre:", "Ro", (), "genres", "genre")),
        ("genre=Ro", Offer("genre=", "Ro", (), "genres", "genre")),
        ("-genre:Ro", Offer("-genre:", "Ro", (), "genres", "genre")),
        ("genre:Romance,Co", Offer("genre:Romance,", "Co", (), "genres", "genre")),
        (r"tag:a\, b", Offer("tag:", r"a\, b", (), "tags", "tag")),
        ("actor:Im Si", Offer("actor:", "Im Si", (), "actors", "actor")),
        ('actor:"Im, Si', Offer("actor:", "Im, Si", (), "actors", "actor")),
        ("status:w", Offer("status:", "w", ("watching",), "", "status")),
        ("status:watching,on", Offer("status:watching,", "on", ("on-hold",), "", "status")),
        ("has:s", Offer("has:", "s", ("scene", "song", "synopsis", "spoiler"), "", "has")),
        ("sort:ra", Offer("sort:", "ra", ("rating",), "", "sort")),
        ("sort:-ra", Offer("sort:", "-ra", ("-rating",), "", "sort")),
        ("rating:", Offer("rating:", "", ("8..", "9..", "..5"), "", "rating")),
        ("rating:8", Offer("rating:", "8", ("8..",), "", "rating")),
        ("rating>", Offer("rating>", "", ("8..", "9..", "..5"), "", "rating")),
        ("added:y", Offer("added:", "y", ("yesterday",), "", "added")),
        ("@be", Offer("@", "be", lookup="views")),
        ("genre:a or @", Offer("genre:a or @", "", lookup="views")),
        ("re:ze", Offer("re:ze", "")),
        ("run on", Offer("run ", "on", ("on:",))),
        ("", Offer("", "", tuple(f"{name}:" for name in FIELDS))),
    ],
)
def test_what_fits_is_offered(word: str, offered: Offer) -> None:
    assert offer(word) == offered


def test_terms_of_items_are_offered_where_there_are_items() -> None:
    assert offer("epi").words == ("episodes:", "episode:")
    assert offer("epi", of_items=False).words == ("episodes:",)


@given(arguments=typed)
def test_whatever_is_typed_has_an_answer_that_begins_with_it(arguments: list[str]) -> None:
    for word in arguments:
        found = offer(word)
        assert word.startswith(found.before)
        assert word.endswith(found.typed)
        assert all(one.startswith(found.typed.lower()) for one in found.words)


@given(field=st.sampled_from([field.name for field in FIELDS.values() if field.lookup]), value=lines)
def test_a_value_that_is_offered_is_read_as_that_value(field: str, value: str) -> None:
    assert parse([f"{field}:{as_typed(field, value)}"]).tree == Term(field, (value,))


@pytest.mark.parametrize(
    ("value", "as_it_is_typed"),
    [
        ("slow burn", "slow burn"),
        ("re:zero", "re:zero"),
        ("로맨스", "로맨스"),
        ("Hi Bye, Mama", r"Hi Bye\, Mama"),
        ("Sitcom (US)", "Sitcom (US)"),
        ("Foo -bar", '"Foo -bar"'),
    ],
)
def test_a_value_has_marks_only_where_it_needs_them(value: str, as_it_is_typed: str) -> None:
    assert as_typed("genre", value) == as_it_is_typed

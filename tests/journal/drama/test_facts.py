"""The facts of a drama: told, added to, forgotten."""

import pytest

from watchlog.journal.drama.facts import BY_NAME, below_head, fact, forget, tell
from watchlog.journal.drama.fields import FACTS, Field
from watchlog.journal.drama.records import Aired, Drama, Json, Synopsis

TOLD: dict[str, Json] = {
    "name": "One",
    "text": "Two.\nThree.",
    "year": 2020,
    "count": 16,
    "date": "2020-12",
    "choice": "",
    "names": ["a", "b"],
    "titles": ["a", "b"],
    "links": ["https://a.example"],
    "weekdays": ["friday", "monday"],
    "days": ["2020-12-31"],
}


def told(field: Field) -> Json:
    """Something to say of a fact."""
    return field.choices[-1] if field.reads == "choice" else TOLD[field.reads]


@pytest.mark.parametrize("field", FACTS, ids=lambda field: field.name)
def test_what_is_told_is_what_the_drama_says(field: Field) -> None:
    drama = Drama(title="x")
    tell(drama, {field.name: told(field)})
    assert fact(drama, field) == told(field)


@pytest.mark.parametrize("field", [field for field in FACTS if field.noun], ids=lambda field: field.name)
def test_what_is_forgotten_leaves_nothing_behind(field: Field) -> None:
    drama = Drama(title="x")
    tell(drama, {field.name: told(field)})
    forget(drama, field)
    assert drama == Drama(title="x")
    forget(drama, field)
    assert drama == Drama(title="x"), "once more changes nothing"


def test_a_list_grows_and_holds_nothing_twice() -> None:
    drama = Drama(title="x", genres=["romance"])
    tell(drama, {"genres": ["crime", "romance"]})
    tell(drama, {"days": ["monday"]})
    tell(drama, {"days": ["tuesday", "monday"]})
    assert drama.genres == ["romance", "crime"]
    assert drama.aired == Aired(days=["monday", "tuesday"])


def test_names_that_differ_in_capitals_are_one_and_the_first_of_them_stays() -> None:
    drama = Drama(title="x", genres=["Romance", "C++"], tags=["Calm", "calm"], also_known_as=["Run on"])
    tell(drama, {"genres": ["ROMANCE", "Crime", "crime", "C#"], "tags": ["CALM", "café"], "also_known_as": ["Run On"]})
    assert drama.genres == ["Romance", "C++", "Crime", "C#"]
    assert drama.tags == ["Calm", "calm", "café"]
    assert drama.also_known_as == ["Run on", "Run On"]


def test_the_parts_of_a_record_are_told_and_forgotten_one_by_one() -> None:
    drama = Drama(title="x")
    tell(drama, {"aired_from": "2020-12-16", "aired_to": "2021-02-04"})
    forget(drama, BY_NAME["aired_from"])
    assert drama.aired == Aired(to="2021-02-04")
    tell(drama, {"synopsis": "He runs.", "synopsis_source": "AsianWiki"})
    forget(drama, BY_NAME["synopsis_source"])
    assert drama.synopsis == Synopsis(text="He runs.")
    tell(drama, {"synopsis_source": "AsianWiki"})
    forget(drama, BY_NAME["synopsis"])
    assert drama.synopsis is None, "a source without its words says nothing"


def test_a_record_with_fields_nobody_knows_stays() -> None:
    drama = Drama(title="x", aired=Aired(days=["monday"]))
    assert drama.aired
    drama.aired.unknown["channel"] = 7
    forget(drama, BY_NAME["days"])
    assert drama.aired
    assert drama.aired.unknown == {"channel": 7}


def test_what_the_head_of_a_page_has_no_room_for() -> None:
    drama = Drama(title="x", country="South Korea", runtime=70, tags=["slow burn"], links=[])
    assert [(field.name, found) for field, found in below_head(drama)] == [("tags", ["slow burn"]), ("runtime", 70)]


def test_the_title_is_told_like_a_fact() -> None:
    drama = Drama(title="x")
    tell(drama, {"title": "Run On"})
    assert drama.title == "Run On"

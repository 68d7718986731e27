"""What is told with options and what is asked with terms find the same."""

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.journal.making import documents
from watchlog.journal.drama.comparing import bare
from watchlog.journal.drama.reading import read_drama
from watchlog.journal.drama.records import Drama
from watchlog.journal.drama.romanising import key, within
from watchlog.journal.recall.airing import airs_on
from watchlog.journal.recall.query.evaluation import matches
from watchlog.journal.recall.query.facts import facts_of
from watchlog.journal.recall.query.options import both, from_options
from watchlog.journal.recall.query.parsing import parse
from watchlog.journal.recall.query.printing import as_text
from watchlog.journal.store.catalogue import row

TODAY = date(2021, 1, 26)

_names = st.sampled_from(["Romance", "romance", "slow burn", "tvN", "Im Si Wan", "Lim Shi Wan", "Kim", "a, b", "é"])
_some = st.lists(_names, max_size=2)
_told = st.fixed_dictionaries(
    {},
    optional={
        "statuses": st.lists(st.sampled_from(["watching", "completed", "dropped"]), max_size=2),
        "types": st.lists(st.sampled_from(["drama", "movie"]), max_size=2),
        "countries": _some,
        "networks": _some,
        "genres": _some,
        "tags": _some,
        "actors": _some,
        "years": st.tuples(st.integers(2018, 2021), st.integers(2019, 2022)).filter(lambda pair: pair[0] <= pair[1]),
        "min_rating": st.integers(2, 20).map(lambda halves: halves / 2),
        "unrated": st.booleans(),
        "airing": st.booleans(),
    },
)


@st.composite
def _dramas(draw: st.DrawFn) -> Drama:
    drama = read_drama(draw(documents()), "run-on", rules=False)
    drama.title = draw(st.sampled_from(["Run On", "Not Me", "Re:ZERO", "Lost"]))
    drama.country, drama.year = draw(st.none() | _names), draw(st.none() | st.integers(2018, 2022))
    drama.networks, drama.genres, drama.tags = draw(_some), draw(_some), draw(_some)
    for member in drama.cast:
        member.actor = draw(_names)
    if drama.aired:
        drama.aired.from_ = draw(st.sampled_from([None, "2021", "2021-01-01", "2022"]))
    return drama


def _alike(words: list[str]) -> set[str]:
    return {bare(word) for word in words}


def _sounds(name: str, actors: list[str]) -> bool:
    return any(within(name).search(key(actor)) is not None or bare(name) in bare(actor) for actor in actors)


def fits(drama: Drama, told: dict[str, Any]) -> bool:
    """What the options of a list mean, told without the language."""
    years, least = told.get("years"), told.get("min_rating")
    score = drama.rating.overall if drama.rating else None
    return (
        (not told.get("statuses") or drama.status in told["statuses"])
        and (not told.get("types") or drama.type in told["types"])
        and (not told.get("countries") or bare(drama.country or "") in _alike(told["countries"]))
        and (not told.get("networks") or bool(_alike(drama.networks) & _alike(told["networks"])))
        and _alike(told.get("genres", [])) <= _alike(drama.genres)
        and _alike(told.get("tags", [])) <= _alike(drama.tags)
        and all(_sounds(name, [one.actor for one in drama.cast]) for name in told.get("actors", []))
        and (years is None or (drama.year is not None and years[0] <= drama.year <= years[1]))
        and (least is None or (score is not None and score >= least))
        and (not told.get("unrated") or score is None)
        and (not told.get("airing") or airs_on(row(drama), TODAY.isoformat()))
    )


@given(drama=_dramas(), told=_told)
def test_options_find_what_they_always_found(drama: Drama, told: dict[str, Any]) -> None:
    assert matches(from_options(**told).tree, facts_of(drama, TODAY), TODAY) is fits(drama, told)


@given(told=_told)
def test_options_are_the_query_that_says_the_same(told: dict[str, Any]) -> None:
    query = from_options(**told)
    assert parse([as_text(query)]) == query


def test_each_option_is_a_term() -> None:
    told = from_options(
        statuses=["watching", "completed"],
        types=["movie"],
        countries=["Japan"],
        networks=["tvN", "JTBC"],
        genres=["Romance", "Life"],
        tags=["a, b"],
        actors=["Im Si Wan"],
        years=(2019, 2021),
        min_rating=8.0,
        unrated=True,
        airing=True,
        by="Oh Mi Joo",
        sort="rating",
        reverse=True,
    )
    assert as_text(told) == (
        "status:watching,completed type:movie country:Japan network:tvN,JTBC genre:Romance genre:Life "
        'tag:"a, b" actor:"Im Si Wan" year:2019..2021 rating:8.. is:unrated is:airing by:"Oh Mi Joo" sort:-rating'
    )
    assert from_options(years=(2020, 2020)) == parse(["year:2020"])
    assert from_options() == parse([])


def test_options_and_terms_ask_together() -> None:
    typed, told = parse(["genre:life or genre:sports", "sort:-year"]), from_options(genres=["romance"])
    assert as_text(both(typed, told)) == "(genre:life or genre:sports) genre:romance sort:-year"
    assert as_text(both(typed, from_options(sort="added"))) == "genre:life or genre:sports sort:added"
    assert both(parse([]), from_options()) == parse([])
    assert as_text(both(parse(["sort:year"]), from_options(reverse=True))) == "sort:-year"
    assert as_text(both(parse(["sort:-year"]), from_options(reverse=True))) == "sort:year"
    assert as_text(both(parse(["sort:-year"]), from_options(sort="added"))) == "sort:added"

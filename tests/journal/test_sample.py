"""The built-in journal: what it is to show."""

from datetime import date, timedelta
from pathlib import Path

from watchlog import sample
from watchlog.journal.drama.moments import moments
from watchlog.journal.journal import Journal

DRAMAS = list(Journal(Path(sample.__path__[0])).dramas())


def test_most_days_of_a_december_have_something() -> None:
    days = {moment.on[5:] for drama in DRAMAS for moment in moments(drama) if len(moment.on) == len("2021-01-25")}
    december = [date(2026, 12, 1) + timedelta(days=number) for number in range(31)]
    assert len([day for day in december if f"{day:%m-%d}" in days]) >= 28


def test_whatever_is_quoted_says_that_it_is_paraphrased() -> None:
    for drama in DRAMAS:
        assert [quote.id for quote in drama.quotes if "paraphrased" not in (quote.note or "")] == [], drama.slug


def test_a_year_has_a_story() -> None:
    """Several dramas one after another, a mind that was changed, somebody in two of them."""
    touched = [drama for drama in DRAMAS if any(moment.on.startswith("2021") for moment in moments(drama))]
    assert len(touched) >= 6
    assert sum(any((rating.on or "").startswith("2021") for rating in drama.ratings) for drama in touched) >= 5


def test_a_review_has_an_item_in_its_text() -> None:
    run_on = next(drama for drama in DRAMAS if drama.slug == "run-on")
    assert "[[7]]" in run_on.reviews[-1].text

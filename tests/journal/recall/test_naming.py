"""Which drama is meant by a name."""

import pytest

from watchlog.errors import NotFound
from watchlog.journal.drama.records import Drama
from watchlog.journal.journal import Journal
from watchlog.journal.recall.naming import Ambiguous, find
from watchlog.journal.store.catalogue import Row, row

DRAMAS = [
    Drama(slug="run-on", title="Run On", native_title="런 온", also_known_as=["Reon On"]),
    Drama(slug="signal", title="Signal", native_title="시그널"),
    Drama(slug="signal-2", title="Signal 2"),
    Drama(slug="it-s-okay", title="It's Okay to Not Be Okay"),
]


@pytest.fixture
def rows(journal: Journal) -> list[Row]:
    with journal.change("add") as change:
        for drama in DRAMAS:
            change.add(drama)
    return [row(drama) for drama in DRAMAS]


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("run-on", "run-on"),
        ("RUN ON", "run-on"),
        ("런 온", "run-on"),
        ("reon on", "run-on"),
        ("run", "run-on"),
        ("signal", "signal"),
        ("it-s", "it-s-okay"),
    ],
)
def test_by_slug_title_or_beginning(journal: Journal, rows: list[Row], name: str, slug: str) -> None:
    assert find(journal, lambda: rows, name) == slug


def test_a_slug_asks_for_no_list(journal: Journal, rows: list[Row]) -> None:
    def nobody() -> list[Row]:
        raise AssertionError("the list was asked for")

    assert find(journal, nobody, "signal-2") == "signal-2"


def test_several_could_be_meant(journal: Journal, rows: list[Row]) -> None:
    with pytest.raises(Ambiguous, match=r"“sig” could be 2 dramas:\n  signal\n  signal-2$") as several:
        find(journal, lambda: rows, "sig")
    assert [one.slug for one in several.value.rows] == ["signal", "signal-2"]


def test_many_are_not_all_named() -> None:
    rows = [row(Drama(slug=f"a-{number}", title="A")) for number in range(12)]
    assert str(Ambiguous("a", rows)).splitlines()[-2:] == ["  a-8", "  and 3 more"]


@pytest.mark.parametrize(
    ("name", "guess"),
    [
        ("rnu on", "Did you mean run-on?"),
        ("signa", None),
        ("okay to", "Did you mean it-s-okay?"),
        ("zzz", "See what there is: watchlog list"),
        (" ", "Name it by its slug or its title."),
    ],
)
def test_what_is_not_there(journal: Journal, rows: list[Row], name: str, guess: str | None) -> None:
    with pytest.raises(NotFound) as missing:
        find(journal, lambda: rows, name)
    assert guess is None or guess in str(missing.value)


def test_in_an_empty_journal_one_is_told_how_to_begin(journal: Journal) -> None:
    with pytest.raises(NotFound, match="The journal is empty"):
        find(journal, list, "x")

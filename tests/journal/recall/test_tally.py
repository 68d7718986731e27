"""What is added up is what is there, however it came to be so."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from watchlog.journal.drama.records import CastMember, Drama, Rating, Round
from watchlog.journal.journal import Journal
from watchlog.journal.recall.statistics import of_journal, statistics
from watchlog.journal.recall.tally import all_watched, watched
from watchlog.journal.store import catalogue as catalogues
from watchlog.journal.store import layers
from watchlog.journal.store.catalogue import Catalogue

TODAY = date(2021, 12, 31)
_SCORES = st.none() | st.sampled_from([6.0, 8.5, 9.0])
_DAYS = st.none() | st.sampled_from(["2021-01-01", "2021-01-02", "2020-12", "2020"])
_SHELVES = {
    "rounds": st.lists(st.builds(lambda days: Round(episodes=days), st.dictionaries(st.just("1"), _DAYS)), max_size=2),
    "ratings": st.lists(st.builds(Rating, overall=_SCORES, story=_SCORES), max_size=2),
    "cast": st.lists(st.builds(CastMember, id=st.just(1), actor=st.sampled_from(["Im Si Wan", "임시완"])), max_size=1),
    "genres": st.lists(st.sampled_from(["Life", "life", "Crime"]), max_size=2, unique=True),
}
FACTS = st.fixed_dictionaries(
    {"status": st.sampled_from(["watching", "plan-to-watch"]), "runtime": st.sampled_from([None, 60]), **_SHELVES}
)
FULL = {
    "status": "watching",
    "runtime": 60,
    "rounds": [Round(episodes={"1": "2021-01-01"})],
    "ratings": [Rating(overall=8.0), Rating(overall=9.0, story=7.0)],
    "cast": [CastMember(id=1, actor="Im Si Wan")],
    "genres": ["Life"],
}


@given(st.lists(FACTS, min_size=3, max_size=6), FACTS)
@example([FULL, {**FULL, "runtime": None}, {}], {**FULL, "genres": ["Crime"], "ratings": []})
@example([FULL, FULL, {}], {"status": "plan-to-watch"})
def test_a_drama_that_changed_or_is_gone_is_taken_away_as_it_was(
    facts: list[dict[str, object]], now: dict[str, object]
) -> None:
    dramas = {f"d{number}": _drama(f"d{number}", one) for number, one in enumerate(facts)}
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(layers, "FEW", 2)
        patch.setattr(catalogues, "_SETTLED_NS", -1)
        journal = Journal(Path(folder) / "journal")
        catalogue = Catalogue(journal.storage, Path(folder) / "cache")

        def is_right() -> bool:
            there = [watched(dramas[slug]) for slug in sorted(dramas)]
            assert all_watched(catalogue) == there
            return of_journal(catalogue, None, TODAY) == statistics(there, None, TODAY)

        with journal.change("add") as change:
            for one in dramas.values():
                change.put(one)
        assert is_right()
        dramas["d0"] = _drama("d0", now)
        with journal.change("add") as change:
            change.put(dramas["d0"])
        assert is_right()
        del dramas["d1"]
        with journal.change("remove") as change:
            change.remove("d1")
        assert is_right()


def _drama(slug: str, facts: dict[str, object]) -> Drama:
    return Drama(slug=slug, title=slug.upper(), **facts)  # type: ignore[arg-type]

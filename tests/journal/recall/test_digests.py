"""Whoever reads all dramas makes what is made in one pass, and it is what is made one by one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.journal.scenarios import note, prepare_many
from watchlog.journal.drama.records import Drama
from watchlog.journal.journal import Journal
from watchlog.journal.recall.anniversaries import DATES
from watchlog.journal.recall.casts import Casts, all_roles
from watchlog.journal.recall.digests import IN_ONE_PASS
from watchlog.journal.recall.mentions import mentions
from watchlog.journal.recall.query.facts import FURTHER
from watchlog.journal.recall.quotes import all_quoted
from watchlog.journal.recall.tally import all_watched, of_journal
from watchlog.journal.store import catalogue as catalogues
from watchlog.journal.store import layers
from watchlog.journal.store.catalogue import Catalogue
from watchlog.journal.store.storage import Storage

ASKED: dict[str, Callable[[Catalogue], object]] = {
    "heads": lambda catalogue: [head.row for head in catalogue.heads()],
    "rows": Catalogue.rows,
    "dates": lambda catalogue: catalogue.digests(DATES),
    "further": lambda catalogue: catalogue.digests(FURTHER),
    "quotes": all_quoted,
    "days": of_journal,
    "watched": all_watched,
    "cast": lambda catalogue: sorted(all_roles(catalogue), key=lambda role: (role[0].slug, role[1].place)),
    "names": lambda catalogue: Casts(catalogue).sounds,
}
"""What commands ask for, each of one of those that are made in one pass."""

MOTHER = """{
  "title": "Mother", "next_id": 3, "ratings": [{"on": "2021-01-25", "overall": 9}],
  "quotes": [{"id": 1, "lines": [{"speaker": "Yoon Bok", "text": "I will wait here."}]}],
  "cast": [{"id": 2, "actor": "Lee Bo Young", "character": "Soo Jin"}]
}"""


@pytest.fixture(params=[{500: 1}, {1: 1, 500: 3}], ids=["whole", "in three parts"])
def read(root: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> list[str]:
    """The dramas that are read, in a journal of four, which are many here."""
    monkeypatch.setattr(layers, "FEW", 0)
    monkeypatch.setattr(layers, "_PARTS", request.param)
    monkeypatch.setattr(catalogues, "_SETTLED_NS", -1)
    prepare_many(root)
    (root / "dramas" / "mother.json").write_text(MOTHER)
    slugs: list[str] = []
    real = Storage.drama

    def drama(storage: Storage, slug: str) -> Drama:
        slugs.append(slug)
        return real(storage, slug)

    monkeypatch.setattr(Storage, "drama", drama)
    return slugs


def catalogue(root: Path, cache: str = "cache") -> Catalogue:
    return Catalogue(Journal(root).storage, root.parent / cache, kinds=lambda: IN_ONE_PASS)


def alone(root: Path, name: str) -> object:
    """What is answered where nothing else is made."""
    return ASKED[name](Catalogue(Journal(root).storage, root.parent / f"only-{name}"))


@pytest.mark.parametrize("first", ASKED)
def test_the_first_that_is_asked_for_brings_the_others(root: Path, read: list[str], first: str) -> None:
    found = ASKED[first](catalogue(root))
    assert sorted(read) == ["life", "mother", "run-on", "signal"]
    read.clear()
    assert found == ASKED[first](catalogue(root)) == alone(root, first)
    read.clear()
    answers = {name: ask(catalogue(root)) for name, ask in ASKED.items()}
    assert read == []
    assert answers == {name: alone(root, name) for name in ASKED}
    assert all(answers.values())


def test_what_takes_long_to_make_brings_nothing(root: Path, read: list[str]) -> None:
    mentions(catalogue(root), {})
    read.clear()
    catalogue(root).rows()
    assert sorted(read) == ["life", "mother", "run-on", "signal"]


def test_after_a_change_all_say_what_the_files_say(root: Path, read: list[str]) -> None:
    catalogue(root).rows()
    note(root)
    (root / "dramas" / "life.json").write_bytes(b'{"title": "Life, too"}')
    (root / "dramas" / "signal.json").unlink()
    for name, ask in ASKED.items():
        assert ask(catalogue(root)) == alone(root, name)


def test_a_file_that_may_still_change_is_not_kept(root: Path, read: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogues, "_SETTLED_NS", 10**18)
    for name, ask in ASKED.items():
        read.clear()
        assert ask(catalogue(root)) == alone(root, name)
        assert read


def test_a_drama_that_cannot_be_read_is_left_out(root: Path, read: list[str]) -> None:
    (root / "dramas" / "life.json").write_bytes(b"{")
    for name, ask in ASKED.items():
        assert ask(catalogue(root)) == ask(catalogue(root)) == alone(root, name)


def test_where_nothing_can_be_kept_each_is_right(root: Path, read: list[str]) -> None:
    (root.parent / "cache").write_bytes(b"")
    for name, ask in ASKED.items():
        assert ask(catalogue(root)) == alone(root, name)


def test_no_two_kinds_have_one_name() -> None:
    assert len({kind.name for kind in IN_ONE_PASS}) == len(IN_ONE_PASS)

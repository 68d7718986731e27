"""Whoever reads all dramas makes the digests of several kinds, and they are those that are made one by one."""

from pathlib import Path

import pytest

from tests.journal.scenarios import note, prepare_many
from watchlog.journal.drama.records import Drama
from watchlog.journal.journal import Journal
from watchlog.journal.recall.digests import TOGETHER
from watchlog.journal.recall.quotes import all_quoted
from watchlog.journal.store import catalogue as catalogues
from watchlog.journal.store import layers
from watchlog.journal.store.catalogue import Catalogue
from watchlog.journal.store.kinds import Kind
from watchlog.journal.store.storage import Storage


@pytest.fixture
def read(root: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The dramas that are read, in a journal of four, which are many here."""
    monkeypatch.setattr(layers, "FEW", 0)
    monkeypatch.setattr(catalogues, "_SETTLED_NS", -1)
    prepare_many(root)
    slugs: list[str] = []
    real = Storage.drama

    def drama(storage: Storage, slug: str) -> Drama:
        slugs.append(slug)
        return real(storage, slug)

    monkeypatch.setattr(Storage, "drama", drama)
    return slugs


def catalogue(root: Path, cache: str = "cache") -> Catalogue:
    return Catalogue(Journal(root).storage, root.parent / cache, kinds=lambda: TOGETHER)


def alone(root: Path, kind: Kind[object]) -> list[object]:
    """The digests of a kind as they are made where no others are."""
    return Catalogue(Journal(root).storage, root.parent / f"only-{kind.name}").digests(kind)


@pytest.mark.parametrize("first", TOGETHER, ids=lambda kind: kind.name)
def test_the_first_that_is_asked_for_brings_the_others(root: Path, read: list[str], first: Kind[object]) -> None:
    catalogue(root).digests(first)
    assert read == ["life", "mother", "run-on", "signal"]
    read.clear()
    found = [catalogue(root).digests(kind) for kind in TOGETHER]
    assert read == []
    assert found == [alone(root, kind) for kind in TOGETHER]
    assert [len(digests) for digests in found] == [4] * len(TOGETHER)


def test_what_is_not_made_together_brings_nothing(root: Path, read: list[str]) -> None:
    all_quoted(catalogue(root))
    read.clear()
    catalogue(root).rows()
    assert read == ["life", "mother", "run-on", "signal"]


def test_after_a_change_all_say_what_the_files_say(root: Path, read: list[str]) -> None:
    catalogue(root).rows()
    note(root)
    (root / "dramas" / "life.json").write_bytes(b'{"title": "Life, too"}')
    (root / "dramas" / "signal.json").unlink()
    for kind in TOGETHER:
        assert catalogue(root).digests(kind) == alone(root, kind)


def test_no_two_kinds_have_one_name() -> None:
    assert len({kind.name for kind in TOGETHER}) == len(TOGETHER)

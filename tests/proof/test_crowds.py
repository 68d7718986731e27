"""Eight at once: everything they did is there, in order, and whoever reads meanwhile sees no half of it."""

import json
import os
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.journal.scenarios import check_history, leftovers, state
from tests.proof.desk import Desk
from tests.proof.operations import check_sound
from tests.proof.tally import LONG, Tally
from tests.proof.writers import Writer, acknowledged
from watchlog.journal.journal import Journal
from watchlog.journal.store import lock

WRITERS = 8
EACH = 100 if LONG else 12
Act = Callable[[Desk, str, Callable[[str], None]], object]


def _mixed(slugs: tuple[str, ...]) -> Act:
    def act(desk: Desk, name: str, acknowledge: Callable[[str], None]) -> None:
        lock.WAIT_SECONDS = 120  # eight in a queue, on a machine with other things to do
        for number in range(EACH):
            text = f"{name} {number}"
            slug = slugs[(number + int(name.split()[1])) % len(slugs)]
            kinds = (
                ("note", slug, "1", text), ("quote", slug, text), ("scene", slug, text),
                ("song", slug, text), ("cast", slug, text), ("review", slug, text),
            )  # fmt: skip
            said = desk.does(*kinds[number % len(kinds)])
            found = re.search(r" (\d+) to ", said.err)
            assert found, said.err
            acknowledge(f"{slug} {found[1]} {text}")

    return act


@pytest.mark.parametrize("slugs", [("run-on",), ("run-on", "mother", "life")], ids=["one drama", "many dramas"])
def test_eight_write_at_once(slugs: tuple[str, ...], stocked: Desk, tmp_path: Path, tally: Tally) -> None:
    desk = stocked.copy(tmp_path / "desk")
    begun = check_history(desk.journal)
    writers = [Writer(desk, f"writer {number}", _mixed(slugs)) for number in range(WRITERS)]
    assert [writer.ended() for writer in writers] == [0] * WRITERS
    told = acknowledged(desk.folder)
    assert len(told) == WRITERS * EACH
    there = []
    for slug in slugs:
        drama = Journal(desk.journal).drama(slug)
        items = [item for shelf in drama.shelves().values() for item in shelf]
        assert len(items) == len({item.id for item in items})
        found = ((item.id, re.search(r"writer \d+ \d+", repr(item))) for item in items)
        there += [f"{slug} {id_} {words[0]}" for id_, words in found if words]
    assert sorted(there) == sorted(told)
    assert check_history(desk.journal) == begun + WRITERS * EACH
    assert leftovers(desk.journal) == []
    check_sound(desk.journal)
    tally.add("changes made", len(told))


def _imports(desk: Desk, name: str, acknowledge: Callable[[str], None]) -> None:
    for number in range(EACH):
        ten = [{"slug": f"drama-{one}", "title": "D", "tags": [f"{name} {number}"]} for one in range(10)]
        (desk.folder / f"{name}.json").write_text(json.dumps(ten), "utf-8")
        desk.does("import", f"DESK/{name}.json")
        acknowledge("done")


def test_who_reads_meanwhile_sees_no_half_of_an_import(stocked: Desk, tmp_path: Path, tally: Tally) -> None:
    desk = stocked.copy(tmp_path / "desk")
    writers = [Writer(desk, f"writer {number}", _imports) for number in range(2)]
    looks = 0
    seen: set[tuple[str, ...]] = set()
    while len(acknowledged(desk.folder)) < 2 * EACH:
        dramas = {drama.slug: drama for drama in Journal(desk.journal).dramas()}
        tags = [drama.tags for slug, drama in dramas.items() if slug.startswith("drama-")]
        assert len(tags) in (0, 10), "half an import"
        assert tags in ([], tags[:1] * 10), "half an import"
        listed = json.loads(desk.does("list", "--json").out)
        rows = [row["tags"] for row in listed if row["slug"].startswith("drama-")]
        assert rows in ([], rows[:1] * 10), "half an import"
        seen.update(map(tuple, tags))
        looks += 2
    assert [writer.ended() for writer in writers] == [0, 0]
    assert len(seen) > 1
    check_history(desk.journal)
    tally.add("looks of a reader", looks)
    tally.add("changes made", 2 * EACH)


def _hold(desk: Desk, name: str, acknowledge: Callable[[str], None]) -> None:
    with lock.exclusive(desk.journal / ".lock", print):
        acknowledge("held")
        time.sleep(60)


@pytest.fixture
def held(stocked: Desk, tmp_path: Path) -> tuple[Desk, Writer]:
    """A desk whose journal somebody holds."""
    desk = stocked.copy(tmp_path / "desk")
    holder = Writer(desk, "holder", _hold)
    while not holder.acknowledged():
        time.sleep(0.005)
    return desk, holder


def test_a_journal_that_is_held(held: tuple[Desk, Writer], monkeypatch: pytest.MonkeyPatch) -> None:
    desk, holder = held
    monkeypatch.setattr(lock, "WAIT_SECONDS", 0.8)
    before = state(desk.journal)
    begun = time.monotonic()
    said = desk.run("note", "run-on", "1", "?")
    waited = time.monotonic() - begun
    holder.kill()
    assert said.code == 4
    assert said.err.splitlines()[0] == "Waiting for another watchlog to finish writing…"
    assert "nothing was saved" in said.err
    assert waited > 0.8
    assert state(desk.journal) == before


def test_a_holder_who_is_dead_blocks_nobody(held: tuple[Desk, Writer]) -> None:
    desk, holder = held
    assert os.path.exists(desk.journal / ".lock")
    holder.kill()
    said = desk.does("note", "run-on", "1", "at once")
    assert "Waiting" not in said.err

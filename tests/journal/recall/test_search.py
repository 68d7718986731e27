"""A search finds every word that was written down, the newest first, and opens only what it shows."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from shutil import rmtree

import pytest

from tests.views.dramas import run_on
from watchlog.journal.drama.reading import read_drama
from watchlog.journal.drama.records import KINDS, Document, Drama, Note, Round, Song
from watchlog.journal.journal import Journal
from watchlog.journal.recall.query.dramas import Dramas
from watchlog.journal.recall.query.parsing import parse
from watchlog.journal.recall.query.seeking import narrowed, sought
from watchlog.journal.recall.search import Hit, as_document, passages, search
from watchlog.journal.store import catalogue as catalogues
from watchlog.journal.store import layers, scratch
from watchlog.journal.store.catalogue import Catalogue

WORDS: Document = {
    "title": "Tword",
    "native_title": "Nword",
    "also_known_as": ["Aword"],
    "country": "Cword",
    "networks": ["Networkword"],
    "genres": ["Gword"],
    "tags": ["Tagword"],
    "synopsis": {"text": "Synword", "source": "Sourceword"},
    "notes": [{"id": 1, "episode": 3, "text": "Noteword"}],
    "quotes": [
        {
            "id": 2,
            "episode": 4,
            "lines": [{"speaker": "Speakerword", "text": "Saidword", "original": "Originalword"}],
            "note": "Quotenoteword",
        }
    ],
    "cast": [{"id": 3, "actor": "Actorword", "character": "Characterword", "note": "Castnoteword"}],
    "songs": [{"id": 4, "title": "Songword", "artist": "Artistword", "lyrics": "Lyricsword", "note": "Songnoteword"}],
    "scenes": [{"id": 5, "episode": 6, "text": "Sceneword"}],
    "reviews": [{"id": 6, "headline": "Headword", "text": "Reviewword", "verdict": "Verdictword"}],
}


class Searcher:
    """Searches a journal; `opened` tells which dramas were read."""

    def __init__(self, journal: Journal, cache: Path) -> None:
        self.journal = journal
        self.cache = cache
        self.opened: list[str] = []
        real = journal.storage.drama

        def drama(slug: str) -> Drama:
            self.opened.append(slug)
            return real(slug)

        journal.storage.drama = drama  # type: ignore[method-assign]

    def keep(self, *dramas: Drama) -> None:
        with self.journal.change("add") as change:
            for one in dramas:
                change.put(one)

    def search(self, *asked: str) -> tuple[int, Iterator[Hit]]:
        words, rest = sought(parse(asked).tree)
        catalogue = Catalogue(self.journal.storage, self.cache)
        return search(self.journal, catalogue, words, narrowed(rest, Dramas(catalogue, date(2021, 1, 26))))

    def __call__(self, *asked: str) -> list[Hit]:
        count, hits = self.search(*asked)
        found = list(hits)
        assert len(found) == count
        return found


@pytest.fixture(params=[0, layers.FEW], ids=["by the index", "looked through"])
def found(
    request: pytest.FixtureRequest, journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Searcher:
    """Searches what all dramas were put together to, or those that changed since."""
    monkeypatch.setattr(layers, "FEW", request.param)
    monkeypatch.setattr(catalogues, "_SETTLED_NS", -1)
    return Searcher(journal, tmp_path / "cache")


def places(hits: list[Hit]) -> list[tuple[str, int | None]]:
    return [(hit.drama, hit.passage.id) for hit in hits]


def drama(slug: str, *texts: str, **facts: object) -> Drama:
    notes = [{"id": number, "episode": number, "text": text} for number, text in enumerate(texts, start=1)]
    return read_drama({"title": slug.title(), "notes": notes, **facts}, slug)  # type: ignore[dict-item]


@pytest.mark.parametrize(
    ("word", "kind", "id_", "episode"),
    [
        *(
            (word, "facts", None, None)
            for word in ("tword", "nword", "aword", "cword", "networkword", "gword", "tagword")
        ),
        ("the-slug", "facts", None, None),
        ("synword", "synopsis", None, None),
        ("sourceword", "synopsis", None, None),
        ("noteword", "note", 1, 3),
        *((word, "quote", 2, 4) for word in ("speakerword", "saidword", "originalword", "quotenoteword")),
        *((word, "cast", 3, None) for word in ("actorword", "characterword", "castnoteword")),
        *((word, "song", 4, None) for word in ("songword", "artistword", "lyricsword", "songnoteword")),
        ("sceneword", "scene", 5, 6),
        *((word, "review", 6, None) for word in ("headword", "reviewword", "verdictword")),
    ],
)
def test_every_field_is_searched(found: Searcher, word: str, kind: str, id_: int | None, episode: int | None) -> None:
    found.keep(read_drama(WORDS, "the-slug"))
    hits = [hit for hit in found(word) if re.search(rf"\b{word}\b", hit.passage.text.casefold())]
    assert [(hit.passage.kind, hit.passage.id, hit.passage.episode) for hit in hits] == [(kind, id_, episode)]


def test_every_kind_of_item_can_be_found() -> None:
    assert {passage.kind for passage in passages(run_on())} == {"facts", "synopsis", *KINDS}


@pytest.mark.parametrize(
    "asked", ["런 온", unicodedata.normalize("NFD", "런 온"), "STRASSE", "straße", "MI JOO’S", "Ångström"]
)
def test_case_and_composition_do_not_matter_in_any_script(found: Searcher, asked: str) -> None:
    found.keep(drama("one", "“Mi Joo's” 런 온, Straße, ÅNGSTRÖM"), drama("two", "nothing of it"))
    assert places(found(asked)) == [("one", 1)]
    found.keep(drama("one", unicodedata.normalize("NFD", "“MI Joo’s” 런 온, STRASSE, ångström")))
    assert places(found(asked)) == [("one", 1)]


def test_all_of_several_words_must_be_in_one_item(found: Searcher) -> None:
    found.keep(drama("one", "an umbrella", "the rain"), drama("two", "Rain.\n\nNo umbrella."))
    assert places(found("umbrella", "rain")) == [("two", 1)]
    assert places(found("umbrella", "sun")) == []


def test_a_phrase_stands_as_it_is_across_lines(found: Searcher) -> None:
    found.keep(drama("one", "held\n\nthe umbrella"), drama("two", "the umbrella held"))
    assert places(found("held the umbrella")) == [("one", 1)]
    assert places(found('"held the" umbrella')) == [("one", 1)]
    assert len(found("held", "umbrella")) == 2


def test_a_song_and_who_sings_it_are_one_item(found: Searcher) -> None:
    one = drama("one")
    one.songs.append(Song(id=9, title="Blue Bird", artist="Solar", lyrics="Something small\nand blue"))
    found.keep(one)
    assert places(found("solar", "small and blue")) == [("one", 9)]


def test_the_newest_comes_first_whichever_drama_it_is_in(found: Searcher) -> None:
    old, new = drama("old"), drama("new")
    days = [
        ("old", "2021-01-05"),
        ("new", "2021-01-04"),
        ("old", "2020"),
        ("new", "2020-12"),
        ("old", "2020-12-01"),
        ("new", "2019-01-01"),
    ]
    for number, (slug, day) in enumerate(days, start=1):
        (old if slug == "old" else new).notes.append(Note(id=number, episode=1, text="rain", on=day))
    found.keep(old, new)
    assert [id_ for _, id_ in places(found("rain"))] == [1, 2, 5, 4, 3, 6]


def test_whole_words_come_before_beginnings_before_insides(found: Searcher) -> None:
    old = ["It rained.", "Rain.", "a rainbow", "the train"]
    found.keep(
        drama("trains", "training day", "train", "Rain on the train", added="2021-03-01"),
        drama("rains", *old, added="2020-01-01"),
        drama("both", "a train in the rain", "raining", added="2020-06-01"),
    )
    assert places(found("rain")) == [
        ("trains", 3), ("both", 1), ("rains", 2), ("both", 2), ("rains", None), ("rains", 1), ("rains", 3),
        ("trains", None), ("trains", 1), ("trains", 2), ("rains", 4),
    ]  # fmt: skip
    assert places(found("rain", "train"))[:3] == [("trains", 3), ("both", 1), ("trains", None)]


def test_what_is_no_whole_word_is_opened_only_when_whole_words_are_through(found: Searcher) -> None:
    found.keep(*(drama(f"drama-{number}", "training", added=f"20{number}-01-01") for number in range(20, 40)))
    found.keep(drama("one", "rain", added="2010-01-01"))
    found("rain")
    found.opened.clear()
    assert [hit.drama for hit in islice(found.search("rain")[1], 2)] == ["one", "drama-39"]
    assert len(found.opened) <= 3


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (["rain", "-train"], [("a", 2), ("b", 1)]),
        (["rain", "genre:life"], [("b", 1)]),
        (["rain", "-genre:life"], [("a", 2), ("a", 1)]),
        (["rain", "episode:1"], [("b", 1), ("a", 1)]),
        (["rain", "episode:1", "-genre:life"], [("a", 1)]),
        (["(rain -train) or by:solar"], [("b", 9), ("a", 2), ("b", 1)]),
        (["in:songs"], [("b", 9)]),
        (["-rain", "in:notes"], [("b", 2)]),
        (["rain genre:nothing"], []),
        (["drama:a", "-in:facts"], [("a", 1), ("a", 2)]),
    ],
)
def test_a_search_is_narrowed_down(found: Searcher, asked: list[str], expected: list[tuple[str, int]]) -> None:
    other = drama("b", "rain", "snow", genres=["Life"])
    other.songs.append(Song(id=9, title="Blue Bird", artist="Solar"))
    found.keep(drama("a", "training", "rain"), other)
    asked = ["in:notes,songs" if one == "-in:facts" else one for one in asked]
    assert sorted(places(found(*asked))) == sorted(expected)


def test_a_day_is_no_word(found: Searcher) -> None:
    found.keep(drama("one", notes=[{"id": 1, "episode": 1, "text": "On 2021-01-06.", "on": "2021-01-05"}]))
    assert found("2021-01-05") == []
    assert places(found("2021-01-06")) == [("one", 1)]


def test_what_has_no_day_has_that_of_the_drama(found: Searcher) -> None:
    seen = drama("seen", "rain")
    seen.rounds.append(Round(episodes={"1": "2020-05-01", "2": None}))
    added = drama("added", "rain", added="2020-06-01T10:00:00+09:00")
    dated = drama("dated", notes=[{"id": 1, "episode": 1, "text": "rain", "on": "2020-05-15"}])
    found.keep(seen, added, dated, drama("never", "rain"))
    assert [slug for slug, _ in places(found("rain"))] == ["added", "dated", "seen", "never"]


def test_of_one_day_they_stand_by_drama_and_as_they_were_written(found: Searcher) -> None:
    found.keep(drama("b", "rain", "rain"), drama("a", "rain", "rain"))
    assert places(found("rain")) == [("a", 1), ("a", 2), ("b", 1), ("b", 2)]


def test_only_what_is_shown_is_opened(found: Searcher) -> None:
    found.keep(*(drama(f"drama-{number}", "rain", added=f"20{number}-01-01") for number in range(10, 40)))
    found("rain")
    found.opened.clear()
    count, hits = found.search("rain")
    assert count == 30
    assert [hit.drama for hit in islice(hits, 3)] == ["drama-39", "drama-38", "drama-37"]
    assert len(found.opened) <= 4
    found.opened.clear()
    assert found("sunshine") == []
    assert found.opened == []


def test_what_changed_is_found_at_once(found: Searcher) -> None:
    found.keep(drama("one", "rain"), drama("two", "snow"))
    assert places(found("snow")) == [("two", 1)]
    found.keep(drama("one", "snow"))
    assert places(found("snow")) == [("one", 1), ("two", 1)]
    assert found("rain") == []
    with found.journal.change("remove") as change:
        change.remove("two")
    assert places(found("snow")) == [("one", 1)]


def test_of_one_day_what_changed_stands_where_it_would_have_stood(found: Searcher) -> None:
    def of_days(slug: str, *texts: tuple[str, str]) -> Drama:
        notes = [{"id": number, "episode": 1, "text": text, "on": on} for number, (text, on) in enumerate(texts, 1)]
        return drama(slug, notes=notes)

    found.keep(*(of_days(f"drama-{number}", ("rain", "2020-05-05")) for number in range(10, 40)))
    found("rain")
    found.keep(of_days("drama-39", ("rain", "2020-05-05"), ("training", "2021-05-05")))
    expected = [(f"drama-{number}", 1) for number in range(10, 40)] + [("drama-39", 2)]
    assert places(found("rain")) == expected
    rmtree(found.cache)
    assert places(found("rain")) == expected


def test_a_change_reads_one_drama_and_rewrites_one_file(found: Searcher, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layers, "FEW", 16)
    monkeypatch.setattr(layers, "_PARTS", {40: 16})
    found.keep(*(drama(f"drama-{number}", "rain") for number in range(40)))
    found("nothing")
    files = sorted(found.cache.rglob("words-*"))
    before = {file: file.stat().st_ino for file in files}
    found.keep(drama("drama-7", "rain and snow"))
    found.opened.clear()
    found("nothing")
    assert found.opened == ["drama-7"]
    assert len(files) == 16
    assert sum(file.stat().st_ino != before[file] for file in files) == 1


def test_a_broken_file_of_the_cache_is_made_anew(found: Searcher) -> None:
    found.keep(*(drama(f"drama-{number}", "rain") for number in range(40)))
    found("rain")
    for number, file in enumerate(sorted(found.cache.rglob("words-*"))):
        file.write_bytes((b"", b"\xff", file.read_bytes()[:-3], b"\x93\x01\x80\x91\xc0")[number % 4])
    assert len(found("rain")) == 40


@pytest.mark.parametrize("asked", ["rain", "snow", '"rain and"', "rain -snow"])
def test_a_byte_gone_wrong_in_a_file_of_the_cache_is_harmless(found: Searcher, asked: str) -> None:
    found.keep(drama("one", "rain and snow", "rain"), *(drama(f"drama-{number}", "rain and") for number in range(40)))
    right = found(asked)
    [file] = found.cache.rglob("words-*")
    good = file.read_bytes()
    for place in (0, 9, len(good) // 2, len(good) - 9, len(good) - 1):
        for broken in (good[:place] + bytes([good[place] ^ 1]) + good[place + 1 :], good[:place], good + b"\0"):
            file.write_bytes(broken)
            assert found(asked) == right
    found('"rain and snow"')
    assert file.read_bytes() == good


def test_a_file_of_the_cache_that_stays_broken_is_harmless(found: Searcher, monkeypatch: pytest.MonkeyPatch) -> None:
    found.keep(*(drama(f"drama-{number}", "rain and snow") for number in range(40)))
    found("rain")
    [file] = found.cache.rglob("words-*")
    file.write_bytes(file.read_bytes()[:-3])
    monkeypatch.setattr(scratch, "keep", lambda path, content: None)
    assert len(found('"rain and snow"')) == 40


def test_a_damaged_drama_is_named_and_the_others_are_searched(found: Searcher, root: Path, notices: list[str]) -> None:
    found.keep(drama("one", "rain"), drama("two", "rain"))
    (root / "dramas" / "one.json").write_bytes(b"{")
    assert places(found("rain")) == [("two", 1)]
    assert len(notices) == 1
    assert "one.json" in notices[0]


def test_a_journal_that_takes_long_to_read_says_so_once(
    found: Searcher, notices: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    found.keep(*(drama(f"drama-{number}", "rain") for number in range(40)))
    monkeypatch.setattr(layers, "_MANY", 40)
    found("rain")
    assert notices == ["Reading 40 dramas for the first time…"]
    found.keep(*(drama(f"drama-{number}", "snow") for number in range(40)))
    found("rain")
    assert len(notices) == 1


def test_an_empty_journal_has_no_hit(found: Searcher) -> None:
    assert found("rain") == []


def test_the_document_says_all(found: Searcher) -> None:
    found.keep(run_on())
    [hit] = found("that dream")
    assert as_document(hit) == {
        "drama": "run-on",
        "title": "Run On",
        "kind": "quote",
        "id": 9,
        "episode": 5,
        "text": "Seo Dan Ah: I let that dream go.\nLee Young Hwa: Is that why?",
        "spoiler": "none",
        "on": None,
    }

"""Dramas to print: one with something of everything, and one that says what it is told."""

from collections.abc import Iterator
from itertools import cycle
from typing import Any

from watchlog.journal.drama.reading import read_drama
from watchlog.journal.drama.records import Document, Drama, Line, Scene
from watchlog.journal.store.catalogue import Row, row

SECRET = "Xsecret"
"""A word that stands in everything a major spoiler covers, and nowhere else."""

_RUN_ON: Document = {
    "title": "Run On",
    "native_title": "런 온",
    "also_known_as": ["Reon On"],
    "country": "South Korea",
    "year": 2020,
    "networks": ["JTBC", "Netflix"],
    "genres": ["Romance", "Life", "Sports"],
    "tags": ["Strong Female Lead", "Calm Male Lead"],
    "links": ["https://mydramalist.com/57171-run-on"],
    "episodes": 16,
    "runtime": 70,
    "aired": {"from": "2020-12-16", "to": "2021-02-04", "days": ["wednesday", "thursday"]},
    "synopsis": {"text": "A sprinter meets a translator.\n\nThey talk.", "source": "AsianWiki"},
    "status": "watching",
    "rounds": [{"started": "2020-12-17", "episodes": {str(number): None for number in range(1, 13)}}],
    "ratings": [
        {"on": "2020-12-30", "overall": 8.0},
        {"on": "2021-01-25", "overall": 8.5, "story": 9.0, "acting": 9.5, "music": 8.0, "rewatch": 7.0},
    ],
    "notes": [
        {"id": 2, "episode": 3, "text": "The hand.\n\nSix seconds.", "rating": 9.5, "on": "2020-12-24"},
        {"id": 1, "episode": 1, "text": "They collide.", "rating": 8.0, "on": "2020-12-17"},
        {"id": 13, "episode": 3, "text": "Watched again 👩‍❤️‍👨.", "spoiler": "minor", "on": "2020-12-25"},
        {"id": 7, "episode": 12, "text": f"{SECRET} note", "rating": 3.5, "spoiler": "major", "on": "2021-01-21"},
    ],
    "quotes": [
        {
            "id": 8,
            "episode": 2,
            "at": "14:05",
            "lines": [{"speaker": "Oh Mi Joo", "text": "You fall.", "original": "넘어져요."}],
            "note": "To nobody.",
        },
        {
            "id": 9,
            "episode": 5,
            "lines": [
                {"speaker": "Seo Dan Ah", "text": "I let that dream go."},
                {"speaker": "Lee Young Hwa", "text": "Is that why?"},
            ],
        },
        {
            "id": 14,
            "episode": 12,
            "at": "58:10",
            "lines": [{"speaker": f"{SECRET} speaker", "text": f"{SECRET} words", "original": f"{SECRET} original"}],
            "note": f"{SECRET} remark",
            "spoiler": "major",
        },
    ],
    "cast": [
        {"id": 3, "actor": "Im Si Wan", "character": "Ki Seon Gyeom", "role": "main", "note": "Calm.\n\nHonest."},
        {"id": 4, "actor": "Shin Se Kyung", "character": "Oh Mi Joo"},
    ],
    "songs": [
        {
            "id": 10,
            "title": "Blue Bird",
            "artist": "Solar",
            "lyrics": "Something small\nand blue\n\nflew in",
            "note": "Ah.",
        },
        {"id": 11, "title": "Run To You", "artist": "Lucy"},
    ],
    "scenes": [
        {"id": 15, "episode": 3, "at": "41:20", "text": "The hand on the sleeve."},
        {"id": 16, "episode": 11, "at": "55:55", "text": f"{SECRET} scene", "spoiler": "major"},
    ],
    "reviews": [
        {
            "id": 12,
            "headline": f"{SECRET} headline",
            "text": f"{SECRET} text",
            "verdict": f"{SECRET} verdict",
            "spoiler": "major",
            "on": "2020-12-30",
        },
        {
            "id": 17,
            "headline": "Running towards",
            "text": "I began.\n\nI stayed.",
            "verdict": "must-watch",
            "on": "2021-01-25",
            "episodes_seen": 12,
        },
    ],
    "added": "2020-12-16T21:10:00+09:00",
}


def run_on(**changed: Any) -> Drama:
    """A drama with something in every field; `changed` are fields of its document."""
    return read_drama(_RUN_ON | changed, "run-on")


def empty() -> Drama:
    return read_drama({"title": "Empty"}, "empty")


def saying(*texts: str) -> Drama:
    """A drama with one of the texts in every field that holds any."""
    said = cycle(texts)
    words = (text if text.strip() else "?" for text in cycle(texts))
    drama = run_on(title=next(words))
    drama.native_title, drama.country = next(said), next(said)
    for names in (drama.also_known_as, drama.networks, drama.genres, drama.tags, drama.links, drama.warnings):
        names[:] = [next(said), next(said)]
    assert drama.synopsis
    drama.synopsis.text, drama.synopsis.source = next(said), next(said)
    for item in drama.items():
        _fill(item, said, words)
    return drama


def _fill(item: object, said: Iterator[str], words: Iterator[str]) -> None:
    for field in getattr(item, "__struct_fields__", ()):
        if field == "lines":
            for line in getattr(item, field):
                _fill(line, said, words)
        elif field in ("tags", "editors"):
            setattr(item, field, [next(said), next(said)])
        elif field not in ("id", "uid", "merged", "episode", "rating", "spoiler", "on", "at", "role", "episodes_seen"):
            needed = (type(item), field) in _NEEDED or field in ("actor", "title")
            setattr(item, field, next(words if needed else said))


_NEEDED = {(Line, "text"), (Scene, "text")}


def rows(*dramas: Drama) -> list[Row]:
    return [row(drama) for drama in dramas]

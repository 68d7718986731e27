"""Journals of any size to measure with: every drama has 16 notes, 3 quotes, 4 cast entries and a review."""

import random
from collections.abc import Callable, Sequence
from itertools import accumulate
from pathlib import Path

from tests.checking import checked
from watchlog.journal.drama.encoding import to_bytes
from watchlog.journal.drama.records import Aired, CastMember, Drama, Line, Note, Quote, Rating, Review, Round, Synopsis

_WORDS = (
    "the umbrella held over nobody again she asks and he answers at last a long walk home rain on the track quiet "
    "kitchen letter never sent slow morning what the brother knew a door left open laughter winter bus seat by the "
    "window promise kept late apology without words old song translated line that stayed running towards"
).split()
_GENRES = ("Romance", "Life", "Drama", "Thriller", "Comedy", "Historical", "Mystery", "Family")
_ACTORS = tuple(f"{family} {given}" for family in ("Im", "Shin", "Choi", "Kang", "Bae", "Lee") for given in
                ("Si Wan", "Se Kyung", "Soo Young", "Tae Oh", "Doona", "Je Hoon"))  # fmt: skip


Writer = Callable[[random.Random, int], str]
"""Makes a text of so many words."""


def write_journal(folder: Path, dramas: int, text: Writer | None = None, notes: int = 16) -> None:
    """Write a journal of so many dramas, about 8 KB each where they have 16 notes, the same at every call."""
    chance = random.Random(20201216)
    (folder / "dramas").mkdir(parents=True)
    (folder / "watchlog.json").write_bytes(to_bytes({"format": 1}))
    for number in range(dramas):
        drama = _drama(number, chance, text or _text, notes)
        (folder / "dramas" / f"{drama.slug}.json").write_bytes(to_bytes(checked(drama)))


def _drama(number: int, chance: random.Random, text: Writer, notes: int) -> Drama:
    year = 2005 + number % 20
    drama = Drama(
        slug=f"drama-{number}",
        title=f"Drama {number}",
        native_title=f"드라마 {number}",
        country="South Korea",
        year=year,
        networks=["tvN"],
        genres=chance.sample(_GENRES, 3),
        tags=["Strong Female Lead", "Calm Male Lead"],
        episodes=16,
        runtime=70,
        aired=Aired(from_=f"{year}-01-05", to=f"{year}-02-26", days=["wednesday", "thursday"]),
        synopsis=Synopsis(text=text(chance, 60), source="AsianWiki"),
        status="completed",
        rounds=[Round(episodes={str(n): f"{year}-{n // 9 + 1:02d}-{n + 5:02d}" for n in range(1, 17)})],
        ratings=[Rating(on=f"{year}-03-01", overall=chance.randrange(2, 21) / 2)],
        added=f"{year}-01-01T20:00:00+00:00",
    )
    for place in range(notes):
        episode = place % 16 + 1
        note = Note(
            id=drama.new_id(), episode=episode, text=text(chance, 60), rating=8.5, on=f"{year}-02-{episode:02d}"
        )
        drama.notes.append(note)
    for _ in range(3):
        line = Line(speaker="Oh Mi Joo", text=text(chance, 12))
        drama.quotes.append(Quote(id=drama.new_id(), lines=[line], episode=2, at="14:05"))
    for actor in chance.sample(_ACTORS, 4):
        drama.cast.append(CastMember(id=drama.new_id(), actor=actor, character="Somebody", note=text(chance, 40)))
    paragraphs = "\n\n".join(text(chance, 80) for _ in range(3))
    drama.reviews.append(Review(id=drama.new_id(), headline=text(chance, 4), text=paragraphs, verdict="must-watch"))
    return drama


def _text(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(_WORDS, k=words)).capitalize() + "."


class Languages:
    """Makes texts in several languages, each of tens of thousands of words, few of which are common."""

    def __init__(self) -> None:
        chance = random.Random(20210125)
        latin = ("a", "e", "i", "o", "u", "ra", "ne", "st", "lo", "mi", "the", "ing", "ber", "con", "ty")
        hangul = [chr(0xAC00 + chance.randrange(11_172)) for _ in range(600)]
        kana = [chr(0x3042 + 2 * number) for number in range(40)]
        self._vocabularies = [
            (_vocabulary(chance, latin, 30_000), " "),
            (_vocabulary(chance, hangul, 30_000), " "),
            (_vocabulary(chance, kana, 10_000), ""),
        ]

    def text(self, chance: random.Random, words: int) -> str:
        """A text in one of them, of so many words."""
        (vocabulary, weights), between = chance.choices(self._vocabularies, (5, 4, 1))[0]
        return between.join(chance.choices(vocabulary, cum_weights=weights, k=words)) + "."

    def asked(self) -> dict[str, str]:
        """What can be looked for: the commonest word, a rare one, a syllable, and a phrase of what is common."""
        (english, _), _ = self._vocabularies[0]
        (korean, _), _ = self._vocabularies[1]
        return {
            "common": english[0],
            "rare": english[len(english) // 2],
            "syllable": korean[20][0],
            "phrase": f"{english[2]} {english[5]}",
        }


def _vocabulary(chance: random.Random, syllables: Sequence[str], size: int) -> tuple[list[str], list[float]]:
    """So many words, and how often all up to each are used: few make up most of a text, as in any language."""
    words = list(dict.fromkeys("".join(chance.choices(syllables, k=chance.randrange(1, 5))) for _ in range(size)))
    return words, list(accumulate(1 / (place + 3) for place in range(len(words))))

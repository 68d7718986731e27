"""Dramas of every kind, for properties: hypothesis strategies that make documents, and texts meant to do harm."""

import json
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from tests.making import Maker
from watchlog import sample
from watchlog.formats.markdown import write
from watchlog.journal.drama.reading import read_drama
from watchlog.journal.drama.records import ITEMS as RECORDS
from watchlog.journal.drama.records import KINDS, Document, Drama

_SAMPLES = sorted((Path(sample.__path__[0]) / "dramas").glob("*.json"))

EVERY_FIELD: Document = {
    "slug": "run-on",
    "uid": "runonaaa",
    "title": "Run On",
    "native_title": "런 온",
    "also_known_as": ["Reon On", "Run, On"],
    "type": "drama",
    "country": "South Korea",
    "year": 2020,
    "networks": ["JTBC", "Netflix"],
    "genres": ["Romance", "Sports"],
    "tags": ["Strong Female Lead"],
    "links": ["https://example.org/run_on?a=1,2"],
    "warnings": ["Cold parents, ep 5", "Drinking"],
    "episodes": 16,
    "runtime": 70,
    "aired": {
        "from": "2020-12-16",
        "to": "2021-02-04",
        "days": ["wednesday", "thursday"],
        "off": ["2020-12-31"],
        "extra": ["2021-01-08"],
    },
    "synopsis": {"text": "He runs.\n\nShe translates.", "source": "AsianWiki", "spoiler": "minor"},
    "status": "watching",
    "rounds": [
        {"uid": "roundaaa", "started": "2020-12-16", "episodes": {"1": "2020-12-16", "2": "2020-12-16", "3": None}},
        {"started": "2021-01", "finished": "2021", "episodes": {"1": None}},
    ],
    "ratings": [
        {"on": "2020-12-30", "overall": 8.0},
        {
            "overall": 9.5,
            "story": 9.0,
            "acting": 9.0,
            "music": 10.0,
            "rewatch": 7.5,
            "parts": {"chemistry": 8.5},
            "given": "4.5/5",
        },
    ],
    "notes": [
        {
            "id": 2,
            "episode": 3,
            "text": "The shirt.",
            "rating": 9.5,
            "spoiler": "minor",
            "on": "2020-12-24",
            "tags": ["laundry"],
        },
        {
            "id": 7,
            "uid": "noteaaaa",
            "merged": True,
            "episode": 12,
            "text": "It was him.",
            "spoiler": "major",
            "mood": "cross",
        },
    ],
    "quotes": [
        {
            "id": 3,
            "lines": [
                {"speaker": "Seo Dan Ah", "text": "I let that dream go so easily."},
                {"speaker": "Lee Young Hwa", "text": "Is that why?", "original": "그래서요?"},
                {"text": "A door.", "sound": True},
            ],
            "episode": 10,
            "at": "12:30",
            "note": "She means it.",
            "on": "2021-01-15",
            "tags": ["dreams, kept"],
        }
    ],
    "cast": [
        {"id": 1, "actor": "Im Si Wan", "character": "Ki Seon Gyeom", "role": "main", "note": "Calm."},
        {"id": 9, "actor": "Park Shi Hyun", "role": "writer"},
        {"id": 10, "actor": "Shin Se Kyung", "character": "Oh Mi Joo", "note": "Loud.", "spoiler": "minor"},
    ],
    "songs": [
        {
            "id": 4,
            "title": "Blue Bird",
            "artist": "Solar",
            "lyrics": "One\ntwo\n\nthree",
            "note": "Quiet.",
            "spoiler": "minor",
        },
    ],
    "scenes": [{"id": 5, "text": "The lighter.", "episode": 1, "at": "09:40", "spoiler": "minor", "tags": ["night"]}],
    "reviews": [
        {
            "id": 6,
            "headline": "They listen",
            "text": "## For\n\nThe *talk*.",
            "verdict": "must-watch",
            "on": "2021-01-25",
            "episodes_seen": 12,
            "by": "Mina",
            "editors": ["Jun", "Ha Na"],
            "opening": "Hello again.\n\nA warning first.",
            "closing": "Until Thursday!",
        }
    ],
    "added": "2020-12-14T20:11:09+00:00",
    "imported": [{"source": "letterboxd", "key": "run-on", "texts": ["0a1b2c"], "score": 9.5, "status": "watching"}],
    "next_id": 30,
    "seen_with": "Mina",
}


def run_on() -> Drama:
    """A drama with something in every field."""
    return read_drama(json.loads(json.dumps(EVERY_FIELD)), "run-on")


def samples() -> list[Drama]:
    """The dramas of the built-in journal."""
    return [read_drama(json.loads(path.read_text("utf-8")), path.stem) for path in _SAMPLES]


OWN_LINES = sorted({line for major in ("shown", "covered") for line in write(run_on(), major=major).split("\n")})
"""What our own pages are made of: the most dangerous thing a text can hold."""

ODD_LINES = [
    *("", " ", "  ", "\t", "\\", "\\\\", "\\ ", "\\#", "#", "##", "###", "####", "# a", "##  quotes ", "#hashtag"),
    *("## Review", "## review : b", "## Reviews", "## Reviewed", "## Soundtrack", "## Watched", "### Scene"),
    *(">", "> a", ">>", ">a ", "> **A:** b", "> *a*", "---", "***", "* * *", "**", "*", "*a*", "**a**", "*a b", "- a"),
    *("**A:** b", "**A:**", "**:** a", "**A::** *b*", "\\**A:** b", "**Verdict:** c", "**Verdict:**", "(Source: d)"),
    *(
        "<!--",
        "-->",
        "<!-- 7 -->",
        "<!-- 7 abcdefgh -->",
        "<!-- round abcdefgh -->",
        "<!-- {} -->",
        '<!-- {"id": 9} -->',
        "<!-- watchlog {} -->",
        "<b>",
        "&amp;",
        "&#32;",
    ),
    *("*major spoiler, covered (note, episode 3)*", "*9/10* <!-- 2 -->", "*by* <!-- 3 -->", "```", "````", "~~~ md"),
    *("a as b", " as ", "as", "a as", "by · by", " · ", "·", '""', '\\""', ",", "a, b", "\\,", ":", "http://a,b", "$^"),
    *(
        "a\u2028b",
        "a\u2029b",
        "\u0085a",
        "a\u000bb",
        "\u00a0",
        "\u3000a\u3000",
        "\ufeff",
        "👩‍❤️‍👨",
        "مرحبا",
        "\u202eabc",
        "런 온",
    ),
    *(
        "title: x",
        "1. a",
        "[a]: b",
        "| a | b |",
        "    code",
        "\ta",
        "episode 3",
        "2020-12-24",
        "minor spoiler",
        "unrated",
    ),
]
_WORDS = st.text(
    st.sampled_from("\\#>*_-:.,·\"'`<>[]() \t{}!&;aA9\u2028é") | st.characters(exclude_categories=["Cs"]), max_size=9
)


_KINDS, _ODDS = st.integers(0, 3), st.integers(0, 15)
_ODD_LINES, _OWN_LINES = st.sampled_from(ODD_LINES), st.sampled_from(OWN_LINES)


@st.composite
def lines(draw: st.DrawFn) -> str:
    """A line without a line break, often one of ours, or nearly."""
    kind = draw(_KINDS)
    line = draw(_WORDS).replace("\n", "") if kind == 0 else draw(_ODD_LINES if kind < 3 else _OWN_LINES)
    odd = draw(_ODDS)
    return ["\\", "\\\\", " ", "\t"][odd] + line if odd < 4 else line + ["  ", " ", "\\"][odd - 4] if odd < 7 else line


_LINES = lines()
_COUNTS = st.sampled_from([1, 1, 1, 2, 2, 3, 5])


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Any free text, most of them of a line or two."""
    return "\n".join(draw(_LINES) for _ in range(draw(_COUNTS)))


TEXTS = texts()

_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS,
    lambda parts: st.lists(parts, max_size=2) | st.dictionaries(TEXTS, parts, max_size=2),
    max_leaves=3,
)
_SOME_UNKNOWN = st.dictionaries(TEXTS.map("x{}".format), _JSON, min_size=1, max_size=2)
_MAKER = Maker(TEXTS, st.integers(0, 7).flatmap(lambda chance: st.just({}) if chance else _SOME_UNKNOWN))

FACTS = _MAKER.facts()
"""Every field of a drama that is no list of items."""
ITEMS = {field: _MAKER.item(shape) for field, shape in zip(KINDS.values(), RECORDS.values(), strict=True)}
"""The items of each list."""


def dramas() -> st.SearchStrategy[Drama]:
    """Any drama that a journal can hold."""
    return _MAKER.dramas().map(_drama)


def drama_with(given: Document) -> Drama:
    """A drama with this, and no more. Its items are numbered."""
    document: dict[str, Any] = {"title": "Run On"} | given
    items = [item for field in ITEMS for item in document.get(field, [])]
    for number, item in enumerate(items, 1):
        item["id"] = number
    return _drama(document)


def _drama(document: Document) -> Drama:
    return read_drama(document, str(document.get("slug", "")))

"""Dramas of every kind, for properties: hypothesis strategies that make documents, and texts meant to do harm."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from watchlog import sample
from watchlog.formats.markdown import write
from watchlog.journal.drama.reading import read_drama
from watchlog.journal.drama.records import Document, Drama

Documents = st.SearchStrategy[dict[str, Any]]

_SAMPLES = sorted((Path(sample.__path__[0]) / "dramas").glob("*.json"))

EVERY_FIELD: Document = {
    "slug": "run-on",
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
    "episodes": 16,
    "runtime": 70,
    "aired": {"from": "2020-12-16", "to": "2021-02-04", "days": ["wednesday", "thursday"]},
    "synopsis": {"text": "He runs.\n\nShe translates.", "source": "AsianWiki"},
    "status": "watching",
    "rounds": [
        {"started": "2020-12-16", "episodes": {"1": "2020-12-16", "2": "2020-12-16", "3": None}},
        {"started": "2021-01", "finished": "2021", "episodes": {"1": None}},
    ],
    "ratings": [{"on": "2020-12-30", "overall": 8.0}, {"overall": 9.5, "story": 9.0, "acting": 9.0, "music": 10.0}],
    "notes": [
        {"id": 2, "episode": 3, "text": "The shirt.", "rating": 9.5, "spoiler": "minor", "on": "2020-12-24"},
        {"id": 7, "episode": 12, "text": "It was him.", "spoiler": "major", "mood": "cross"},
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
        }
    ],
    "cast": [{"id": 1, "actor": "Im Si Wan", "character": "Ki Seon Gyeom", "role": "main", "note": "Calm."}],
    "songs": [
        {"id": 4, "title": "Blue Bird", "artist": "Solar", "lyrics": "One\ntwo\n\nthree", "note": "Quiet."},
    ],
    "scenes": [{"id": 5, "text": "The lighter.", "episode": 1, "at": "09:40", "spoiler": "minor"}],
    "reviews": [
        {
            "id": 6,
            "headline": "They listen",
            "text": "## For\n\nThe *talk*.",
            "verdict": "must-watch",
            "on": "2021-01-25",
            "episodes_seen": 12,
        }
    ],
    "added": "2020-12-14T20:11:09+00:00",
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


@st.composite
def lines(draw: st.DrawFn) -> str:
    """A line without a line break, often one of ours, or nearly."""
    kind = draw(st.integers(0, 3))
    line = draw(_WORDS).replace("\n", "") if kind == 0 else draw(st.sampled_from(ODD_LINES if kind < 3 else OWN_LINES))
    odd = draw(st.integers(0, 15))
    return ["\\", "\\\\", " ", "\t"][odd] + line if odd < 4 else line + ["  ", " ", "\\"][odd - 4] if odd < 7 else line


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Any free text, most of them of a line or two."""
    return "\n".join(draw(lines()) for _ in range(draw(st.sampled_from([1, 1, 1, 2, 2, 3, 5]))))


TEXTS = texts()
PROPER_TEXTS = TEXTS.map(lambda text: text if any(not char.isspace() for char in text) else f"{text}!")
"""Texts in which there are words, as a title or a scene must have."""

_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS,
    lambda parts: st.lists(parts, max_size=2) | st.dictionaries(TEXTS, parts, max_size=2),
    max_leaves=3,
)
# Names of a drama's own methods are left to the tests of the records.
_UNKNOWN = st.dictionaries(TEXTS.map("x{}".format), _JSON, min_size=1, max_size=2)
_DATES = st.sampled_from(["2019", "2020", "2020-12", "2020-12-24", "2020-02-29", "2021-01-01"])
_SCORES = st.integers(2, 20).map(lambda points: points / 2)
_EPISODES = st.integers(1, 20) | st.integers(1, 100_000)
_MOMENTS = st.sampled_from(["00:00", "12:30", "123:45", "1:02:03"])
_SPOILERS = st.sampled_from(["none", "minor", "major"])


@st.composite
def _record(draw: st.DrawFn, /, required: dict[str, st.SearchStrategy[Any]], **optional: st.SearchStrategy[Any]) -> Any:
    document = {field: draw(strategy) for field, strategy in required.items()}
    for field, strategy in optional.items():
        if draw(st.booleans()):
            document[field.removesuffix("_")] = draw(strategy)
    return document | draw(_UNKNOWN) if draw(st.integers(0, 7)) == 0 else document


_LINE = _record({"text": PROPER_TEXTS}, speaker=TEXTS, original=TEXTS)
ITEMS = {
    "notes": _record({"episode": _EPISODES}, text=TEXTS, rating=_SCORES, spoiler=_SPOILERS, on=_DATES),
    "quotes": _record(
        {"lines": st.lists(_LINE, min_size=1, max_size=4)},
        episode=_EPISODES,
        at=_MOMENTS,
        note=TEXTS,
        spoiler=_SPOILERS,
        on=_DATES,
    ),
    "cast": _record(
        {"actor": PROPER_TEXTS}, character=TEXTS, role=st.sampled_from(["main", "support", "guest"]), note=TEXTS
    ),
    "songs": _record({"title": PROPER_TEXTS}, artist=TEXTS, lyrics=TEXTS, note=TEXTS),
    "scenes": _record({"text": PROPER_TEXTS}, episode=_EPISODES, at=_MOMENTS, spoiler=_SPOILERS),
    "reviews": _record(
        {}, headline=TEXTS, text=TEXTS, verdict=TEXTS, spoiler=_SPOILERS, on=_DATES, episodes_seen=st.integers(0, 2**62)
    ),
}
_RATING = _record({}, on=_DATES, overall=_SCORES, story=_SCORES, acting=_SCORES, music=_SCORES, rewatch=_SCORES)
_SEEN = st.dictionaries(st.integers(1, 12).map(str) | _EPISODES.map(str), st.none() | _DATES, max_size=8)
_DAYS = st.sampled_from(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
FACTS: dict[str, st.SearchStrategy[Any]] = {
    "slug": st.just("run-on"),
    "native_title": TEXTS,
    "also_known_as": st.lists(TEXTS, max_size=3),
    "type": st.sampled_from(["drama", "movie", "tv-show", "special"]),
    "country": TEXTS,
    "year": st.integers(1870, 2999),
    "networks": st.lists(TEXTS, max_size=3),
    "genres": st.lists(TEXTS, max_size=3),
    "tags": st.lists(TEXTS, max_size=3),
    "links": st.lists(TEXTS | lines().map("https:{}".format), max_size=3),
    "episodes": st.just(100_000),
    "runtime": st.integers(1, 100_000),
    "aired": _record({}, from_=st.just("2019"), to=_DATES, days=st.lists(_DAYS, max_size=4)),
    "synopsis": _record({}, text=TEXTS, source=TEXTS),
    "status": st.sampled_from(["watching", "completed", "plan-to-watch", "on-hold", "dropped", "not-interested"]),
    "rounds": st.lists(
        _record({}, started=st.just("2019"), finished=_DATES, episodes=_SEEN), max_size=3
    ),
    "ratings": st.lists(_RATING, max_size=3),
    "added": TEXTS,
    "next_id": st.integers(1, 2**63),
}  # fmt: skip


@st.composite
def dramas(draw: st.DrawFn) -> Drama:
    """Any drama that a journal can hold."""
    lists = {field: st.lists(strategy, max_size=2) for field, strategy in ITEMS.items()}
    document = draw(_record({"title": PROPER_TEXTS}, **FACTS, **lists))
    return _drama(document, draw(st.permutations(range(1, 13))))


def drama_with(given: Document) -> Drama:
    """A drama with this, and no more. Its items are numbered."""
    return _drama({"title": "Run On"} | given, range(1, 99))


def _drama(document: dict[str, Any], ids: Sequence[int]) -> Drama:
    items = [item for field in ITEMS for item in document.get(field, [])]
    for item, id_ in zip(items, ids, strict=False):
        item["id"] = id_
    return read_drama(document, document.get("slug", ""))

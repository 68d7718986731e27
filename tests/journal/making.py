"""Dramas by chance: any document that a journal may hold, with fields it does not know at every level."""

import re

from hypothesis import strategies as st

from watchlog.journal.drama.records import KINDS, Document, Json
from watchlog.journal.drama.values import DATE_PATTERN

_words = st.text(max_size=30).filter(lambda text: re.search(r"\S", text) is not None)
_optional_words = st.none() | _words
_names = st.text(max_size=12) | st.sampled_from(["unknown", "items", "new_id", "__class__", "from_", "seen", "text_"])
_numbers = st.integers(-(2**70), 2**70) | st.floats(allow_nan=False, allow_infinity=False)

jsons: st.SearchStrategy[Json] = st.recursive(
    st.none() | st.booleans() | _numbers | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_names, inner, max_size=3),
    max_leaves=6,
)

dates = st.dates().map(lambda day: day.isoformat()) | st.sampled_from(["2021-01", "2021", "2020-02-29"])
scores = st.integers(2, 20).map(lambda halves: halves / 2)
_spoilers = st.sampled_from(["none", "minor", "major"])
_moments = st.builds("{:02}:{:02}".format, st.integers(0, 999), st.integers(0, 59)) | st.just("1:02:03")
_counts = st.integers(1, 16)
_days = st.sampled_from(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])

assert re.match(DATE_PATTERN, "2020-02-29")


def _record(**fields: st.SearchStrategy[Json]) -> st.SearchStrategy[Document]:
    """A record with the fields marked `must_`, any of the others, and some that nobody knows."""
    must = {name.removeprefix("must_"): made for name, made in fields.items() if name.startswith("must_")}
    may = {name: made for name, made in fields.items() if not name.startswith("must_")}
    known = {*must, *may, "id"}
    unknown = st.dictionaries(_names.filter(lambda name: name not in known and name not in KNOWN), jsons, max_size=2)
    return st.builds(lambda one, other: one | other, st.fixed_dictionaries(must, optional=may), unknown)


KNOWN = {"from", "to", "days", "slug", "next_id"}

_lines: st.SearchStrategy[Document] = _record(must_text=_words, speaker=_optional_words, original=_optional_words)
_items: dict[str, st.SearchStrategy[Document]] = {
    "note": _record(must_episode=_counts, text=st.text(max_size=30), rating=scores, spoiler=_spoilers, on=dates),
    "quote": _record(
        must_lines=st.lists(_lines, min_size=1, max_size=2),
        episode=_counts,
        at=_moments,
        note=_words,
        spoiler=_spoilers,
    ),
    "cast": _record(
        must_actor=_words, character=_words, role=st.sampled_from(["main", "support", "guest"]), note=_words
    ),
    "song": _record(must_title=_words, artist=_words, lyrics=_words, note=_words),
    "scene": _record(must_text=_words, episode=_counts, at=_moments, spoiler=_spoilers),
    "review": _record(headline=_words, text=st.text(max_size=30), verdict=_words, on=dates, episodes_seen=_counts),
}
_days_seen: st.SearchStrategy[Json] = st.none() | dates
_seen: st.SearchStrategy[Json] = st.dictionaries(_counts.map(str), _days_seen, max_size=3)
_rounds = _record(episodes=_seen)
_ratings = _record(on=dates, overall=scores, story=scores, acting=scores, music=scores, rewatch=scores)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """The document of a drama whose slug is run-on."""
    document = draw(
        _record(
            must_title=_words,
            native_title=_words,
            also_known_as=st.lists(st.text(max_size=9), max_size=2),
            type=st.sampled_from(["drama", "movie", "tv-show", "special"]),
            country=_words,
            year=st.integers(1870, 2999),
            genres=st.lists(_words, max_size=2),
            episodes=st.just(16),
            runtime=_counts,
            aired=_record(days=st.lists(_days, max_size=2)),
            synopsis=_record(text=st.text(max_size=30), source=_words),
            status=st.sampled_from(["watching", "completed", "plan-to-watch", "on-hold", "dropped", "not-interested"]),
            rounds=st.lists(_rounds, max_size=2),
            ratings=st.lists(_ratings, max_size=2),
            added=_words,
        )
    )
    for name in KINDS.values():
        document.pop(name, None)
    ids = iter(draw(st.lists(st.integers(1, 10**9), min_size=12, max_size=12, unique=True)))
    for kind, name in KINDS.items():
        items: list[Json] = [{"id": next(ids)} | item for item in draw(st.lists(_items[kind], max_size=2))]
        if items:
            document[name] = items
    return document

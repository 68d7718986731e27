"""The JSON Schema of a drama's document, made from the records that check it."""

from typing import Any

from msgspec.json import schema_components

from watchlog.journal.drama.records import Drama
from watchlog.journal.drama.values import DATE_PATTERN, DATE_SHAPE, FULL_DATE_SHAPE

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_NAME = "urn:watchlog:drama:1"
_MEANING = (
    "A file in the folder dramas of a watchlog journal, named by its slug; also what `watchlog show --json` prints. "
    "Fields that are not named here are kept as they stand. What a schema cannot say holds besides: an id is given "
    "once in a drama, no episode is beyond the count of episodes, nothing ends before it begins."
)
_MEANINGS = {
    "Drama": {
        "slug": "Its name on the command line, and of its file.",
        "uid": "Who it is, whatever it is called: two machines know it by this.",
        "also_known_as": "Other titles.",
        "links": "Pages about it.",
        "episodes": "How many there are; a film has one.",
        "runtime": "Minutes of an episode.",
        "rounds": "Each time through; a rewatch is a new one. Progress is in the last.",
        "ratings": "The last one counts; the earlier ones say how the opinion moved.",
        "reviews": "The last one counts.",
        "added": "When it came into the journal.",
        "imported": "What was taken in from other trackers, so that it is not taken in again.",
        "next_id": "The id that the next item will have, above every id that was ever given: none is given twice, even "
        "when its item is gone. One that is too small is read as the first above those that are there.",
    },
    "Round": {"episodes": "The episodes seen, by number, each with its date, or null where nobody knows it."},
    "Rating": {"on": "The day it was given.", "overall": "The reviewer's own, not computed. Null is unrated."},
    "Note": {"spoiler": "A major one is covered when it is shown."},
    "Line": {"original": "The line in its own language."},
    "Quote": {"lines": "Of a dialogue there are several.", "at": "The moment in the episode, MM:SS or H:MM:SS."},
    "Review": {"text": "Markdown.", "episodes_seen": "How far one had watched when writing it."},
}
# What Python and ECMAScript take for a blank differs in these few, and the journal goes by Python; of a date, the
# program asks in two steps what the schema says in one.
_SAME_PATTERN = {
    DATE_SHAPE: DATE_PATTERN,
    FULL_DATE_SHAPE: f"(?={FULL_DATE_SHAPE}){DATE_PATTERN}",
    "\\S": "[^\\s\\u001c-\\u001f\\u0085]|\\ufeff",
}


def drama_schema() -> dict[str, Any]:
    """The schema, in JSON Schema 2020-12."""
    (root,), definitions = schema_components([Drama])
    del definitions["Drama"]["properties"]["slug"]["default"]
    for record, meanings in _MEANINGS.items():
        for field, meaning in meanings.items():
            definitions[record]["properties"][field]["description"] = meaning
    about = {"$schema": _DIALECT, "$id": _NAME, "title": "A drama in a watchlog journal", "description": _MEANING}
    return about | root | {"$defs": _portable(definitions)}


def _portable(part: Any) -> Any:
    """The same with patterns that mean the same to every reader of schemas."""
    if isinstance(part, dict):
        return {
            key: _SAME_PATTERN.get(one, one) if key == "pattern" and isinstance(one, str) else _portable(one)
            for key, one in part.items()
        }
    return [_portable(one) for one in part] if isinstance(part, list) else part

"""The one table of terms: what can be asked, how its values are read and compared, and what TAB, help and README show.

A new term is a row here, and an answer in `facts.py`.
"""

from typing import Literal, NamedTuple, get_args

from watchlog.journal.drama.records import KINDS
from watchlog.journal.drama.values import Spoiler, Status, Type
from watchlog.journal.recall.ordering import SORTS

Kind = Literal["title", "whole", "person", "part", "link", "choice", "state", "year", "number", "score", "day", "sort"]
"""How values are read and compared: see `values.py` and `evaluation.py`."""

ORDERED = ("year", "number", "score", "day")
"""What has an order, so that ranges and `<` `>` can be asked."""


class Field(NamedTuple):
    """A term as a person meets it."""

    name: str
    kind: Kind
    help: str
    examples: tuple[str, ...]
    """Values to show in help and messages, and with TAB where nothing can be looked up."""
    choices: tuple[str, ...] = ()
    lookup: str = ""
    """What TAB looks up in the journal for its values."""
    of_items: bool = False
    """Whether it asks about a note, a quote and the like, and not about a drama."""

    @property
    def example(self) -> str:
        """The term with a value, as one types it in a shell."""
        return f"{self.name}:{self.examples[0]}"


HAS = {
    "rating": "rating",
    "review": "reviews",
    "note": "notes",
    "quote": "quotes",
    "scene": "scenes",
    "song": "songs",
    "cast": "cast",
    "synopsis": "synopses",
    "warning": "warnings",
    "spoiler": "spoilers",
    "link": "links",
}
"""What a drama can have, each with the number that tells."""

IS = {
    "airing": "on_air",
    "unrated": "unrated",
    "behind": "behind",
    "rewatch": "rewatched",
    "merged": "merged",
}
"""What a drama can be, each with the number that tells."""

STATES = HAS | IS
_IN = (*KINDS.values(), "synopsis")

_SCORES = ("8..", "9..", "..5")

FIELDS = {
    field.name: field
    for field in (
        Field("title", "title", "Words of any of its titles.", ("run",)),
        Field("genre", "whole", "A genre.", ("romance",), lookup="genres"),
        Field("tag", "whole", "A tag.", ("comfort",), lookup="tags"),
        Field("country", "whole", "Where it is from.", ("Japan",), lookup="country"),
        Field("network", "whole", "Who airs it.", ("tvN",), lookup="networks"),
        Field("type", "choice", "What it is.", ("movie",), choices=get_args(Type)),
        Field("status", "choice", "Where you stand with it.", ("watching",), choices=get_args(Status)),
        Field("actor", "person", "In its cast, in any spelling.", ('"Im Si Wan"',), lookup="actors"),
        Field("crew", "person", "Who wrote, directed, created or scored it.", ('"Park Si Hyun"',), lookup="crew"),
        Field("link", "link", "A page about it, or a part of its address.", ("mydramalist.com",)),
        Field("year", "year", "The year it came out.", ("2019..2021", "2021")),
        Field("episodes", "number", "How many episodes it has.", ("..12", "16")),
        Field("runtime", "number", "The minutes of an episode.", ("..40",)),
        Field("seen", "number", "How many episodes you have seen this time.", ("1..", "0")),
        Field("rating", "score", "Your rating.", _SCORES),
        Field("story", "score", "Your score for the story.", _SCORES),
        Field("acting", "score", "Your score for the acting.", _SCORES),
        Field("music", "score", "Your score for the music.", _SCORES),
        Field("rewatch", "score", "Your score for watching it again.", _SCORES),
        Field("added", "day", "When you added it.", ("2021", "yesterday")),
        Field("watched", "day", "A day you watched it, in any round.", ("2021-01..", "yesterday")),
        Field("rated", "day", "A day you rated it.", ("2021-03", "yesterday")),
        Field("reviewed", "day", "A day you reviewed it.", ("2021", "yesterday")),
        Field("notes", "number", "How many notes it has.", ("6..", "0")),
        Field("quotes", "number", "How many quotes.", ("1..", "0")),
        Field("scenes", "number", "How many scenes.", ("1..", "0")),
        Field("songs", "number", "How many songs.", ("1..", "0")),
        Field("cast", "number", "How many in its cast.", ("1..", "0")),
        Field("reviews", "number", "How many reviews.", ("2..", "0")),
        Field("rounds", "number", "How many times through.", ("2..", "0")),
        Field("has", "state", "What it has.", ("review",), choices=tuple(HAS)),
        Field("is", "state", "What it is.", ("airing",), choices=tuple(IS)),
        Field("drama", "whole", "Of this drama, by slug or title.", ("run-on",), lookup="dramas"),
        Field("by", "part", "Who says, sings or wrote it.", ('"Oh Mi Joo"',), lookup="speakers", of_items=True),
        Field("episode", "number", "Of which episode.", ("3", "1..4"), of_items=True),
        Field("in", "choice", "What kind it is.", ("quotes",), choices=_IN, of_items=True),
        Field("on", "day", "The day you wrote it.", ("2021-01..", "yesterday"), of_items=True),
        Field("spoiler", "choice", "How much it gives away.", ("none",), choices=get_args(Spoiler), of_items=True),
        Field("sort", "sort", "The order; with a hyphen, the other way round.", ("rating",), choices=SORTS),
    )
}
"""The terms, in the order in which help shows them."""

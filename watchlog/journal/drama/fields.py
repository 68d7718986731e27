"""The one table of fields that a person fills in: how each is called and read, and where it stands in a record.

From it are made the options of `add`, `set`, the capturing commands and `edit`, the lines of facts in Markdown, the
columns of CSV and of `list`, the facts on a page, and what TAB offers. A new field is a row here, and a field of its
record.
"""

from typing import Literal, get_args

from msgspec import Struct

from watchlog.journal.drama.values import PARTS, Day, Role, Spoiler, Status, Type

Reads = Literal[
    "name", "text", "names", "titles", "links", "weekdays", "choice", "year", "count", "date", "day", "score", "moment",
    "episode", "days", "parts",
]  # fmt: skip
"""How words become the value of a field: see `cli/reading/values.py`."""

LISTS = ("names", "titles", "links", "weekdays", "days")
"""What is read as a list: an option that may be repeated, and that adds to what is there."""


class Field(Struct, frozen=True, kw_only=True):
    """A field as a person meets it."""

    name: str
    """What it is called here, and the key of its value in what was told."""
    option: str
    """Its option, without the hyphens."""
    metavar: str
    help: str
    reads: Reads
    path: tuple[str, ...] = ()
    """Where it stands in its record; under its own name if nothing is said."""
    choices: tuple[str, ...] = ()
    noun: str = ""
    """What `--no-…` forgets; empty for what cannot be forgotten."""
    label: str = ""
    """What it is called in Markdown and on a page, if not by its name."""
    repeats: bool = False
    """Whether a list may hold a value more than once."""
    in_head: bool = False
    """Whether the head of a page has it: the others stand among the facts below."""
    place: bool = False
    """Whether the command that makes the record takes it as an argument: it is an option of `edit` alone."""

    @property
    def many(self) -> bool:
        return self.reads in LISTS

    @property
    def repeated(self) -> bool:
        """Whether its option may be repeated."""
        return self.many or self.reads == "parts"

    @property
    def stands(self) -> tuple[str, ...]:
        return self.path or (self.name,)

    @property
    def called(self) -> str:
        """Its label: `Also known as`."""
        return self.label or label(self.name)


def label(name: str) -> str:
    """A field's name as it is read: `Also known as`."""
    return name.replace("_", " ").strip().capitalize()


FACTS = (
    Field(name="native_title", option="native", metavar="TITLE", reads="name", in_head=True, noun="native title",
          help="The title in its own language."),
    Field(name="also_known_as", option="aka", metavar="TITLE", reads="titles", noun="other titles",
          help="Another title it is known by; repeat it."),
    Field(name="type", option="type", metavar="TYPE", reads="choice", in_head=True, choices=get_args(Type),
          help="drama, movie, tv-show or special."),
    Field(name="country", option="country", metavar="NAME", reads="name", in_head=True, noun="country",
          help="Where it is from."),
    Field(name="year", option="year", metavar="YEAR", reads="year", in_head=True, noun="year",
          help="The year it came out."),
    Field(name="networks", option="network", metavar="NAME", reads="names", in_head=True, noun="networks",
          help="Who airs it."),
    Field(name="genres", option="genre", metavar="NAME", reads="names", in_head=True, noun="genres",
          help="A genre; repeat it, or separate by commas."),
    Field(name="tags", option="tag", metavar="NAME", reads="names", noun="tags",
          help="A tag; repeat it, or separate by commas."),
    Field(name="episodes", option="episodes", metavar="N", reads="count", in_head=True, noun="count of episodes",
          help="How many episodes it has."),
    Field(name="runtime", option="runtime", metavar="MINUTES", reads="count", noun="length of an episode",
          help="How long an episode is."),
    Field(name="aired_from", option="aired-from", metavar="DATE", reads="date", in_head=True,
          noun="day of the first episode",
          path=("aired", "from_"), help="The day of the first episode."),
    Field(name="aired_to", option="aired-to", metavar="DATE", reads="date", in_head=True,
          noun="day of the last episode",
          path=("aired", "to"), help="The day of the last episode."),
    Field(name="days", option="airing-day", metavar="DAY", reads="weekdays", in_head=True, noun="weekdays it airs on",
          path=("aired", "days"), choices=get_args(Day), help="A weekday it airs on; repeat it."),
    Field(name="off", option="off-air", metavar="DATE", reads="days", noun="days off air", label="Off air",
          path=("aired", "off"), help="An airing day on which nothing aired."),
    Field(name="extra", option="extra-episode", metavar="DATE", reads="days", noun="extra episodes",
          label="Extra episodes", repeats=True, path=("aired", "extra"), help="A day with one episode more."),
    Field(name="synopsis", option="synopsis", metavar="TEXT", reads="text", in_head=True,
          noun="synopsis and its source",
          path=("synopsis", "text"), help="What it is about; - reads standard input."),
    Field(name="synopsis_source", option="synopsis-source", metavar="NAME", reads="name", in_head=True,
          noun="source of the synopsis", path=("synopsis", "source"), help="Where the synopsis is from."),
    Field(name="synopsis_spoiler", option="synopsis-spoiler", metavar="LEVEL", reads="choice", in_head=True,
          path=("synopsis", "spoiler"), choices=get_args(Spoiler),
          help="none, minor or major: a major one is covered."),
    Field(name="status", option="status", metavar="STATUS", reads="choice", in_head=True, choices=get_args(Status),
          help="Where you stand with it."),
    Field(name="warnings", option="warning", metavar="TEXT", reads="titles", in_head=True, noun="content warnings",
          help="A content warning in your own words; repeat it."),
    Field(name="links", option="link", metavar="URL", reads="links", noun="links", help="A page about it."),
)  # fmt: skip
"""The facts of a drama: what it is, as against what one thinks of it."""

WORD_LISTS = tuple(field.name for field in FACTS if field.many and not field.path)
"""The lists of a drama that hold words: its genres, its links."""
AIRED_LISTS = tuple(field.name for field in FACTS if field.many and field.path[:1] == ("aired",))
"""The lists of its run: the days it airs on, those off."""

TITLE = Field(name="title", option="title", metavar="TITLE", reads="name", help="Its title; the slug stays.")
"""What every drama has: an argument of `add`, an option of `set`."""

_EPISODE = Field(name="episode", option="episode", metavar="N", reads="episode", help="The episode's number.")
_AT = Field(name="at", option="at", metavar="MM:SS", reads="moment", help="The moment in the episode.")
ON = Field(name="on", option="on", metavar="DATE", reads="day", help="The day: 2021-01-25, Jan 25, yesterday, unknown.")
_SPOILER = Field(name="spoiler", option="spoiler", metavar="LEVEL", reads="choice", choices=get_args(Spoiler),
                 help="none, minor or major: major ones are covered.")  # fmt: skip
_TAGS = Field(name="tags", option="tag", metavar="NAME", reads="names", help="A tag; repeat it, or separate by commas.")
_OWN_WORDS = Field(name="note", option="note", metavar="TEXT", reads="text", help="Your own words on it.")

ITEM_FIELDS = {
    "note": (
        Field(name="rating", option="rating", metavar="SCORE", reads="score", help="The episode's, 1 to 10."),
        _SPOILER,
        ON,
        _TAGS,
    ),
    "quote": (_EPISODE, _AT, _OWN_WORDS, _SPOILER, ON, _TAGS),
    "cast": (
        Field(name="character", option="as", metavar="CHARACTER", reads="name", help="Who they play."),
        Field(name="role", option="role", metavar="ROLE", reads="choice", choices=get_args(Role),
              help="main, support or guest; or writer, director, creator, composer."),
        Field(name="note", option="note", metavar="TEXT", reads="text", help="Your words; - reads standard input."),
        _SPOILER,
    ),
    "song": (
        Field(name="artist", option="by", metavar="ARTIST", reads="name", help="Who sings it."),
        Field(name="lyrics", option="lyrics", metavar="TEXT", reads="text", help="- reads standard input."),
        _OWN_WORDS,
        _SPOILER,
    ),
    "scene": (_EPISODE, _AT, _SPOILER, _TAGS),
    "review": (
        Field(name="headline", option="headline", metavar="TEXT", reads="name", help="A title for it."),
        Field(name="verdict", option="verdict", metavar="TEXT", reads="name", help="In a word: must-watch."),
        _SPOILER,
        ON,
        Field(name="by", option="by", metavar="NAME", reads="name", help="Who wrote it."),
        Field(name="editors", option="editor", metavar="NAME", reads="names", help="Who edited it; repeat it."),
        Field(name="opening", option="opening", metavar="TEXT", reads="text", help="The greeting before it."),
        Field(name="closing", option="closing", metavar="TEXT", reads="text", help="The farewell after it."),
    ),
}  # fmt: skip
"""The fields of each kind of item that its command takes as options, beside what it is about."""

_WORDS = Field(name="text", option="text", metavar="TEXT", reads="text", place=True,
               help="The words; - reads standard input.")  # fmt: skip

ITEM_PLACES = {
    "note": (Field(name="episode", option="episode", metavar="N", reads="episode", place=True,
                   help="The episode's number; whole for all of a drama."), _WORDS),
    "quote": (
        _WORDS,
        Field(name="speaker", option="by", metavar="SPEAKER", reads="name", place=True, help="Who says or sings it."),
        Field(name="original", option="original", metavar="TEXT", reads="text", place=True,
              help="In its own language."),
    ),
    "cast": (Field(name="actor", option="actor", metavar="ACTOR", reads="name", place=True, help="The actor's name."),),
    "song": (Field(name="title", option="title", metavar="TITLE", reads="name", place=True, help="The song's title."),),
    "scene": (_WORDS,),
    "review": (_WORDS,),
}  # fmt: skip
"""What each kind of item is about: its command takes it at a place of its own, `edit` as an option."""

RATING_FIELDS = (
    *(Field(name=part, option=part, metavar="SCORE", reads="score", help="1 to 10 in half points.") for part in PARTS),
    Field(name="parts", option="part", metavar="NAME=SCORE", reads="parts", help="A part of your own: chemistry=9."),
    ON,
)
"""What a rating holds beside the overall score, which is what it is about."""

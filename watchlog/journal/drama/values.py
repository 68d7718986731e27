"""What one field of a record may hold: the words to choose from, and the shape of dates, scores and numbers."""

from typing import Annotated, Literal

from msgspec import Meta

Type = Literal["drama", "movie", "tv-show", "special"]
TYPE_NAMES: dict[Type, str] = {"drama": "drama", "movie": "movie", "tv-show": "TV show", "special": "special"}
Status = Literal["watching", "completed", "plan-to-watch", "on-hold", "dropped", "not-interested"]
Spoiler = Literal["none", "minor", "major"]
Role = Literal["main", "support", "guest", "writer", "director", "creator", "composer"]
CREW: tuple[Role, ...] = ("writer", "director", "creator", "composer")
"""The roles of those who make a drama, and are not among its cast."""
Day = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

Scored = tuple[str, float | None]
"""The title of a drama and my current rating of it."""
PARTS = ("story", "acting", "music", "rewatch")
"""What a rating has a score for, beside the overall one."""

SLUG_PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$(?!\n)"
SLUG_LENGTH = 64
UID_PATTERN = "^[a-z]{8}$(?!\n)"
DATE_SHAPE = "^[0-9]{4}(-[0-9]{2}){0,2}$(?!\n)"
"""What is checked of each date first; that there is such a day is one of the rules of a drama."""
# Only days that exist: 29 February needs a leap year, 31 a long month. It is for the schema: too slow to compile.
DATE_PATTERN = (
    "^(?!0000)(?:(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29"
    "|[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|1[0-9]|2[0-8]))?"
    "|-(?:0[13-9]|1[0-2])-(?:29|30)|-(?:0[13578]|1[02])-31)?)$(?!\n)"
)
FULL_DATE_SHAPE = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$(?!\n)"
EPISODE_PATTERN = "^[1-9][0-9]{0,5}$(?!\n)"
MOMENT_PATTERN = "^(?:[0-9]{1,2}:[0-5][0-9]|[0-9]{2,3}):[0-5][0-9]$(?!\n)"

Slug = Annotated[str, Meta(pattern=SLUG_PATTERN, max_length=SLUG_LENGTH)]
Date = Annotated[str, Meta(pattern=DATE_SHAPE)]
FullDate = Annotated[str, Meta(pattern=FULL_DATE_SHAPE)]
Uid = Annotated[str, Meta(pattern=UID_PATTERN)]
"""Who a drama, a round or an item is, on whatever machine: eight letters."""
Moment = Annotated[str, Meta(pattern=MOMENT_PATTERN)]
Score = Annotated[float, Meta(ge=1, le=10, multiple_of=0.5)]
Count = Annotated[int, Meta(ge=1, le=100_000)]
Year = Annotated[int, Meta(ge=1870, le=2999)]
Id = Annotated[int, Meta(ge=1, le=2**63 - 1)]
Words = Annotated[str, Meta(pattern="\\S")]
EpisodeKey = Annotated[str, Meta(pattern=EPISODE_PATTERN)]

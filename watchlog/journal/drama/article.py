"""The article on a drama, the piece one posts: what stands in it, in which order. How it is set, the formats know."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Literal, TypeVar

from msgspec import Struct

from watchlog.errors import NotFound
from watchlog.journal.drama.following import Following
from watchlog.journal.drama.items import by_episode
from watchlog.journal.drama.records import Drama, Item, Note, Record, Review
from watchlog.journal.drama.spoilers import is_beyond, reveals

if TYPE_CHECKING:
    from watchlog.journal.drama.spoilers import Markable

HEADINGS = {
    **dict.fromkeys(("title", "byline", "opening", "warning", "facts", "warnings"), ""),
    "synopsis": "Synopsis",
    "cast": "Cast",
    "songs": "Soundtrack",
    "review": "Review",
    "scenes": "Favourite scenes",
    **dict.fromkeys(("verdict", "closing", "editors"), ""),
    "rating": "Rating",
    "quotes": "Quotes",
    "notes": "Episodes",
}
"""Every section of an article with its heading, if it has one; in the usual order."""
SECTIONS = tuple(HEADINGS)
USUAL = SECTIONS[: SECTIONS.index("rating")]
"""The sections that an article has unless others are named."""

_SHELVES = {"cast": "players", "songs": "songs", "scenes": "scenes", "quotes": "quotes", "notes": "notes"}

Spoilers = Literal["cover", "show", "leave-out"]
Revealing = TypeVar("Revealing", bound=Record)
Words = TypeVar("Words", bound=str)


class Layout(Struct, frozen=True):
    """Which sections an article has, in their order, and headings of one's own; an empty one is no heading."""

    order: tuple[str, ...] = USUAL
    headings: Mapping[str, str] = {}


class Article(Struct, frozen=True, dict=True):
    """A drama and the review to be posted with it. `titles` are those of other dramas its texts refer to."""

    drama: Drama
    review: Review | None
    layout: Layout = Layout()
    titles: Mapping[str, str] = {}
    spoilers: Spoilers = "cover"
    upto: int | None = None
    asked: bool = True
    """Whether this review was asked for: then it stands under the warning, and is not covered."""
    addresses: Mapping[str, str] = {}
    """Where the other dramas are to be read, by their slugs."""

    @property  # kept, it would keep its article, and both the drama, as long as the program runs
    def following(self) -> Following:
        return Following(self.drama, self.titles, lambda one: self.leaves_out(one) or self.covers(one))

    def leaves_out(self, one: "Markable") -> bool:
        """Whether something is not in the article at all."""
        return (self.upto is not None and is_beyond(one, self.upto)) or (self.spoilers == "leave-out" and reveals(one))

    def covers(self, one: "Markable") -> bool:
        """Whether something is in it, but not to be seen at once."""
        return self.spoilers == "cover" and reveals(one)

    def kept(self, some: Sequence[Revealing]) -> list[Revealing]:
        """Those that are in the article."""
        return [one for one in some if not self.leaves_out(one)]

    @cached_property
    def texts(self) -> dict[str, str]:
        """The texts of the review, by the section each is."""
        if self.review is None:
            return {}
        said = {"opening": self.review.opening, "review": self.review.text, "closing": self.review.closing}
        return {section: text for section, text in said.items() if text and section in self.layout.order}

    @cached_property
    def standing(self) -> list[Item]:
        """The items that are set into the texts of the review."""
        parts = (part for text in self.texts.values() for part in self.following.cut(text))
        return [part for part in parts if not isinstance(part, str)]

    def shelf(self, section: str) -> list[Item]:
        """The items of a section, without those that stand in the review."""
        items = [item for item in self.kept(getattr(self.drama, _SHELVES[section])) if item not in self.standing]
        return sorted(items, key=by_episode) if section == "notes" else items

    def about(self, note: Note) -> str:
        """What stands over a note; nothing in a film, which has no episodes."""
        if self.drama.episodes == 1:
            return ""
        return f"Episode {note.episode}" if note.episode else "The whole drama"

    def shown(self) -> Iterator[Record]:
        """Everything in the article that can be marked."""
        if self.review:
            yield self.review
        yield from self.kept(self.standing)
        if "synopsis" in self.layout.order and self.drama.synopsis and not self.leaves_out(self.drama.synopsis):
            yield self.drama.synopsis
        for section in _SHELVES:
            if section in self.layout.order:
                yield from self.shelf(section)

    def heading(self, section: str) -> str:
        """What stands over a section."""
        usual = HEADINGS[section]
        if section == "review" and self.review and self.review.headline:
            usual = ""
        if section == "scenes" and len(self.shelf(section)) == 1:
            usual = usual.removesuffix("s")
        return self.layout.headings.get(section, usual)

    def warning(self) -> str:
        """What a reader is told about spoilers, by the marks; nothing where nothing is marked."""
        marked = [one for one in self.shown() if getattr(one, "spoiler", "none") != "none"]
        open_ = [one for one in marked if (self.asked and one is self.review) or not self.covers(one)]
        worst = "major" if any(reveals(one) for one in open_) else "minor"
        covered = f" {'Others' if worst == 'major' else 'Major ones'} are covered." if len(open_) < len(marked) else ""
        if not open_:
            return f"Spoiler warning.{covered}" if covered else ""
        seen = self.review.episodes_seen if self.review and self.drama.episodes != 1 else None
        return f"Spoiler warning: {worst} spoilers{f', up to episode {seen}' if seen else ''}.{covered}"

    def facts(self) -> dict[str, str]:
        """The facts, by their labels."""
        drama = self.drama
        days = ", ".join(day.capitalize() for day in drama.aired.days) if drama.aired else ""
        if days and drama.status == "watching":
            days += f" ({len(drama.seen)} of {drama.episodes})" if drama.episodes else f" ({len(drama.seen)} seen)"
        facts = {
            "Drama": drama.title,
            "Airing on": days,
            "Genres": ", ".join(drama.genres),
            "Tags": ", ".join(drama.tags),
        }
        return {label: " ".join(fact.split()) for label, fact in facts.items() if fact}

    def sections(self, write: Callable[[str], Words]) -> Iterator[tuple[str, Words]]:
        """The sections by their names, as `write` writes each, without those that come to nothing."""
        for section in self.layout.order:
            if written := write(section):
                yield section, written


def chosen_review(drama: Drama, id_: int | None, upto: int | None) -> Review | None:
    """The review of that number, else the newest that somebody may know who has seen `upto`. Raises NotFound."""
    if id_ is None:
        known = [review for review in drama.reviews if upto is None or not is_beyond(review, upto)]
        return known[-1] if known else None
    for review in drama.reviews:
        if review.id == id_:
            return review
    raise NotFound(f"{drama.title} has no review {id_}.\nSee them: watchlog show {drama.slug} reviews")

"""How a drama is set: where its headings begin, and what becomes of spoilers."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeVar

from watchlog.formats.html.elements import Html, element, spaced, together
from watchlog.formats.html.elsewhere import Elsewhere
from watchlog.formats.html.words import names
from watchlog.journal.drama.article import Layout
from watchlog.journal.drama.records import Item, Note, Quote, Record, Scene, kind_of
from watchlog.journal.drama.spoilers import is_beyond, reveals

Revealing = TypeVar("Revealing", bound=Record)
Shelved = TypeVar("Shelved", bound=Item)


class Setting(NamedTuple):
    """How a drama is set on a page."""

    top: int
    """The level of the heading that is the drama's title."""
    spoilers: bool = True
    """Whether major spoilers are there, covered, or not there at all."""
    episodes: bool = True
    """Whether there are episodes to tell apart: a film has none."""
    titles: Mapping[str, str] = {}
    """The titles of other dramas that are referred to, by their slugs."""
    addresses: Mapping[str, str] = {}
    """Where those of them are that are there, too."""
    anchors: bool = True
    """Whether items can be linked to."""
    placed: bool = True
    """Whether this is the place where an item is found: one that is set into a text can stand elsewhere, too."""
    inside: bool = False
    """Whether it is set into a text: then what it refers to is only linked to."""
    opened: bool = False
    """Whether nothing is covered."""
    upto: int | None = None
    """How many episodes the reader has seen, if they are not to see more."""
    days: bool = True
    """Whether it is said when notes were written."""
    layout: Layout = Layout()
    """How the sections follow one another, and what stands over them."""
    elsewhere: Elsewhere = Elsewhere()
    """What else of the journal can be linked to."""
    standing: Mapping[int, int] = {}
    """The numbers of the items that stand in the review, and are not repeated below it, each with how often."""

    def kept(self, items: Sequence[Revealing]) -> list[Revealing]:
        """Those of the items that the reader may see, covered or not."""
        return [item for item in items if not self._leaves_out(item)]

    def _leaves_out(self, item: Record) -> bool:
        return (not self.spoilers and reveals(item)) or (self.upto is not None and is_beyond(item, self.upto))

    def shelved(self, items: Sequence[Shelved]) -> list[Shelved]:
        """Those that do not stand in the review."""
        return [item for item in items if item.id not in self.standing]

    def hides(self, item: Record) -> bool:
        """Whether its words are not to be seen at once."""
        return self._leaves_out(item) or (reveals(item) and not self.opened)

    def episode(self, item: Note | Quote | Scene) -> str:
        """Its episode in words; nothing in a film, which has none."""
        return f"episode {item.episode}" if item.episode and self.episodes else ""

    def where(self, item: Quote | Scene) -> str:
        """Where in the drama it is: episode 8, 09:40."""
        return ", ".join(filter(None, [self.episode(item), item.at]))

    def covered(self, item: Record, *content: str | None) -> Html:
        """What opens on a click if it is a major spoiler, and is as it is otherwise."""
        if self.opened or not reveals(item):
            return together(*content)
        episode = self.episode(item) if isinstance(item, Note | Quote | Scene) else None
        what = ", ".join(filter(None, [kind_of(item), episode]))
        return element("details", element("summary", spaced([_mark(item), what])), *content)


def about(item: Record, *said: str | None) -> Html | None:
    """The line of what is said about an item: its day, its place, its tags; its mark, if it is a minor spoiler."""
    tags = names(getattr(item, "tags", ()))
    line = spaced([*said, tags, _mark(item) if getattr(item, "spoiler", "none") == "minor" else None])
    return element("p", line, class_="about") if line else None


def _mark(item: Record) -> Html:
    return element("span", f"{getattr(item, 'spoiler', 'none')} spoiler", class_="spoiler")

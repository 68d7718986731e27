"""How a drama is set: where its headings begin, and what becomes of spoilers."""

from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from watchlog.formats.html.elements import Html, element, spaced, together
from watchlog.journal.drama.records import Note, Quote, Review, Scene

Revealing = TypeVar("Revealing", Note, Quote, Scene, Review)


class Setting(NamedTuple):
    top: int
    """The level of the heading that is the drama's title."""
    spoilers: bool
    """Whether major spoilers are there, covered, or not there at all."""
    episodes: bool = True
    """Whether there are episodes to tell apart: a film has none."""

    def kept(self, items: Sequence[Revealing]) -> list[Revealing]:
        return [item for item in items if self.spoilers or item.spoiler != "major"]

    def episode(self, item: Note | Quote | Scene) -> str:
        return f"episode {item.episode}" if item.episode and self.episodes else ""

    def where(self, item: Quote | Scene) -> str:
        """Where in the drama it is: episode 8, 09:40."""
        return ", ".join(filter(None, [self.episode(item), item.at]))

    def covered(self, item: Note | Quote | Scene | Review, *content: str | None) -> Html:
        """What opens on a click if it is a major spoiler, and is as it is otherwise."""
        if item.spoiler != "major":
            return together(*content)
        episode = None if isinstance(item, Review) else self.episode(item)
        what = ", ".join(filter(None, [type(item).__name__.lower(), episode]))
        return element("details", element("summary", spaced([_mark(item), what])), *content)


def about(item: Note | Quote | Scene | Review, *said: str | None) -> Html | None:
    """The line of what is said about an item: its day, its place; and its mark, if it is a minor spoiler."""
    line = spaced([*said, _mark(item) if item.spoiler == "minor" else None])
    return element("p", line, class_="about") if line else None


def _mark(item: Note | Quote | Scene | Review) -> Html:
    return element("span", f"{item.spoiler} spoiler", class_="spoiler")

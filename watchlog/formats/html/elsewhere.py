"""Where else in the journal it goes on: a person's page and other dramas, and the dramas that mention this one."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from watchlog.formats.html.elements import Html, element, spaced
from watchlog.formats.html.words import name, score


class Linked(Struct, frozen=True):
    """A drama beside this one: its title, its page, and what I rate it."""

    title: str
    address: str
    rating: float | None = None


class Known(Struct, frozen=True):
    """Somebody of the cast: the address of their page, and the other dramas they are in."""

    address: str
    others: Sequence[Linked] = ()


class Elsewhere(Struct, frozen=True):
    """What a page can link to: people by the names the cast has, and the dramas that mention it."""

    people: Mapping[str, Known] = {}
    mentions: Sequence[Linked] = ()

    def person(self, actor: str) -> Html | None:
        """The name of somebody, linked where they have a page."""
        known = self.people.get(actor)
        return element("a", name(actor), href=known.address) if known else name(actor)

    def also_in(self, actor: str) -> Html | None:
        """The line of a person's other dramas."""
        known = self.people.get(actor)
        if known is None or not known.others:
            return None
        return element("p", "also in ", spaced(map(linked, known.others), ", "), class_="about")

    def mentioned(self) -> Html | None:
        """The foot of a page: where its drama is mentioned."""
        if not self.mentions:
            return None
        return element("footer", element("p", "Mentioned in ", spaced(map(linked, self.mentions), ", ")))


def linked(one: Linked) -> Html:
    """A drama, and its score."""
    return spaced([element("a", name(one.title), href=one.address), score(one.rating)], " ")

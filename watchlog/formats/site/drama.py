"""The page of a drama on a site: the article, what that leaves out, and links to the rest of the journal."""

from typing import TYPE_CHECKING

from watchlog.formats.html.drama import article
from watchlog.formats.html.elsewhere import Elsewhere, Known, Linked
from watchlog.formats.html.setting import Setting
from watchlog.formats.site.frame import Site, framed
from watchlog.formats.site.places import address, drama_page

if TYPE_CHECKING:
    from watchlog.journal.recall.casts import Cast
    from watchlog.journal.recall.people import Person
    from watchlog.journal.recall.publishing import Published

_OTHERS = 5
"""So many other dramas of a person stand at their name, the best; the rest is on their page."""


class Around:
    """What of a site the pages of its dramas link to."""

    def __init__(self, site: Site, found: "Published") -> None:
        self.found = found
        self._site = site
        self._titles = {row.slug: row.title for row in found.rows}
        self._cast: dict[str, list[tuple[str, Person]]] = {}
        self._best: dict[str, list[Cast]] = {}
        for person in found.people:
            self._best[person.name] = sorted(person.dramas, key=lambda cast: -(cast.rating or 0))[: _OTHERS + 1]
            for cast, part in person.roles:
                self._cast.setdefault(cast.slug, []).append((part.actor, person))

    def elsewhere(self, slug: str) -> Elsewhere:
        """What the page of a drama can link to."""
        by = self.found.mentioned.get(slug, ())
        mentions = [Linked(self._titles[one], address(drama_page(slug), drama_page(one))) for one in by]
        return Elsewhere({actor: self._known(slug, person) for actor, person in self._cast.get(slug, ())}, mentions)

    def _known(self, slug: str, person: "Person") -> Known:
        here = drama_page(slug)
        others = [one for one in self._best[person.name] if one.slug != slug][:_OTHERS]
        linked = [Linked(one.title, address(here, drama_page(one.slug)), one.rating) for one in others]
        return Known(address(here, self._site.people[person.name]), linked)

    def addresses(self, slug: str) -> dict[str, str]:
        """The pages of the dramas that its texts refer to, if they are published."""
        named = self.found.entries[slug].named
        return {one: address(drama_page(slug), drama_page(one)) for one in named if one in self._titles}


def drama_document(site: Site, around: Around, slug: str) -> str:
    """The page."""
    drama = around.found.drama(slug)
    setting = Setting(
        1,
        episodes=drama.episodes != 1,
        titles=around.found.titles(slug),
        addresses=around.addresses(slug),
        layout=site.layout,
        elsewhere=around.elsewhere(slug),
    )
    return framed(site, drama_page(slug), " ".join(drama.title.split()), article(drama, setting))

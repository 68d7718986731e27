"""The people of a site: all of them, and a page for each."""

from typing import TYPE_CHECKING

from watchlog.formats.html.elements import Html, element, spaced, together
from watchlog.formats.html.words import emphasised, name, score
from watchlog.formats.site.frame import Site, counted, framed, to_drama
from watchlog.formats.site.places import PEOPLE, address
from watchlog.journal.drama.following import Following
from watchlog.journal.drama.spoilers import reveals

if TYPE_CHECKING:
    from watchlog.journal.recall.casts import Cast, Part
    from watchlog.journal.recall.people import Person
    from watchlog.journal.recall.publishing import Published


def people(site: Site, found: "Published") -> str:
    """Everybody, by name."""
    entries = [
        element(
            "li",
            element("span", element("a", name(one.name), href=address(PEOPLE, site.people[one.name])), class_="title"),
            element("span", counted(len(one.dramas), "drama"), class_="year"),
            score(one.mean) or element("small", "unrated"),
        )
        for one in found.people
    ]
    there = element("ol", *entries, class_="dramas") if entries else element("p", "Nobody yet.")
    return framed(site, PEOPLE, "People", element("h1", "People"), there)


def refers(note: str | None) -> bool:
    """Whether what is written of somebody may refer to what is on the page of its drama."""
    return "[[" in (note or "")


def person_document(site: Site, found: "Published", person: "Person") -> str:
    """Where somebody plays, as whom, and what I wrote of it."""
    path = site.people[person.name]
    also = [name(spelt) for spelt in person.also_spelt]
    about = spaced(
        [counted(len(person.dramas), "drama"), together("mean ", score(person.mean)) if person.mean else None]
    )
    return framed(
        site,
        path,
        person.name,
        element("h1", name(person.name)),
        element("p", about, class_="kind"),
        element("p", "also spelt ", spaced(also, ", "), class_="about") if also else None,
        *[_role(path, found, *role) for role in person.roles],
    )


def _role(path: str, found: "Published", cast: "Cast", part: "Part") -> Html:
    character = name(part.character, "character")
    about = spaced([str(cast.year or ""), together("as ", character) if character else None, part.role])
    words = part.note or ""
    if refers(words):
        words = Following(found.drama(cast.slug), found.titles(cast.slug), reveals).named(words)
    minor = element("span", "minor spoiler", class_="spoiler") if part.spoiler == "minor" else None
    return element(
        "section",
        element(
            "h2", to_drama(path, cast.slug, cast.title), " ", name(cast.native_title, "native"), " ", score(cast.rating)
        ),
        element("p", spaced([about, minor]), class_="about"),
        emphasised(words),
        class_="role",
    )

"""The sections of a drama: the one table of what each is called, on the command line, on a page and in Markdown."""

from msgspec import Struct


class SectionName(Struct, frozen=True):
    """A section by its name on the command line, the field it shows, and its headings on a page and in Markdown."""

    name: str
    field: str
    title: str
    heading: str
    also_called: tuple[str, ...] = ()
    """What else a person may call it, in small letters."""

    @property
    def called(self) -> tuple[str, ...]:
        return (self.name, self.field, self.heading.lower(), self.title.lower(), *self.also_called)


SECTIONS = (
    SectionName("facts", "facts", "Facts", "Facts", ("fact",)),
    SectionName("synopsis", "synopsis", "Synopsis", "Synopsis"),
    SectionName("cast", "cast", "Cast", "Cast"),
    SectionName("songs", "songs", "Soundtrack", "Songs", ("song",)),
    SectionName("episodes", "notes", "Episodes", "Episodes", ("episode", "note")),
    SectionName("quotes", "quotes", "Quotes", "Quotes", ("quote",)),
    SectionName("scenes", "scenes", "Scenes", "Scenes", ("scene",)),
    SectionName("reviews", "reviews", "Review", "Review"),
    SectionName("ratings", "ratings", "Ratings", "Ratings", ("rating",)),
    SectionName("rounds", "rounds", "Watched", "Watched", ("round",)),
)
"""In the order in which Markdown has them. The facts of a Markdown page stand under its title."""

SECTION_CALLED = {called: section for section in SECTIONS for called in section.called}
"""A section by anything it is called."""

ON_A_PAGE = tuple(section.name for section in SECTIONS if section.name != "rounds")
"""Those that `show` can be asked for: when it was watched stands among the facts there."""

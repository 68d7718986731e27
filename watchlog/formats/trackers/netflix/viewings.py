"""What both of Netflix's files have in common: what becomes of a viewing, by what its title says."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from watchlog.formats.reading.refusing import Placed, Unreadable
from watchlog.formats.trackers.netflix.titles import Watched, show_of, taken_apart
from watchlog.journal.drama.comparing import caseless
from watchlog.journal.keep.rows import Incoming, Row, Skipped

NO_NUMBER = "Netflix does not say which episode"


class Viewings(Struct):
    """The shows that a file names with a season, and the seasons of which not every episode has a number."""

    shows: set[str] = set()
    seasons: dict[tuple[str, int], Row] = {}
    days: set[tuple[str, str | None]] = set()

    def note(self, title: str) -> None:
        """Looks at a title before any is read."""
        try:
            watched = taken_apart(title)
        except Unreadable:
            return
        if not watched.film and not watched.open:
            self.shows.add(caseless(watched.title))

    def viewing(self, title: str, day: str | None, at: Placed) -> Iterator[Incoming]:
        """A viewing on a day, or at an instant. Raises Unreadable for what may be a film or an episode."""
        watched = taken_apart(title)
        if watched.open:
            show = show_of(title, self.shows)
            if not show:
                raise Unreadable("a film with a colon in its title, or an episode of no season")
            watched = Watched(show)
        seen_on = (caseless(title), day[:10] if day else None)
        if seen_on in self.days:
            yield Skipped(title, "watched in several sittings on one day")
            return
        self.days.add(seen_on)
        row = Row(title=watched.title, file=at.file, line=at.line, season=watched.season,
                  type="movie" if watched.film else "drama")  # fmt: skip
        if watched.film or watched.episode is not None:
            yield replace(row, episode=watched.episode, watched=day or "unknown")
        else:
            self._begun(row, day)
            yield Skipped(title, NO_NUMBER)

    def _begun(self, row: Row, day: str | None) -> None:
        if day and row.season is not None:
            before = self.seasons.setdefault((row.title, row.season), replace(row, started=day))
            if before.started and day < before.started:
                self.seasons[row.title, row.season] = replace(row, started=day)

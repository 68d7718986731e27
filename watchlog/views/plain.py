"""Pages for a pipe: one record on a line, its fields separated by tabs, nothing cut."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from watchlog.journal.catalogue import Row
from watchlog.journal.records import Drama, Line, Note, Quote
from watchlog.journal.scores import written
from watchlog.views.text import one_line

if TYPE_CHECKING:  # each page needs only its own
    from watchlog.journal.airing import Airing
    from watchlog.journal.counting import Share
    from watchlog.journal.statistics import Statistics


def home_lines(
    watching: Sequence[Row],
    notes: Sequence[tuple[Drama, Note]],
    quote: tuple[Drama, Quote] | None,
    airing: "Airing | None" = None,
) -> Iterator[str]:
    """`watching slug title seen/of next`, `airing date slug episode seen`, `note slug episode date text`,
    `quote slug episode words`.
    """
    for row in watching:
        yield _record("watching", row.slug, row.title, f"{row.seen}/{row.of or '?'}", str(row.next_episode or ""))
    for line in airing_lines(airing) if airing else ():
        yield f"airing\t{line}"
    for drama, note in notes:
        yield _record("note", drama.slug, str(note.episode), note.on or "", note.text)
    if quote:
        drama, said = quote
        yield _record("quote", drama.slug, str(said.episode or ""), " / ".join(map(_spoken, said.lines)))


def airing_lines(airing: "Airing") -> Iterator[str]:
    """`date slug episode seen`; the last is `seen` or `unseen`."""
    for showing in airing.week:
        yield _record(showing.date, showing.drama, str(showing.episode), "seen" if showing.seen else "unseen")


def stats_lines(found: "Statistics") -> Iterator[str]:
    """A figure on a line: what it is, of what, and how much; means and dates after it."""
    yield _record("total", "dramas", str(found.dramas))
    yield _record("total", "episodes", str(found.episodes))
    yield _record("total", "hours", str(found.hours))
    yield _record("total", "episodes-without-runtime", str(found.without_runtime.episodes))
    yield _record("total", "episodes-without-day", str(found.undated))
    for status, count in found.statuses.items():
        yield _record("status", status, str(count))
    for score, count in found.ratings.scores.items():
        yield _record("rating", score, str(count))
    yield _record("mean", "overall", _mean(found.ratings.mean), str(found.ratings.rated))
    for part, mean in found.parts.items():
        yield _record("mean", part, _mean(mean.mean), str(mean.rated))
    for kind, shares in _shares(found).items():
        for share in shares:
            yield _record(kind, share.name, str(share.dramas), _mean(share.mean))
    for best in found.best:
        yield _record("best", best.drama, best.title, written(best.rating))
    for moved in found.moved:
        yield _record("moved", moved.drama, moved.title, written(moved.first), written(moved.now))
    for one in found.rounds:
        yield _record("round", str(one.round), str(one.dramas), str(one.episodes))
    for year in found.years:
        yield _record("year", str(year.year), str(year.episodes))
    yield _record("streak", str(found.streak.days), found.streak.from_ or "", found.streak.to or "")
    for day, episodes in found.days.episodes.items():
        yield _record("day", day, str(episodes))


def _shares(found: "Statistics") -> Mapping[str, Sequence["Share"]]:
    return {"genre": found.genres, "country": found.countries, "network": found.networks, "person": found.people}


def _mean(mean: float | None) -> str:
    return "" if mean is None else f"{mean:.2f}"


def _spoken(line: Line) -> str:
    return f"{line.speaker}: {line.text}" if line.speaker else line.text


def _record(*fields: str) -> str:
    return "\t".join(map(one_line, fields))

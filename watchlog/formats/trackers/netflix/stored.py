"""Reading what Netflix sends on request: viewings with numbers of episodes, thumbs, and the list.

Clocks are UTC. What is no viewing has a supplemental type (TRAILER, RECAP, HOOK), played by itself with no action of a
person, or says so in its title. “Not latest view” is an earlier view all the same. A file has all profiles of a
household. Thumbs are no scores: 1, 2 and 3 become tags.
"""

import re
from collections.abc import Iterable, Iterator
from functools import partial

from watchlog.errors import WrongUsage
from watchlog.formats.reading.archives import matching, unpacked
from watchlog.formats.reading.days import instant_of
from watchlog.formats.reading.refusing import each
from watchlog.formats.reading.tables import Cells, Table
from watchlog.formats.source import Source
from watchlog.formats.trackers.netflix.titles import taken_apart
from watchlog.formats.trackers.netflix.viewings import Viewings
from watchlog.journal.drama.comparing import caseless
from watchlog.journal.keep.rows import Incoming, Refusal, Row, Skipped

_NO_VIEWING = re.compile(r"_hook_|_clip_|\bclip:|\btrailer:|_backfill", re.I)
_THUMBS = {"1": "disliked", "2": "liked", "3": "loved"}


def read(source: Source) -> Iterator[Incoming]:
    """A row a viewing, and one for each thumb and each title of the list. Raises Refused, WrongUsage."""
    with unpacked(source, alone=_kind) as members:
        for member in matching(members, "*viewingactivity*.csv"):
            yield from _viewings(member)
        for member in matching(members, "*ratings*.csv"):
            yield from each(_of_profile(member, Table(member, "title name", title=("title name",))), _thumb)
        for member in matching(members, "*mylist*.csv"):
            yield from each(_of_profile(member, Table(member, "title name", title=("title name",))), _wanted)


def _kind(source: Source) -> str:
    names = Table(source).columns
    return (
        "viewingactivity.csv" if "start time" in names else "ratings.csv" if "thumbs value" in names else "mylist.csv"
    )


def _of_profile(source: Source, table: Table) -> Iterable[Cells | Refusal]:
    """The rows of the profile that was said, or of the only one. Raises WrongUsage where there are several."""
    names = dict.fromkeys(cells["profile name"] for cells in table if isinstance(cells, Cells))
    wanted = caseless(source.said.profile or (next(iter(names), "") if len(names) < 2 else ""))
    if wanted not in map(caseless, names) and names:
        raise WrongUsage(f"{source.name} has the profiles {', '.join(names)}.\nSay whose it is: --profile NAME")
    for cells in table:
        if isinstance(cells, Refusal) or caseless(cells["profile name"]) == wanted:
            yield cells


def _viewings(member: Source) -> Iterator[Incoming]:
    table = Table(member, "title", "start time")
    viewings = Viewings()
    for cells in _of_profile(member, table):
        if isinstance(cells, Cells):
            viewings.note(cells["title"])
    yield from each(_of_profile(member, table), partial(_viewing, viewings))
    yield from viewings.seasons.values()


def _viewing(viewings: Viewings, cells: Cells) -> Iterator[Incoming]:
    further = cells["supplemental video type"].lower()
    if further or _NO_VIEWING.search(cells["title"]):
        yield Skipped(cells["title"], f"a {further or 'clip'}")
    elif "autoplayed: user action: none" in cells["attributes"].lower():
        yield Skipped(cells["title"], "played by itself")
    else:
        yield from viewings.viewing(cells["title"], instant_of(cells["start time"]), cells)


def _thumb(cells: Cells) -> Iterator[Row]:
    if thumb := _THUMBS.get(cells["thumbs value"]):
        yield _titled(cells, tags=(thumb,))


def _wanted(cells: Cells) -> Iterator[Row]:
    yield _titled(cells, status="plan-to-watch")


def _titled(cells: Cells, **said: object) -> Row:
    watched = taken_apart(cells["title name"])
    return Row(title=watched.title, season=watched.season, **said)  # type: ignore[arg-type]

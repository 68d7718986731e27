"""Looking at what a drama says that can be read: dates, references, and items of which a merge kept two versions."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from watchlog.journal.drama.airing import airs, counted_end, last_day
from watchlog.journal.drama.dates import is_to_come
from watchlog.journal.drama.reading import days_of, read_drama
from watchlog.journal.drama.records import Document, Drama, kind_of
from watchlog.journal.drama.references import leading_nowhere
from watchlog.journal.keep.doctor.findings import Findings

_Wrong = tuple[str, str, str]
"""What is wrong, its remedy, and the field."""


def look_at_contents(
    path: Path, slug: str, document: Document, is_gone: Callable[[str], bool], findings: Findings
) -> None:
    """Look at a sound drama; `is_gone` says whether there was one of a name, and is none now."""
    drama = read_drama(document, slug)
    for wrong in (_airing(drama), _days(drama), _versions(drama), _references(slug, document, is_gone)):
        for problem, remedy, field in wrong:
            findings.add(path, problem, remedy, field=field)


def _airing(drama: Drama) -> Iterator[_Wrong]:
    """Dates that do not add up; nobody counts the episodes of what is over."""
    if not drama.aired:
        return
    told = airs(drama)
    is_over = last_day(told.last) < date.today().toordinal() and drama.status != "watching"
    if not is_over and (ends := counted_end(told)):
        remedy = (
            f"Where nothing aired: watchlog set {drama.slug} --off-air DATE\n"
            f"Where one more did: watchlog set {drama.slug} --extra-episode DATE"
        )
        counted = f"counted from {told.first}, episode {told.episodes} airs on {ends}; its last day is {told.last}"
        yield counted, remedy, "aired"


def _days(drama: Drama) -> Iterator[_Wrong]:
    """Days of what has happened that are still to come."""
    for where, day in days_of(drama):
        if day and is_to_come(day, date.today()) and not where.startswith("aired"):
            yield f"{day} is still to come", f"Mend it: watchlog edit {drama.slug}", where


def _versions(drama: Drama) -> Iterator[_Wrong]:
    """Items of which a merge kept two versions."""
    merged = [item for item in drama.items() if item.merged]
    if merged:
        named = ", ".join(f"{kind_of(item)} {item.id}" for item in merged)
        remedy = (
            f"See them: watchlog show {drama.slug}\n"
            f"Keep both: watchlog edit {drama.slug} {merged[0].id}, and save it as it is\n"
            f"Or one: watchlog remove {drama.slug} ID"
        )
        yield f"a merge kept two versions: {named}", remedy, ""


def _references(slug: str, document: Document, is_gone: Callable[[str], bool]) -> Iterator[_Wrong]:
    """What texts refer to and is not there."""
    for kind, item, name in leading_nowhere(document, is_gone):
        remedy = f"Write what is meant: watchlog edit {slug} {item['id']}"
        yield f"[[{name}]] leads nowhere", remedy, f"{kind} {item['id']}"

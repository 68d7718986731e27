"""watchlog add."""

from contextlib import ExitStack
from typing import Annotated

import typer

from watchlog.cli.output import report
from watchlog.cli.reading.arguments import AsJson
from watchlog.cli.reading.options import Typed, given, takes
from watchlog.cli.reading.values import read_name
from watchlog.cli.session import session
from watchlog.errors import Refused, WrongUsage
from watchlog.journal.drama.dates import now
from watchlog.journal.drama.facts import Told, tell
from watchlog.journal.drama.fields import FACTS
from watchlog.journal.drama.records import Drama
from watchlog.journal.drama.rounds import set_status
from watchlog.journal.drama.slugs import checked_slug, free_slug, slug_for
from watchlog.journal.journal import Change
from watchlog.journal.recall.naming import namesakes


@takes(FACTS, heading="Facts")
def add(
    title: Annotated[str | None, typer.Argument(metavar="[TITLE]", help="Asked for where it is left out.")] = None,
    slug: Annotated[str | None, typer.Option("--slug", metavar="SLUG", help="Its name on the command line.")] = None,
    as_json: AsJson = False,
    **facts: Typed,
) -> None:
    """Add a drama to the journal. Alone, it asks for what matters.

    watchlog add "Run On" --native "런 온" --year 2020 --genre Romance,Life
    """
    told = given(FACTS, facts)
    wanted = None if slug is None else checked_slug(slug)
    with ExitStack() as asking:
        if title is not None:
            told["title"] = read_name(title, "a title")
        elif session.asks:
            from watchlog.cli.reading.questions import asked_facts

            asking.enter_context(asked_facts(told))
        else:
            raise WrongUsage("Which drama? Use: watchlog add TITLE")
        others = _namesakes(told)
        if others and session.asks:
            _ask_for_another(others[0])
        with session.journal.change("add") as change:
            drama = _new_drama(change, told, wanted)
            change.add(drama)
            likely = wanted or slug_for(drama.title)
            if drama.slug != likely:  # which may have come meanwhile
                others = [one for one in _namesakes(told) if one == likely]
            named = f" There is another of that title: {' and '.join(others)}." if others else ""
            taken = f" {likely} is another drama." if drama.slug != likely and not others else ""
            change.summary = f"Added {drama.title} as {drama.slug}.{named}{taken}"
    report(change.summary, drama, as_json=as_json)


def _namesakes(told: Told) -> list[str]:
    """The slugs of the dramas that have one of its titles, and are of no other year."""
    also = told.get("also_known_as")
    names = [told["title"], told.get("native_title"), *(also if isinstance(also, list) else [])]
    year = told.get("year")
    found = namesakes(session.journal, [str(name) for name in names if name])
    return [drama.slug for drama in found if not (year and drama.year and year != drama.year)]


def _ask_for_another(slug: str) -> None:
    from watchlog.cli.reading.prompts import confirm

    if not confirm(f"There is a drama of that title already: {slug}. Add another one?"):
        raise Refused(f"Nothing was added.\nTo change the one that is there: watchlog set {slug}")


def _new_drama(change: Change, told: Told, wanted: str | None) -> Drama:
    title, year = str(told["title"]), told.get("year")
    slug = wanted or free_slug(title, year if isinstance(year, int) else None, change.has)
    drama = Drama(slug=slug, title=title, added=now())
    tell(drama, told)
    if "status" in told:
        set_status(drama, drama.status)
    return drama

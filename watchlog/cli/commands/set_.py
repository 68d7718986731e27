"""watchlog set."""

from typing import Annotated, Any

import typer

from watchlog.cli.output import report
from watchlog.cli.reading.arguments import AsJson, DramaName, Offers
from watchlog.cli.reading.dramas import named_slug
from watchlog.cli.reading.options import Typed, forgotten, given, is_nothing, takes
from watchlog.cli.reading.values import read_names
from watchlog.cli.session import session
from watchlog.errors import NotFound, WrongUsage
from watchlog.journal.drama.comparing import meant
from watchlog.journal.drama.documents import sparse
from watchlog.journal.drama.facts import fact, forget, tell
from watchlog.journal.drama.fields import FACTS, TITLE
from watchlog.journal.drama.records import Drama
from watchlog.journal.drama.rounds import set_status

_CHANGED = (TITLE, *FACTS)
_FORGOTTEN = [field for field in FACTS if field.noun]


@takes(_CHANGED, heading="Facts", forgets=_FORGOTTEN)
def set_(
    drama: DramaName = None,
    untag: Annotated[
        list[str] | None, typer.Option("--untag", metavar="NAME", help="A tag to take off."), Offers("@tags")
    ] = None,
    as_json: AsJson = False,
    **facts: Typed,
) -> None:
    """Change the facts of a drama. Lists grow: clear one first to replace it. "" forgets, as --no-… does.

    watchlog set run-on --runtime 70 --network Netflix
    watchlog set run-on --no-genre --genre Romance,Sports
    watchlog set run-on --year ""
    """
    cleared, untagged = forgotten(_FORGOTTEN, facts), read_names(untag or [])
    told = given([field for field in _CHANGED if field not in cleared or not is_nothing(facts[field.name])], facts)
    if not (told or cleared or untagged):
        raise WrongUsage("Nothing to set. See: watchlog set --help")
    slug = named_slug(drama)
    with session.journal.change(f"set {slug}") as change:
        changed = change.open(slug)
        before, facts_before = sparse(changed), _facts(changed)
        for field in cleared:
            forget(changed, field)
        _untag(changed, untagged)
        tell(changed, told)
        if "status" in told:
            set_status(changed, changed.status)
        others = _others(facts_before, _facts(changed)) or ["status"]  # which also marks the episodes
        change.summary = f"Changed the facts of {changed.title}: {', '.join(others)}."
    same = f"{changed.title} has these facts already: nothing was changed."
    report(same if sparse(changed) == before else change.summary, changed, as_json=as_json)


def _others(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    """The options whose facts are other than they were."""
    return [field.option for field in _CHANGED if before.get(field.option) != after.get(field.option)]


def _facts(drama: Drama) -> dict[str, Any]:
    """What the drama says, by the options that say it."""
    said = {field: fact(drama, field) for field in _CHANGED}
    return {field.option: value for field, value in said.items() if value and (value != "none" or not field.choices)}


def _untag(drama: Drama, tags: list[str]) -> None:
    for tag in tags:
        found = meant(tag, [(one, one) for one in drama.tags])
        if not found:
            raise NotFound(f"{drama.title} has no tag {tag!r}. It has: {', '.join(drama.tags) or 'none'}.")
        drama.tags = [one for one in drama.tags if one not in found]

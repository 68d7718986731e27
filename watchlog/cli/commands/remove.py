"""watchlog remove."""

from collections.abc import Collection
from typing import Annotated

import typer

from watchlog.cli.output import report, say
from watchlog.cli.reading.arguments import AsJson, DramaName, Offers, Spoilers, Yes
from watchlog.cli.reading.dramas import named_slug
from watchlog.cli.reading.values import read_number
from watchlog.cli.session import session
from watchlog.errors import NotFound, Refused
from watchlog.journal.drama.documents import sparse
from watchlog.journal.drama.items import contents_line, find_item, outline, take_out
from watchlog.journal.drama.records import Drama
from watchlog.journal.drama.uids import give_known_uids
from watchlog.journal.keep.merging.marks import settle_versions


def remove(
    drama: DramaName = None,
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="[ID]...", help="The items to remove; else all of it."), Offers("@ids")
    ] = None,
    spoilers: Spoilers = False,
    yes: Yes = False,
    as_json: AsJson = False,
) -> None:
    """Remove items by their ids, or the drama. It shows what goes, and asks.

    watchlog remove run-on 7
    """
    wanted = list(dict.fromkeys(read_number(text, "an id") for text in ids or []))
    try:
        slug = named_slug(drama)
    except NotFound:
        if drama is None or wanted or session.journal.storage.history.left(drama) is None:
            raise
        _say_that_it_was_meant(drama)
        return
    current = session.journal.drama(slug)
    for line in outline(current, wanted, spoilers=spoilers) if wanted else [contents_line(current)]:
        say(f"  {line}")
    shown = _shown(current, wanted)
    if not yes:
        _ask(current, bool(wanted))
    with session.journal.change(f"remove {slug}") as change:
        changed = change.open(slug)
        if not yes and _shown(changed, wanted) != shown:
            raise Refused(f"{changed.title} was changed meanwhile: nothing was removed.\nLook again, and answer anew.")
        if wanted:
            before = sparse(changed)
            gone = take_out(changed, wanted)
            settle_versions(changed, before)
            change.summary = f"Removed {', '.join(gone)} from {changed.title}."
        else:
            change.remove(slug)
            change.summary = f"Removed {changed.title}."
    report(f"{change.summary} To have it back: watchlog undo", changed, as_json=as_json)


def _shown(drama: Drama, ids: Collection[int]) -> object:
    """What is shown, and goes."""
    give_known_uids(drama)
    return [find_item(drama, id_) for id_ in ids] if ids else sparse(drama)


def _say_that_it_was_meant(slug: str) -> None:
    """Nobody has to be asked about a drama whose file is gone already."""
    with session.journal.change(f"remove {slug}") as change:
        change.remove(slug)
        change.summary = f"Removed {slug}, whose file was gone."
    say(f"{change.summary} To have it back: watchlog undo")


def _ask(drama: Drama, items: bool) -> None:
    if not session.asks:
        raise Refused("Nothing was removed: nobody can be asked. To remove without a question, add --yes.")
    from watchlog.cli.reading.prompts import confirm

    if not confirm("Remove these?" if items else f"Remove {drama.title} and all of this?"):
        raise Refused("Nothing was removed.")

"""watchlog publish."""

import gc
import re
from datetime import date
from typing import Annotated

import typer

from watchlog.cli.output import print_json, say
from watchlog.cli.progress import told
from watchlog.cli.reading.arguments import FILES, Offers, Upto, WrittenAsJson, Yes
from watchlog.cli.reading.files import named_path
from watchlog.cli.reading.queries import read_slugs
from watchlog.cli.saving import check_outside
from watchlog.cli.session import session
from watchlog.errors import Damaged, NotFound, NotWritten, Refused, WrongUsage
from watchlog.formats.html.words import is_address
from watchlog.formats.ics import write
from watchlog.formats.site.pages import count, pages
from watchlog.formats.site.places import CALENDAR, FOLDERS
from watchlog.journal.drama.amounts import counted, first_of
from watchlog.journal.drama.text import kept_line
from watchlog.journal.recall.publishing import Published, to_publish
from watchlog.journal.store.publishing import Publishing
from watchlog.journal.store.settings import layout_in, read_settings

_SHELVES = {"reviews": "review", "notes": "note", "quotes": "quote", "scenes": "scene", "songs": "song"}
_SHOWN = 5


def publish(
    folder: Annotated[str, typer.Argument(metavar="FOLDER", help="Where to: a folder of its own."), FILES],
    query: Annotated[
        list[str] | None,
        typer.Argument(metavar="[QUERY]...", help="Dramas, by name or by terms like rating:8..; else all of them."),
        Offers("@dramas-or-terms"),
    ] = None,
    base_url: Annotated[
        str, typer.Option("--base-url", metavar="URL", help="Where it will be read: for the links of the feed.")
    ] = "",
    title: Annotated[str, typer.Option("--title", metavar="TEXT", help="What it is called.")] = "A journal of dramas",
    upto: Upto = None,
    yes: Yes = False,
    as_json: WrittenAsJson = False,
) -> None:
    """Write your journal as a site: a page a drama, people, lines, years, a feed, a calendar. Nothing is sent anywhere.

    watchlog publish site
    watchlog publish site rating:8.. --title "What to watch"
    watchlog publish site --base-url https://mina.example/dramas/
    """
    gc.enable()  # which other commands end too soon to need: thousands of dramas leave much behind
    base = _base(base_url)
    called = kept_line(title) or "A journal of dramas"
    if folder == "-":
        raise WrongUsage("A site is a folder.\nSay where it goes: watchlog publish FOLDER")
    place = named_path(folder)
    for inner in (place, *map(place.joinpath, FOLDERS)):
        check_outside(inner)
    found = to_publish(session.journal, session.catalogue, read_slugs(query or []), upto)
    if not found.rows and not session.left_out:
        raise NotFound("There is nothing to publish yet.\nBegin with: watchlog add")
    if not found.rows:
        raise Damaged("Nothing of it can be read: nothing was written. See: watchlog doctor")
    layout = layout_in(read_settings(session.journal.storage))
    try:
        publishing = Publishing(place)
        if publishing.is_new and not yes:
            _ask(found, publishing)
        for page in told("Publishing", pages(found, called, base, layout), count(found)):
            publishing.put(page.path, page.make, page.made_of)
        publishing.put(CALENDAR, lambda: write(found.events(date.today())))
        publishing.finish(removing=not session.left_out)
    except OSError as error:
        why = f"{error.strerror or error} ({error.filename or place})"
        raise NotWritten(
            f"Not all of it is written: {why}.\nWhat is there is whole. When that is mended, run it again."
        ) from None
    _tell(publishing, len(found.rows))
    nowhere = [(slug, one) for slug, entry in found.entries.items() for one in entry.nowhere]
    for slug, one in nowhere[:_SHOWN]:
        say(f"{slug}: {one} leads nowhere. Write what is meant: watchlog edit {slug} {one.split()[-1]}")
    if len(nowhere) > _SHOWN:
        say(f"And {len(nowhere) - _SHOWN:,} more, which watchlog doctor names.")
    if as_json:
        slugs = sorted(found.entries)
        print_json({"file": str(place), "dramas": slugs, "left_out": list(session.left_out)})


def _base(url: str) -> str:
    """The address of the site's folder, with a slash at its end; "" where none is told. Raises WrongUsage."""
    if not url:
        return ""
    if not is_address(url) or not re.match("https?://", url, re.IGNORECASE) or re.search("[?#]", url):
        raise WrongUsage(f"Not the address of a folder: {url}\nGive one like https://mina.example/dramas/")
    return url.strip().rstrip("/") + "/"


def _ask(found: Published, publishing: Publishing) -> None:
    """Say what everybody may read who gets the folder, and ask. Raises Refused."""
    counts = {one: sum(entry.count(shelf) for entry in found.entries.values()) for shelf, one in _SHELVES.items()}
    said = ", ".join(counted(number, one) for one, number in {"drama": len(found.rows), **counts}.items() if number)
    beside = publishing.others()
    stays = f" What else is in it stays ({beside:,})." if beside else ""
    what = f"This writes {said} into {publishing.folder}, for everybody who gets to see it.{stays}"
    if not session.asks:
        raise Refused(f"{what}\nNothing was written. To do it: --yes")
    from watchlog.cli.reading.prompts import confirm

    say(what)
    if not confirm("Publish?"):
        raise Refused("Nothing was written.")


def _tell(publishing: Publishing, dramas: int) -> None:
    written, removed = len(publishing.written), len(publishing.removed)
    done = ", ".join(
        filter(
            None, [f"{counted(written, 'file')} written" if written else "", f"{removed:,} removed" if removed else ""]
        )
    )
    say(f"Published {counted(dramas, 'drama')} in {publishing.folder}: {done or 'nothing had changed'}.")
    if alone := sorted(publishing.left_alone):
        say(f"Not as watchlog wrote it, and left as it is: {first_of(alone, _SHOWN)}.")

"""watchlog import."""

from collections.abc import Iterator, Sequence
from datetime import date, tzinfo
from functools import partial
from typing import Annotated, cast, get_args

import typer

from watchlog.cli.merging import Merging, coming_from
from watchlog.cli.moving import Moving, show_sources
from watchlog.cli.reading.arguments import FILES, Offers, Yes
from watchlog.cli.reading.dramas import named_slug
from watchlog.cli.reading.sources import NAMES, formats_of
from watchlog.cli.reading.values import read_choice
from watchlog.cli.session import session
from watchlog.errors import Refused, WrongUsage
from watchlog.formats.reading.decoding import ENCODINGS
from watchlog.formats.register import Format
from watchlog.formats.source import DateOrder, Said, Source
from watchlog.journal.drama.values import Status
from watchlog.journal.keep.importing.elsewhere import Elsewhere
from watchlog.journal.keep.moving.days import Calendar
from watchlog.journal.keep.moving.matching import NEW, SKIP
from watchlog.journal.keep.rows import Incoming

_ORDERS = get_args(DateOrder)
_STATUSES = get_args(Status)
_OURS = ("json", "markdown")
"""What holds whole dramas."""


def import_(
    files: Annotated[
        list[str] | None, typer.Argument(metavar="FILE...", help="Files, folders or ZIPs; - is standard input."), FILES
    ] = None,
    format: Annotated[
        str | None,
        typer.Option("--from", metavar="SOURCE", help="What it is, by its name in --list; else found out."),
        Offers(" ".join(NAMES)),
    ] = None,
    show_list: Annotated[bool, typer.Option("--list", help="What can be imported, and how to get it.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would change.")] = False,
    replace: Annotated[bool, typer.Option("--replace", help="Make the drama what the file of export says.")] = False,
    yes: Yes = False,
    report: Annotated[
        str | None,
        typer.Option("--report", metavar="FILE", help="Write each row and what became of it, as CSV."),
        FILES,
    ] = None,
    encoding: Annotated[
        str | None,
        typer.Option("--encoding", metavar="ENCODING", help=f"{', '.join(ENCODINGS)}; else found out."),
        Offers(" ".join(ENCODINGS)),
    ] = None,
    dates: Annotated[
        str | None,
        typer.Option("--dates", metavar="ORDER", help="How 2/4/2021 is meant: dmy, mdy or ymd."),
        Offers(" ".join(_ORDERS)),
    ] = None,
    zone: Annotated[
        str | None,
        typer.Option("--zone", metavar="AREA", help="Where an instant becomes a day, like Asia/Seoul; else here."),
        Offers("@zones"),
    ] = None,
    profile: Annotated[
        str | None, typer.Option("--profile", metavar="NAME", help="Whose rows, in a file of a household.")
    ] = None,
    status: Annotated[
        str | None,
        typer.Option("--status", metavar="STATUS", help="Of all that is in a file which does not say it."),
        Offers(" ".join(_STATUSES)),
    ] = None,
    named: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="NAME=DRAMA", help="Which drama a title is; or new, or skip."),
        Offers("@map"),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print what was done as JSON.")] = False,
) -> None:
    """Take in what lies elsewhere: other trackers' files, tables of your own, what export wrote, a journal, a backup.

    What is here already is not taken in twice, and what you changed here stays. Where words would go, they are shown
    and asked about. All of it is one change, which undo takes back.

    watchlog import --list
    watchlog import run-on.md --dry-run
    watchlog import run-on.csv --map "Run On=run-on"
    """
    if show_list:
        show_sources(as_json=as_json)
        return
    if not files:
        raise WrongUsage("Import what? Name a file.\nSee what can be imported: watchlog import --list")
    said = Said(
        encoding=encoding,
        dates=cast(DateOrder, read_choice(dates, _ORDERS, "order of dates")) if dates else None,
        profile=profile,
        status=cast(Status, read_choice(status, _STATUSES, "status")) if status else None,
    )
    found = [coming_from(file, said) for file in files]
    journals = [one for one in found if isinstance(one, Elsewhere)]
    others = [known for one in found if isinstance(one, Source) for known in formats_of(one, format)]
    ours = [one for one in others if one[0].name in _OURS]
    if len(journals) > 1 or (journals and others) or 0 < len(ours) < len(others):
        raise WrongUsage("Journals, files of watchlog and files of others are imported one after another.")
    if (journals or ours) and (report or named):
        taken_for = f"{ours[0][1].name} is taken for {ours[0][0].title}" if ours else "this is a journal"
        raise WrongUsage(
            f"--report and --map are for other people's files, and {taken_for}.\n"
            "Leave them out, or say what it is: --from SOURCE"
        )
    coming: Merging | Moving
    if journals or ours:
        coming = Merging(
            name=", ".join(files),
            read=journals[0].incoming if journals else partial(_documents, ours),
            elsewhere=journals[0].lineage_with(session.journal.storage) if journals else None,
            replace=replace,
            yes=yes,
            as_json=as_json,
        )
    elif replace:
        raise WrongUsage("--replace is for what export wrote: other people's files only add.")
    else:
        coming = Moving(
            sources=others,
            calendar=Calendar(date.today(), _zone(zone) if zone else None),
            answers=dict(_answer(text) for text in named or []),
            report=report,
            yes=yes,
            as_json=as_json,
        )
    if dry_run:
        coming.preview()
    else:
        coming.take_in()
    if coming.is_partial:
        raise typer.Exit(Refused.exit_code)


def _documents(sources: Sequence[tuple[Format, Source]]) -> Iterator[Incoming]:
    for form, source in sources:
        try:
            yield from form.read(source)
        except Refused as error:
            named = "" if source.name in str(error) else f"{source.name}: "
            told = "" if "\n" in str(error) or "Nothing was imported" in str(error) else "\nNothing was imported."
            raise Refused(f"{named}{error}{told}") from None


def _zone(area: str) -> tzinfo:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(area)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise WrongUsage(f"No zone known here: {area!r}. Use a name like Asia/Seoul or UTC.") from None


def _answer(text: str) -> tuple[str, str]:
    name, _, drama = text.rpartition("=")
    if not name.strip() or not drama.strip():
        raise WrongUsage(f"Not NAME=DRAMA: {text!r}. Use a title and a drama, like: --map “Signal=signal-2016”")
    return name.strip(), drama.strip() if drama.strip() in (NEW, SKIP) else named_slug(drama.strip())

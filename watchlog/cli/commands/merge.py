"""watchlog merge."""

from typing import Annotated

import typer

from watchlog.cli.output import print_json, say
from watchlog.cli.reading.arguments import FILES
from watchlog.cli.reading.files import named_path
from watchlog.journal.keep.git import merge_files
from watchlog.journal.keep.merging.saying import told_line


def merge(
    base: Annotated[str, typer.Argument(metavar="BASE", help="The version both come from; may be empty."), FILES],
    ours: Annotated[str, typer.Argument(metavar="OURS", help="Our version, which takes the result."), FILES],
    theirs: Annotated[str, typer.Argument(metavar="THEIRS", help="Their version."), FILES],
    as_json: Annotated[bool, typer.Option("--json", help="Print what was done as JSON.")] = False,
) -> None:
    """Merge two versions of a drama: git calls it, where the clone's configuration names it as a driver.

    What either side has is kept; of two versions of one item, both are. Where a version cannot be read, both texts
    stand in OURS between conflict markers, and the exit code is 1. How to set it up: the README, On two machines.

    watchlog merge base.json ours.json theirs.json
    """
    done = merge_files(*(named_path(path) for path in (base, ours, theirs)))
    slug = str(done.merged.document["slug"])
    for told in done.merged.told:
        say(f"{slug}: {told_line(told)}")
    if any((told.kind, told.what) == ("fact", "slug") for told in done.merged.told):
        say(f"{slug}: its file may lie under both names now. When git is done: watchlog doctor --fix")
    if as_json:
        did = "added" if done.changed else "same"
        counts = {"added": int(done.changed), "same": int(not done.changed)}
        dramas = [{"slug": slug, "did": did}]
        print_json({"change": None, "dramas": dramas, "counts": counts, "refused": [], "questions": []})

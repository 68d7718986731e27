"""watchlog restore."""

from typing import Annotated

import typer

from watchlog.cli.commands.undo import AsJson
from watchlog.cli.output import print_json, say
from watchlog.cli.reading.arguments import FILES, Yes
from watchlog.cli.reading.files import named_path, opened_file
from watchlog.cli.session import session
from watchlog.errors import Refused
from watchlog.journal.drama.amounts import counted, first_of
from watchlog.journal.keep.archive import Archive
from watchlog.journal.keep.restore import Plan, bring_back, open_backup, plan_restoring
from watchlog.journal.keep.undo import NOTHING_DONE, done_last
from watchlog.journal.store.storage import Storage

_NAMED = 9


def restore(
    file: Annotated[str, typer.Argument(metavar="FILE", help="What backup wrote; - is standard input."), FILES],
    yes: Yes = False,
    as_json: AsJson = False,
) -> None:
    """Take a backup back: the journal is what it was then. All of it is one change, which undo takes back.

    watchlog restore ~/watchlog.zip
    """
    path = named_path(file)
    storage = session.journal.storage
    archive = open_backup(path, opened_file(file))
    plan = plan_restoring(storage, archive)
    if not plan.brings:
        say(f"Nothing to restore: the journal is as {path} has it.")
    else:
        _restore(storage, archive, plan, path.name, yes)
    if as_json:
        print_json(done_last(session.journal) if plan.new or plan.replaces else NOTHING_DONE)


def _restore(storage: Storage, archive: Archive, plan: Plan, name: str, yes: bool) -> None:
    if plan.replaces and not yes:
        _ask(plan)
    say(bring_back(storage, archive, plan, name))
    if plan.changes:
        say(f"Its history came along: {counted(plan.changes, 'change')}.")
    if plan.new or plan.replaces:
        say("To have it as it was before: watchlog undo")


def _ask(plan: Plan) -> None:
    if not session.asks:
        raise Refused(
            f"It would be {plan.counts_line()}; nothing was restored, for nobody can be asked.\n"
            "To restore without a question, add --yes."
        )
    from watchlog.cli.reading.prompts import confirm

    for what, slugs in ("changed", plan.changed), ("removed", plan.removed):
        if slugs:
            say(f"  {what}: {first_of(slugs, _NAMED)}")
    if not confirm(f"Restore it, with {plan.counts_line()}?"):
        raise Refused("Nothing was restored.")

"""watchlog doctor."""

from typing import TYPE_CHECKING, Annotated

import typer

from watchlog.cli import output
from watchlog.cli.output import say
from watchlog.cli.session import session
from watchlog.errors import Damaged
from watchlog.journal.drama.amounts import counted
from watchlog.journal.keep.doctor.doctor import Doctor
from watchlog.journal.keep.doctor.findings import FIX
from watchlog.views.lines.doctor import problem_lines

if TYPE_CHECKING:
    from rich.console import RenderableType


def doctor(
    fix: Annotated[bool, typer.Option("--fix", help="Mend what can be without losing a word.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="An object with all that was found.")] = False,
) -> None:
    """Check every file of the journal; each problem is named with what to do about it.

    watchlog doctor
    watchlog doctor --fix
    """
    looking = Doctor(session.root, session.drafts, notice=say)
    session.storage = looking.storage
    report = looking.mend() if fix else looking.examine()

    def page() -> "RenderableType":
        from watchlog.views.pages import doctor

        return doctor.page(report.problems, session.root)

    if not as_json:
        for line in report.fixed:
            say(line)
    if report.problems or as_json:
        output.show(page=page, lines=lambda: problem_lines(report.problems), document=lambda: report, as_json=as_json)
    if not as_json:
        for draft in report.drafts:
            say(f"A draft that is in no drama yet: {draft}")
        if report.drafts:
            say("To go on with one, give the command that began it again; else delete the file.")
    if report.problems:
        fixable = sum(problem.fixable for problem in report.problems)
        hint = f"\n{fixable} can be mended without losing a word: {FIX}" if fixable else ""
        raise Damaged(f"{counted(len(report.problems), 'problem')}.{hint}")
    if not as_json:
        both = f"{counted(report.dramas, 'drama')} and {counted(report.changes, 'change')} are sound."
        sound = f"All {both}" if report.dramas > 1 else both
        say(sound if report.dramas or report.changes else "There is nothing in the journal yet.")

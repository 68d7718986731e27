"""watchlog doctor."""

from typing import Annotated

import typer

from watchlog.cli.session import print_bytes, print_json, say, session
from watchlog.errors import Damaged
from watchlog.journal.doctor import Doctor, Report
from watchlog.journal.findings import FIX
from watchlog.views.marks import counted


def doctor(
    fix: Annotated[bool, typer.Option("--fix", help="Mend what can be without losing a word.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="An object with all that was found.")] = False,
) -> None:
    """Check every file of the journal; each problem is named with what to do about it.

    watchlog doctor
    watchlog doctor --fix
    """
    looking = Doctor(session.root, session.drafts, notice=say)
    report = looking.mend() if fix else looking.examine()
    if as_json:
        print_json(report)
    else:
        for line in report.fixed:
            say(line)
        _show(report)
    if report.problems:
        fixable = sum(problem.fixable for problem in report.problems)
        hint = f"\n{fixable} can be mended without losing a word: {FIX}" if fixable else ""
        raise Damaged(f"{counted(len(report.problems), 'problem')}.{hint}")
    if not as_json:
        both = f"{counted(report.dramas, 'drama')} and {counted(report.changes, 'change')} are sound."
        sound = f"All {both}" if report.dramas > 1 else both
        say(sound if report.dramas or report.changes else "There is nothing in the journal yet.")


def _show(report: Report) -> None:
    from watchlog.views.doctor import lines, page
    from watchlog.views.terminal import make_console

    if session.on_terminal:
        make_console().print(page(report.problems, session.root), end="")
    else:
        print_bytes("".join(f"{line}\n" for line in lines(report.problems)).encode())
    for draft in report.drafts:
        say(f"A draft that is in no drama yet: {draft}")

"""watchlog cast."""

from typing import Annotated

import typer

from watchlog.cli.options import AsJson, DramaName, answer, read_line, read_name, read_role, read_text
from watchlog.cli.session import report, session
from watchlog.journal.records import CastMember


def cast(
    drama: DramaName = None,
    actor: Annotated[str | None, typer.Argument(metavar="ACTOR", help="The actor's name.")] = None,
    character: Annotated[str | None, typer.Option("--as", metavar="CHARACTER", help="Who they play.")] = None,
    role: Annotated[str | None, typer.Option("--role", metavar="ROLE", help="main, support or guest.")] = None,
    note: Annotated[
        str | None, typer.Option("--note", metavar="TEXT", help="Your words; - reads standard input.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Say who plays whom, and how.

    watchlog cast run-on "Im Si Wan" --as "Ki Seon Gyeom" --role main
    """
    plays, part, words = read_line(character, "A character"), read_role(role), read_text(note)
    slug = session.slug(drama)
    name = answer(actor, "Which actor", lambda text: read_name(text, "An actor"))
    with session.journal.change(f"cast {slug}", [slug]) as change:
        changed = change.open(slug)
        new = CastMember(id=changed.new_id(), actor=name, character=plays, role=part, note=words)
        changed.cast.append(new)
        change.summary = f"Added cast {new.id} to {changed.title}: {new.actor}{f' as {plays}' if plays else ''}."
    report(change.summary, changed, as_json=as_json)

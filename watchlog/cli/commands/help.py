"""watchlog help."""

from typing import Annotated

import typer

from watchlog.cli.commands import COMMANDS
from watchlog.cli.manual import show_contents, show_topic, topics
from watchlog.cli.mistakes import unknown_topic
from watchlog.cli.reading.arguments import Offers


def help(
    ctx: typer.Context,
    subject: Annotated[
        str | None,
        typer.Argument(metavar="[COMMAND or TOPIC]", help="Else all of them are named."),
        Offers(" ".join([*COMMANDS, *topics()])),
    ] = None,
) -> None:
    """Explain a command, or a topic that is too long for the help of one.

    watchlog help
    watchlog help note
    watchlog help scripts
    """
    program = ctx.parent
    assert program
    assert isinstance(program.command, typer.core.TyperGroup)
    if subject is None:
        program.get_help()
        show_contents()
    elif subject in COMMANDS:
        command = program.command.get_command(program, subject)
        assert command
        with command.make_context(subject, [], parent=program, resilient_parsing=True) as context:
            context.get_help()
    elif subject in topics():
        show_topic(subject)
    else:
        raise unknown_topic(subject, topics())

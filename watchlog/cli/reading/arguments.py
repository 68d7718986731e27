"""Arguments and options that several commands share."""

from collections.abc import Callable
from typing import Annotated, TypeVar

import typer
from msgspec import Struct

from watchlog.cli.reading.values import read_limit, read_upto
from watchlog.cli.session import session
from watchlog.errors import WrongUsage


class Offers(Struct, frozen=True):
    """What TAB offers for an argument or the value of an option: words, or with @ what has to be looked up."""

    words: str


DRAMAS, FILES = Offers("@dramas"), Offers("@files")

DramaName = Annotated[
    str | None, typer.Argument(metavar="DRAMA", help="Its slug or title, or the beginning of one."), DRAMAS
]
Episode = Annotated[str | None, typer.Argument(metavar="EPISODE", help="Its number, or whole."), Offers("@episodes")]
AsJson = Annotated[bool, typer.Option("--json", help="Print the drama's whole document as JSON.")]
WrittenAsJson = Annotated[bool, typer.Option("--json", help="Print as JSON what was written.")]
Limit = Annotated[int | None, typer.Option("--limit", "-n", metavar="N", parser=read_limit, help="How many; 0 is all.")]
Spoilers = Annotated[
    bool, typer.Option("--spoilers", envvar="WATCHLOG_SPOILERS", help="Show what is marked as a major spoiler.")
]
Upto = Annotated[
    int | None,
    typer.Option(
        "--upto", metavar="N", parser=read_upto, help="Hide what somebody who has seen N episodes may not know."
    ),
]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")]

Answer = TypeVar("Answer")


def answer(text: str | None, question: str, read: Callable[[str], Answer]) -> Answer:
    """What an argument says; where it is left out on a terminal, what the person answers.

    Raises WrongUsage where nobody can be asked.
    """
    if text is not None:
        return read(text)
    if not session.asks:
        raise WrongUsage(f"{question}? Nobody can be asked: say it on the command line.")
    from watchlog.cli.reading.prompts import ask

    return ask(question, read)

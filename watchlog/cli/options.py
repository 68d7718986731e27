"""Arguments and options that several commands share, and how their values are read."""

import re
import sys
from collections.abc import Callable
from typing import Annotated, TypeVar, cast, get_args

import typer

from watchlog.cli.session import session
from watchlog.errors import WrongUsage
from watchlog.journal.dates import parse_date
from watchlog.journal.records import MOMENT_PATTERN, Role, Spoiler, Status, Type
from watchlog.journal.scores import parse_score
from watchlog.journal.texts import kept, one_line
from watchlog.journal.watching import check_episode

DramaName = Annotated[
    str | None, typer.Argument(metavar="DRAMA", help="Its slug, its title, or the beginning of its slug.")
]
Episode = Annotated[str | None, typer.Argument(metavar="EPISODE", help="The episode's number.")]
EpisodeOption = Annotated[str | None, typer.Option("--episode", metavar="N", help="The episode's number.")]
At = Annotated[str | None, typer.Option("--at", metavar="MM:SS", help="The moment in the episode.")]
SpoilerOption = Annotated[
    str | None, typer.Option("--spoiler", metavar="LEVEL", help="none, minor or major: major ones are covered.")
]
On = Annotated[str | None, typer.Option("--on", metavar="DATE", help="The day: 2021-01-25, yesterday, “last friday”.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print the drama's whole document as JSON.")]
Spoilers = Annotated[
    bool, typer.Option("--spoilers", envvar="WATCHLOG_SPOILERS", help="Show what is marked as a major spoiler.")
]

Answer = TypeVar("Answer")


def answer(text: str | None, question: str, read: Callable[[str], Answer]) -> Answer:
    """What an argument says; where it is left out on a terminal, what the person answers.

    Raises WrongUsage where nobody can be asked.
    """
    if text is not None:
        return read(text)
    if not session.asks:
        raise WrongUsage(f"{question}? Nobody can be asked: say it on the command line.")
    from watchlog.cli.prompts import ask

    return ask(question, read)


def read_choice(text: str, choices: tuple[str, ...], what: str) -> str:
    """The choice meant by `text`, with spaces, case and hyphens as they come. Raises WrongUsage."""
    bare = {choice.replace("-", ""): choice for choice in choices}
    wanted = text.strip().lower().translate(str.maketrans("", "", " -_"))
    if wanted in bare:
        return bare[wanted]
    from difflib import get_close_matches

    close = get_close_matches(wanted, bare, n=1)
    guess = f" Did you mean {bare[close[0]]}?" if close else ""
    article = "an" if what[0] in "aeiou" else "a"
    raise WrongUsage(f"Not {article} {what}: {text!r}.{guess}\nUse one of: {', '.join(choices)}.")


def read_status(text: str) -> Status:
    return cast(Status, read_choice(text, get_args(Status), "status"))


def read_type(text: str) -> Type:
    return cast(Type, read_choice(text, get_args(Type), "type"))


def read_role(text: str | None) -> Role | None:
    return None if text is None else cast(Role, read_choice(text, get_args(Role), "role"))


def read_spoiler(text: str | None) -> Spoiler:
    return "none" if text is None else cast(Spoiler, read_choice(text, get_args(Spoiler), "spoiler level"))


def read_number(text: str, what: str) -> int:
    """A whole number from 1 up. Raises WrongUsage."""
    digits = text.strip()
    if digits.isascii() and digits.isdigit() and len(digits) <= 5 and int(digits) >= 1:
        return int(digits)
    raise WrongUsage(f"Not {what}: {text!r}. Use a whole number, from 1 to 99999.")


def read_episode(text: str, slug: str) -> int:
    """The number of an episode that the drama has. Raises WrongUsage, Refused."""
    number = read_number(text, "an episode")
    check_episode(session.journal.drama(slug), number)
    return number


def read_score(text: str | None) -> float | None:
    return None if text is None else parse_score(text)


def read_moment(text: str | None) -> str | None:
    """A moment as MM:SS or H:MM:SS. Raises WrongUsage."""
    if text is None:
        return None
    moment = text.strip()
    moment = f"0{moment}" if re.fullmatch("[0-9]:[0-9]{2}", moment) else moment
    if not re.match(MOMENT_PATTERN, moment):
        raise WrongUsage(f"Not a moment: {text!r}. Use MM:SS or H:MM:SS, like 14:05 or 1:02:30.")
    return moment


def read_day(text: str | None) -> str:
    """The day meant, today where none is given. Raises WrongUsage."""
    return parse_date("today" if text is None else text)


def read_name(text: str, what: str) -> str:
    """A name or a title, on one line. Raises WrongUsage for one without words."""
    line = one_line(text)
    if not line:
        raise WrongUsage(f"{what} needs words.")
    return line


def read_line(text: str | None, what: str) -> str | None:
    """A name or a title, where it is given. Raises WrongUsage for one without words."""
    return None if text is None else read_name(text, what)


def read_text(text: str | None) -> str | None:
    """Free text as it was given; `-` is all of standard input. Raises WrongUsage for what is not UTF-8."""
    if text is None:
        return None
    return kept(read_stdin() if text == "-" else text)


def read_stdin() -> str:
    """Standard input, without the newline at its end. Raises WrongUsage for what is not UTF-8, and the second time."""
    if session.has_read_stdin:
        raise WrongUsage("Only one text can come from standard input: give the other one in words.")
    session.has_read_stdin = True
    try:
        text = sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise WrongUsage(f"Standard input is not valid UTF-8 (byte {error.start + 1}): nothing was saved.") from None
    return text.removesuffix("\n")


def read_list(values: list[str] | None, between: str = ",") -> list[str]:
    """The values of an option that may be repeated, or separated by commas: by what the pattern `between` finds."""
    lines = (one_line(part) for value in values or [] for part in re.split(between, value))
    return list(dict.fromkeys(line for line in lines if line))

"""Options made from the table of fields: a command says which fields it takes, and gets what was typed for each."""

import inspect
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from watchlog.cli.reading.arguments import Offers
from watchlog.cli.reading.values import read_value, read_values
from watchlog.cli.reading.writing import read_option
from watchlog.journal.drama.dates import is_date
from watchlog.journal.drama.fields import FACTS, Field

if TYPE_CHECKING:
    from watchlog.journal.drama.facts import Told

Typed = str | list[str] | bool | None
"""What an option was given on the command line."""

Command = TypeVar("Command", bound=Callable[..., None])
_FORGET = "no_"
_NOTHING = Offers("")


def takes(
    fields: Sequence[Field], *, heading: str | None = None, forgets: Sequence[Field] = ()
) -> Callable[[Command], Command]:
    """Give a command an option for each of the fields, and `--no-…` for those it forgets.

    What is typed comes as keyword arguments: hand them to `given` and `forgotten`.
    """
    options = [_parameter(field.name, _kind(field), _option(field, heading), _offers(field)) for field in fields]
    options += [_parameter(_FORGET + field.name, bool, _clearing(field)) for field in forgets]

    def with_options(command: Command) -> Command:
        signature = inspect.signature(command)
        own = [one for one in signature.parameters.values() if one.kind is not inspect.Parameter.VAR_KEYWORD]
        last = [own.pop()] if own and own[-1].name == "as_json" else []
        command.__signature__ = signature.replace(parameters=[*own, *options, *last])  # type: ignore[attr-defined]
        return command

    return with_options


def given(fields: Iterable[Field], typed: Mapping[str, Typed]) -> "Told":
    """The values of the fields that something was typed for. Raises WrongUsage."""
    told: Told = {}
    for field in fields:
        words = typed.get(field.name)
        if isinstance(words, str):
            told[field.name] = read_value(field, _from(field, words))
        elif isinstance(words, list) and (values := read_values(field, [_from(field, one) for one in words])):
            told[field.name] = values
    return told


def _from(field: Field, words: str) -> str:
    """What was typed; a text that is `-` is what stands on standard input."""
    return read_option(field.option, words) if field.metavar == "TEXT" else words


def forgotten(fields: Iterable[Field], typed: Mapping[str, Typed]) -> list[Field]:
    """The fields that a `--no-…` stands for, or whose option was given nothing."""
    return [field for field in fields if typed.get(_FORGET + field.name) or is_nothing(typed.get(field.name))]


def is_nothing(words: Typed) -> bool:
    """Whether an option was given, and given nothing: that forgets what its field says."""
    return isinstance(words, str | list) and words != [] and not "".join(words).strip()


def named_day(typed: Mapping[str, Typed], day: object) -> str:
    """What an answer says of the day that was told in other words than its date; empty where it was not."""
    told = typed.get("on")
    if not isinstance(told, str) or is_date(told.strip()):
        return ""
    return f" On {day}." if isinstance(day, str) else " On a day nobody knows."


def _parameter(name: str, kind: Any, option: Any, offers: Offers = _NOTHING) -> inspect.Parameter:
    default = False if kind is bool else None
    return inspect.Parameter(
        name, inspect.Parameter.POSITIONAL_OR_KEYWORD, default=default, annotation=Annotated[kind, option, offers]
    )


def _kind(field: Field) -> Any:
    return list[str] | None if field.repeated else str | None


def _option(field: Field, heading: str | None) -> Any:
    return typer.Option(f"--{field.option}", metavar=field.metavar, help=field.help, rich_help_panel=heading)


def _offers(field: Field) -> Offers:
    if field.choices:
        return Offers(" ".join(field.choices))
    if field.reads in ("date", "day"):
        return Offers("today yesterday unknown")
    return Offers(f"@{field.name}" if field in FACTS and (field.reads == "names" or field.name == "country") else "")


def _clearing(field: Field) -> Any:
    return typer.Option(f"--no-{field.option}", help=f"Forget the {field.noun}.", rich_help_panel="Clearing")

"""Command lines that are wrong: what is wrong, and what to type instead. What Typer found is told in our own words."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from typer import TyperException
from typer._click.exceptions import BadOptionUsage, MissingParameter, NoSuchOption

from watchlog.cli.commands import COMMANDS
from watchlog.errors import WrongUsage

_FREE_TEXT = ("TEXT", "TITLE", "ACTOR", "WORDS", "NAME")
"""What an argument is called that may begin with a hyphen."""
_ELSEWHERE = {("set", "--slug"): "Another slug: watchlog rename DRAMA NEW-SLUG"}
"""What another command does that an option is looked for to do."""


def explained(error: TyperException) -> WrongUsage:
    """What is wrong with a command line, by what Typer's exception carries."""
    context = getattr(error, "ctx", None)
    parameter = getattr(error, "param", None)
    if isinstance(error, NoSuchOption) and context:
        return _no_such_option(_as_typed(error), context)
    if isinstance(error, BadOptionUsage):
        name, option = error.option_name, _option(error.option_name, context)
        if option is None or option.is_flag:
            return _wrong(f"Option {name} takes no value.", context)
        return _wrong(f"Option {name} requires an argument: {name} {option.make_metavar(context)}.", context)
    if isinstance(error, MissingParameter) and context and parameter:
        return _wrong(f"{context.command_path} needs {_called(parameter)}.", context)
    return _wrong(error.format_message(), context)


def unknown_command(name: str) -> WrongUsage:
    """A command that is not there."""
    close = get_close_matches(name, COMMANDS)
    guess = f" Did you mean {' or '.join(close)}?" if close else ""
    return WrongUsage(f"No such command {name!r}.{guess}\nSee: watchlog --help")


def unknown_topic(name: str, topics: Iterable[str]) -> WrongUsage:
    """What there is no help for."""
    close = get_close_matches(name, [*COMMANDS, *topics])
    guess = f" Did you mean {' or '.join(close)}?" if close else ""
    return WrongUsage(f"There is no command and no topic {name!r}.{guess}\nSee them: watchlog help")


def too_many(words: list[str], context: Any) -> WrongUsage:
    """Words that a command has no place for."""
    spaced = any(letter.isalpha() for word in words for letter in word)
    hint = "Text with spaces goes in quotes. " if spaced else ""
    return _wrong(f"Got unexpected extra argument(s) ({' '.join(words)})", context, hint)


def _as_typed(error: NoSuchOption) -> str:
    """The option as it was typed: -genre is looked for as -g, too, when nothing is called so."""
    whole = error.__context__
    return whole.option_name if isinstance(whole, NoSuchOption) else error.option_name


def _no_such_option(typed: str, context: Any) -> WrongUsage:
    """An option that is not there: the one that is meant, or where its value goes, or that it may be a text."""
    parameters = context.command.params
    options = {option: option for one in parameters for option in one.opts if option.startswith("--")}
    fields = {f"--{one.name.replace('_', '-')}": one for one in parameters}
    named = typed if len(typed) == len("-x") else f"--{typed.lstrip('-')}"
    meant = fields.get(named)
    if meant is not None and meant.param_type_name == "argument":
        return WrongUsage(
            f"No such option: {typed}\n"
            f"{_called(meant)} goes without an option: {context.command_path} {_arguments(parameters)}"
        )
    if elsewhere := _ELSEWHERE.get((context.command.name, named)):
        return WrongUsage(f"No such option: {typed}\n{elsewhere}")
    if meant is not None and meant.opts:
        hint = f"Did you mean {meant.opts[0]}? "
    elif named not in options and (term := _term(named.lstrip("-"), parameters)):
        hint = f"Did you mean a term, like {term}? "
    elif " " not in typed and (close := get_close_matches(named, options, n=1)):
        hint = f"Did you mean {close[0]}? "
    elif any(_called(one) in _FREE_TEXT for one in parameters if one.param_type_name == "argument"):
        hint = "Text that begins with a hyphen goes after --. "
    else:
        hint = ""
    return _wrong(f"No such option: {typed}", context, hint)


def _term(name: str, parameters: list[Any]) -> str:
    """The term of that name, with a value, where a query is taken."""
    if not any(_called(one) == "QUERY" for one in parameters):
        return ""
    from watchlog.journal.recall.query.fields import FIELDS

    return FIELDS[name].example if name in FIELDS else ""


def _wrong(message: str, context: Any, hint: str = "") -> WrongUsage:
    command = context.command_path if context else "watchlog"
    return WrongUsage(f"{message}\n{hint}See: {command} --help")


def _option(name: str, context: Any) -> Any:
    return next((one for one in context.command.params if name in one.opts), None) if context else None


def _called(parameter: Any) -> str:
    """What help calls an argument: EPISODE."""
    return str(parameter.metavar or parameter.name.upper()).strip("[].")


def _arguments(parameters: list[Any]) -> str:
    return " ".join(_called(one) for one in parameters if one.param_type_name == "argument")

"""Help out of the parser's own objects: what it takes is what is told."""

from typing import TYPE_CHECKING, Any

from watchlog.cli import output
from watchlog.cli.commands import COMMANDS
from watchlog.errors import EXIT_CODES
from watchlog.views.lines.help import Help, Told, help_text

if TYPE_CHECKING:
    from rich.console import RenderableType


def explain(command: Any, context: Any) -> None:
    """Show the help of a command: a page on a terminal, plain text on a pipe."""
    about, examples = _said(command.help or "")
    arguments = [one for one in command.params if one.param_type_name == "argument"]
    groups = {
        "Arguments": [_argument(one) for one in arguments],
        "Options": [
            _option(one, context) for one in command.get_params(context) if one not in arguments and not one.hidden
        ],
    }
    usage = " ".join(_metavar(one) for one in arguments)
    told = Help(
        context.command_path, usage, about, examples, {name: rows for name, rows in groups.items() if rows}, EXIT_CODES
    )
    _show(told, of_program=False)


def explain_all(program: Any, context: Any) -> None:
    """Show the help of the program: its commands, each in a few words."""
    about, _ = _said(program.help or "")
    groups: dict[str, list[Told]] = {}
    for name, place in COMMANDS.items():
        said, _ = _said(program.get_command(context, name).help or "")
        groups.setdefault(place.heading, []).append(Told(name, "", said[0]))
    groups["Options"] = [_option(one, context) for one in program.get_params(context)]
    told = Help(context.command_path, "COMMAND [ARGUMENTS]", about, (), groups, EXIT_CODES)
    _show(told, of_program=True)


def _show(told: Help, *, of_program: bool) -> None:
    def page() -> "RenderableType":
        from watchlog.views.pages import help

        return help.program(told) if of_program else help.command(told)

    output.show(page=page, text=lambda: help_text(told))


def _said(text: str) -> tuple[list[str], list[str]]:
    """What a docstring says, and its examples."""
    lines = [line.strip() for line in text.strip().split("\n") if line.strip()]
    examples = [line for line in lines if line.startswith("watchlog ")]
    return [line for line in lines if line not in examples], examples


def _metavar(argument: Any) -> str:
    return str(argument.metavar or argument.human_readable_name)


def _argument(argument: Any) -> Told:
    """An argument; what it is called stands in brackets where the command can do without it."""
    called = _metavar(argument)
    return Told(called, "", argument.help or "", needed=not called.startswith("["))


def _option(option: Any, context: Any) -> Told:
    flag = option.is_flag or option.count
    return Told(
        ", ".join(sorted(option.opts, key=len)),
        "" if flag else option.metavar or option.make_metavar(context),
        option.help or "",
    )

"""Makes the table of what TAB knows from the signatures of the commands: python -m tests.cli.completion.table"""

import inspect
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any, get_args

from typer.models import OptionInfo, ParameterInfo

from watchlog.cli import completion
from watchlog.cli.app import root
from watchlog.cli.commands import COMMANDS
from watchlog.cli.reading.arguments import Offers

_BEFORE = ("--version", "--changelog", "--json")
"""The options that stand before a command alone, or mean something else there."""
PLACE = Path(completion.__file__).parent / "table.py"
_HEAD = '''"""What TAB knows of the commands. A generated table: python -m tests.cli.completion.table makes it anew."""
# ruff: noqa: E501


class Command:
    """A command: what stands at each of its places, whether the last one repeats, and its options.

    Words are separated by blanks; `@` marks what has to be looked up; an option without a value has None.
    """

    def __init__(self, places: tuple[str, ...], repeated: bool, options: dict[str, str | None]) -> None:
        self.places = places
        self.repeated = repeated
        self.options = options


def command(name: str) -> Command:
    """What is known of a command. Raises KeyError."""
    places, repeated, options = COMMANDS[name]
    return Command(places, repeated, options | _EVERYWHERE)


'''


def made() -> str:
    """The table as it must be."""
    before = _options(root)
    everywhere = {"--help": None, "-h": None} | {name: offers for name, offers in before.items() if name not in _BEFORE}
    lines = [_HEAD, f"GLOBAL: dict[str, str | None] = {before!r}\n\n"]
    lines += [
        f"_EVERYWHERE: dict[str, str | None] = {everywhere!r}\n\n",
        "COMMANDS: dict[str, tuple[tuple[str, ...], bool, dict[str, str | None]]] = {\n",
    ]
    for name, place in COMMANDS.items():
        function = getattr(import_module(f"watchlog.cli.commands.{place.module}"), place.module)
        offers, repeated = _places(function)
        own = {name: offers for name, offers in _options(function).items() if name not in everywhere}
        lines.append(f"{name!r}: ({offers!r}, {repeated}, {own!r}),\n")
    lines.append("}\n")
    formatted = subprocess.run(
        [sys.executable, "-m", "ruff", "format", "-", "--stdin-filename", str(PLACE)],
        input="".join(lines), capture_output=True, text=True, check=True,
    )  # fmt: skip
    return formatted.stdout


def _parameters(function: Any) -> list[tuple[inspect.Parameter, Any, ParameterInfo, str]]:
    found = []
    for one in inspect.signature(function).parameters.values():
        kind, *notes = get_args(one.annotation) if hasattr(one.annotation, "__metadata__") else (one.annotation,)
        infos = [note for note in notes if isinstance(note, ParameterInfo)]
        if infos:
            offers = next((note.words for note in notes if isinstance(note, Offers)), "")
            found.append((one, kind, infos[0], offers))
    return found


def _places(function: Any) -> tuple[tuple[str, ...], bool]:
    places = [(offers, "list" in str(kind)) for _, kind, info, offers in _parameters(function)
              if not isinstance(info, OptionInfo)]  # fmt: skip
    return tuple(offers for offers, _ in places), bool(places) and places[-1][1]


def _options(function: Any) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for one, kind, info, offers in _parameters(function):
        if isinstance(info, OptionInfo):
            declared = [name for name in (info.default, *(info.param_decls or ())) if isinstance(name, str)]
            for name in declared or [f"--{one.name.replace('_', '-')}"]:
                found[name] = None if kind is bool else offers
    return found | {"--help": None, "-h": None}


if __name__ == "__main__":
    PLACE.write_text(made(), "utf-8")

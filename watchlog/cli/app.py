"""The program: finds the command, runs it, and turns what goes wrong into a line and an exit code."""

import copy
import io
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from errno import EINVAL
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Annotated, Any, cast

import typer
from typer.core import TyperCommand, TyperGroup

from watchlog.cli.commands import COMMANDS, Place
from watchlog.cli.output import ask_for_pager, ask_for_pages, ask_for_program, print_text, say
from watchlog.cli.reading.arguments import FILES
from watchlog.cli.session import session
from watchlog.errors import Damaged, NotFound, NotWritten, WatchlogError, WrongUsage

INTERRUPTED = 130
_SETTINGS = {"help_option_names": ["-h", "--help"]}
_EVERYWHERE = ("journal", "sample", "no_input", "page", "no_pager")
"""The global options that stand after a command, too."""
_ABOUT = """A review journal for dramas: episodes, notes, quotes, songs and what you thought, in your terminal.

    Alone, it shows what you are watching. All of it lies in plain files of yours, and can be undone.
    What is too long for the help of a command: watchlog help
    """


@contextmanager
def _naming(context: Any) -> Iterator[None]:
    """Not every exception of the parser says in which command it was."""
    try:
        yield
    except typer.TyperException as error:
        error.ctx = context  # type: ignore[attr-defined]
        raise


class OneCommand(TyperCommand):
    """A command that says itself which words it has no place for, and what looks like an option and is asked."""

    allow_extra_args = True

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        place = COMMANDS.get(self.name or "")
        if place and place.asks:
            args = self._with_terms_apart(args, words=place.asks == "words")
        if any(one.name in ("episode", "episodes") or "--episode" in one.opts for one in self.params):
            args = _with_episodes_whole(args)
        typed = list(args)
        with _naming(ctx):
            rest = super().parse_args(ctx, args)
        _obey(ctx.params)
        if any(one.metavar == "FILE" and ctx.params.get(one.name) == "" for one in self.params):
            raise WrongUsage("A file needs a name.")
        if len(typed) > 1 and self._begins_with_a_drama():
            from watchlog.cli.reading.dramas import check_quoted

            check_quoted(ctx.command_path, typed)
        if rest:
            from watchlog.cli.mistakes import too_many

            raise too_many(rest, ctx)
        return rest

    def format_help(self, ctx: Any, formatter: Any) -> None:
        from watchlog.cli.explaining import explain

        explain(self, ctx)

    def _begins_with_a_drama(self) -> bool:
        """Whether the first word is the name of a drama; not that of `stats` or of `publish`."""
        if self.name in COMMANDS and COMMANDS[self.name].asks == "dramas":
            return self.name not in ("stats", "publish")
        return bool(self.params) and (self.params[0].metavar or "").strip("[].") == "DRAMA"

    def _with_terms_apart(self, args: list[str], *, words: bool) -> list[str]:
        options = {name: not getattr(one, "is_flag", True) for one in self.params for name in one.opts}
        if all(not argument.startswith("-") or argument in options for argument in args):
            return args
        from watchlog.journal.recall.query.arguments import set_apart

        return set_apart(args, options, words=words)


def _with_episodes_whole(args: list[str]) -> list[str]:
    """`ep 9` is one value, as it is shown, though a shell hands over two words."""
    whole: list[str] = []
    for word in args:
        if whole and whole[-1].lower() in ("ep", "ep.", "episode", "episodes") and word[:1].isdigit():
            whole[-1] += f" {word}"
        else:
            whole.append(word)
    return whole


class LazyGroup(TyperGroup):
    """Imports a command's module when the command is asked for, and lets each command take the global options."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = cast(Any, COMMANDS)
        self._made: dict[str, Any] = {}

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        with _naming(ctx):
            rest = super().parse_args(ctx, args)
        _obey(ctx.params)
        return rest

    def format_help(self, ctx: Any, formatter: Any) -> None:
        from watchlog.cli.explaining import explain_all

        explain_all(self, ctx)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        place = COMMANDS.get(cmd_name)
        if place is None:
            from watchlog.cli.mistakes import unknown_command

            raise unknown_command(cmd_name)
        if cmd_name not in self._made:
            self._made[cmd_name] = self._make(cmd_name, place)
        return self._made[cmd_name]

    def _make(self, name: str, place: Place) -> Any:
        module = import_module(f"watchlog.cli.commands.{place.module}")
        shell = typer.Typer(add_completion=False, pretty_exceptions_enable=False, context_settings=_SETTINGS)
        function = getattr(module, place.module)
        shell.command(name, cls=OneCommand, help=_help(function, module), rich_help_panel=place.heading)(function)
        command = typer.main.get_command(shell)
        for option in self.params:
            if option.name in _EVERYWHERE:
                also_here = copy.copy(option)
                also_here.hidden = True  # type: ignore[attr-defined]
                command.params.append(also_here)
        return command


def _help(function: Callable[..., None], module: ModuleType) -> str:
    """The help of a command: its docstring, also where Python was told to drop docstrings (-OO)."""
    if function.__doc__:
        return function.__doc__
    from watchlog.cli.manual import docstring

    return docstring(function.__name__, module)


app = typer.Typer(
    cls=LazyGroup,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings=_SETTINGS,
    invoke_without_command=True,
)


def _obey(said: dict[str, Any]) -> None:
    """Do what the global options say, wherever they stood, and take them from what a command is given."""
    folder, sample, no_input, page, no_pager = (said.pop(name) for name in _EVERYWHERE)
    if folder is not None:
        if not folder:
            raise WrongUsage("--journal needs a folder.")
        session.folder = Path(folder)
    session.sample |= sample
    if sample:
        ask_for_program("watchlog --sample")
    session.no_input |= no_input
    if page:
        ask_for_pages(True)
    if no_pager or no_input:
        ask_for_pager(False)
    if said.pop("version", False):
        from watchlog import __version__

        print_text(f"watchlog {__version__}\n")
        raise typer.Exit
    if said.pop("changelog", False):
        from watchlog.cli.manual import show_changelog

        show_changelog()
        raise typer.Exit


@app.callback(help=_ABOUT)
def root(
    ctx: typer.Context,
    journal: Annotated[
        str | None, typer.Option(metavar="DIR", help="The journal's folder, else $WATCHLOG_JOURNAL."), FILES
    ] = None,
    sample: Annotated[bool, typer.Option("--sample", help="Use a built-in journal; nothing is kept.")] = False,
    no_input: Annotated[bool, typer.Option("--no-input", help="Never ask anything.")] = False,
    page: Annotated[bool, typer.Option("--page", help="The page on a pipe, too.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="What is on home, as JSON; commands have their own.")] = False,
    no_pager: Annotated[bool, typer.Option("--no-pager", help="A long page without a pager.")] = False,
    version: Annotated[bool, typer.Option("--version", help="The version.")] = False,
    changelog: Annotated[bool, typer.Option("--changelog", help="What changed, and when.")] = False,
) -> None:
    """Home, where no command is named. The other options have been obeyed."""
    if ctx.invoked_subcommand is None:
        from watchlog.cli.commands.home import home

        home(as_json=as_json)
    elif as_json:
        raise WrongUsage(f"--json stands after the command: watchlog {ctx.invoked_subcommand} --json")


def run(arguments: Sequence[str]) -> int:
    """Run one command line; gives the exit code."""
    _open_streams()
    _speak_utf8()
    session.begin()
    try:
        code = _invoke(arguments)
        sys.stdout.flush()
        if code == 0 and session.left_out and session.saved is None:
            raise Damaged("Not all of it is there. See: watchlog doctor")
    except WatchlogError as error:
        say(session.not_yet_told(str(error)))
        not_seen = isinstance(error, NotFound) and session.left_out  # it may be in what could not be read
        return Damaged.exit_code if not_seen else error.exit_code
    except typer.TyperException as error:
        from watchlog.cli.mistakes import explained

        wrong = explained(error)
        say(str(wrong))
        return wrong.exit_code
    except (KeyboardInterrupt, EOFError):
        say("\nStopped: nothing was saved." if session.saved is None else f"\nStopped, but saved: {session.saved}")
        return INTERRUPTED
    except MemoryError:
        say("It is too large for the memory of this machine." + ("" if session.saved else " Nothing was saved."))
        return NotWritten.exit_code
    except UnicodeEncodeError:
        say("Something on the command line is not valid UTF-8: nothing was saved.")
        return WrongUsage.exit_code
    except OSError as error:
        return _give_up(error)
    except SystemExit:  # so Rich ends where the reader has seen enough
        return 0
    return code


@cache
def _program() -> Any:
    """All that is known of the command line, made with the first that is run."""
    return typer.main.get_command(app)


def _invoke(arguments: Sequence[str]) -> int:
    """Run the command; gives its exit code. Typer's own `main` would end Ctrl-C and a closed pipe in its own way."""
    command = _program()
    try:
        with command.make_context("watchlog", list(arguments)) as context:
            command.invoke(context)
    except typer.Exit as end:
        return end.exit_code
    return 0


def _give_up(error: OSError) -> int:
    """What a stream or a file outside the journal refuses; gives the exit code."""
    # What Python still holds for the reader must not be tried again at exit.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if isinstance(error, BrokenPipeError) or (sys.platform == "win32" and error.errno == EINVAL and not error.filename):
        return 0  # the reader has seen enough, which Windows has no name of its own for
    place = f" ({error.filename})" if error.filename else ""
    say(f"Cannot go on: {error.strerror or error}{place}.")
    return NotWritten.exit_code


def _open_streams() -> None:
    """A stream closed before the program began is an empty one: no file of the journal may come to lie in its place."""
    for name, mode in ("stdin", "r"), ("stdout", "w"), ("stderr", "w"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode))  # noqa: SIM115


def _speak_utf8() -> None:
    """Scripts get UTF-8 on every machine; a terminal that cannot show a character shows its code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if not stream.isatty():
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
            else:
                stream.reconfigure(errors="backslashreplace")

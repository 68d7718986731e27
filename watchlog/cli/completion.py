"""watchlog completion."""

from pathlib import Path
from typing import Annotated

import typer

from watchlog.cli.options import answer, read_choice
from watchlog.cli.session import print_bytes
from watchlog.journal import files

SHELLS = ("bash", "zsh", "fish")


def completion(
    shell: Annotated[str | None, typer.Argument(metavar="SHELL", help=f"{', '.join(SHELLS)}.")] = None,
) -> None:
    """Print what makes TAB complete commands, dramas, episodes and options in your shell.

    watchlog completion bash
    """
    name = answer(shell, "Which shell", lambda text: read_choice(text, SHELLS, "shell"))
    print_bytes(files.read(Path(__file__).parent / "completions" / f"watchlog.{name}") or b"")

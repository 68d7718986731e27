"""watchlog completion."""

from pathlib import Path
from typing import Annotated

import typer

from watchlog.cli.output import print_text
from watchlog.cli.reading.arguments import Offers, answer
from watchlog.cli.reading.values import read_choice
from watchlog.journal.store import files

SHELLS = ("bash", "zsh", "fish")


def completion(
    shell: Annotated[
        str | None, typer.Argument(metavar="SHELL", help=f"{', '.join(SHELLS)}."), Offers(" ".join(SHELLS))
    ] = None,
) -> None:
    """Print what TAB needs, to complete commands, dramas, episodes and options in your shell.

    watchlog completion bash
    """
    name = answer(shell, "Which shell", lambda text: read_choice(text, SHELLS, "shell"))
    print_text(
        (files.read(Path(__file__).parent.parent / "completion" / "scripts" / f"watchlog.{name}") or b"").decode()
    )

"""watchlog where."""

import os
from typing import Annotated

import typer

from watchlog.cli.output import print_json, print_lines
from watchlog.cli.session import session


def where(as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False) -> None:
    """Say which folders are in use.

    watchlog where
    """
    folders = {"journal": session.root, "cache": session.cache, "drafts": session.drafts}
    named = {name: os.fsencode(folder).decode(errors="backslashreplace") for name, folder in folders.items()}
    if as_json:
        print_json(named)
    else:
        print_lines(named.items())

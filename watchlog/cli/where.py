"""watchlog where."""

import os
from typing import Annotated

import typer

from watchlog.cli.session import print_json, session


def where(as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False) -> None:
    """Say which folders are in use.

    watchlog where
    """
    folders = {"journal": session.root, "cache": session.cache, "drafts": session.drafts}
    if as_json:
        print_json({name: os.fsencode(folder).decode(errors="backslashreplace") for name, folder in folders.items()})
        return
    for name, folder in folders.items():
        print(f"{name}\t{folder}")

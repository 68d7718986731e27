"""watchlog where."""

from typing import Annotated

import typer

from watchlog.cli.session import print_json, session


def where(as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False) -> None:
    """Say which folders are in use.

    watchlog where
    """
    folders = {"journal": str(session.root), "cache": str(session.cache), "drafts": str(session.drafts)}
    if as_json:
        print_json(folders)
        return
    for name, folder in folders.items():
        print(f"{name}\t{folder}")

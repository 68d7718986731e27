"""The floor: the least a program on Typer and Rich can do, one Panel with a Table, with the collector off and left
at once, as watchlog does."""

import gc
import os
import sys

gc.disable()

import typer  # noqa: E402

app = typer.Typer(add_completion=False)


@app.command()
def hello(name: str) -> None:
    from rich.console import Console
    from rich.panel import Panel
    from rich.table import Table

    table = Table("greeting", "name")
    table.add_row("hello", name)
    Console().print(Panel(table))
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    app()

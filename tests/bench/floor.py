"""The floor: the least a program on Typer and Rich can do, one Panel with a Table."""

import typer

app = typer.Typer(add_completion=False)


@app.command()
def hello(name: str) -> None:
    from rich.console import Console
    from rich.panel import Panel
    from rich.table import Table

    table = Table("greeting", "name")
    table.add_row("hello", name)
    Console().print(Panel(table))


if __name__ == "__main__":
    app()

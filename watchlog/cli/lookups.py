"""What TAB has to look up: the numbers in a drama's file, words in use, a command's options."""

from collections.abc import Sequence
from pathlib import Path

from watchlog.cli.completing import journal_folder, positional
from watchlog.cli.session import session
from watchlog.errors import WatchlogError


def look_up(wanted: str, before: Sequence[str]) -> list[str]:
    """The words that `wanted` stands for, behind the words before it; none where they cannot be found."""
    if wanted == "@options":
        return _options(positional(before))
    session.folder = Path(journal_folder(before)).absolute()
    try:
        if wanted == "@genres":
            return sorted({genre for row in session.rows for genre in row.genres})
        if wanted == "@tags":
            return sorted({tag for row in session.rows for tag in row.tags})
        return _numbers(wanted, [*positional(before), ""][1])
    except WatchlogError:
        return []


def _numbers(wanted: str, drama: str) -> list[str]:
    there = session.journal.drama(session.slug(drama))
    if wanted == "@ids":
        return [str(item.id) for item in there.items()]
    if wanted == "@seen":
        return list(there.seen)
    episodes = map(str, range(1, (there.episodes or 0) + 1))
    return [episode for episode in episodes if wanted == "@episodes" or episode not in there.seen]


def _options(places: Sequence[str]) -> list[str]:
    import typer

    from watchlog.cli.app import app

    group = typer.main.get_group(app)
    context = group.make_context("watchlog", [], resilient_parsing=True)
    command = group.get_command(context, places[0]) if places else group
    if command is None:
        return []
    names = [name for option in command.get_params(context) for name in option.opts if name.startswith("-")]
    return [name for name in dict.fromkeys(names) if name.startswith("--")]

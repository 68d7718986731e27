"""Dramas in the format that is asked for."""

from collections.abc import Sequence

from watchlog.journal.records import Drama

FORMATS = ("markdown", "json", "csv", "html")
ENDINGS = {".md": "markdown", ".markdown": "markdown", ".json": "json", ".csv": "csv", ".html": "html", ".htm": "html"}
WHATS = ("dramas", "notes", "quotes")


def written(dramas: Sequence[Drama], format: str, *, rows: str, spoilers: bool, alone: bool) -> str:
    """The dramas as one text. `alone` says that one was asked for, which JSON then gives without an array.

    Without `spoilers`, what is marked as a major one is left out.
    """
    shown = dramas if spoilers else [without_spoilers(drama) for drama in dramas]
    if format == "markdown":
        from watchlog.formats import markdown

        return "\n".join(markdown.write(drama) for drama in shown)
    if format == "json":
        from watchlog.formats import json

        return json.write(shown[0]) if alone else json.write_all(shown)
    if format == "csv":
        from watchlog.formats import csv

        return csv.write(shown, rows)
    from watchlog.formats.html import book, page

    return page(shown[0]) if alone else book(shown)


def without_spoilers(drama: Drama) -> Drama:
    """The drama, from which what is marked as a major spoiler has been taken."""
    for shelf in drama.shelves().values():
        shelf[:] = [item for item in shelf if getattr(item, "spoiler", "none") != "major"]
    return drama

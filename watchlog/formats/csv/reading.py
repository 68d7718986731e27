"""Reading the CSV that `export` and `list` write: rows of dramas, of notes, or of the lines of quotes.

A table of dramas is not the whole of them: what it says goes in like what any other file says, and nothing is removed
for not standing in it.
"""

import re
from collections.abc import Iterator
from functools import partial
from itertools import groupby
from typing import Any, cast, get_args

from watchlog.formats.reading.numbers import count_of, number_of, year_of
from watchlog.formats.reading.refusing import each, no
from watchlog.formats.reading.scores import score_of, scored
from watchlog.formats.reading.statuses import status_of
from watchlog.formats.reading.tables import Cells, Table
from watchlog.formats.source import Source
from watchlog.journal.drama.dialogue import spoken
from watchlog.journal.drama.links import canonical
from watchlog.journal.drama.records import Line
from watchlog.journal.drama.values import PARTS, Spoiler, Type
from watchlog.journal.keep.rows import Incoming, Refusal, Row

_TYPES, _SPOILERS = get_args(Type), get_args(Spoiler)


def read(source: Source) -> Iterator[Incoming]:
    """A row for each drama, note or quote. Raises Refused, and WrongUsage where days can be read in two orders."""
    table = Table(source, "title", days=("on", "watched", "aired from", "aired to"))
    if "slug" in table.columns:
        return each(table, _drama)
    if "speaker" in table.columns:
        return _quotes(table)
    return each(table, _note)


def _drama(cells: Cells) -> Iterator[Row]:
    status = status_of(cells["status"])
    scores: dict[str, Any] = {part: score_of(cells[part])[0] for part in PARTS}
    yield Row(
        **_about(cells, cells["slug"]),
        native_title=cells["native title"],
        also_known_as=_several(cells["also known as"]),
        year=year_of(cells["year"]),
        type=cast(Type, _one_of(cells["type"], _TYPES)) if cells["type"] else None,
        links=tuple(map(canonical, _several(cells["links"]))),
        country=cells["country"],
        networks=_several(cells["networks"]),
        genres=_several(cells["genres"]),
        tags=_several(cells["tags"]),
        synopsis=cells.text("synopsis"),
        synopsis_source=cells["synopsis source"] or None,
        synopsis_spoiler=_spoiler(cells, "synopsis spoiler"),
        warnings=_several(cells["warnings"]),
        aired_from=cells.day("aired from"),
        aired_to=cells.day("aired to"),
        airing_days=_several(cells["days"]),
        off=_several(cells["off"]),
        extra=_several(cells["extra"]),
        episodes=count_of(cells["of", "episodes"]),
        runtime=count_of(cells["runtime"]),
        status=status,
        seen=count_of(cells["seen"]),
        finished=cells.day("watched") if status == "completed" else None,
        score=score_of(cells["rating"])[0],
        **scores,
    )


def _note(cells: Cells) -> Iterator[Row]:
    text, day = cells.text("text"), cells.day("on")
    yield Row(
        **_about(cells, cells["drama"]),
        episode=number_of(cells["episode"]),
        **scored(cells["rating"]),
        rated=day,
        text=text,
        spoiler=_spoiler(cells),
        on=day,
    )


def _quotes(table: Table) -> Iterator[Incoming]:
    """A row a quote: its lines stand one after another."""
    for of, lines in groupby(table, lambda one: (one["drama"], one["id"]) if isinstance(one, Cells) else one):
        if isinstance(of, Refusal):
            yield of
        else:
            first, *others = (one for one in lines if isinstance(one, Cells))
            yield from each([first], partial(_quote, others))


def _quote(others: list[Cells], first: Cells) -> Iterator[Row]:
    lines = [Line(speaker=one["speaker"] or None, text=one.text("text")) for one in (first, *others)]
    originals = [one.text("original") for one in (first, *others)]
    alone = len({line.speaker for line in lines}) == 1
    yield Row(
        **_about(first, first["drama"]),
        kind="quote",
        episode=number_of(first["episode"]),
        text="\n".join(line.text if alone else spoken(line) for line in lines),
        speaker=lines[0].speaker if alone else None,
        original="\n".join(originals) if any(originals) else "",
        at=first["at"],
        comment=first.text("note"),
        spoiler=_spoiler(first),
        on=first.day("on"),
    )


def _about(cells: Cells, slug: str) -> dict[str, Any]:
    key = f"watchlog:{slug}" if slug else ""
    return {"title": cells["title"], "key": key}


def _spoiler(cells: Cells, name: str = "spoiler") -> Spoiler:
    return cast(Spoiler, _one_of(cells[name] or "none", _SPOILERS))


def _one_of(word: str, words: tuple[str, ...]) -> str:
    if word not in words:
        raise no(f"one of {', '.join(words)}", word)
    return word


def _several(cell: str) -> tuple[str, ...]:
    parts = (part.replace("\\, ", ", ").strip() for part in re.split(r"(?<!\\), ", cell))
    return tuple(filter(None, parts))

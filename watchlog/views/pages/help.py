"""Help: a label in the margin, what is typed, and what for. No boxes."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from rich.console import RenderableType
from rich.text import Text

from watchlog.views.lines.help import Help, Told, codes
from watchlog.views.typography.grid import grid
from watchlog.views.typography.groups import Group, above, hang
from watchlog.views.typography.setting import joined, name
from watchlog.views.typography.sheet import Composed
from watchlog.views.typography.steps import steps

_WIDEST, _GAP = 120, 2
_TINY, _HANGING, _TWO_COLUMNS = 40, 56, 90
_LABEL, _WIDEST_NAME = len("Arguments"), 26
_FIRST_WORDS = re.compile(r"[.,:;](?: |$)")
_OPTIONS = "Options"


def command(told: Help) -> Composed:
    """How one command is typed."""

    def compose(width: int) -> Iterator[RenderableType]:
        yield joined([Text(told.command, "heading"), Text(told.arguments, "name")], " ")
        yield from (name(line) for line in told.about)
        yield Text()
        groups = [(heading, [[_name(one), _what(one)] for one in rows]) for heading, rows in told.groups.items()]
        yield from _set(groups, [_widest(told.groups.values())], width)
        yield Text()
        examples = [[Text(example, "code")] for example in told.examples]
        yield from _set([("Examples", examples)], [], width)
        yield from (Text(), _exits(told))

    return Composed(compose, widest=_WIDEST)


def program(told: Help) -> Composed:
    """The commands, two beside one another where there is room, each in the first words of its own help."""

    def compose(width: int) -> Iterator[RenderableType]:
        first, *rest = told.about
        yield joined([Text(told.command, "heading"), name(_FIRST_WORDS.split(first)[0])], "  ")
        yield from (name(line, "quiet") for line in rest)
        yield Text()
        abreast = 2 if width >= _TWO_COLUMNS else 1
        commands, options = ({heading: rows for heading, rows in told.groups.items() if (heading == _OPTIONS) is these}
                             for these in (False, True))  # fmt: skip
        for those, style in ((commands, ""), (options, "quiet")):
            groups = [
                (heading, _abreast([[_name(one), _brief(one, style)] for one in rows], abreast))
                for heading, rows in those.items()
            ]
            yield from _set(groups, [_widest(those.values())] * abreast, width)
            yield Text()
        yield from (_exits(told), Text())
        yield steps(
            [("watchlog help watch", "one command"), ("watchlog help query", "rating:8.. genre:romance")], width
        )

    return Composed(compose, widest=_WIDEST)


def _abreast(rows: Sequence[Sequence[Text]], count: int) -> list[list[Text]]:
    """The rows in so many columns, read downwards."""
    height = -(-len(rows) // count)
    columns = [rows[start : start + height] for start in range(0, len(rows), height)]
    return [[cell for row in line for cell in row] for line in zip_longest(*columns, fillvalue=[Text(), Text()])]


def _widest(groups: Iterable[Sequence[Told]]) -> int:
    return min(max(len(one.typed) for rows in groups for one in rows), _WIDEST_NAME)


def _set(
    groups: Sequence[tuple[str, Sequence[Sequence[RenderableType]]]], names: Sequence[int], width: int
) -> Iterator[RenderableType]:
    """The groups with names of these widths, each before its words; without names only words."""
    labelled: list[Group] = [(Text(heading, "heading"), rows) for heading, rows in groups]
    if width < _TINY:
        yield above(grid(width), [(label, [[cell] for row in rows for cell in row]) for label, rows in labelled])
        return
    hanging = width >= _HANGING
    fixed = [_LABEL] * hanging + [min(one, max(1, width // 3)) for one in names]
    words = max(1, len(names))
    room = max(1, (width - sum(fixed) - _GAP * (len(fixed) + words - 1)) // words)
    columns = [_LABEL] * hanging + ([column for one in fixed[hanging:] for column in (one, room)] or [room])
    yield (hang if hanging else above)(grid(*columns), labelled)


def _exits(told: Help) -> Text:
    return Text.assemble(("exit codes  ", "heading"), (codes(told, " · "), "quiet"))


def _name(one: Told) -> Text:
    return joined([Text(one.name, "episode"), Text(one.value, "progress")], " ")


def _what(one: Told) -> Text:
    return joined([name(one.what), Text("Needed.", "heading") if one.needed else ""], " ")


def _brief(one: Told, style: str) -> Text:
    """What an option does; the first words of what a command does."""
    return name(one.what.rstrip(".") if style else _FIRST_WORDS.split(one.what)[0], style)

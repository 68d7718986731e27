"""What an import does, before it is done: the whole of it as a strip, then what is new, added to, asked and refused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from shlex import quote
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from watchlog.views.lines.moving import counts, place
from watchlog.views.typography.grid import grid
from watchlog.views.typography.groups import Group, above, hang
from watchlog.views.typography.setting import joined, name
from watchlog.views.typography.sheet import Composed
from watchlog.views.typography.steps import steps

if TYPE_CHECKING:
    from watchlog.journal.keep.moving.gathering import Gathered, Left
    from watchlog.journal.keep.moving.moving import Outcome

_EXAMPLES = 3
_WIDEST, _GAP, _LABEL = 140, 2, 9
_HANGING, _BESIDE = 64, 90
_MOST = 200
"""So many questions and refusals; a report has all of them."""
_STYLES = {"new": "status", "added": "name", "question": "heading", "refused": "voice"}


def page(outcomes: Sequence[Outcome], gathered: Gathered) -> Composed:
    """What becomes of it, all questions and refusals in full."""

    def compose(width: int) -> Iterator[RenderableType]:
        found = {what: count for what, count in counts(outcomes, gathered).items() if count}
        if not found:
            return
        yield _strip(found, width)
        yield _legend(found)
        yield Text()
        hanging = width >= _HANGING
        margin = _LABEL + _GAP if hanging else 0
        table = grid(*[_LABEL] * hanging, max(1, width - margin))
        yield (hang if hanging else above)(table, list(_groups(outcomes, gathered, width - margin)))
        yield Text()
        if {"question", "refused"} & found.keys():
            yield from (
                steps([("--report rest.csv", "each row and why: answer in its last column, import it")], width),
                Text(),
            )

    return Composed(compose, widest=_WIDEST)


def _strip(found: Mapping[str, int], width: int) -> Text:
    """All of it as one line, each part as long as its share and never nothing."""
    room = width - (len(found) - 1)
    total = sum(found.values())
    parts = [max(1, round(room * count / total)) for count in found.values()]
    parts[parts.index(max(parts))] -= sum(parts) - room
    return joined([Text("━" * max(1, part), _style(what)) for what, part in zip(found, parts, strict=True)], " ")


def _legend(found: Mapping[str, int]) -> Text:
    return joined(
        [
            Text.assemble(("━ ", _style(what)), (f"{count:,}", "name"), (f" {_called(what, count)}", "quiet"))
            for what, count in found.items()
        ],
        "   ",
    )


def _called(what: str, count: int = 1) -> str:
    return "added to" if what == "added" else "questions" if what == "question" and count > 1 else what


def _style(what: str) -> str:
    return {"new": "progress", "question": "spoiler", "refused": "voice", "added": "quiet"}.get(what, "line")


def _groups(outcomes: Sequence[Outcome], gathered: Gathered, width: int) -> Iterator[Group]:
    """Three examples of what goes well; every question and every refusal; the reasons of what is passed over."""
    for state in ("new", "added", "same"):
        told = [one for one in outcomes if one.state == state and (state != "same" or one.kept)]
        more = [[Text(f"and {len(told) - _EXAMPLES:,} more", "quiet")]] if len(told) > _EXAMPLES else []
        if told:
            yield _label(state), [*([_comes_in(one, width)] for one in told[:_EXAMPLES]), *more]
    for why in ("question", "refused"):
        if left := list(islice(gathered.left(why), _MOST)):
            rest = gathered.counts[why] - len(left)
            more = [[Text(f"and {rest:,} more", "quiet")]] if rest else []
            yield _label(why), [*([_stays_out(one, width)] for one in left), *more]
    if gathered.skipped:
        yield _label("skipped"), [[name(f"{count:,}: {why}", "quiet")] for why, count in gathered.skipped.most_common()]


def _label(what: str) -> Text:
    return Text(_called(what), _STYLES.get(what, "quiet"))


def _comes_in(one: Outcome, width: int) -> Table:
    """The drama, what comes in, and what is yours and stays; below one another where it is narrow."""
    comes = name("; ".join(one.did))
    stays = Text.assemble(("kept yours: ", "quiet"), name("; ".join(one.kept))) if one.kept else Text()
    return _beside(name(one.title, "name"), [comes, stays], width)


def _stays_out(left: Left, width: int) -> Table:
    """The row, where it stands, why, and the option that answers it."""
    answer = f"--map {quote(left.name)}=DRAMA" if left.why == "question" and left.name else ""
    where = name(place(left), "quiet")
    return _beside(
        name(left.name or "no title", "name"), [joined([name(left.reason), where], "  "), name(answer, "code")], width
    )


def _beside(title: Text, told: Sequence[Text], width: int) -> Table:
    """A title at the left and what is told of it at the right, or below it."""
    said = [text for text in told if text]
    if width < _BESIDE - _LABEL:
        table = grid(width)
        table.add_row(title)
        for text in said:
            table.add_row(Padding(text, (0, 0, 0, _GAP)))
        return table
    third = (width - 2 * _GAP) // 3
    table = grid(third, *([width - third - _GAP] if len(said) < 2 else [third, width - 2 * third - 2 * _GAP]))
    table.add_row(title, *said)
    return table

"""What a search found: for the eye with the words lit, for a pipe a line each."""

from collections.abc import Iterator, Sequence
from datetime import date

from rich.cells import split_graphemes
from rich.console import RenderableType
from rich.text import Text

from watchlog.journal.matching import spans
from watchlog.journal.searching import Hit, Passage
from watchlog.views.blocks import Edged
from watchlog.views.dates import in_full
from watchlog.views.marks import counted, covered, marked
from watchlog.views.setting import joined, name, spread
from watchlog.views.sheet import Composed, Section, Sheet
from watchlog.views.text import one_line

_MARGIN = 2
_LIT = "score"
_MORE = "…"
_BEFORE = 3
"""One part in so many of the line is for what stands before the hit."""


def page(hits: Sequence[Hit], *, words: Sequence[str], count: int, spoilers: bool = False, today: date) -> Composed:
    """The hits, and how many more there are. Major spoilers are covered unless `spoilers`.

    Print it on `terminal.make_console()`.
    """
    asked = one_line(" ".join(f"“{word}”" if " " in word else word for word in words))

    def compose(width: int) -> Iterator[RenderableType]:
        sheet = Sheet(width, _MARGIN, today, spoilers=spoilers)
        body: list[RenderableType] = []
        for hit in hits:
            body += [Text()] if body else []
            body += [_heading(hit, sheet), sheet.in_margin(_excerpt(hit.passage, words, sheet))]
        yield from Section(asked, counted(count, "hit"), body).set(sheet)
        if told := _told(hits, count, sheet):
            yield from (Text(), told)

    return Composed(compose)


def lines(hits: Iterator[Hit], *, spoilers: bool = False) -> Iterator[str]:
    """The hits for a pipe: drama, kind, id, episode and text, separated by tabs."""
    for hit in hits:
        passage = hit.passage
        hidden = passage.spoiler == "major" and not spoilers
        text = covered("").plain if hidden else _in_a_line(passage)
        yield "\t".join([hit.drama, passage.kind, str(passage.id or ""), str(passage.episode or ""), text])

"""watchlog article."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from watchlog.cli.output import say, show
from watchlog.cli.reading.arguments import FILES, DramaName, Offers, Upto
from watchlog.cli.reading.dramas import named_slug
from watchlog.cli.reading.values import read_choice, read_number
from watchlog.cli.references import lines_of_leading_nowhere
from watchlog.cli.saving import save_as
from watchlog.cli.session import session
from watchlog.errors import Refused, WrongUsage
from watchlog.journal.drama.article import SECTIONS, USUAL, Article, Layout, Spoilers, chosen_review
from watchlog.journal.drama.records import Item
from watchlog.journal.drama.text import for_markup, kept_line
from watchlog.journal.store.settings import changed_settings, layout_in, read_settings, set_layout

if TYPE_CHECKING:
    from rich.console import RenderableType

_FORMATS = {"markdown": (".md", ".markdown"), "html": (".html", ".htm"), "text": (".txt",)}
_SPOILERS = ("cover", "show", "leave-out")
_USUAL = "usual"
"""What stands for the sections as they are usually, without the headings that are saved."""


def article(
    drama: DramaName = None,
    review: Annotated[
        str | None, typer.Option("--review", metavar="ID", help="Which review; else the newest."), Offers("@ids-review")
    ] = None,
    format: Annotated[
        str | None,
        typer.Option("--format", metavar="FORMAT", help=f"{', '.join(_FORMATS)}."),
        Offers(" ".join(_FORMATS)),
    ] = None,
    output: Annotated[
        str | None, typer.Option("-o", "--output", metavar="FILE", help="Where to; its ending tells the format."), FILES
    ] = None,
    body: Annotated[bool, typer.Option("--body", help="HTML without head and style, to paste.")] = False,
    order: Annotated[
        str | None,
        typer.Option("--order", metavar="S,S…", help=f"Its sections, of {', '.join(SECTIONS)}; or {_USUAL}."),
        Offers(" ".join((*SECTIONS, _USUAL))),
    ] = None,
    heading: Annotated[
        list[str] | None, typer.Option("--heading", metavar="SECTION=TEXT", help="A heading of your own; empty: none.")
    ] = None,
    save_layout: Annotated[
        bool, typer.Option("--save-layout", help="Lay out every article so: its order and headings.")
    ] = False,
    spoilers: Annotated[
        str,
        typer.Option("--spoilers", metavar="HOW", help="What becomes of major ones: cover, show or leave-out."),
        Offers(" ".join(_SPOILERS)),
    ] = "cover",
    upto: Upto = None,
) -> None:
    """Give back the piece you post: facts, synopsis, cast, songs, the text with its quotes in it.

    watchlog article run-on
    watchlog article run-on --format html -o run-on.html
    watchlog article run-on --order title,review,verdict --save-layout
    """
    how = _format(format, output, body=body)
    treated = cast("Spoilers", read_choice(spoilers, _SPOILERS, "way with spoilers"))
    chosen = None if review is None else read_number(review, "the id of a review")
    slug = named_slug(drama)
    layout = _layout(order, heading or [])
    shown = session.journal.drama(slug)
    made = Article(shown, chosen_review(shown, chosen, upto), layout, session.journal.titles, treated, upto)
    _check(made)
    if save_layout:
        with changed_settings(session.journal.storage) as settings:
            set_layout(settings, layout)
        say("Saved the layout of articles.")
    if output is not None or how is not None:
        save_as(output or "-", _written(made, how or "markdown", body=body), f"the article on {shown.title}")
        return

    def page() -> "RenderableType":
        from watchlog.formats.article import write
        from watchlog.views.pages import article

        return article.page(write(made, folds=False))

    show(page=page, text=lambda: _written(made, "markdown"))


def _written(article: Article, format: str, *, body: bool = False) -> str:
    if format == "html":
        from watchlog.formats.html import article as html

        return html.write(article, body=body)
    from watchlog.formats.article import write

    return for_markup(write(article, plain=format == "text"))


def _format(format: str | None, output: str | None, *, body: bool) -> str | None:
    """The format asked for, by its name or the ending of a file; None where neither is told."""
    named = read_choice(format, tuple(_FORMATS), "format") if format else None
    ending = Path(output or "").suffix.lower()
    found = named or next((one for one, endings in _FORMATS.items() if ending in endings), None)
    if ending and not found:
        raise WrongUsage(f"No format ends in {ending}.\nName one: --format {', '.join(_FORMATS)}")
    if body and found not in ("html", None):
        raise WrongUsage("--body goes with --format html.")
    return "html" if body else found


def _layout(order: str | None, headings: Sequence[str]) -> Layout:
    """The saved layout, or where that is asked for the usual one, with what is asked for now. Raises WrongUsage."""
    asked = [read_choice(one, (*SECTIONS, _USUAL), "section") for one in (order or "").split(",") if one.strip()]
    saved = Layout() if _USUAL in asked else layout_in(read_settings(session.journal.storage))
    named = [section for one in asked for section in (USUAL if one == _USUAL else [one])] or saved.order
    return Layout(tuple(dict.fromkeys(named)), {**saved.headings, **dict(map(_heading, headings))})


def _heading(text: str) -> tuple[str, str]:
    section, equals, words = text.partition("=")
    if not equals:
        raise WrongUsage(f"Not a heading: {text!r}. Use SECTION=TEXT, like review=My thoughts.")
    return read_choice(section, SECTIONS, "section"), kept_line(words)


def _check(article: Article) -> None:
    """Raises Refused where there is nothing to post, or a text refers to what is not there."""
    drama = article.drama
    if not any(True for _ in article.shown()):
        raise Refused(f"There is nothing to post of {drama.title} yet.\nWrite a review: watchlog review {drama.slug}")
    ids = {one.id for one in article.shown() if isinstance(one, Item)}
    if dead := lines_of_leading_nowhere(drama, ids):
        first = next(iter(dead.values()))
        raise Refused(f"{' '.join(dead)}\nWrite what is meant: watchlog edit {drama.slug} {first}")

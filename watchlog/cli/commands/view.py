"""watchlog view."""

import re
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from watchlog.cli import output
from watchlog.cli.reading.arguments import Offers
from watchlog.cli.session import session
from watchlog.errors import NotFound, WrongUsage
from watchlog.journal.store.settings import changed_settings, check_settings, set_view, view_meant, views_in

if TYPE_CHECKING:
    from rich.console import RenderableType

_NAME = re.compile(r"\w[\w-]*")


def view(
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="What it is called: @NAME stands for it."), Offers("@views")
    ] = None,
    query: Annotated[
        list[str] | None,
        typer.Argument(metavar="[QUERY]...", help="What it asks; else it is shown."),
        Offers("@terms-of-items"),
    ] = None,
    remove: Annotated[bool, typer.Option("--remove", help="Forget it.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="An array of objects.")] = False,
) -> None:
    """Save what you often ask, under a name: @NAME is then that query, as in list @best. Alone, list them.

    watchlog view
    watchlog view best rating:9.. sort:rating
    """
    called = None if name is None else view_meant(session.views, _called(name))
    if remove:
        if called is None or query:
            raise WrongUsage("Which view? Remove one by its name alone: watchlog view NAME --remove")
        _remove(called)
    elif called is not None and query:
        _save(called, query)
    else:
        check_settings(session.journal.storage.places.settings)  # unreadable views are not none
    shown = session.views if called is None or remove else {called: _saved(session.views, called)}
    if (query or remove) and not as_json:
        return
    if not (shown or as_json):
        output.say("No views yet. Save one: watchlog view best rating:9..")
        return

    def page() -> "RenderableType":
        from watchlog.views.pages import views

        return views.page(shown, today=date.today())

    output.show(
        page=page,
        lines=lambda: ((f"@{one}", text) for one, text in shown.items()),
        document=lambda: [{"name": one, "query": text} for one, text in shown.items()],
        as_json=as_json,
    )


def _called(name: str) -> str:
    bare = name.strip().removeprefix("@")
    if not _NAME.fullmatch(bare):
        raise WrongUsage(f"A view cannot be called {name!r}: use letters, digits and hyphens, like best-of-2021")
    return bare


def _save(name: str, arguments: list[str]) -> None:
    from watchlog.journal.recall.query.parsing import parse
    from watchlog.journal.recall.query.printing import as_text

    with changed_settings(session.journal.storage) as settings:
        views = views_in(settings)
        known = {name: "", **views}
        text = as_text(parse(arguments, lambda other: known.get(view_meant(known, other))))
        if not text:
            raise WrongUsage(f"What does @{name} ask? Give it a query: watchlog view {name} rating:9..")
        known[name] = text
        parse([f"@{name}"], lambda other: known.get(view_meant(known, other)))
        set_view(settings, name, text)
    session.forget_settings()
    output.say(f"{'Changed' if name in views else 'Saved'} the view @{name}: {text}")


def _remove(name: str) -> None:
    with changed_settings(session.journal.storage) as settings:
        _saved(views_in(settings), name)
        set_view(settings, name, None)
    session.forget_settings()
    output.say(f"Removed the view @{name}.")


def _saved(views: dict[str, str], name: str) -> str:
    if name not in views:
        raise NotFound(f"There is no view {name!r}.\nSave it: watchlog view {name} QUERY")
    return views[name]

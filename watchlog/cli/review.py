"""watchlog review."""

from typing import Annotated

import typer

from watchlog.cli.options import AsJson, DramaName, On, SpoilerOption, read_day, read_line, read_spoiler
from watchlog.cli.session import report, session
from watchlog.cli.writing import words
from watchlog.journal.records import Review


def review(
    drama: DramaName = None,
    text: Annotated[str | None, typer.Argument(metavar="TEXT", help="Markdown; - reads standard input.")] = None,
    headline: Annotated[str | None, typer.Option("--headline", metavar="TEXT", help="A title for it.")] = None,
    verdict: Annotated[str | None, typer.Option("--verdict", metavar="TEXT", help="In a word: must-watch.")] = None,
    spoiler: SpoilerOption = None,
    on: On = None,
    as_json: AsJson = False,
) -> None:
    """Write a review, as far as you have watched. Without TEXT, in your editor; earlier reviews are kept.

    watchlog review run-on "People ask, and are answered." --verdict must-watch
    """
    title, word = read_line(headline, "A headline"), read_line(verdict, "A verdict")
    level, day = read_spoiler(spoiler), read_day(on)
    slug = session.slug(drama)
    with (
        words(text, "a review", f"{slug}-review", needed=word is None) as written,
        session.journal.change(f"review {slug}", [slug]) as change,
    ):
        changed = change.open(slug)
        new = Review(
            id=changed.new_id(),
            headline=title,
            text=written,
            verdict=word,
            spoiler=level,
            on=day,
            episodes_seen=len(changed.seen),
        )
        changed.reviews.append(new)
        change.summary = f"Added review {new.id} to {changed.title}."
    report(change.summary, changed, as_json=as_json)

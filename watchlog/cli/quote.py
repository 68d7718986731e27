"""watchlog quote."""

from typing import Annotated

import typer

from watchlog.cli.options import (
    AsJson,
    At,
    EpisodeOption,
    SpoilerOption,
    read_episode,
    read_line,
    read_moment,
    read_spoiler,
    read_text,
)
from watchlog.cli.session import report, session
from watchlog.cli.writing import words
from watchlog.journal.dates import parse_date
from watchlog.journal.quoting import quote_lines
from watchlog.journal.records import Quote


def quote(
    drama: Annotated[str | None, typer.Argument(metavar="DRAMA", help="Asked for where nothing is given.")] = None,
    text: Annotated[str | None, typer.Argument(metavar="TEXT", help="The words; - reads standard input.")] = None,
    by: Annotated[str | None, typer.Option("--by", metavar="SPEAKER", help="Who says it.")] = None,
    original: Annotated[str | None, typer.Option("--original", metavar="TEXT", help="In its own language.")] = None,
    episode: EpisodeOption = None,
    at: At = None,
    note: Annotated[str | None, typer.Option("--note", metavar="TEXT", help="Your own words on it.")] = None,
    spoiler: SpoilerOption = None,
    as_json: AsJson = False,
) -> None:
    """Keep a line that stayed. Alone, it asks; several “Speaker: words” lines are a dialogue.

    watchlog quote run-on "You fall, and get up." --by "Oh Mi Joo" --episode 2
    """
    slug = session.slug(drama)
    if drama is None:
        from watchlog.cli.asking import ask_quote

        text, by, episode, at = ask_quote(slug)
    number = None if episode is None else read_episode(episode, slug)
    speaker, moment = read_line(by, "A speaker"), read_moment(at)
    level, comment, in_its_language = read_spoiler(spoiler), read_text(note), read_text(original)
    with (
        words(text, "a quote", f"{slug}-quote") as written,
        session.journal.change(f"quote {slug}", [slug]) as change,
    ):
        changed = change.open(slug)
        new = Quote(
            id=changed.new_id(),
            lines=quote_lines(written, speaker, in_its_language),
            episode=number,
            at=moment,
            note=comment,
            spoiler=level,
            on=parse_date("today"),
        )
        changed.quotes.append(new)
        change.summary = f"Added quote {new.id} to {changed.title}."
    report(change.summary, changed, as_json=as_json)

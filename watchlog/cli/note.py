"""watchlog note."""

from typing import Annotated

import typer

from watchlog.cli.options import (
    AsJson,
    DramaName,
    Episode,
    On,
    SpoilerOption,
    answer,
    read_day,
    read_episode,
    read_score,
    read_spoiler,
)
from watchlog.cli.session import report, session
from watchlog.cli.writing import words
from watchlog.journal.records import Note


def note(
    drama: DramaName = None,
    episode: Episode = None,
    text: Annotated[str | None, typer.Argument(metavar="TEXT", help="Your words; - reads standard input.")] = None,
    rating: Annotated[str | None, typer.Option("--rating", metavar="SCORE", help="The episode's, 1 to 10.")] = None,
    spoiler: SpoilerOption = None,
    on: On = None,
    as_json: AsJson = False,
) -> None:
    """Write a note on an episode. Without TEXT, in your editor.

    watchlog note run-on 3 "The umbrella." --rating 9.5
    """
    score, level, day = read_score(rating), read_spoiler(spoiler), read_day(on)
    slug = session.slug(drama)
    number = answer(episode, "Which episode", lambda text: read_episode(text, slug))
    with (
        words(text, "a note", f"{slug}-episode-{number}", needed=score is None) as written,
        session.journal.change(f"note {slug}", [slug]) as change,
    ):
        changed = change.open(slug)
        new = Note(id=changed.new_id(), episode=number, text=written, rating=score, spoiler=level, on=day)
        changed.notes.append(new)
        change.summary = f"Added note {new.id} to {changed.title}, episode {number}."
    report(change.summary, changed, as_json=as_json)

"""watchlog song."""

from typing import Annotated

import typer

from watchlog.cli.options import AsJson, DramaName, answer, read_line, read_name, read_text
from watchlog.cli.session import report, session
from watchlog.journal.records import Song


def song(
    drama: DramaName = None,
    title: Annotated[str | None, typer.Argument(metavar="TITLE", help="The song's title.")] = None,
    by: Annotated[str | None, typer.Option("--by", metavar="ARTIST", help="Who sings it.")] = None,
    lyrics: Annotated[str | None, typer.Option("--lyrics", metavar="TEXT", help="- reads standard input.")] = None,
    note: Annotated[str | None, typer.Option("--note", metavar="TEXT", help="Your own words on it.")] = None,
    as_json: AsJson = False,
) -> None:
    """Keep a song of the soundtrack, with its lyrics and what you think of it.

    watchlog song run-on "Blue Bird" --by Solar
    """
    artist, verses, words = read_line(by, "An artist"), read_text(lyrics), read_text(note)
    slug = session.slug(drama)
    name = answer(title, "Which song", lambda text: read_name(text, "A song"))
    with session.journal.change(f"song {slug}", [slug]) as change:
        changed = change.open(slug)
        new = Song(id=changed.new_id(), title=name, artist=artist, lyrics=verses, note=words)
        changed.songs.append(new)
        change.summary = f"Added song {new.id} to {changed.title}: {new.title}."
    report(change.summary, changed, as_json=as_json)

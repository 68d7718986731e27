"""watchlog scene."""

from typing import Annotated

import typer

from watchlog.cli.options import (
    AsJson,
    At,
    DramaName,
    EpisodeOption,
    SpoilerOption,
    read_episode,
    read_moment,
    read_spoiler,
)
from watchlog.cli.session import report, session
from watchlog.cli.writing import words
from watchlog.journal.records import Scene


def scene(
    drama: DramaName = None,
    text: Annotated[str | None, typer.Argument(metavar="TEXT", help="Your words; - reads standard input.")] = None,
    episode: EpisodeOption = None,
    at: At = None,
    spoiler: SpoilerOption = None,
    as_json: AsJson = False,
) -> None:
    """Keep a favourite scene. Without TEXT, in your editor.

    watchlog scene run-on "The umbrella held over nobody." --episode 4 --at 41:20
    """
    moment, level = read_moment(at), read_spoiler(spoiler)
    slug = session.slug(drama)
    number = None if episode is None else read_episode(episode, slug)
    with (
        words(text, "a scene", f"{slug}-scene") as written,
        session.journal.change(f"scene {slug}", [slug]) as change,
    ):
        changed = change.open(slug)
        new = Scene(id=changed.new_id(), text=written, episode=number, at=moment, spoiler=level)
        changed.scenes.append(new)
        change.summary = f"Added scene {new.id} to {changed.title}."
    report(change.summary, changed, as_json=as_json)

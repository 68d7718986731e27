"""watchlog watch."""

from typing import Annotated

import typer

from watchlog.cli.output import report, say
from watchlog.cli.reading.arguments import AsJson, DramaName, Offers
from watchlog.cli.reading.dramas import named_slug
from watchlog.cli.reading.options import named_day
from watchlog.cli.session import session
from watchlog.journal.drama.dates import parse_day, this_day
from watchlog.journal.drama.episodes import parse_episodes, spoken
from watchlog.journal.drama.records import Drama
from watchlog.journal.drama.rounds import next_episode
from watchlog.journal.drama.rounds import watch as mark_watched

_Episodes = Annotated[
    str | None,
    typer.Argument(metavar="[EPISODES]", help="3, 3-5, 1-3,5, 13- or all; else the next one."),
    Offers("@unseen"),
]


def watch(
    drama: DramaName = None,
    episodes: _Episodes = None,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DATE", help="The day; “unknown” where nobody remembers."),
        Offers("today yesterday unknown"),
    ] = None,
    again: Annotated[bool, typer.Option("--again", help="Begin a new time through.")] = False,
    as_json: AsJson = False,
) -> None:
    """Mark an episode as seen: the next one, or those you name. The last one completes the drama.

    watchlog watch run-on
    watchlog watch run-on 3-5,7 --on yesterday
    """
    day = this_day() if on is None else parse_day(on)
    named = None if episodes is None else parse_episodes(episodes)
    slug = named_slug(drama)
    with session.journal.change(f"watch {slug}") as change:
        changed = change.open(slug)
        if named is None:
            following = next_episode(changed, again=again)
            named = [(following, following)]
        current = changed.rounds[-1] if changed.rounds else None
        others = [dict(one.episodes) for one in changed.rounds[:-1]]
        was_completed = changed.status == "completed" and not again
        marked = mark_watched(changed, named, day, again=again, redate=on is not None)
        earlier = changed.rounds[-1] is current and [one.episodes for one in changed.rounds[:-1]] != others
        completes = changed.status == "completed" and not was_completed and not earlier
        change.summary = _summary(changed, marked, completes, earlier) + named_day({"on": on}, day)
    report(change.summary, changed, as_json=as_json)
    if completes and session.asks:
        _offer_to_rate(slug)


def _summary(drama: Drama, marked: list[int], completes: bool, earlier: bool) -> str:
    if earlier:
        return f"Watched {spoken(marked)} of {drama.title}, in a time through before the current one."
    of = f" of {drama.episodes}" if drama.episodes else ""
    done = " That was the last one: completed." if completes else ""
    return f"Watched {spoken(marked)} of {drama.title}: {len(drama.seen)}{of} seen.{done}"


def _offer_to_rate(slug: str) -> None:
    from watchlog.cli.reading.prompts import ask_optional
    from watchlog.journal.drama.ratings import parse_score, rate, written

    try:
        score = ask_optional("Your rating, 1 to 10 (Enter for later)", parse_score)
    except (KeyboardInterrupt, EOFError):  # the episode is saved, whatever becomes of this
        score = None
        say("")
    if score is None:
        return
    with session.journal.change(f"rate {slug}") as change:
        drama = change.open(slug)
        rate(drama, {"overall": score}, this_day())
        change.summary = f"Rated {drama.title}: overall {written(score)}."
    say(change.summary)

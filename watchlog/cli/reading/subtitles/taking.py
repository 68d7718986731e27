"""From what is typed about subtitles to the lines of a quote."""

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from watchlog.cli.output import say
from watchlog.cli.reading.dramas import read_episode
from watchlog.cli.reading.options import Typed
from watchlog.cli.reading.subtitles.picking import Hit, pick_lines, pick_place
from watchlog.cli.reading.subtitles.sources import NAMED, source, sources
from watchlog.cli.reading.values import read_moment
from watchlog.cli.session import session
from watchlog.errors import NotFound, WrongUsage
from watchlog.formats.subtitles.choosing import Span, at, holding, likest
from watchlog.formats.subtitles.cues import second
from watchlog.formats.subtitles.quoting import excerpt
from watchlog.journal.drama.amounts import first_of
from watchlog.journal.drama.dialogue import spoken
from watchlog.journal.drama.records import Line
from watchlog.journal.drama.words import parse_words

_NEAR = 5


class Asked(Struct):
    """What is typed about subtitles of a drama: which files, and what else tells the lines that are meant."""

    slug: str
    place: str
    original_place: str | None = None
    encoding: str | None = None
    find: str | None = None
    speaker: str | None = None


def take(asked: Asked, typed: Mapping[str, Typed]) -> tuple[list[Line], dict[str, Typed]]:
    """The lines that are meant, and where they are: the episode and the moment, as they would have been typed.

    `typed` has what options of quotes say of both. The lines are picked where somebody is there, else they are what
    fits best, and they are told. Raises NotFound where there is no such file or line, Refused, WrongUsage.
    """
    at, number = typed.get("at"), typed.get("episode")
    if (at is None) is (asked.find is None):
        raise WrongUsage("Which line? Give one of --at 41:20, --at 41:20-41:31 and --find WORDS.")
    episode = read_episode(number, asked.slug) if isinstance(number, str) else None
    hit = _at(asked, at, episode) if isinstance(at, str) else _holding(asked, episode)
    if episode is None and hit.source.episode:
        episode = read_episode(str(hit.source.episode), asked.slug)
    cues = pick_lines(hit) if session.asks else hit.cues
    others = None
    if asked.original_place is not None:
        others = source(asked.original_place, asked.encoding, episode=episode, beside=hit.source)
    chosen = excerpt(cues, others.cues if others else None)
    if others and chosen.without_original:
        say(f"{others.name} has nothing at {', '.join(chosen.without_original)}: no original there.")
    for line in chosen.lines:
        line.speaker = asked.speaker or line.speaker
        say(f"  {spoken(line)}" + (f"\n  {line.original}" if line.original else ""))
    return chosen.lines, {"at": chosen.at, "episode": str(episode) if episode else None}


def _at(asked: Asked, moment: str, episode: int | None) -> Hit:
    span = _read_span(moment)
    file = source(asked.place, asked.encoding, episode=episode)
    chosen = at(file.cues, span)
    if not chosen.is_exact:
        say(f"Nothing is said at {moment}: the nearest line is at {chosen.cues[0].at}.")
    return Hit(file, chosen.cues)


def _read_span(text: str) -> Span:
    """A moment, or two as `41:20-41:31`. Raises WrongUsage."""
    first, dash, last = re.sub("[–—]", "-", text).partition("-")
    span = Span(second(read_moment(first)), second(read_moment(last if dash else first)))
    if span.last < span.first:
        raise WrongUsage(f"{last.strip()} is before {first.strip()}: give the earlier moment first.")
    return span


def _holding(asked: Asked, episode: int | None) -> Hit:
    words = parse_words([asked.find or ""])
    found = sources(asked.place, asked.encoding, episode=episode)
    hits = [Hit(file, cues) for file in found for cues in holding(file.cues, words)]
    if not hits:
        near = [(share, Hit(file, [cue])) for file in found for share, cue in likest(file.cues, words)]
        near.sort(key=lambda one: -one[0])
        return _instead([hit for _, hit in near[:_NEAR]], asked.find or "")
    if len(hits) > 1 and session.asks:
        return pick_place(hits)
    if len(hits) > 1:
        others = first_of([hit.where for hit in hits[1:]], NAMED)
        say(f"“{asked.find}” is in {len(hits)} places; this is the first, {hits[0].where}. Others: {others}.")
    return hits[0]


def _instead(near: Sequence[Hit], words: str) -> Hit:
    """What comes near, where nothing holds the words: to be picked, but never kept unseen."""
    if session.asks and near:
        say(f"No line holds “{words}”. These come near:")
        return pick_place(near)
    raise NotFound(f"No line holds “{words}”." + (f"\nThe nearest: {near[0]}" if near else ""))

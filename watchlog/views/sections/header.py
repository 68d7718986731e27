"""The head of a drama's page: what it is, what I think of it, how far I am."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date

from rich.console import Group
from rich.text import Text

from watchlog.errors import Refused
from watchlog.journal.drama.airing import airs, upcoming
from watchlog.journal.drama.amounts import counted, in_a_row, ordinal
from watchlog.journal.drama.ratings import all_scores, written
from watchlog.journal.drama.records import Aired, Drama, Rating
from watchlog.journal.drama.rounds import next_episode
from watchlog.journal.drama.values import CREW, TYPE_NAMES, Day
from watchlog.views.typography.blocks import Boxed
from watchlog.views.typography.dates import brief, in_full, span, when
from watchlog.views.typography.marks import aired, bar, stars
from watchlog.views.typography.setting import joined, name, spread
from watchlog.views.typography.sheet import Sheet

_LONGEST_BAR = 28
_SHORTEST_BAR = 8
_GOING_ON = ("watching", "on-hold")


def header(drama: Drama, sheet: Sheet) -> Boxed:
    """The one box of the page."""
    padding = (0, 1 if sheet.narrow else 2)
    width = max(1, sheet.width - 2 - 2 * padding[1])
    lines = [
        *_warnings(drama),
        *_title(drama, width, narrow=sheet.narrow),
        *_facts_and_scores(drama, sheet, width),
        *_crew(drama, sheet),
        Text(),
        *_progress(drama, sheet, width),
    ]
    return Boxed(Group(*lines), padding)


def _warnings(drama: Drama) -> list[Text]:
    """What somebody may not want to meet, before everything else."""
    said = joined(name(one, "spoiler") for one in drama.warnings)
    return [Text.assemble(("contains ", "quiet"), said), Text()] if said else []


def _crew(drama: Drama, sheet: Sheet) -> list[Text]:
    """Who made it."""
    seen = [one for one in drama.crew if not sheet.covers(one)]
    made = [(role, joined([name(one.actor) for one in seen if one.role == role], ", ")) for role in CREW]
    said = joined(Text.assemble((f"{role} ", "quiet"), names) for role, names in made if names)
    return [said] if said else []


def _title(drama: Drama, width: int, *, narrow: bool) -> list[Text]:
    title, native = name(drama.title, "title"), name(drama.native_title)
    overall = _overall(drama.rating)
    together = spread(joined([title, native], "  "), overall, width)
    if together:
        return [together]
    below = [] if narrow or not native else [native]
    beside = spread(title, overall, width)
    return [beside, *below] if beside else [title, *below, overall]


def _overall(rating: Rating | None) -> Text:
    if rating is None or rating.overall is None:
        return Text("unrated", "quiet")
    return joined([stars(rating.overall), Text(written(rating.overall), "score")], "  ")


def _facts_and_scores(drama: Drama, sheet: Sheet, width: int) -> list[Text]:
    """Side by side where they fit, else the facts above the scores."""
    facts = (what_it_is(drama), joined([airing(drama), _also_airs(drama, sheet.today)]))
    scores = (_parts(drama.rating), _before(drama.ratings, sheet))
    both = [spread(fact, score, width) for fact, score in zip(facts, scores, strict=True)]
    if None in both:
        together = spread(*scores, width)
        both = [*facts, *(scores if together is None else [together])]
    return [line for line in both if line]


def what_it_is(drama: Drama) -> Text:
    """Type, country, year and networks; the length of a film."""
    facts: list[Text | str] = [
        TYPE_NAMES[drama.type] if drama.type != "drama" else "",
        name(drama.country, "quiet"),
        str(drama.year or ""),
        name(", ".join(drama.networks), "quiet"),
        f"{drama.runtime} min" if drama.runtime and drama.type == "movie" else "",
    ]
    return joined(facts)


def airing(drama: Drama) -> Text:
    """On which days, and from when to when; a film has one day."""
    told = drama.aired or Aired()
    last = told.from_ if drama.episodes == 1 else told.to
    return joined([_days(told.days), span(told.from_, last)])


def _airs_next(drama: Drama, today: date) -> tuple[list[int], str, str]:
    """What comes, how it is called, and when: [14], ep 14, on Wed."""
    slots = upcoming(airs(drama), today)
    if not slots:
        return [], "", ""
    numbers = [slot.episode for slot in slots]
    said = aired(numbers, drama.episodes, uncertain=any(slot.uncertain for slot in slots))
    return numbers, said, when(date.fromordinal(slots[0].day), today)


def _also_airs(drama: Drama, today: date) -> str:
    """What comes, unless it is what is to be watched next."""
    numbers, said, on = _airs_next(drama, today)
    return f"{said} {on}" if numbers and numbers[0] != _to_watch(drama) else ""


def _to_watch(drama: Drama) -> int | None:
    """The next episode to be watched, of a drama that goes on."""
    if drama.status in _GOING_ON and drama.episodes != 1:
        with suppress(Refused):
            return next_episode(drama)
    return None


def _days(days: Sequence[Day]) -> str:
    names = [day.capitalize() if len(days) < 3 else day[:3].capitalize() for day in days]
    if len(names) == 7:
        return "every day"
    return in_a_row(names, "&")


def _parts(rating: Rating | None) -> Text:
    given = all_scores(rating) if rating else {}
    parts = [(part, score) for part, score in given.items() if part != "overall"]
    return joined([Text.assemble(name(part, "quiet"), " ", written(score)) for part, score in parts], "  ")


def _before(ratings: Sequence[Rating], sheet: Sheet) -> Text:
    """What the score was before it became what it is."""
    now = ratings[-1].overall if ratings else None
    for rating in reversed(ratings):
        if rating.overall is not None and rating.overall != now:
            on = f" on {brief(rating.on, sheet.today)}" if rating.on and len(rating.on) == 10 else ""
            return Text(f"was {written(rating.overall)}{on}", "quiet")
    return Text()


def _progress(drama: Drama, sheet: Sheet, width: int) -> list[Text]:
    """The status, a bar as long as there is room, what comes next; and the genres at the right."""
    genres = joined([name(genre, "genre") for genre in drama.genres], "  ")
    status = Text(drama.status.replace("-", " "), "status" if drama.status in ("watching", "completed") else "quiet")
    count, then = _count(drama), _what_next(drama, sheet.today)
    room = width - joined([status, count, *then], "   ").cell_len
    beside = room - genres.cell_len - 3
    together = beside >= (_SHORTEST_BAR if _has_bar(drama) else 0)
    drawn = _bar(drama, min(beside if together else room, _LONGEST_BAR))
    line = joined([joined([status, drawn, count], " " if drawn else "   "), *then], "   ")
    both = spread(line, genres, width)
    return [both] if both else [line, genres]


def _has_bar(drama: Drama) -> bool:
    return drama.episodes is not None and drama.episodes > 1 and not _is_only_said(drama)


def _is_only_said(drama: Drama) -> bool:
    """Whether it is completed and no episode is marked, as where a table said so."""
    return drama.status == "completed" and not drama.seen


def _bar(drama: Drama, room: int) -> Text:
    return bar(len(drama.seen), drama.episodes or 1, room) if _has_bar(drama) and room >= _SHORTEST_BAR // 2 else Text()


def _count(drama: Drama) -> Text:
    seen = len(drama.seen)
    if drama.episodes == 1 or (not seen and not drama.episodes):
        return Text()
    if drama.episodes and _is_only_said(drama):
        return Text(counted(drama.episodes, "episode"), "quiet")
    return (
        Text.assemble(str(seen), (f" of {drama.episodes}", "quiet"))
        if drama.episodes
        else Text(f"{counted(seen, 'episode')} seen")
    )


def _what_next(drama: Drama, today: date) -> list[Text | str]:
    words: list[Text | str] = []
    if len(drama.rounds) > 1:
        words.append(f"{ordinal(len(drama.rounds))} time through")
    if following := _to_watch(drama):
        numbers, _, on = _airs_next(drama, today)
        airs_then = on if following in numbers[:1] else ""
        words.append(joined([Text.assemble(("next ", "quiet"), (f"ep {following}", "episode")), Text(airs_then)], " "))
    if drama.status in ("completed", "dropped") and drama.rounds and (finished := drama.rounds[-1].finished):
        words.append(in_full(finished))
    return words

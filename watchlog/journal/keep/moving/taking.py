"""What a drama will be when the rows of a title have come in: what it lacks is added, what stands here stands."""

from collections.abc import Container, Iterable, Sequence
from typing import Any

from msgspec import Struct, field

from watchlog.journal.drama.records import KINDS, Document, Json
from watchlog.journal.drama.uids import new_uid, records, with_uids
from watchlog.journal.drama.values import Status
from watchlog.journal.keep.merging import merge
from watchlog.journal.keep.moving.days import UNKNOWN, Calendar
from watchlog.journal.keep.moving.gathering import Told
from watchlog.journal.keep.moving.naming import key_of
from watchlog.journal.keep.moving.scores import Score, add_dated, add_undated
from watchlog.journal.keep.moving.spans import ENDS, Span, add_spans
from watchlog.journal.keep.moving.specials import numbered, numbers_of
from watchlog.journal.keep.moving.told import additions
from watchlog.journal.keep.moving.viewings import Viewing, add_viewings, is_begun_unknown
from watchlog.journal.keep.rows import Row


class Taken(Struct):
    """A drama with what has come in, what that is in words, and what is different here and stays."""

    document: Document
    did: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    missed: set[str] = field(default_factory=set)
    """Texts that were taken in once, and are not here any more, or not in these words."""


class _Group(Struct):
    """The rows of one title of one source, and what the drama remembers of it."""

    source: str
    key: str
    imported: Document
    rows: list[Row] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    """The digests of the rows' texts."""


def take(drama: Document, told: Sequence[Told], calendar: Calendar, *, is_new: bool) -> Taken:
    """The drama after the rows. It is not changed itself; where nothing was done, neither is what comes back."""
    specials = numbered(drama, told)
    told = specials.told
    lacking = additions(drama, told, calendar)
    counted = _counted(drama, told)
    lacking.document |= counted
    taken = Taken(_joined(drama, lacking.document, is_new=is_new), [*lacking.did], lacking.kept, lacking.missed)
    taken.did += [] if is_new else lacking.facts
    taken.did += specials.did
    taken.did += ["episodes"] if counted and not is_new else []
    document = taken.document
    document["rounds"], document["ratings"] = [*records(document, "rounds")], [*records(document, "ratings")]
    document["imported"] = [{**one} for one in (*records(document, "imported"), *specials.remembered)]
    stood = {str(one.get("uid")) for one in records(document, "rounds")}
    begun_as_told: set[str] = set()
    open_ = is_new
    groups = _groups(document, told, lacking.digests)
    for group in groups:
        begun = _begun(document)
        added = _take_viewings(taken, group, calendar, stood, begun_as_told)
        _take_status(taken, group, open_=open_, is_new=is_new, added=added, first=not begun)
        open_ = open_ and _status(group.rows) in (None, "plan-to-watch")
    _take_scores(taken, groups, calendar)
    return taken


def _counted(drama: Document, told: Sequence[Told]) -> Document:
    """The count of episodes, where the drama has none and the rows do not go beyond theirs."""
    said = next((row.episodes for row, _ in told if row.episodes), 1 if drama.get("type") == "movie" else None)
    if said is None or drama.get("episodes") is not None:
        return {}
    named = [number for row, _ in told for number in (row.episode, row.seen) if number]
    return {} if max([*named, *numbers_of(drama)], default=0) > said else {"episodes": said}


def _joined(drama: Document, lacking: Document, *, is_new: bool) -> Document:
    if not lacking:
        return with_uids(drama) if not is_new else {**drama}
    if not is_new:
        about: Document = {
            name: drama[name] for name in ("slug", "uid", "title", "type", "status", "added") if name in drama
        }
        return merge(None, drama, about | lacking).document
    number = 1
    joined = drama | lacking
    for shelf in KINDS.values():
        items: list[Json] = []
        for item in records(joined, shelf):
            items.append({"id": number, "uid": new_uid(), **item})
            number += 1
        if items:
            joined[shelf] = items
    return joined | {"next_id": number}


def _groups(document: Document, told: Sequence[Told], digests: dict[int, list[str]]) -> list[_Group]:
    """The rows of each title of each source; what the drama remembers of it is made where there is nothing yet."""
    found: dict[tuple[str, str], _Group] = {}
    imported = document["imported"]
    assert isinstance(imported, list)
    for place, (row, source) in enumerate(told):
        key = key_of(row, source)
        if (source, key) not in found:
            remembered = next(
                (one for one in records(document, "imported") if (one.get("source"), one.get("key")) == (source, key)),
                None,
            )
            if remembered is None:
                remembered = {"source": source, "key": key}
                imported.append(remembered)
            found[source, key] = _Group(source, key, remembered)
        group = found[source, key]
        group.rows.append(row)
        group.texts += digests.get(place, ())
    for group in found.values():
        if group.texts:
            texts: Any = group.imported.get("texts") or []
            group.imported["texts"] = [*dict.fromkeys([*texts, *group.texts])]
    return [*found.values()]


def _take_viewings(
    taken: Taken, group: _Group, calendar: Calendar, stood: Container[str], begun_as_told: set[str]
) -> bool:
    """Whether something was seen that the drama did not know.

    `stood` are the uids of the rounds it had before; those of which rows have told the start are added to the others.
    """
    document = taken.document
    film = document.get("type") == "movie"
    rounds: Any = document["rounds"]
    changed = add_viewings(rounds, [one for row in group.rows for one in _viewings(row, calendar, film=film)])
    for one in rounds:
        if one.get("uid") not in stood and one.get("uid") not in begun_as_told and is_begun_unknown(one):
            one.pop("started", None)
    spans = [one for row in group.rows if (one := _span(row, calendar, film=film))]
    added, kept = add_spans(rounds, spans, stood)
    of = document.get("episodes")
    for one in rounds:
        episodes: Any = one.get("episodes") or {}
        if of and len(episodes) == of and episodes.get(str(of)) and not one.get("finished"):
            one["finished"] = max(filter(None, episodes.values()))
        one.setdefault("uid", new_uid())
        if one.get("started") in [span.started for span in spans if span.started]:
            begun_as_told.add(one["uid"])
    _say(taken, changed.added, "viewing")
    _say(taken, changed.dated, "day", "of viewings")
    taken.did += added
    taken.kept += kept
    times = max((row.times or 0 for row in group.rows), default=0)
    if taken.did and 0 < len(rounds) <= times:
        here = "once" if len(rounds) == 1 else f"{len(rounds)} times"
        taken.kept.append(f"seen {here} ≠ {times + 1} times, on days nobody knows ({group.source})")
    return bool(changed.added or (added and not _status(group.rows)))  # a word on the whole says more than its days


def _viewings(row: Row, calendar: Calendar, *, film: bool) -> Iterable[Viewing]:
    episode = row.episode if row.episode is not None else 1 if film else None
    if row.watched and episode:
        instant = "T" in row.watched
        yield Viewing(episode=episode, day=calendar.day(row.watched), instant=instant, again=row.again)
    elif film and row.finished:
        yield Viewing(episode=1, day=calendar.day(row.finished), again=row.again)
    elif row.seen:
        for number in range(1, row.seen + 1):
            yield Viewing(episode=number, again=row.again)


def _span(row: Row, calendar: Calendar, *, film: bool) -> Span | None:
    if film or row.episode is not None:
        return None
    ended = row.finished or (row.watched if row.watched != UNKNOWN else None)
    started, finished = calendar.day(row.started), calendar.day(ended)
    return Span(started, finished) if started or finished else None


def _take_status(taken: Taken, group: _Group, *, open_: bool, is_new: bool, added: bool, first: bool) -> None:
    """Take the status that is told, or follows; it is `open_` while all that is known of it followed from viewings."""
    document, remembered = taken.document, group.imported
    said = _status(group.rows)
    if said == "plan-to-watch" and any(one.get("episodes") for one in records(document, "rounds")):
        said = None  # what is planned there has begun
    mine, last = document.get("status"), remembered.get("status")
    begins = added and first and mine in (None, "plan-to-watch")
    if said and (mine is None or open_ or begins or (mine != said and mine == last)):
        _set_status(taken, said, quiet=is_new)
    elif said and mine != said:
        taken.kept.append(f"status {mine} ≠ {said} ({group.source})")
        said = None
    if not said and added and (begins or (mine or "plan-to-watch") == last):
        said = _derived(document)
        if said != mine:
            _set_status(taken, said, quiet=is_new)
    document.setdefault("status", "plan-to-watch")
    if said:
        remembered["status"] = said


def _set_status(taken: Taken, status: Status, *, quiet: bool) -> None:
    taken.document["status"] = status
    taken.did += [] if quiet else [f"status {status}"]


def _status(rows: Iterable[Row]) -> Status | None:
    """The status that rows say: what is planned says less than any other."""
    said = [row.status for row in rows if row.status and row.episode is None]
    return next((one for one in reversed(said) if one != "plan-to-watch"), said[0] if said else None)


def _begun(document: Document) -> bool:
    """Whether something of it was seen."""
    return any(one.get("episodes") or any(one.get(end) for end in ENDS) for one in records(document, "rounds"))


def _derived(document: Document) -> Status:
    """The status that follows from the last time through."""
    last = records(document, "rounds")[-1]
    seen: Any = last.get("episodes") or {}
    whole = document.get("episodes") == len(seen) if seen else last.get("finished")
    return "completed" if whole else "watching"


def _take_scores(taken: Taken, groups: Sequence[_Group], calendar: Calendar) -> None:
    """Take the scores: those with a day first, in the order of their days, whichever group tells them."""
    ratings: Any = taken.document["ratings"]
    told = [
        [(row, one) for row in group.rows if row.episode is None and (one := _score(row, calendar))] for group in groups
    ]
    added = 0
    for row, score in sorted((one for scores in told for one in scores if one[1].on), key=lambda one: one[1].on or ""):
        done, kept = add_dated(ratings, score, of_viewing=row.rated == row.watched)
        added += done
        taken.kept += [kept] if kept else []
    for group, scores in zip(groups, told, strict=True):
        undated = sorted((one for one in scores if not one[1].on), key=lambda one: one[0].season is None)
        if undated and not any(score.on for _, score in scores):
            score = undated[0][1]
            done, kept = add_undated(ratings, score, group.imported.get("score"))
            added += done
            if kept:
                taken.kept.append(f"{kept} ({group.source})")
            elif score.overall is not None:
                group.imported["score"] = score.overall
    _say(taken, added, "score")


def _score(row: Row, calendar: Calendar) -> Score | None:
    if not any((row.score, row.story, row.acting, row.music, row.rewatch)):
        return None
    return Score(
        on=calendar.day(row.rated), instant=bool(row.rated and "T" in row.rated), overall=row.score, story=row.story,
        acting=row.acting, music=row.music, rewatch=row.rewatch, given=row.given,
    )  # fmt: skip


def _say(taken: Taken, count: int, what: str, of: str = "") -> None:
    if count:
        taken.did.append(f"{count} {what}{'s' if count > 1 else ''}{f' {of}' if of else ''}")

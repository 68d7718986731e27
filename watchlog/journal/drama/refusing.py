"""Why a change is no drama any more, in words: what stands in the way, and the next thing to type."""

import re

from watchlog.journal.drama.dates import earlier
from watchlog.journal.drama.episodes import spoken
from watchlog.journal.drama.reading import RecordError
from watchlog.journal.drama.records import KINDS, Drama

_KINDS = {field: kind for kind, field in KINDS.items()}
_PLACE = re.compile(r"(\w+)(?:\[(\d+)\])?(?:\.(.+))?")


def refusal(drama: Drama, error: RecordError) -> str:
    """The error of a drama that was about to be saved, without the paths of its document."""
    match = _PLACE.fullmatch(error.where)
    field, place, inside = match.groups() if match else ("", None, None)
    if field == "rounds" and place and inside == "episodes":
        return _too_few(drama, int(place))
    if field == "aired" and not inside:
        return f"{drama.title} would end before it begins: {_dates(drama)}.\nChange --aired-from or --aired-to."
    if field == "aired" and inside == "off":
        return f"{drama.title}: {error.reason}.\nChange --off-air or --extra-episode."
    if field == "rounds" and place:
        one = drama.rounds[int(place)]
        if one.started and one.finished and earlier(one.finished, one.started):
            said = f"It was begun on {one.started} and would be over on {one.finished}"
            return f"{drama.title}: {said}.\nSay when it began: watchlog status {drama.slug} watching --on DATE"
    if field in _KINDS and place is not None:
        item = getattr(drama, field)[int(place)]
        of = f" of {drama.episodes}" if inside == "episode" else ""
        reason = f"it is on episode {item.episode}{of}" if of else error.reason
        return f"{drama.title}: {_KINDS[field]} {item.id}: {reason}.\nChange it: watchlog edit {drama.slug} {item.id}"
    return f"{drama.title}: {error.reason}. Nothing was saved.\nSee: watchlog show {drama.slug}"


def _too_few(drama: Drama, place: int) -> str:
    beyond = [int(episode) for episode in drama.rounds[place].episodes if int(episode) > (drama.episodes or 0)]
    back = f"watchlog unwatch {drama.slug} {(drama.episodes or 0) + 1}-"
    if drama.rounds[place] is not drama.rounds[-1]:
        back = f"watchlog edit {drama.slug}"
    has_been = "has" if len(beyond) == 1 else "have"
    return (
        f"{drama.title} cannot have {drama.episodes} episodes: {spoken(sorted(beyond))} {has_been} been seen.\n"
        f"Take that back first: {back}"
    )


def _dates(drama: Drama) -> str:
    return f"from {drama.aired.from_} to {drama.aired.to}" if drama.aired else ""

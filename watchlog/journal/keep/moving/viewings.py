"""Viewings become rounds. What a journal has already is not added again, and a round that stands is not regrouped.

Of one episode, viewings of one day are one viewing; so are one without a day and one with a day, which it is given
then, and those a day apart where the source had instants. What is left over is a further viewing: it goes to the
round that was open on its day, or begins a new one.
"""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from watchlog.journal.drama.dates import earlier, put_by_day
from watchlog.journal.drama.records import Document
from watchlog.journal.keep.merging.rounds import day_of
from watchlog.journal.keep.moving.days import compatible, first_day, near

PAUSE = 30
"""After so many days, a lower number is the beginning of a new round."""


class Viewing(Struct, frozen=True, kw_only=True):
    """One episode seen once. An `instant` may have been another day where the source is at home."""

    episode: int
    day: str | None = None
    instant: bool = False
    again: bool = False
    """Whether the source calls it a further one."""


class Changed(Struct):
    """What viewings have changed: how many were added, and how many were given a day."""

    added: int = 0
    dated: int = 0


def add_viewings(rounds: list[Document], viewings: Iterable[Viewing]) -> Changed:
    """Add to the rounds of a drama, in place, what they lack of these viewings."""
    by_episode: dict[int, list[Viewing]] = {}
    for one in viewings:
        by_episode.setdefault(one.episode, []).append(one)
    changed = Changed()
    further: list[Viewing] = []
    for episode, found in by_episode.items():
        further += _unknown(rounds, str(episode), _once(found), changed)
    further.sort(key=lambda one: (one.day is None, one.day or "", one.episode))
    for one in further:
        _place(rounds, one)
    changed.added = len(further)
    return changed


def _once(viewings: Sequence[Viewing]) -> list[Viewing]:
    """The viewings of an episode as a file means them: one without a day is one of those with a day."""
    dated = [one for one in viewings if one.day]
    undated = [one for one in viewings if not one.day and not one.again]
    again = [one for one in viewings if not one.day and one.again]
    return [*dated, *undated[len(dated) :], *again]


def _unknown(rounds: list[Document], episode: str, viewings: list[Viewing], changed: Changed) -> list[Viewing]:
    """The viewings that the rounds do not have; those they have without a day are given it."""
    free = [one for one in rounds if episode in _episodes(one)]
    left = sorted(viewings, key=lambda one: one.instant)  # a day can be no other one, an instant can
    for same in (_same_day, _more_precise, _day_apart, _filling, _undated):
        rest = []
        for viewing in left:
            found = next((one for one in free if same(_episodes(one)[episode], viewing)), None)
            if found is None:
                rest.append(viewing)
                continue
            free = [one for one in free if one is not found]
            if same in (_more_precise, _filling) and len(viewing.day or "") > len(_episodes(found)[episode] or ""):
                _episodes(found)[episode] = viewing.day
                _begun(found, viewing.day or "")
                changed.dated += 1
        left = rest
    return left


def _same_day(day: str | None, viewing: Viewing) -> bool:
    return day is not None and day == viewing.day


def _more_precise(day: str | None, viewing: Viewing) -> bool:
    return day is not None and viewing.day is not None and compatible(day, viewing.day)


def _day_apart(day: str | None, viewing: Viewing) -> bool:
    return day is not None and viewing.day is not None and viewing.instant and near(day, viewing.day)


def _filling(day: str | None, viewing: Viewing) -> bool:
    return day is None and viewing.day is not None


def _undated(day: str | None, viewing: Viewing) -> bool:
    return viewing.day is None


def _place(rounds: list[Document], viewing: Viewing) -> None:
    episode, day = str(viewing.episode), viewing.day
    if day is None:
        found = next((one for one in rounds if episode not in _episodes(one)), None)
        if found is None:
            rounds.append({"episodes": {episode: None}})
        else:
            _put(found, episode, None)
        return
    open_ = _open_on(rounds, day)
    if open_ is None or episode in _episodes(open_) or _begins_anew(open_, viewing.episode, day):
        begun: Document = {"started": day, "episodes": {episode: day}}
        put_by_day(rounds, begun, day_of)
    else:
        _put(open_, episode, day)
        _begun(open_, day)


def _open_on(rounds: list[Document], day: str) -> Document | None:
    """The round that had begun last on a day; before all of them, the first."""
    begun = [one for one in rounds if not earlier(day, day_of(one))]
    return begun[-1] if begun else next(iter(rounds), None)


def _begins_anew(round_: Document, episode: int, day: str) -> bool:
    """Whether a lower number follows after a long pause; or, before all others, a higher one comes long before."""
    dated = [(other, int(number)) for number, other in _episodes(round_).items() if other]
    latest = max(dated, default=None)
    if latest and earlier(day, latest[0]):
        latest = max((one for one in dated if not earlier(day, one[0])), default=None)
    if latest:
        return episode < latest[1] and (first_day(day) - first_day(latest[0])).days >= PAUSE
    after = min(dated, default=None)
    return after is not None and episode > after[1] and (first_day(after[0]) - first_day(day)).days >= PAUSE


def _put(round_: Document, episode: str, day: str | None) -> None:
    episodes = {**_episodes(round_), episode: day}
    if len(episodes) > 1 and int(episode) < int(next(reversed(_episodes(round_)))):
        episodes = dict(sorted(episodes.items(), key=lambda one: int(one[0])))
    round_["episodes"] = {**episodes}


def is_begun_unknown(round_: Document) -> bool:
    """Whether an episode without a day comes before the first with one: nobody knows when the round began."""
    numbers = sorted(_episodes(round_), key=int)
    return bool(numbers) and _episodes(round_)[numbers[0]] is None


def _begun(round_: Document, day: str) -> None:
    """A round has begun on its first day at the latest; it ends no earlier than on its last one."""
    started, finished = round_.get("started"), round_.get("finished")
    if started is None:
        if is_begun_unknown(round_):
            return
        day = min(filter(None, (*_episodes(round_).values(), day)))
    if (started is None or earlier(day, str(started))) and not (finished and earlier(str(finished), day)):
        round_["started"] = day


def _episodes(round_: Document) -> dict[str, str | None]:
    found = round_.setdefault("episodes", {})
    assert isinstance(found, dict)
    return found  # type: ignore[return-value]

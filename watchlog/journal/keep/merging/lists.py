"""Lists of values merged: each equal value counted."""

from collections import Counter
from collections.abc import Callable, Sequence

from watchlog.journal.drama.records import Json
from watchlog.journal.drama.uids import sorted_json
from watchlog.journal.keep.merging.order import by_day, woven
from watchlog.journal.keep.merging.three import NoBase, Three

Values = Sequence[Json]
_Places = dict[tuple[str, int], Json]
"""Values by their text and by which of the equal ones they are."""


def merged_values(values: Three[Values]) -> list[Json]:
    """The values that stand: ours in their order, theirs after their neighbours there."""
    standing = _standing(values)
    one, other = ([place for place in _places(side) if place in standing] for side in values.sides)
    return [standing[place] for place in woven(one, other)]


def merged_by_day(values: Three[Values], day: Callable[[Json], str]) -> list[Json]:
    """The values that stand: ours in their order, theirs before what is later."""
    standing = _standing(values)
    one, other = ([place for place in _places(side) if place in standing] for side in values.sides)
    return [standing[place] for place in by_day(one, other, lambda place: day(standing[place]))]


def _standing(values: Three[Values]) -> _Places:
    """The values that stand, in no order.

    Of each there are as many as on the side with more where a side added one, or where there is no base; else as many
    as on the side with fewer.
    """
    places = values.each(_places)
    counts = places.each(lambda one: Counter(text for text, _ in one))
    standing = {}
    for (text, place), value in (places.theirs | places.ours).items():
        ours, theirs = counts.ours[text], counts.theirs[text]
        is_more = isinstance(counts.base, NoBase) or max(ours, theirs) > counts.base[text]
        if place < (max(ours, theirs) if is_more else min(ours, theirs)):
            standing[text, place] = value
    return standing


def _places(values: Values) -> _Places:
    met: Counter[str] = Counter()
    places = {}
    for value in values:
        text = sorted_json(value)
        places[text, met[text]] = value
        met[text] += 1
    return places

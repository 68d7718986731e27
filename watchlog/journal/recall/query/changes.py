"""The changes of the history that a query fits."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from watchlog.errors import WrongUsage
from watchlog.journal.recall.query.evaluation import condition
from watchlog.journal.recall.query.tree import Query, Term, leaves
from watchlog.journal.store.changereading import Heading
from watchlog.journal.store.paths import ChangeName

_ASKED = ("drama", "on")
_DAY = len("2021-01-25")


class ChangeFacts:
    """What a change answers: which dramas it is of, by their slugs of today, and its day."""

    def __init__(self, heading: Heading, dramas: Sequence[str]) -> None:
        self._heading = heading
        self._dramas = dramas

    def words(self, name: str) -> Sequence[str]:
        return self._dramas if name == "drama" else [self._heading.when[:_DAY]]

    def numbers(self, name: str) -> Sequence[float]:
        return []


def fitting(
    changes: Sequence[Heading], query: Query, its_own: Callable[[str], Iterable[Heading]], today: date
) -> list[Heading]:
    """Those that a query fits; `its_own` tells the changes of a drama. Raises WrongUsage for what no change answers."""
    own: dict[str, set[ChangeName]] = {}
    for leaf, _ in leaves(query.tree):
        if not isinstance(leaf, Term) or leaf.field not in _ASKED:
            asked = leaf.field if isinstance(leaf, Term) else leaf.text
            raise WrongUsage(f"A change has a drama and a day, and no {asked}. Ask for drama:run-on or on:2021-01")
        if leaf.field == "drama":
            own |= {slug: {heading.name for heading in its_own(slug)} for slug in leaf.values}
    if query.sort:
        raise WrongUsage("Changes stand newest first, in no other order: leave sort: out")
    fits = condition(query.tree, today)

    def dramas(heading: Heading) -> list[str]:
        return [slug for slug, names in own.items() if heading.name in names]

    return [heading for heading in changes if fits(ChangeFacts(heading, dramas(heading)))]

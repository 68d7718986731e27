"""What is episode 0 elsewhere: a prologue or a recap, which here has the next free number among the specials."""

from collections.abc import Sequence
from itertools import count

from msgspec import Struct, field
from msgspec.structs import replace

from watchlog.journal.drama.records import Document
from watchlog.journal.drama.uids import items_of, records
from watchlog.journal.keep.merging.rounds import episodes_of
from watchlog.journal.keep.moving.gathering import Told
from watchlog.journal.keep.moving.naming import key_of, of_specials


class Numbered(Struct):
    """Rows whose episodes all have a number here, and what the drama is to remember of those that had none."""

    told: list[Told] = field(default_factory=list)
    remembered: list[Document] = field(default_factory=list)
    did: list[str] = field(default_factory=list)


def numbered(drama: Document, told: Sequence[Told]) -> Numbered:
    """The rows with a number for each episode 0. It is the same whenever the rows come again."""
    found = Numbered()
    given = {str(one.get("key")): one for one in records(drama, "imported")}
    free = count(max(numbers_of(drama) + [row.episode or 0 for row, _ in told], default=0) + 1)
    numbers: dict[str, int] = {}
    for row, source in told:
        if row.episode != 0:
            found.told.append((row, source))
            continue
        prefix = f"{key_of(row, source)}/e0="
        known = next((key for key in given if key.startswith(prefix)), "")
        if prefix not in numbers:
            numbers[prefix] = int(known.removeprefix(prefix)) if known else next(free)
            if not known:
                found.remembered.append({"source": source, "key": f"{prefix}{numbers[prefix]}"})
                found.did.append(f"an episode 0 as {numbers[prefix]}")
        found.told.append((replace(of_specials(row), episode=numbers[prefix]), source))
    return found


def numbers_of(drama: Document) -> list[int]:
    """The episodes that a drama speaks of."""
    seen = [int(number) for one in records(drama, "rounds") for number in episodes_of(one)]
    return seen + [number for _, item in items_of(drama) if isinstance(number := item.get("episode"), int)]

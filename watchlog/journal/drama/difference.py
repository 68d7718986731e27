"""How two states of one drama differ, in a few words."""

from watchlog.journal.drama.documents import sparse
from watchlog.journal.drama.records import KINDS, Drama

_COUNTED = {field: kind for kind, field in KINDS.items()} | {"ratings": "rating", "rounds": "round"}
_FOR_THE_PROGRAM = ("uid", "imported", "next_id")


def differences(old: Drama, new: Drama) -> str:
    """What `new` has more, less or other than `old`: `2 notes more, 1 quote fewer, other facts: year`."""
    words: list[str] = []
    before, after = sparse(old), sparse(new)
    for field, kind in _COUNTED.items():
        more = len(getattr(new, field)) - len(getattr(old, field))
        if more:
            words.append(f"{abs(more)} {kind if abs(more) == 1 else field} {'more' if more > 0 else 'fewer'}")
        elif before.get(field) != after.get(field):
            words.append(f"other words in {field}")
    told = (key for key in {**before, **after} if key not in (*_COUNTED, *_FOR_THE_PROGRAM))
    facts = [key for key in told if before.get(key) != after.get(key)]
    if facts:
        words.append(f"other facts: {', '.join(facts)}")
    return ", ".join(words)

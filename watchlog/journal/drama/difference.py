"""How two states of one drama differ, in a few words."""

from watchlog.journal.drama.documents import sparse
from watchlog.journal.drama.records import KINDS, Document, Drama

_COUNTED = {field: kind for kind, field in KINDS.items()} | {"ratings": "rating", "rounds": "round"}
_FOR_THE_PROGRAM = ("uid", "imported", "next_id")
_NO_WORDS = ("id", "uid", "merged")


def differences(old: Drama, new: Drama) -> str:
    """What `new` has more, less or other than `old`: `2 notes more, 1 quote fewer, other facts: year`."""
    words: list[str] = []
    before, after = sparse(old), sparse(new)
    for field, kind in _COUNTED.items():
        more = len(getattr(new, field)) - len(getattr(old, field))
        if more:
            words.append(f"{abs(more)} {kind if abs(more) == 1 else field} {'more' if more > 0 else 'fewer'}")
        if _reworded(old, new, field) if more else before.get(field) != after.get(field):
            words.append(f"other words in {field}")
    told = (key for key in {**before, **after} if key not in (*_COUNTED, *_FOR_THE_PROGRAM))
    facts = [key for key in told if before.get(key) != after.get(key)]
    if facts:
        words.append(f"other facts: {', '.join(facts)}")
    return ", ".join(words)


def _reworded(old: Drama, new: Drama, field: str) -> bool:
    """Whether something that both have says something else now."""
    before, after = _by_uid(old, field), _by_uid(new, field)
    return any(before[uid] != after[uid] for uid in before.keys() & after.keys())


def _by_uid(drama: Drama, field: str) -> dict[str, Document]:
    """The words of items or rounds, by who they are; a rating is nobody."""
    known = [(one.uid, sparse(one)) for one in getattr(drama, field) if getattr(one, "uid", None)]
    return {uid: {key: said for key, said in words.items() if key not in _NO_WORDS} for uid, words in known}

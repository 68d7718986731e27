"""What a text is known by, so that it is not taken in twice: the episode and its words, and the digest of these."""

from collections.abc import Iterable, Iterator
from hashlib import blake2b

from watchlog.journal.drama.comparing import bare, caseless
from watchlog.journal.drama.records import Document
from watchlog.journal.drama.uids import records

SHELVES = {"note": "notes", "review": "reviews", "quote": "quotes"}
"""The list that each kind of text goes to."""


def keys_of(shelf: str, item: Document) -> Iterator[str]:
    """What an item in that list of a drama is known by."""
    if shelf == "cast":
        yield from keys_of_actor(f"{item.get('actor')}")
        return
    number = item.get("episode")
    episode = number if isinstance(number, int) else None
    for text in _texts(item):
        yield key_of_text(episode, text)
    if item.get("rating") is not None:
        yield key_of_text(episode, f"{item['rating']:g}")


def _texts(item: Document) -> Iterable[str]:
    if "lines" not in item:
        return [f"{item.get('text') or ''}"]
    lines = records(item, "lines")
    spoken = (
        f"{line['speaker']}: {line.get('text')}" if line.get("speaker") else f"{line.get('text')}" for line in lines
    )
    return ["\n".join(spoken), "\n".join(f"{line.get('text')}" for line in lines)]


def key_of_text(episode: int | None, text: str) -> str:
    """The episode and the words, case and blanks aside."""
    return f"{episode or ''}\n{' '.join(caseless(text).split())}"


def keys_of_actor(actor: str) -> tuple[str, str]:
    """Somebody in a cast: as their name is written, and by its letters, which trackers part otherwise."""
    return key_of_text(None, f"cast {actor}"), key_of_text(None, f"cast {bare(actor)}")


def digest_of(key: str) -> str:
    """What a drama remembers of a text that was taken in."""
    return blake2b(key.encode(), digest_size=8).hexdigest()

"""What of a drama gives something away, and the drama without it."""

from typing import TYPE_CHECKING, Protocol

from watchlog.journal.drama.records import Drama, Note, Quote, Record, Review, Scene

if TYPE_CHECKING:
    from watchlog.journal.drama.values import Spoiler

    class _Found(Protocol):
        """What was found of an item, with its mark: a passage, a part in a cast."""

        @property
        def spoiler(self) -> Spoiler: ...

    Markable = Record | _Found | None
    """What can be marked as a spoiler: an item, a synopsis, what was found of one; or nothing."""

COVERED = "major spoiler, covered"
COVERED_YET = "not seen yet, covered"
"""The words that stand for what is not to be seen, or not yet."""


def reveals(one: "Markable") -> bool:
    """Whether it gives away something major."""
    return getattr(one, "spoiler", "none") == "major"


def is_beyond(one: "Markable", upto: int) -> bool:
    """Whether somebody who has seen as many episodes as `upto` may not know it yet.

    That is what belongs to a later episode, every note on the whole drama, and a review after more episodes, or
    after nobody knows how many. What else has no episode may be known to everybody.
    """
    match one:
        case Note(episode=None) | Review(episodes_seen=None):
            return True
        case Note(episode=number) | Quote(episode=number) | Scene(episode=number) | Review(episodes_seen=number):
            return number is not None and number > upto
        case _:
            return False


def _has_episode(one: "Markable") -> bool:
    return (getattr(one, "episodes_seen", None) or getattr(one, "episode", None)) is not None


def without_spoilers(drama: Drama, *, major: bool = True, upto: int | None = None) -> Drama:
    """The drama, from which what is marked as a major spoiler has been taken, and what is beyond episode `upto`.

    With `upto`, what is major and of no episode goes too: nobody knows when one has seen it.
    """

    def is_left_out(one: "Markable") -> bool:
        hidden = reveals(one) and (major or (upto is not None and not _has_episode(one)))
        return hidden or (upto is not None and is_beyond(one, upto))

    for shelf in drama.shelves().values():
        shelf[:] = [item for item in shelf if not is_left_out(item)]
    if is_left_out(drama.synopsis):
        drama.synopsis = None
    return drama

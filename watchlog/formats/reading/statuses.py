"""The words trackers and people have for the six statuses, in several languages."""

from watchlog.formats.reading.refusing import no
from watchlog.formats.reading.remembering import remembered
from watchlog.journal.drama.comparing import caseless
from watchlog.journal.drama.values import Status

_WORDS: dict[Status, tuple[str, ...]] = {
    "watching": (
        "watching, currently watching, watching now, current, in progress, progress, ongoing, continuing",
        "repeating, rewatching, 보는 중, 시청 중, 在看, 追剧中, 視聴中, 見てる, viendo, schaue",
    ),
    "completed": (
        "completed, complete, finished, watched, seen, done, ended, 완료, 봤음, 본 작품, 시청 완료",
        "看过, 看過, 已看, 完成, 視聴済, 視聴済み, 見た, visto, vista, gesehen",
    ),
    "plan-to-watch": (
        "plan to watch, planned, planning, plan, ptw, want to watch, to watch, watchlist, wishlist",
        "not started yet, for later, later, 볼 예정, 보고 싶어요, 想看, 見たい, pendiente, geplant",
    ),
    "on-hold": ("on hold, hold, paused, on a hold, stalled, 보류, 搁置, 擱置, 中断, 一時停止, en pausa, pausiert",),
    "dropped": (
        "dropped, drop, stopped, abandoned, quit, gave up, 중도 하차, 하차, 抛弃, 棄劇, 弃剧, 中止, abandonado",
        "abgebrochen",
    ),
    "not-interested": ("not interested, not interesting, ignored, 관심없어요, 관심 없음, 不感兴趣",),
}
"""Case, blanks and hyphens aside."""


def _folded(word: str) -> str:
    return "".join(sign for sign in caseless(word) if sign not in " -_")


@remembered
def status_of(word: str) -> Status | None:
    """The status a word means; None for no word, and for MyDramaList's Undecided. Raises Unreadable."""
    wanted = _folded(word)
    if wanted in ("", "undecided"):
        return None
    found = status_in(wanted)
    if not found:
        raise no("a status", word)
    return found


def status_in(name: str) -> Status | None:
    """The status a word means, if it means one."""
    wanted = _folded(name)
    return next((status for status, lines in _WORDS.items() if wanted in _folded(", ".join(lines)).split(",")), None)

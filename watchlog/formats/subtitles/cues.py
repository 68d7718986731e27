"""What a subtitle file holds: cues, each with its time and with what is said in it."""

from msgspec import Struct


class Turn(Struct, frozen=True):
    """What one person says in a cue, on one line."""

    text: str
    speaker: str | None = None
    is_sound: bool = False
    """A sound or a song, as `(SIGHS)` or `♪ la la ♪`: no words to keep, unless it is chosen."""


class Cue(Struct, frozen=True):
    """What is on the screen from `start` to `end`, in milliseconds; it never ends before it starts."""

    start: int
    end: int
    turns: tuple[Turn, ...]

    @property
    def words(self) -> str:
        """All of it, on one line."""
        return " ".join(turn.text for turn in self.turns)

    @property
    def has_words(self) -> bool:
        """Whether somebody speaks in it."""
        return any(not turn.is_sound for turn in self.turns)

    @property
    def spoken(self) -> tuple[Turn, ...]:
        """What is kept of it: what is said, or its sounds where that is all there is."""
        return tuple(turn for turn in self.turns if not turn.is_sound) or self.turns

    @property
    def at(self) -> str:
        """The moment it begins, as `MM:SS` or `H:MM:SS`."""
        return moment(self.start // 1000)


def moment(second: int) -> str:
    """A second of an episode as it is written: `MM:SS`, from the first hour on `H:MM:SS`."""
    minutes, seconds = divmod(second, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes:02}:{seconds:02}"


def second(moment: str) -> int:
    """The second that a moment names."""
    found = 0
    for part in moment.split(":"):
        found = found * 60 + int(part)
    return found

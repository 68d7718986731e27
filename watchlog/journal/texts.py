"""Words on their way into the journal: every character is kept but those that only steer a terminal."""

import re
import unicodedata

from watchlog.errors import WrongUsage

_CONTROLS = dict.fromkeys([*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0)])


def kept(text: str) -> str:
    """Free text as it is written down: line breaks and tabs stay, other control characters go.

    Raises WrongUsage for bytes that are not UTF-8, which Python passes on as half surrogate pairs.
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        raise WrongUsage("The text is not valid UTF-8: nothing was saved.\nSave it as UTF-8 and try again.") from None
    return text.translate(_CONTROLS)


def one_line(text: str) -> str:
    """A title or a name: what `kept` keeps, on one line, without space around it. Raises WrongUsage."""
    return " ".join(kept(text).split())


def folded(text: str) -> str:
    """What two spellings of the same words have in common: case and composition aside."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())


def title_key(title: str) -> str:
    """Where a reader looks for a title, to compare: without its article, case aside, 2 before 10."""
    bare = re.sub(r"^(?:the|an?)\s+(?=\S)", "", folded(title).lstrip("“\"'‘[(«「『"))
    return re.sub("[0-9]+", _by_length, bare)


def _by_length(number: re.Match[str]) -> str:
    digits = number[0].lstrip("0")
    return f"\0{len(digits):04}{digits}"

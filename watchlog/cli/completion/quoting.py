"""The line of bash that is completed: its words as they were typed, marks and all, and the answer in its quoting.

Bash parts a line at `=`, `:` and `@`, too, and replaces what stands after the last of them, or after a quotation
mark that is still open. Whatever is in a journal comes back as one word in which bash sees nothing to run.
"""

from collections.abc import Sequence

from watchlog.cli.completion.line import glued

_PLAIN = "-_./,:=@%+"
_IN_DOUBLE = '\\"$`'


class BashLine:
    """The words before the one being typed, that one as far as it goes, and how an answer to it is quoted.

    `replaced` is what bash will put the answer in the place of.
    """

    def __init__(self, words: Sequence[str], index: int, replaced: str) -> None:
        *before, raw = glued(words, index)
        self.before = [_unquoted(word)[0] for word in before]
        self.typed = _unquoted(raw)[0]
        kept = raw.removesuffix(replaced)
        stem, self._open = _unquoted("" if replaced and kept == raw else kept)
        self._stem = len(stem)

    def quoted(self, word: str) -> str:
        """What is to stand after the part that bash leaves as it is."""
        rest = word[self._stem :]
        if self._open == "'":
            return rest.replace("'", "'\\''")
        if self._open:  # nothing within double quotes keeps `!` from the history
            return "".join(f"\\{sign}" if sign in _IN_DOUBLE else sign for sign in rest).replace("!", "\"'!'\"")
        return "".join(sign if _is_plain(sign) else f"\\{sign}" for sign in rest)


def _is_plain(sign: str) -> bool:
    return sign in _PLAIN or sign.isalnum() or not sign.isascii()


def _unquoted(raw: str) -> tuple[str, str]:
    """What bash would make of a word, and the quotation mark that is still open at its end."""
    said, mark = "", ""
    signs = iter(raw)
    for sign in signs:
        if sign == "\\" and mark != "'":
            following = next(signs, "")
            said += following if not mark or following in _IN_DOUBLE else f"\\{following}"
        elif sign == mark:
            mark = ""
        elif sign in "'\"" and not mark:
            mark = sign
        else:
            said += sign
    return said, mark

"""What of the pieces of arguments stands together, and which words are operators.

A shell hands over `actor:"Im Si Wan"` as one argument without its marks. So what stands plainly in one argument stands
together: the words after a `field:` belong to it, and other words side by side are one phrase, or one title. `or` and
`not` are operators only next to a term, a bracket or a view; everywhere else they are words.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from watchlog.journal.recall.query.tokens import Token, cut, depth_after

OPERATORS = ("or", "not", "and")
"""`and` says what standing side by side says, and is a word unless it stands between two terms."""


def tokens(arguments: Sequence[str]) -> list[Token]:
    """The tokens of all arguments. Raises WrongUsage for a quotation without end, or what is nearly a field."""
    found: list[Token] = []
    depth = 0
    for argument in arguments:
        pieces = cut(argument, depth)
        for piece in pieces:
            depth = depth_after(depth, piece)
        if len(pieces) > 1:
            pieces = list(_joined(_without_titles(_with_operators(pieces, alone=False))))
        found += pieces
    return _with_operators(found, alone=True)


def _with_operators(found: Sequence[Token], *, alone: bool) -> list[Token]:
    """The tokens with the operators among the words.

    Within an argument, one is an operator where a term, a bracket or a view follows; one that is `alone`, an argument
    of its own, where such a one stands at either side.
    """
    after = _beside(found[::-1], ("term", "open", "view"))[::-1]
    before = _beside(found, ("term", "close", "view"), over=() if alone else ("word",))
    return [
        token._replace(kind=operator)
        if (operator := _operator(token))
        and (token.argument.strip() == token.text or not alone)
        and ((precedes and follows) if operator == "and" else follows or (alone and precedes))
        else token
        for token, precedes, follows in zip(found, before, after, strict=True)
    ]


def _beside(found: Sequence[Token], kinds: Sequence[str], over: Sequence[str] = ()) -> list[bool]:
    """Whether the token before each one is of these kinds, operators and those to look `over` aside."""
    answers = []
    beside = False
    for token in found:
        answers.append(beside)
        if not _operator(token) and token.kind not in ("minus", "sort", *over):
            beside = token.kind in kinds
    return answers


def _operator(token: Token) -> Literal["or", "not", "and"] | None:
    match token.kind, token.text.lower():
        case ("or", _) | ("word", "or"):
            return "or"
        case ("not", _) | ("word", "not"):
            return "not"
        case ("and", _) | ("word", "and"):
            return "and"
    return None


def _without_titles(pieces: Sequence[Token]) -> list[Token]:
    """What looks like an operator and is a part of a title among plain words is a word.

    So are brackets around plain words, Run On (2020), (500) Days of Summer; and hyphens, Code Blue -Doctor Heli-.
    """
    found = list(pieces)
    opened: list[int] = []
    grouping: set[int] = set()
    for place, token in enumerate(pieces):
        if token.kind == "open":
            opened.append(place)
        elif token.kind == "close" and opened:
            start = opened.pop()
            if start not in grouping and place > start + 1 and _is_among_words(found, start, place):
                found[start], found[place] = found[start]._replace(kind="word"), token._replace(kind="word")
            else:
                grouping.update(opened[-1:])
        elif token.kind == "minus" and _follows_words(found, place) and _has_closing_hyphen(found, place):
            found[place] = token._replace(kind="word")
        elif token.kind != "word":
            grouping.update(opened[-1:])
    return found


def _is_among_words(found: Sequence[Token], start: int, end: int) -> bool:
    if _follows_words(found, start):
        return True
    return (not start or found[start - 1].kind == "open") and end + 1 < len(found) and found[end + 1].kind == "word"


def _follows_words(found: Sequence[Token], place: int) -> bool:
    return place > 0 and (found[place - 1].kind == "word" or found[place - 1].goes_on)


def _has_closing_hyphen(found: Sequence[Token], place: int) -> bool:
    for after in range(place + 1, len(found)):
        if found[after].kind != "word":
            break
        if found[after].text.endswith("-") and found[after].text != "-":
            return True
    return False


def _joined(pieces: Sequence[Token]) -> Iterator[Token]:
    """What stands together as one token: words with the words beside them, and with the term before them.

    A hyphen takes one word, if it is not all that the argument has beside its words: a shell hands over `-"a phrase"`
    without its marks. Where phrases have marks of their own, other words are no phrase.
    """
    apart = any(token.kind == "phrase" for token in pieces)
    one_word = pieces[0].kind != "minus" or any(token.kind != "word" for token in pieces[1:])
    held, before = pieces[0], ""
    for token in pieces[1:]:
        ends = held.kind == "word" and (apart or (one_word and before == "minus"))
        if _takes(held, token) and not ends:
            start = held.end - len(held.text)
            held = held._replace(
                text=held.argument[start : token.end], end=token.end, goes_on=held.goes_on and token.kind == "word"
            )
        else:
            yield _tidy(held)
            held, before = token, held.kind
    yield _tidy(held)


def _takes(token: Token, following: Token) -> bool:
    if token.kind == "term" and following.start == token.end:  # after a quotation, as in “slow burn”,comedy
        return following.kind == "word"
    if following.kind == "phrase":
        return token.goes_on and token.text.endswith(",")
    return following.kind == "word" and (token.kind == "word" or token.goes_on)


def _tidy(token: Token) -> Token:
    return token._replace(text=" ".join(token.text.split())) if token.kind == "word" else token

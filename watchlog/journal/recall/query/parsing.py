"""A query read from the arguments a shell hands over, or from one line of text, which is one argument."""

from collections.abc import Callable, Sequence

from watchlog.errors import WrongUsage
from watchlog.journal.recall.query.fields import FIELDS
from watchlog.journal.recall.query.joining import tokens
from watchlog.journal.recall.query.tokens import Token, parts
from watchlog.journal.recall.query.tree import And, Query, Term, Tree, View, Word, all_of, negation, one_of
from watchlog.journal.recall.query.values import read_value, shown

DEEPEST = 50
"""How deep brackets and views stand in one another at most."""
_MOST = 10_000
"""How many words, terms and views a query has at most, with those of its views."""

Views = Callable[[str], str | None]
"""The text of the saved view of a name; None where there is none."""


def no_views(name: str) -> str | None:
    """There is no view."""
    return None


def parse(arguments: Sequence[str], views: Views = no_views, *, of_items: bool = True) -> Query:
    """The query in the arguments. Terms that ask about notes and quotes may stand in it where it is `of_items`.

    Raises WrongUsage, in one line, for anything that cannot be understood.
    """
    return _Reading(views, of_items).query(arguments, ())


class _Reading:
    """One query being read, with its views: what may stand in it, and how much there is of it."""

    def __init__(self, views: Views, of_items: bool) -> None:
        self._views = views
        self._of_items = of_items
        self._size = 0

    def query(self, arguments: Sequence[str], within: tuple[str, ...], depth: int = 0) -> Query:
        """The query in the arguments: what is typed, or the text of the last of the views it stands `within`."""
        for argument in arguments:
            if not argument.isascii() and argument != argument.encode(errors="replace").decode():
                raise WrongUsage(f"This is not valid UTF-8: {shown(argument)}. Type it anew")
        return _Parser(self, tokens(arguments), within, depth).query()

    def view(self, name: str, within: tuple[str, ...], depth: int) -> Query:
        """What a view asks. Raises WrongUsage where there is none, or where it is one of those it stands in."""
        self.count()
        if name in within:
            path = " → ".join(f"@{one}" for one in (*within[within.index(name) :], name))
            raise WrongUsage(f"The view @{name} names itself: {path}. Change it: watchlog view {name} QUERY")
        text = self._views(name)
        if text is None:
            raise WrongUsage(f"There is no view {shown(name)}. See those there are: watchlog view")
        try:
            return self.query([text], (*within, name), depth)
        except WrongUsage as error:
            told = str(error)
            raise WrongUsage(told if told.startswith("The view @") else f"The view @{name}: {told}") from None

    def term(self, token: Token) -> Term:
        """The term that a token says. Raises WrongUsage."""
        field = FIELDS[token.field]
        if field.of_items and not self._of_items:
            raise WrongUsage(f"{field.name}: asks about quotes, notes and the like. Ask it of: watchlog search, quotes")
        said = parts(token.text)
        if not said:
            raise WrongUsage(f"{field.name}: needs a value, like {field.example}")
        compared = token.sign if token.sign in ("<", "<=", ">", ">=") else ""
        if len(said) > 1 and (compared or field.kind == "sort"):
            raise WrongUsage(f"{field.name}{token.sign} takes one value, like {field.example}")
        said[0] = compared + said[0]
        self.count()
        return Term(field.name, tuple(dict.fromkeys(read_value(field, one) for one in said)))

    def count(self) -> None:
        """Raises WrongUsage for a query longer than anybody means."""
        self._size += 1
        if self._size > _MOST:
            raise WrongUsage(f"A query has at most {_MOST:,} words and terms: ask for less at once")


class _Parser:
    """Reads tokens from the left: `or` binds least, then standing side by side, then `not`."""

    def __init__(self, reading: _Reading, found: Sequence[Token], within: tuple[str, ...], depth: int) -> None:
        self._reading = reading
        self._tokens = found
        self._within = within
        self._depth = depth
        self._place = 0
        self._order = ""
        self._view_order = "", False

    def query(self) -> Query:
        """All of it. An order that a view asks for holds where none is asked for beside it."""
        tree = self._alternatives()
        if closing := self._peek():
            raise WrongUsage(f"A bracket closes that none opened, {closing.place}. For the sign itself: '\"…)\"'")
        sort, reverse = self._view_order
        if self._order:
            sort, reverse = self._order.removeprefix("-"), self._order.startswith("-")
        return Query(And() if tree is None else tree, sort, reverse)

    def _peek(self) -> Token | None:
        return self._tokens[self._place] if self._place < len(self._tokens) else None

    def _alternatives(self) -> Tree | None:
        """What stands between brackets; None for nothing."""
        found = [self._together()]
        while (operator := self._peek()) and operator.kind == "or":
            self._place += 1
            found.append(self._together())
            if found[0] is None or found[-1] is None:
                raise WrongUsage(f"“or” needs a term on either side, {operator.place}. For the word itself: '\"or\"'")
        return one_of(part for part in found if part is not None) if len(found) > 1 else found[0]

    def _together(self) -> Tree | None:
        """What stands side by side; None for nothing."""
        found: list[Tree] = []
        while (token := self._peek()) and token.kind not in ("or", "close"):
            if token.kind == "and":
                self._place += 1
                continue
            part = self._negated()
            if part is not None:
                found.append(part)
        return all_of(found) if found else None

    def _negated(self) -> Tree | None:
        """A term with what turns it round; None for an order, which is kept apart."""
        turned = False
        token = self._peek()
        while token and token.kind in ("minus", "not"):
            self._place += 1
            turned = not turned
            before, token = token, self._peek()
            if token is None or token.kind in ("or", "and", "close"):
                raise WrongUsage(
                    f"“{before.text}” needs a term after it, {before.place}. For the word: '\"{before.text}\"'"
                )
        assert token is not None
        self._place += 1
        if token.kind == "sort":
            said = self._reading.term(token).values[0]
            self._order = f"-{said}".removeprefix("--") if turned else said
            return None
        tree = self._single(token)
        return negation(tree) if turned else tree

    def _single(self, token: Token) -> Tree:
        if token.kind == "term":
            return self._reading.term(token)
        if token.kind == "view":
            self._deepen(token)
            asked = self._reading.view(token.text, self._within, self._depth)
            self._depth -= 1
            if asked.sort:
                self._view_order = asked.sort, asked.reverse
            return View(token.text, asked.tree)
        if token.kind == "open":
            return self._in_brackets(token)
        self._reading.count()
        if not token.text:
            raise WrongUsage(f"Nothing stands between the quotation marks {token.place}. Write words there")
        return Word(token.text)

    def _in_brackets(self, opening: Token) -> Tree:
        self._deepen(opening)
        tree = self._alternatives()
        if self._peek() is None:
            raise WrongUsage(f"A bracket is not closed, {opening.place}. Close it with )")
        if tree is None:
            raise WrongUsage(f"Nothing stands in the brackets, {opening.place}. Write a term there, like genre:romance")
        self._place += 1
        self._depth -= 1
        return tree

    def _deepen(self, token: Token) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise WrongUsage(f"Brackets and views stand at most {DEEPEST} deep: leave some out, {token.place}")

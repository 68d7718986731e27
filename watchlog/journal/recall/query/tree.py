"""What a query comes to: a small tree of terms and words, and the order that is asked for."""

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct


class Word(Struct, frozen=True):
    """A plain word, or words that stand together. Each command says what they are: of a title, of a note, a drama."""

    text: str


class Term(Struct, frozen=True):
    """A field of the table and its values, of which one must fit; each is written in one way only, see `values.py`."""

    field: str
    values: tuple[str, ...]


class View(Struct, frozen=True):
    """A saved view by its name, and what it asks."""

    name: str
    tree: "Tree"


class Not(Struct, frozen=True):
    tree: "Tree"


class And(Struct, frozen=True):
    """All of these. With none it asks nothing: everything fits."""

    parts: tuple["Tree", ...] = ()


class Or(Struct, frozen=True):
    """One of these, which are two at least."""

    parts: tuple["Tree", ...]


Tree = Word | Term | View | Not | And | Or


class Query(Struct, frozen=True):
    """What is asked, and the order: one of SORTS, or nothing if nobody said."""

    tree: Tree = And()
    sort: str = ""
    reverse: bool = False


def all_of(parts: Iterable[Tree]) -> Tree:
    """All of the parts, without brackets that say nothing."""
    flat = tuple(one for part in parts for one in (part.parts if isinstance(part, And) else (part,)))
    return flat[0] if len(flat) == 1 else And(flat)


def one_of(parts: Iterable[Tree]) -> Tree:
    """One of the parts, without brackets that say nothing."""
    flat = tuple(one for part in parts for one in (part.parts if isinstance(part, Or) else (part,)))
    return flat[0] if len(flat) == 1 else Or(flat)


def negation(tree: Tree) -> Tree:
    """What fits exactly where the tree does not."""
    return tree.tree if isinstance(tree, Not) else Not(tree)


def set_words_apart(tree: Tree, *, negated: bool = False) -> tuple[list[str], Tree]:
    """The words that stand by themselves, in order, and the rest: together they are the query.

    With `negated`, those that must not be there.
    """
    words: list[str] = []
    rest: list[Tree] = []
    for part in tree.parts if isinstance(tree, And) else (tree,):
        found = part.tree if negated and isinstance(part, Not) else None if negated else part
        if isinstance(found, Word):
            words.append(found.text)
        else:
            rest.append(part)
    return words, all_of(rest)


def leaves(tree: Tree, *, negated: bool = False) -> Iterator[tuple[Word | Term, bool]]:
    """Every word and term in order, and whether it is asked that it fits not."""
    match tree:
        case Word() | Term():
            yield tree, negated
        case View(tree=inner):
            yield from leaves(inner, negated=negated)
        case Not(tree=inner):
            yield from leaves(inner, negated=not negated)
        case And(parts=parts) | Or(parts=parts):
            for part in parts:
                yield from leaves(part, negated=negated)


def with_leaves(tree: Tree, change: Callable[[Word | Term], Tree]) -> Tree:
    """The tree with something else for each of its words and terms."""
    match tree:
        case Word() | Term():
            return change(tree)
        case View(tree=inner):
            return with_leaves(inner, change)
        case Not(tree=inner):
            return negation(with_leaves(inner, change))
        case And(parts=parts):
            return all_of(with_leaves(part, change) for part in parts)
        case Or(parts=parts):
            return one_of(with_leaves(part, change) for part in parts)

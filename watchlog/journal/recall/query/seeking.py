"""A query that looks for words: what is looked for in a text, and what else is asked of the text and its drama."""

from collections.abc import Iterator, Sequence

from watchlog.journal.drama.records import Drama
from watchlog.journal.drama.words import looked_for
from watchlog.journal.recall.query.dramas import Dramas
from watchlog.journal.recall.query.evaluation import Condition, condition
from watchlog.journal.recall.query.facts import facts_of, facts_of_parts
from watchlog.journal.recall.query.fields import FIELDS
from watchlog.journal.recall.query.tree import And, Term, Tree, Word, all_of, leaves, set_words_apart
from watchlog.journal.recall.ranking import Sought
from watchlog.journal.recall.search import Narrowed, Passage


def sought(tree: Tree) -> tuple[Sought, Tree]:
    """The plain words of a query, as words of a text, and the rest of it: together they are the query."""
    words, rest = set_words_apart(tree)
    negated, rest = set_words_apart(rest, negated=True)
    optional = [leaf.text for leaf, is_negated in leaves(rest) if isinstance(leaf, Word) and not is_negated]
    return Sought(_looked_for(words), _looked_for(negated), _looked_for(optional)), rest


def narrowed(rest: Tree, dramas: Dramas) -> Narrowed:
    """Where a search looks that asks this besides words: in which dramas, and in which parts of them."""
    of_dramas, of_parts = parted(rest)
    narrow = Narrowed()
    if of_dramas != And():
        narrow.slugs = {row.slug for row in dramas.fitting(of_dramas)}
    if of_parts != And():
        holds = condition(of_parts, dramas.today, in_text)

        def fits(drama: Drama, passages: Sequence[Passage]) -> Iterator[bool]:
            return map(holds, facts_of_parts(drama, facts_of(drama, dramas.today), passages))

        narrow.fits = fits
    return narrow


def parted(tree: Tree) -> tuple[Tree, Tree]:
    """What a query asks of dramas alone, and what of their parts: together they are the query."""
    asked = tree.parts if isinstance(tree, And) else (tree,)
    of_dramas = all_of(part for part in asked if asks_of_dramas(part))
    return of_dramas, all_of(part for part in asked if not asks_of_dramas(part))


def asks_of_dramas(tree: Tree) -> bool:
    """Whether every part of a drama answers as the drama itself does."""
    return all(isinstance(leaf, Term) and _is_of_dramas(leaf) for leaf, _ in leaves(tree))


def _is_of_dramas(term: Term) -> bool:
    return not FIELDS[term.field].of_items and term.field != "tag" and "merged" not in term.values


def in_text(word: str) -> Condition:
    """That a word or a phrase stands in what an item says: the meaning of a plain word in a search."""
    wanted = looked_for(word)
    return lambda facts: any(wanted in text for text in facts.words("text"))


def _looked_for(words: Sequence[str]) -> list[str]:
    return [word for word in dict.fromkeys(map(looked_for, words)) if word]

"""Following the references in the texts of a drama: what each leads to, and the words for it in a line."""

import re
from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct

from watchlog.journal.drama.records import CastMember, Drama, Item, Note, Quote, Review, Scene, Song, kind_of
from watchlog.journal.drama.references import FIELDS, Reference, references, renamed, replaced
from watchlog.journal.drama.spoilers import without_spoilers
from watchlog.journal.drama.text import shortened


def named_dramas(drama: Drama) -> set[str]:
    """What the texts of a drama refer to by a name: other dramas, if there are any so called."""
    return {one.name for _, _, text in _texts(drama) for one in references(text) if one.number is None}


def rename_references(drama: Drama, names: Mapping[str, str]) -> None:
    """Give the references among `names` their new name, in every text of a drama that can hold some."""
    for item, field, text in _texts(drama):
        setattr(item, field, renamed(text, lambda one: names.get(one.name, one.name)))


def _texts(drama: Drama) -> Iterator[tuple[Item, str, str]]:
    """Every text of a drama that can hold references: its item, the field, and what stands there."""
    for kind, fields in FIELDS.items():
        for item in drama.shelves()[kind]:
            for field in fields:
                if text := getattr(item, field):
                    yield item, field, text


def to_be_read(drama: Drama, *, major: bool = True, upto: int | None = None) -> Drama:
    """The drama `without_spoilers`, to be read and not to come back: no text refers to what was taken from it.

    Words stand for such a reference; one that stands alone goes.
    """
    everything = list(drama.items())
    kept = without_spoilers(drama, major=major, upto=upto)
    ids = {item.id for item in kept.items()}
    gone = {item.id: _in_a_line(item, hidden=True) for item in everything if item.id not in ids}

    def instead(one: Reference) -> str | None:
        return "" if one.alone and one.number in gone else gone.get(one.number or 0)

    for item, field, text in _texts(kept) if gone else ():
        setattr(item, field, replaced(text, instead))
    return kept


def escaped(words: str) -> str:
    """Words in a line that mean nothing to Markdown, wherever in it they stand."""
    return re.sub(r"([\\`*_\[\]<~|]|^[#>+=-]|&(?=#?\w+;))", r"\\\1", words)


class Following(Struct, frozen=True):
    """Where the references of a drama lead: to its items, and to other dramas by their `titles`.

    An item that `hides` tells is not named by its words.
    """

    drama: Drama
    titles: Mapping[str, str] = {}
    hides: Callable[[Item], bool] = lambda item: False

    def item(self, one: Reference) -> Item | None:
        """The item that a reference leads to, if it leads to one."""
        number = one.number
        return None if number is None else next((item for item in self.drama.items() if item.id == number), None)

    def words(self, one: Reference) -> str | None:
        """What stands for a reference in a line; None for one that leads nowhere."""
        if one.number is None:
            return self.titles.get(one.name)
        item = self.item(one)
        return None if item is None else _in_a_line(item, hidden=self.hides(item))

    def cut(self, text: str) -> Iterator[str | Item]:
        """The text in parts, and between them the items that are set where their references stand.

        A review is only named: it could be the text itself.
        """
        done = 0
        for one in references(text):
            item = self.item(one) if one.alone else None
            if item and not isinstance(item, Review):
                yield from filter(None, [text[done : one.start].strip("\n")])
                yield item
                done = one.end
        yield from filter(None, [text[done:].strip("\n") if done else text])

    def named(self, text: str, say: Callable[[Reference, str], str] = lambda one, words: words) -> str:
        """The text with words where its references stood, as `say` puts them; one that leads nowhere stays."""

        def instead(one: Reference) -> str | None:
            words = self.words(one)
            return None if words is None else say(one, words)

        return replaced(text, instead)


def _in_a_line(item: Item, *, hidden: bool) -> str:
    if hidden:
        return f"a {'role' if isinstance(item, CastMember) else kind_of(item)} (covered)"
    match item:
        case CastMember(actor=words):
            return shortened(words)
        case Quote(lines=lines):
            words = lines[0].text
        case Song(title=words) | Scene(text=words):
            pass
        case Note(episode=episode, text=words):
            if not words.strip():
                return f"my note on episode {episode}" if episode else "my note"
        case Review(headline=headline, text=text, verdict=verdict):
            words = headline or text or verdict or ""
        case _:
            raise TypeError(item)
    return f"“{shortened(_bare(words))}”"


def _bare(words: str) -> str:
    """The words without the brackets of references: those are not followed any further."""
    return words.replace("[[", "").replace("]]", "")

"""The article on a drama as clean Markdown, or as plain text: to be posted, and not to come back."""

import re
from collections.abc import Callable, Sequence

from msgspec import Struct

from watchlog.formats.html.days import in_full
from watchlog.journal.drama.article import Article
from watchlog.journal.drama.dialogue import only_speaker, spoken
from watchlog.journal.drama.following import escaped
from watchlog.journal.drama.ratings import all_scores, written
from watchlog.journal.drama.records import CastMember, Item, Note, Quote, Record, Scene, Song, kind_of
from watchlog.journal.drama.spoilers import COVERED


class Marks(Struct, frozen=True):
    """How Markdown, or a plain text, says what is a heading, a quotation and a cover."""

    plain: bool
    """Whether it is read as it stands."""
    folds: bool = True
    """Whether what is covered can be opened; else one line stands for it."""

    def line(self, words: str) -> str:
        """Words on one line."""
        one = " ".join(words.split())
        return one if self.plain else escaped(one)

    def heading(self, level: int, words: str) -> str:
        """A heading of a level, on one line; in a plain text only its words."""
        return self.line(words) if self.plain or not words else f"{'#' * level} {self.line(words)}"

    def listed(self, rows: Sequence[str]) -> str:
        """Rows one below the other."""
        return "\n".join(self.line(row) if self.plain else f"- {self.line(row)}" for row in rows)

    def verse(self, text: str) -> str:
        """Words that mean nothing to Markdown, their lines kept."""
        return text.strip("\n") if self.plain else _broken([_bare(row) for row in text.strip("\n").split("\n")])

    def kept(self, text: str) -> str:
        """Words with their emphasis, their lines kept."""
        return text if self.plain else _broken(text.split("\n"))

    def quotation(self, rows: Sequence[str], note: str) -> str:
        """The rows set apart, and below them what is said of them."""
        below = ["", self.emphasis(note)] if note.split() else []
        if self.plain:
            return "\n".join(f"  {row}".rstrip() for row in [*rows, *below])
        said = _broken([_bare(row) for row in rows]).split("\n")
        return "\n".join(f"> {row}" if row else ">" for row in [*said, *below])

    def emphasis(self, words: str) -> str:
        return self.line(words) if self.plain else f"*{self.line(words)}*"

    def covered(self, one: Record, words: str) -> str:
        """The words under a cover."""
        episode = getattr(one, "episode", None)
        what = f"{kind_of(one)}{f', episode {episode}' if episode else ''}"
        if self.plain or not self.folds:
            return self.emphasis(f"{COVERED} ({what})")
        kept_in = re.sub(r"(?<!\\)((?:\\\\)*)<(?=/?(?:details|summary))", r"\1\\<", words, flags=re.IGNORECASE)
        return f"<details>\n<summary>major spoiler: {what}</summary>\n\n{kept_in}\n\n</details>"


def write(article: Article, *, plain: bool = False, folds: bool = True) -> str:
    """The article; what is covered stands in one line unless it `folds`, in a plain text always."""
    marks = Marks(plain, folds)
    blocks = []
    for section, words in article.sections(lambda name: WRITERS[name](article, marks)):
        heading = article.heading(section) if section != "title" else ""
        blocks += [marks.heading(2, heading)] if heading else []
        blocks.append(words)
    return "\n\n".join(blocks) + "\n"


def _title(article: Article, marks: Marks) -> str:
    drama = article.drama
    usual = f"{drama.title} ({drama.native_title})" if drama.native_title else drama.title
    title = article.layout.headings.get("title", usual)
    return marks.heading(1, title) if title else ""


def _byline(article: Article, marks: Marks) -> str:
    return marks.line(byline(article))


def byline(article: Article) -> str:
    """Who wrote it, and when."""
    review = article.review
    if review is None:
        return ""
    by = f"By {review.by}" if review.by else ""
    return ", ".join(filter(None, [by, in_full(review.on) if review.on else ""]))


def _opening(article: Article, marks: Marks) -> str:
    return _text(article, article.texts.get("opening"), marks)


def _warning(article: Article, marks: Marks) -> str:
    return marks.line(article.warning())


def _facts(article: Article, marks: Marks) -> str:
    return marks.listed([f"{label}: {fact}" for label, fact in article.facts().items()])


def _warnings(article: Article, marks: Marks) -> str:
    warnings = ", ".join(article.drama.warnings)
    return marks.line(f"Contains: {warnings}") if warnings else ""


def _synopsis(article: Article, marks: Marks) -> str:
    synopsis = article.drama.synopsis
    if synopsis is None or article.leaves_out(synopsis):
        return ""
    source = marks.line(f"Source: {synopsis.source}") if synopsis.source else ""
    return _marked(article, synopsis, _blocks(marks.verse(synopsis.text.strip()), source), marks)


def _review(article: Article, marks: Marks) -> str:
    headline = article.review.headline if article.review else ""
    level = 3 if article.heading("review") else 2
    over = marks.heading(level, headline) if headline else ""
    return _blocks(over, _text(article, article.texts.get("review"), marks))


def _verdict(article: Article, marks: Marks) -> str:
    verdict = article.review.verdict if article.review else ""
    return marks.line(f"Verdict: {verdict}") if verdict else ""


def _closing(article: Article, marks: Marks) -> str:
    return _text(article, article.texts.get("closing"), marks)


def _editors(article: Article, marks: Marks) -> str:
    editors = ", ".join(article.review.editors) if article.review else ""
    return marks.line(f"Edited by: {editors}") if editors else ""


def _rating(article: Article, marks: Marks) -> str:
    rating = article.drama.rating
    scores = all_scores(rating) if rating else {}
    return marks.listed([f"{part[:1].upper()}{part[1:]}: {written(score)}" for part, score in scores.items()])


def _shelf(section: str) -> Callable[[Article, Marks], str]:
    """The items of a section, one after another."""

    def write(article: Article, marks: Marks) -> str:
        return _blocks(*[_marked(article, item, _item(article, item, marks), marks) for item in article.shelf(section)])

    return write


WRITERS: dict[str, Callable[[Article, Marks], str]] = {
    "title": _title,
    "byline": _byline,
    "opening": _opening,
    "warning": _warning,
    "facts": _facts,
    "warnings": _warnings,
    "synopsis": _synopsis,
    "cast": _shelf("cast"),
    "songs": _shelf("songs"),
    "review": _review,
    "scenes": _shelf("scenes"),
    "verdict": _verdict,
    "closing": _closing,
    "editors": _editors,
    "rating": _rating,
    "quotes": _shelf("quotes"),
    "notes": _shelf("notes"),
}
"""How each section is written."""


def _text(article: Article, text: str | None, marks: Marks, *, sets: bool = True) -> str:
    """A text with what it refers to: named in its line or, where a reference stands alone, set if it `sets`."""
    if not text or not sets:
        return _named(article, text or "", marks)
    blocks = []
    for part in article.following.cut(text):
        if isinstance(part, str):
            blocks.append(_named(article, part, marks).strip("\n"))
        elif not article.leaves_out(part):
            blocks.append(_marked(article, part, _item(article, part, marks, sets=False), marks))
    return _blocks(*blocks)


def _named(article: Article, text: str, marks: Marks) -> str:
    if marks.plain:
        return article.following.named(text)
    return _closed(article.following.named(text, lambda one, words: escaped(words)))


def _marked(article: Article, one: Record, words: str, marks: Marks) -> str:
    """What can give something away, with its mark or under its cover."""
    if article.covers(one):
        return marks.covered(one, words)
    spoiler = getattr(one, "spoiler", "none")
    return words if spoiler == "none" else _blocks(marks.emphasis(f"{spoiler} spoiler"), words)


def _item(article: Article, item: Item, marks: Marks, *, sets: bool = True) -> str:
    match item:
        case Quote():
            return marks.quotation(_said(item), item.note or "")
        case Song(title=title, artist=artist, lyrics=lyrics, note=note):
            over = marks.heading(3, f'"{title}"{f" by {artist}" if artist else ""}')
            return _blocks(over, marks.kept(note or ""), marks.verse(lyrics or ""))
        case CastMember(actor=actor, character=character, note=text):
            over = marks.heading(3, f"{actor} as {character}" if character else actor)
        case Scene(text=text):
            where = _where(item)
            over = marks.emphasis(where[:1].upper() + where[1:]) if where else ""
        case Note(text=text, rating=rating):
            said = filter(None, [article.about(item), written(rating) if rating is not None else ""])
            over = marks.heading(3, ": ".join(said))
        case _:
            raise TypeError(item)
    return _blocks(over, marks.kept(_text(article, text, marks, sets=sets)))


def _said(quote: Quote) -> list[str]:
    """The rows of a quote: what is said, in its own language below, and who says it where."""
    alone, speaker = only_speaker(quote)
    rows = []
    for line in quote.lines:
        rows += (line.text if alone else spoken(line)).split("\n")
        rows += line.original.split("\n") if line.original else []
    by = ", ".join(filter(None, [speaker if alone else "", _where(quote)]))
    return [*rows, f"— {by}"] if by else rows


def _where(item: Quote | Scene) -> str:
    return ", ".join(filter(None, [f"episode {item.episode}" if item.episode else "", item.at]))


def _bare(row: str) -> str:
    """A row that is plain words to Markdown, whatever it begins with and holds."""
    words = row.strip()
    indent = row.rstrip().removesuffix(words)
    said = re.sub(r"^(\d+)(?=[.)](?:\s|$))", r"\1\\", escaped(words))
    return ("   " if len(indent) > 3 or "\t" in indent else indent) + said


def _closed(text: str) -> str:
    """A text in Markdown, with the end of a block of code that has none: all that follows would be code, too."""
    fence = ""
    for row in text.split("\n"):
        found = re.match(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})(.*)", row)
        if found and not fence:
            fence = found[1]
        elif found and found[1].startswith(fence) and not found[2].strip():
            fence = ""
    return f"{text}\n{fence}" if fence else text


def _broken(rows: Sequence[str]) -> str:
    """Rows with Markdown's break at the end of each that another follows."""
    following = [*rows[1:], ""]
    return "\n".join(f"{row}  " if row and after else row for row, after in zip(rows, following, strict=True))


def _blocks(*blocks: str) -> str:
    return "\n\n".join(filter(None, blocks))

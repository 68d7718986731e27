"""The drawing of a card: paper, a head, a body, and the drama as a rail of its episodes at the foot."""

from collections.abc import Iterator
from itertools import accumulate, takewhile

from msgspec import Struct

from watchlog.formats.card.layout import Block, Line
from watchlog.formats.card.typesetting import width
from watchlog.formats.html.elements import Html, element, together
from watchlog.formats.html.stars import outlines
from watchlog.journal.drama.ratings import written

WIDTH, EDGE = 1080, 108
INSIDE = WIDTH - 2 * EDGE
INDENT = 48
MEASURE = INSIDE - INDENT + 24
"""How wide the words may be, beside the bar: in a wide face, a little into the edge."""

_SERIF = "'Palatino Linotype',Palatino,'URW Palladio L',P052,'Book Antiqua',Georgia,'Noto Serif',serif"
_HANGUL = "'Noto Serif KR','Noto Serif CJK KR','Nanum Myeongjo',AppleMyungjo,Batang,'Noto Serif CJK JP',serif"
_SANS = "system-ui,'Segoe UI',Roboto,'Helvetica Neue','Noto Sans','DejaVu Sans','Noto Sans CJK KR',sans-serif"
_STYLE = f"""
.wc-paper{{fill:#fdfbf6}}.wc-ink{{fill:#26221d}}.wc-title{{fill:#a8471c}}.wc-score{{fill:#bd8a14}}
.wc-voice{{fill:#b03058}}.wc-quiet{{fill:#6a645c}}.wc-rest{{fill:#ddd5c7}}.wc-seen{{fill:#7fabac}}
.wc-spoiler{{fill:#a8471c;font-style:italic}}
.wc-serif{{font-family:{_SERIF}}}.wc-italic{{font-style:italic}}.wc-bold{{font-weight:bold}}
.wc-own{{font-family:{_HANGUL}}}.wc-sans{{font-family:{_SANS}}}
@media (prefers-color-scheme:dark){{
.wc-paper{{fill:#1c1b19}}.wc-ink{{fill:#ece6dc}}.wc-title{{fill:#ee9a70}}.wc-score{{fill:#e9b440}}
.wc-voice{{fill:#f0879f}}.wc-quiet{{fill:#a79f93}}.wc-rest{{fill:#3d3933}}.wc-seen{{fill:#4f8384}}
.wc-spoiler{{fill:#ee9a70}}}}
"""
_TITLE_SIZES = (56, 48, 40, 34)
_BESIDE_STARS, _BESIDE_FIGURE = 390, 130
BOLD, _OWN = 1.06, 0.62
"""How much wider bold letters are than others, and how large the native title is beside the title."""
_STARS, _STAR, _GAP = 10, 22.0, 26.0
_TICK, _MOST_TICKS, _BETWEEN = 5.0, 50, 10.0


class Sheet(Struct, frozen=True):
    """Where things stand on a card: the feet of its head, rail and foot, and the room for the body."""

    height: int
    head: float
    top: float
    bottom: float
    rail: float
    foot: float


SQUARE = Sheet(1080, 152, 204, 872, 918, 970)
TALL = Sheet(1920, 300, 390, 1540, 1600, 1652)
"""Free at both ends, where apps lay their own things over it."""


class Rail(Struct, frozen=True):
    """The episodes of a drama, those seen, and where on it something is: an episode, perhaps at a part of it."""

    of: int
    seen: frozenset[int]
    episode: int | None = None
    part: float | None = None


def card(sheet: Sheet, label: str, *parts: Html | None) -> Html:
    """The whole picture, which is read aloud as its label."""
    return element(
        "svg",
        element("title", label, id="wc-label"),
        element("style", Html(_STYLE)),
        element("rect", width=WIDTH, height=sheet.height, class_="wc-paper"),
        *parts,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {WIDTH} {sheet.height}",
        width=WIDTH,
        height=sheet.height,
        role="img",
        aria_labelledby="wc-label",
    )


def text(
    said: str, x: float, y: float, size: float, classes: str, *, ends: bool = False, right: float = WIDTH - EDGE
) -> Html:
    """A line, in one piece: it can be found, copied and read aloud, and its letters join.

    It starts at `x`, or `ends` there. What is read from the right starts at `right`, or at `x` where it ends.
    """
    backwards = _is_backwards(said)
    if backwards and not ends:
        x = right
    return element(
        "text",
        said,
        x=f"{x:g}",
        y=f"{y:g}",
        font_size=f"{size:g}",
        class_=" ".join(f"wc-{one}" for one in classes.split()),
        lang=language(said),
        direction="rtl" if backwards else None,
        text_anchor="end" if ends and not backwards else None,
    )


def head(sheet: Sheet, title: str, native: str, score: float | None) -> Html:
    """The title with the native one after it, and the score; what has no room goes: first the one, then its stars."""
    starry = score is not None and _TITLE_SIZES[-1] * BOLD * width(title) <= INSIDE - _BESIDE_STARS
    room = INSIDE - (0 if score is None else _BESIDE_STARS if starry else _BESIDE_FIGURE)
    both = [
        size for size in _TITLE_SIZES if native and size * (BOLD * width(title) + _OWN * width(native)) + 24 <= room
    ]
    alone = [size for size in _TITLE_SIZES if size * BOLD * width(title) <= room]
    size = (both or alone or _TITLE_SIZES[-1:])[0]
    look = {"class_": "wc-title wc-bold wc-serif", "lang": language(title), "unicode_bidi": _apart(title)}
    said = element("tspan", cut(title, room / size / BOLD), **look)
    look = {"class_": "wc-own wc-quiet", "font_size": f"{size * _OWN:g}", "lang": language(native)}
    own = element("tspan", native, dx="24", **look, unicode_bidi=_apart(native)) if both else None
    line = element("text", said, own, x=EDGE, y=sheet.head, font_size=size)
    return together(line, _score(sheet, score, starry=starry) if score is not None else None)


def cut(said: str, room: float) -> str:
    """A line with a sign that there is more, if it is wider than the room."""
    if width(said) <= room:
        return said
    fitting = takewhile(lambda wide: wide + 1 <= room, accumulate(map(width, said)))
    return f"{said[: len([*fitting])].rstrip()}…"


def _score(sheet: Sheet, score: float, *, starry: bool) -> Html:
    right = WIDTH - EDGE
    figure = text(written(score), right, sheet.head - 2, 36, "score bold sans", ends=True)
    before = right - 1.25 * 36 * width(written(score)) - 12 - _STARS * _GAP
    return together(stars(score, before, sheet.head - 15, _STAR, _GAP) if starry else None, figure)


def stars(score: float, x: float, y: float, size: float, gap: float) -> Html:
    """Ten stars around a height, the half one as a half."""
    given, lacking = outlines(score, [x + gap * (number + 0.5) for number in range(_STARS)], y, size)
    return together(
        element("path", d=lacking, class_="wc-rest") if lacking else None, element("path", d=given, class_="wc-score")
    )


def words(block: Block, top: float) -> Html:
    """The block beside its bar, which stands where reading begins."""
    lines = [beside(block, line.text, top + line.foot, line.size, _look(line)) for line in block.lines]
    x = WIDTH - EDGE - 6 if _is_backwards(block.lines[0].text) else EDGE
    return together(bar(x, top, 6, block.height, "voice"), *lines)


def beside(block: Block, said: str, y: float, size: float, look: str) -> Html:
    """A line at the side where the bar of a block stands."""
    if not _is_backwards(block.lines[0].text):
        return text(said, EDGE + INDENT, y, size, look)
    return text(said, WIDTH - EDGE - INDENT, y, size, look, ends=True)


def _look(line: Line) -> str:
    """Words are slanted where their letters have a slanted form."""
    if line.kind == "words" and language(line.text):
        return "ink own"
    slanted = "" if _is_backwards(line.text) else " italic"
    return {"words": f"ink serif{slanted}", "original": "quiet own", "name": "voice sans"}[line.kind]


def bar(x: float, y: float, across: float, down: float, look: str) -> Html:
    """A filled bar with round ends."""
    return element(
        "rect", x=f"{x:g}", y=f"{y:.1f}", width=f"{across:.1f}", height=f"{down:.1f}",
        rx=f"{min(across, down) / 2:.1f}", class_=f"wc-{look}",
    )  # fmt: skip


def rail(sheet: Sheet, of: Rail) -> Html:
    """A tick an episode, bright where it is seen; a dot where it was said, or its tick in the colour of voices."""
    pitch = (INSIDE + _BETWEEN) / of.of
    ticks = list(_ticks(sheet, of, pitch)) if of.of <= _MOST_TICKS else list(_line(sheet, of))
    if of.episode is None or of.part is None or of.episode > of.of:
        return together(*ticks)
    x = EDGE + (of.episode - 1 + of.part) * (INSIDE / of.of if of.of > _MOST_TICKS else pitch)
    dots = [
        element("circle", cx=f"{x:.1f}", cy=f"{sheet.rail + _TICK / 2:g}", r=r, class_=f"wc-{look}")
        for r, look in ((14, "paper"), (8, "voice"))
    ]
    return together(*ticks, *dots)


def _ticks(sheet: Sheet, of: Rail, pitch: float) -> Iterator[Html]:
    for episode in range(1, of.of + 1):
        here = episode == of.episode and of.part is None
        look = "voice" if here else "seen" if episode in of.seen else "rest"
        yield bar(EDGE + (episode - 1) * pitch, sheet.rail, pitch - _BETWEEN, _TICK, look)


def _line(sheet: Sheet, of: Rail) -> Iterator[Html]:
    """Too many episodes for ticks: how many are seen."""
    yield bar(EDGE, sheet.rail, INSIDE, _TICK, "rest")
    if of.seen:
        yield bar(EDGE, sheet.rail, INSIDE * min(len(of.seen) / of.of, 1), _TICK, "seen")


def foot(sheet: Sheet, left: str, right: str, spoiler: str = "") -> Html:
    """Where it stands in the drama and what the drama is; a mark before them where it gives something away."""
    mark = element("tspan", spoiler, class_="wc-spoiler") if spoiler else None
    told = element("tspan", left, dx="20" if spoiler and left else None)
    start = element("text", mark, told, x=EDGE, y=sheet.foot, font_size=28, class_="wc-quiet wc-sans")
    room = INSIDE / 28 - width(left) - width(spoiler) - 2
    return together(start, text(cut(right, room), WIDTH - EDGE, sheet.foot, 28, "quiet sans", ends=True))


def language(said: str) -> str | None:
    """The language of a script that is set in a face of its own; None for all others."""
    for name, first, last in (("ko", "가", "힣"), ("ja", "ぁ", "ヿ"), ("zh", "㐀", "鿿")):
        if any(first <= letter <= last for letter in said):
            return name
    return None


def _apart(said: str) -> str | None:
    """Words that are read from the right take what stands beside them along, unless they are set apart."""
    return "isolate" if _is_backwards(said) else None


def _is_backwards(said: str) -> bool:
    """Whether it is read from right to left, as its first letter is."""
    from unicodedata import bidirectional

    first = next((kind for kind in map(bidirectional, said) if kind in ("L", "R", "AL")), "L")
    return first != "L"

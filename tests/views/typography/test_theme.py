"""Colours that can be read on dark and on light, and told apart."""

from collections.abc import Sequence

import pytest
from rich.color import ColorSystem
from rich.style import Style

from watchlog.views.typography.theme import SIXTEEN, STYLES

BACKGROUNDS = {"dark": (0x1E, 0x1E, 0x1E), "light": (0xFF, 0xFF, 0xFF)}
MEANINGS = ("score", "progress", "voice", "quiet", "heading")


def _luminance(rgb: Sequence[int]) -> float:
    red, green, blue = (
        part / 255 / 12.92 if part / 255 <= 0.03928 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in rgb
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(style: str, background: str) -> float:
    colour = Style.parse(style).color
    assert colour
    lighter, darker = sorted((_luminance(colour.get_truecolor()), _luminance(BACKGROUNDS[background])), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("background", BACKGROUNDS)
@pytest.mark.parametrize("name", [name for name, style in STYLES.items() if "#" in style])
def test_every_colour_can_be_read(name: str, background: str) -> None:
    assert _contrast(STYLES[name], background) >= 3


@pytest.mark.parametrize(
    ("styles", "system"),
    [(STYLES, ColorSystem.TRUECOLOR), (STYLES, ColorSystem.EIGHT_BIT), (SIXTEEN, ColorSystem.STANDARD)],
)
def test_the_meanings_are_told_apart(styles: dict[str, str], system: ColorSystem) -> None:
    colours = [Style.parse(styles[name]).color for name in MEANINGS]
    assert len({colour.downgrade(system) for colour in colours if colour}) == len(MEANINGS)


def test_every_style_is_there_for_sixteen_colours_too() -> None:
    assert set(SIXTEEN) == set(STYLES)
    assert [name for name, style in SIXTEEN.items() if "#" in style] == []


def test_no_style_paints_a_background_or_white() -> None:
    assert [style for style in (*STYLES.values(), *SIXTEEN.values()) if " on " in style or "white" in style] == []

"""The styles, by what they are for, and the signs for terminals that know no Unicode.

Gold is a score, teal is progress and characters, rose is voices and genres, grey is secondary. The reader's own
words have no style: the terminal's own foreground is the strongest on any background.
"""

from collections.abc import Mapping

STYLES: Mapping[str, str] = {
    "title": "bold #d5794d",
    "name": "bold",
    "heading": "bold #d5794d",
    "score": "bold #bd8a14",
    "progress": "#2f9ea0",
    "status": "bold #2f9ea0",
    "episode": "bold #2f9ea0",
    "character": "#2f9ea0",
    "voice": "#d9627e",
    "genre": "#d9627e",
    "speech": "italic",
    "emphasis": "italic",
    "strong": "bold",
    "struck": "strike",
    "code": "#2f9ea0",
    "lit": "bold underline #d5794d",
    "spoiler": "italic #d5794d",
    "quiet": "#868686",
    "source": "italic #868686",
    "line": "#6c6c6c",
    "faint": "dim",
}
"""Mid-tones, at least 3:1 on black and on white; Rich finds the nearest of 256."""

SIXTEEN: Mapping[str, str] = {
    **STYLES,
    "title": "bold bright_red",
    "heading": "bold bright_red",
    "score": "bold yellow",
    "progress": "cyan",
    "status": "bold cyan",
    "episode": "bold cyan",
    "character": "cyan",
    "code": "cyan",
    "lit": "bold underline bright_red",
    "voice": "magenta",
    "genre": "magenta",
    "spoiler": "italic bright_red",
    "quiet": "bright_black",
    "source": "italic bright_black",
    "line": "bright_black",
}
"""The same for sixteen colours, where the nearest to peach and to rose would be one red."""

PLAIN_SIGNS: Mapping[str, str] = {
    "★": "*", "½": "+", "☆": ".",
    "━": "#", "╾": "#", "╸": "-", "─": "-", "┃": "|", "│": "|",
    **dict.fromkeys("█▉▊▋▌", "#"), **dict.fromkeys("▍▎▏", "-"),
    **dict.fromkeys("▁▂▃", "."), **dict.fromkeys("▄▅▆▇▀", "#"),
    "●": "o", "○": ".", "✓": "+", "→": ">",
    "▒": "#", "♪": "~", "·": "-", "•": "*",
    "–": "-", "—": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "…": "~", "×": "x",
}  # fmt: skip
"""What stands for a sign that an encoding has not got; each as wide as the sign, so that everything stays in line."""

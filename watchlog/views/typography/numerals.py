"""Large figures, drawn in half blocks."""

from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

_DRAWN = {
    "0": ".##. #..# #..# #..# #..# .##.",
    "1": "..#. .##. ..#. ..#. ..#. .###",
    "2": ".##. #..# ...# ..#. .#.. ####",
    "3": ".##. #..# ..#. ...# #..# .##.",
    "4": "...# ..## .#.# #..# #### ...#",
    "5": "#### #... ###. ...# #..# .##.",
    "6": ".##. #... ###. #..# #..# .##.",
    "7": "#### ...# ..#. ..#. .#.. .#..",
    "8": ".##. #..# .##. #..# #..# .##.",
    "9": ".##. #..# #..# .### ...# .##.",
}
_HALVES = {("#", "#"): "█", ("#", "."): "▀", (".", "#"): "▄", (".", "."): " "}


class Numerals:
    """A number three lines high; without Unicode, in plain figures."""

    def __init__(self, number: int, style: str) -> None:
        self.figures = f"{number:04}"
        self.style = style

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        width = 5 * len(self.figures) - 1
        return Measurement(width, width)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        if options.ascii_only:
            yield Text(self.figures, self.style)
            return
        rows = [_DRAWN[figure].split() for figure in self.figures]
        for row in range(0, 6, 2):
            drawn = (
                "".join(_HALVES[pair] for pair in zip(pixels[row], pixels[row + 1], strict=True)) for pixels in rows
            )
            yield Text(" ".join(drawn), self.style)

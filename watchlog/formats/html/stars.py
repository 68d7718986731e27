"""The stars of a score, as the outlines of an SVG."""

from collections.abc import Sequence
from math import cos, pi, sin


def outlines(score: float, places: Sequence[float], y: float, size: float) -> tuple[str, str]:
    """The outlines of the stars that a score has, the last perhaps half a star, and of those that it lacks.

    The middles of all stars lie at the `places`, and as high as `y`.
    """
    full, half = int(score), score % 1 >= 0.5
    given = [_star(x, y, size) for x in places[:full]]
    given += [_star(places[full], y, size, corners=6)] if half else []
    return "".join(given), "".join(_star(x, y, size) for x in places[full:])


def _star(x: float, y: float, size: float, corners: int = 10) -> str:
    """A star of five points; six of its ten corners are its left half."""
    found = []
    for corner in range(corners):
        angle, reach = -pi / 2 - corner * pi / 5, size / 2 * (1, 0.43)[corner % 2]
        found.append(f"{x + reach * cos(angle):.1f} {y + reach * sin(angle):.1f}")
    return f"M{'L'.join(found)}z"

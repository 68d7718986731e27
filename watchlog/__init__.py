"""watchlog: a review journal for dramas, in the terminal."""

__version__ = "1.0.0"

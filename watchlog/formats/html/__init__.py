"""HTML to read, print and post: one self-contained page, for a drama or for a whole journal.

Nothing is fetched and nothing runs: no script, no outside font, image or style.
"""

from watchlog.formats.html.page import book, page

__all__ = ["book", "page"]

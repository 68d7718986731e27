"""The one Markdown form of a drama: what `edit` opens, `export` and `show` on a pipe write, and `import` reads.

# Run On                                        the title, then the facts
- **Country:** South Korea

## Episodes                                     a section for each kind of item
### Episode 3
*9.5/10 · 2020-12-24 · minor spoiler* <!-- 7 -->  facts; the id; fields the program does not know, as JSON
<blank>
Any text, as it stands.                         a backslash before a line that would be taken for ours
"""

from watchlog.formats.markdown.lines import MarkdownError
from watchlog.formats.markdown.reading import read, read_all, read_item
from watchlog.formats.markdown.writing import Major, write, write_item

__all__ = ["Major", "MarkdownError", "read", "read_all", "read_item", "write", "write_item"]

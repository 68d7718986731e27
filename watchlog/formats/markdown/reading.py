"""A drama read back from Markdown, with the line of what is wrong."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from msgspec import DecodeError
from msgspec.json import decode

from watchlog.errors import Refused
from watchlog.formats.markdown.drafts import Draft, DramaDraft, Lines, MarkdownError

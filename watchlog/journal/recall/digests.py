"""The digests that are made together: the command that reads all dramas first makes them, and the next need read none.

For other kinds fewer commands ask, or they take longer to make than a drama to read: they are made when asked for.
"""

from collections.abc import Sequence
from typing import Any

from watchlog.journal.recall.anniversaries import DATES
from watchlog.journal.recall.query.facts import FURTHER
from watchlog.journal.store.catalogue import HEADS, ROWS
from watchlog.journal.store.kinds import Kind

TOGETHER: Sequence[Kind[Any]] = (HEADS, ROWS, DATES, FURTHER)

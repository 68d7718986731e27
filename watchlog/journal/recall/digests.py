"""What is made in one pass: the command that reads all dramas first makes it, and the next need read none.

What takes longer to make than a drama to read is made where it is asked for: the index of all words, what mentions
others, and the pages of a site.
"""

from watchlog.journal.recall.anniversaries import DATES
from watchlog.journal.recall.casts import NAMED
from watchlog.journal.recall.query.facts import FURTHER
from watchlog.journal.recall.quotes import QUOTES
from watchlog.journal.recall.tally import TALLY
from watchlog.journal.store.catalogue import HEADS, ROWS
from watchlog.journal.store.kinds import Kinds

IN_ONE_PASS: Kinds = (HEADS, ROWS, DATES, FURTHER, QUOTES, TALLY, NAMED)

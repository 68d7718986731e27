"""One engine that merges documents of a drama: pure, without disk, clock or chance."""

from watchlog.journal.keep.merging.dramas import digest, same_drama, years_agree
from watchlog.journal.keep.merging.engine import merge
from watchlog.journal.keep.merging.going import Gone, gone
from watchlog.journal.keep.merging.partial import filled
from watchlog.journal.keep.merging.told import Merged, Told

__all__ = ["Gone", "Merged", "Told", "digest", "filled", "gone", "merge", "same_drama", "years_agree"]

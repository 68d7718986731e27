"""One engine that merges documents of a drama: pure, without disk, clock or chance."""

from watchlog.journal.keep.merging.engine import merge
from watchlog.journal.keep.merging.told import Merged, Told

__all__ = ["Merged", "Told", "merge"]

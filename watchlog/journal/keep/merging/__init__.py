"""One engine that merges documents of a drama: pure, without disk, clock or chance.

`engine` goes from step to step: `recognising` gives the same items and rounds the same uids, `sides` takes each
document apart, and every value then follows the rule in `three`: what only one side changed stands. So are merged
`items` with their `words`, `rounds` with their `days`, the `synopsis`, and in `drama` all else, by `facts`, `lists` and
`imported`. `numbers` numbers what stands, `order` says where, and `writing` puts the drama together.

Around it: `partial` completes a document that lacks something on purpose, `going` finds what goes with a change, `told`
and `saying` are what a person hears of it, and `marks` takes the mark off two versions that were kept.
"""

from watchlog.journal.keep.merging.dramas import digest, same_drama, years_agree
from watchlog.journal.keep.merging.engine import merge
from watchlog.journal.keep.merging.going import Gone, gone
from watchlog.journal.keep.merging.partial import filled
from watchlog.journal.keep.merging.told import Merged, Told

__all__ = ["Gone", "Merged", "Told", "digest", "filled", "gone", "merge", "same_drama", "years_agree"]

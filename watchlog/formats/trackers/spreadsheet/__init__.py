"""A table of one's own: any CSV or TSV with a column for the title. It is thought of where nothing else is recognised.

Columns are known by their names, in several languages; those that are not are named, and not kept. A column of scores
says its scale in its name (`rating /5`, `%`) or by a score above 5. A title that comes again was watched again; but
where titles come again with the numbers of episodes, a line is about that episode. Where each comes once, such a
number is how far one is.
"""

from watchlog.formats.register import Form, Format, reader_in
from watchlog.formats.signs import Columns
from watchlog.formats.trackers.spreadsheet.columns import WORDS

FORMAT = Format(
    name="spreadsheet",
    title="A table of your own",
    forms=(
        Form(
            title="any table with a column for the title",
            got="your spreadsheet, saved as CSV or TSV",
            signs=(Columns(tuple(WORDS["title"].split(", ")), any=True),),
            read=reader_in(f"{__name__}.reading"),
            last=True,
        ),
    ),
)

"""Yamtrack: the CSV that it exports and imports, of every year, and of its fork. In and out."""

from watchlog.formats.register import Form, Format, reader_in, writer_in
from watchlog.formats.signs import Columns

FORMAT = Format(
    name="yamtrack",
    title="Yamtrack",
    endings=(".csv",),
    forms=(
        Form(
            title="the export of an account",
            got="Yamtrack, Settings, Export",
            signs=(Columns(("media id", "source", "media type")),),
            read=reader_in(f"{__name__}.reading"),
        ),
    ),
    write=writer_in(f"{__name__}.writing"),
)

"""MyAnimeList. In from the XML that it exports, packed or not, and out as the XML that it imports."""

from watchlog.formats.register import Form, Format, reader_in, writer_in
from watchlog.formats.signs import Words

FORMAT = Format(
    name="mal",
    title="MyAnimeList",
    endings=(".xml",),
    forms=(
        Form(
            title="the export of an anime list",
            got="myanimelist.net/panel.php?go=export: animelist_….xml.gz",
            signs=(Words("<myanimelist>", "XML with <myanimelist>, also as gzip"),),
            read=reader_in(f"{__name__}.reading"),
            untried=True,
        ),
    ),
    write=writer_in(f"{__name__}.writing"),
)

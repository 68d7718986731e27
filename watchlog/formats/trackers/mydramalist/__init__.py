"""MyDramaList. It has no export of its own: these are a list page that was saved, and what other programs write.

A title there is one season, so a row says no season. Scores are 1 to 10 in half points, 0 for none.
"""

from watchlog.formats.register import Form, Format, reader_in
from watchlog.formats.signs import Columns, Keys, Words

FORMAT = Format(
    name="mydramalist",
    title="MyDramaList",
    forms=(
        Form(
            title="your list, saved from the browser",
            got="mydramalist.com, your list, scrolled to its end, and Ctrl-S",
            signs=(
                Words(r"mdl-style-table|msv2-table|(?s:mydramalist.*<tr[^>]* id=\"ml\d)", "a page with such a list"),
            ),
            read=reader_in(f"{__name__}.page"),
        ),
        Form(
            title="the CSV of Better MDL",
            got="the browser extension Better MDL, Export",
            signs=(Columns(("id", "status", "title", "progress", "url")),),
            read=reader_in(f"{__name__}.better_mdl"),
            untried=True,
        ),
        Form(
            title="the table of exportMDL or MDLPackage, or of Google Sheets",
            got='exportMDL, MDLPackage, or =IMPORTHTML("https://mydramalist.com/dramalist/USER","table",1)',
            signs=(
                Columns(("title", "status", "episodes watched", "country of origin")),
                Columns(("#", "title", "country", "year", "type", "score", "progress")),
            ),
            read=reader_in(f"{__name__}.tables"),
            untried=True,
        ),
        Form(
            title="an answer of its API, or of Kuryana",
            got="GET /sync/mylist/completed with a key, or GET /dramalist/USER of a Kuryana server",
            signs=(Keys(("list_id", "title.id")), Keys(("slug_query", "data.list"))),
            read=reader_in(f"{__name__}.answers"),
        ),
    ),
)

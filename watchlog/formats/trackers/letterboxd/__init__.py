"""Letterboxd: films. In from the export of an account, out as the file that its importer takes.

The export is a ZIP (letterboxd-USER-DATE-utc.zip) from Settings, Data; its files were read in public test material of
2025 and 2026. The importer's columns are those of letterboxd.com/about/importing-data.
"""

from watchlog.formats.register import Form, Format, reader_in, writer_in
from watchlog.formats.signs import Columns, Files, Words

FORMAT = Format(
    name="letterboxd",
    title="Letterboxd",
    endings=(".csv",),
    forms=(
        Form(
            title="the export of an account, or one of its files",
            got="letterboxd.com, Settings, Data, Export your data",
            signs=(
                Files(("watched.csv", "profile.csv")),
                Files(("diary.csv", "ratings.csv")),
                Columns(("letterboxd uri", "name")),
                Words(r"\ALetterboxd list export", "a list that begins with “Letterboxd list export”"),
            ),
            read=reader_in(f"{__name__}.reading"),
        ),
        Form(
            title="a file made for Letterboxd's importer",
            got="watchlog export --format letterboxd, or another program",
            signs=(
                Columns(("title", "watcheddate", "tmdbid")),
                Columns(("title", "watcheddate", "imdbid")),
                Columns(("title", "watcheddate", "review")),
                Columns(("title", "rating10")),
                Columns(("letterboxduri",)),
                Columns(("imdbid", "tmdbid", "title", "year"), only=True),
            ),
            read=reader_in(f"{__name__}.importer"),
            untried=True,
        ),
    ),
    write=writer_in(f"{__name__}.writing"),
)

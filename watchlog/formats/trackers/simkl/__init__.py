"""Simkl. In from the backup of an account, as JSON or CSV, and from the CSV its importer takes; out as that CSV."""

from watchlog.formats.register import Form, Format, reader_in, writer_in
from watchlog.formats.signs import Columns, Files, Keys

FORMAT = Format(
    name="simkl",
    title="Simkl",
    endings=(".csv",),
    forms=(
        Form(
            title="the backup of an account",
            got="simkl.com/apps/backup, the ZIP or the SimklBackup.json in it",
            signs=(
                Files(("simklbackup.json",)),
                *(
                    Keys((f"{shelf}.{title}.ids.{name}",))
                    for shelf, title in (("shows", "show"), ("anime", "show"), ("movies", "movie"))
                    for name in ("simkl", "simkl_id")
                ),
            ),
            read=reader_in(f"{__name__}.backup"),
        ),
        Form(
            title="a CSV that Simkl gives or takes",
            got="simkl.com/apps/backup, or watchlog export --format simkl",
            signs=(Columns(("simkl id", "watchlist")),),
            read=reader_in(f"{__name__}.table"),
            untried=True,
        ),
    ),
    write=writer_in(f"{__name__}.writing"),
)

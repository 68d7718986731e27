"""Netflix: what a profile has watched, and the answer to a request for all data."""

from watchlog.formats.register import Form, Format, reader_in
from watchlog.formats.signs import Columns, Files

FORMAT = Format(
    name="netflix",
    title="Netflix",
    forms=(
        Form(
            title="all that is stored, or one of its files",
            got="netflix.com/account/getmyinfo: CONTENT_INTERACTION/ViewingActivity.csv and its neighbours",
            signs=(
                Files(("*viewingactivity*.csv",)),
                Columns(("profile name", "start time")),
                Columns(("profile name", "title name")),
            ),
            read=reader_in(f"{__name__}.stored"),
        ),
        Form(
            title="the viewing history of a profile",
            got="netflix.com/viewingactivity, Download all: it does not number episodes",
            signs=(Columns(("title", "date"), only=True),),
            read=reader_in(f"{__name__}.history"),
        ),
    ),
)

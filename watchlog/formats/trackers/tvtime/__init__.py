"""TV Time, which has ended: what people still have of it. Ids of shows and films are TheTVDB's."""

from watchlog.formats.register import Form, Format, reader_in
from watchlog.formats.signs import Columns, Files, Keys

FORMAT = Format(
    name="tvtime",
    title="TV Time",
    forms=(
        Form(
            title="the answer to a GDPR request, or one of its files",
            got="the ZIP that TV Time sent on request",
            signs=(
                Files(("*tracking?prod?records*.csv",)),
                Files(("*seen?episode*.csv",)),
                Files(("*followed?tv?show*.csv",)),
                Columns(("series name", "season number", "episode number", "created at")),
                Columns(("tv show name",)),
                Columns(("movie name", "vote key")),
            ),
            read=reader_in(f"{__name__}.gdpr"),
        ),
        Form(
            title="what TV Time Liberator or TV Time Out saved",
            got="shows.json, movies.json or activity_history.csv, or tvtime-series-….json or .csv",
            signs=(
                Files(("shows.json",)),
                Files(("tvtime-series*",)),
                Keys(("seasons.episodes.is_watched",)),
                Keys(("is_watched", "id.tvdb")),
                Columns(("series tvdb id", "is watched")),
                Columns(("tvdb id", "title", "is watched")),
                Columns(("uuid", "tvdb id", "title", "status")),
            ),
            read=reader_in(f"{__name__}.saved"),
        ),
    ),
)

"""watchlog alone: what I am watching, the last notes, and a quote."""

from datetime import date

from watchlog.cli.session import print_bytes, session
from watchlog.journal.airing import airing
from watchlog.journal.recalling import last_notes, random_quote

_NOTES = 3


def home() -> None:
    """Show what one opens the journal for."""
    rows = session.rows
    today = date.today()
    watching = [row for row in rows if row.status == "watching"]
    watching.sort(key=lambda row: row.watched or "", reverse=True)
    on_air = airing(rows, today)
    notes, quote = last_notes(session.journal, rows, _NOTES), random_quote(session.journal, rows)
    if session.on_terminal:
        from watchlog.views.airing import coming
        from watchlog.views.home import page, welcome
        from watchlog.views.terminal import make_console

        said = coming(on_air)
        named = {row.slug: row for row in rows if row.slug in said}
        week = [(named[slug], words) for slug, words in said.items()]
        make_console().print(
            page(watching=watching, airing=week, notes=notes, quote=quote, today=today) if rows else welcome()
        )
    else:
        from watchlog.views.plain import home_lines

        print_bytes("".join(f"{line}\n" for line in home_lines(watching, notes, quote, on_air)).encode())

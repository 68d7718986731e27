"""watchlog search."""

from datetime import date
from itertools import islice
from typing import Annotated

import typer

from watchlog.cli.options import Spoilers
from watchlog.cli.session import print_bytes, print_json, say, session
from watchlog.journal.matching import as_asked, parse_words
from watchlog.journal.searching import as_document
from watchlog.journal.searching import search as find_all

_ON_A_TERMINAL = 30


def search(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="WORDS...", help="All of them must be there; “a phrase” as it stands.")
    ] = None,
    spoilers: Spoilers = False,
    limit: Annotated[int | None, typer.Option("--limit", "-n", metavar="N", min=0, help="How many; 0 is all.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="An array of objects, spoilers too.")] = False,
) -> None:
    """Search everything you wrote down, in any language; the newest comes first. Major spoilers are covered.

    watchlog search umbrella
    watchlog search "run to you" lucy
    """
    wanted = parse_words(words or [])
    count, hits = find_all(session.journal, session.catalogue, wanted)
    on_terminal = session.on_terminal and not as_json
    most = _ON_A_TERMINAL if limit is None and on_terminal else limit
    shown = islice(hits, most or None)
    if not count:
        apart = "\nOr look for its words apart, without quotation marks." if any(" " in word for word in wanted) else ""
        say(f"No hit for {as_asked(wanted)}.{apart}")
    if as_json:
        print_json([as_document(hit) for hit in shown])
    elif count and on_terminal:
        from watchlog.views.hits import page
        from watchlog.views.terminal import make_console

        make_console().print(page(list(shown), words=wanted, count=count, spoilers=spoilers, today=date.today()))
    elif count:
        from watchlog.views.recalled import hit_lines

        print_bytes("".join(f"{line}\n" for line in hit_lines(shown, spoilers=spoilers)).encode())

"""Comma-separated values (RFC 4180), with a header."""

import csv
from collections.abc import Sequence
from io import StringIO

from watchlog.journal.catalogue import Row
from watchlog.journal.scores import written


def listed(rows: Sequence[Row]) -> str:
    """A list of dramas, one a row; several genres or tags are separated by commas in their cell."""
    page = StringIO()
    table = csv.writer(page, lineterminator="\n")
    table.writerow(["slug", "title", "year", "type", "status", "seen", "of", "rating", "genres", "tags", "country"])
    for row in rows:
        genres, tags = ", ".join(row.genres), ", ".join(row.tags)
        table.writerow([
            row.slug, row.title, row.year, row.type, row.status, row.seen, row.of, written(row.rating), genres, tags,
            row.country,
        ])  # fmt: skip
    return page.getvalue()

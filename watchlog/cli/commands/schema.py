"""watchlog schema."""

from watchlog.cli.output import print_json
from watchlog.journal.drama.schema import drama_schema


def schema() -> None:
    """Print the JSON Schema of a drama: what its file may hold. Editors and scripts can check against it.

    watchlog schema > drama.schema.json
    """
    print_json(drama_schema())

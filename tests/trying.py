"""How often a property is tried."""

from hypothesis import settings


def examples(number: int) -> settings:
    """That many examples, and in the inner loop a fifth of them, though never fewer than others have there."""
    usual = settings().max_examples
    return settings(max_examples=number if usual >= 100 else max(number // 5, usual))

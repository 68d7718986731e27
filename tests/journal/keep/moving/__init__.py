"""Moving in, piece by piece."""

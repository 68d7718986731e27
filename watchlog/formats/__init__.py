"""File formats, ours and other people's: one module each, in and out."""

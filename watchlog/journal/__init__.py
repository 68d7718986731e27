"""The journal: records, where they lie on disk, and how a change is kept whole."""

"""The doctor: looks at every file of a journal, and mends what can be mended without losing a word."""

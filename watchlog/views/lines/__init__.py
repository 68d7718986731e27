"""The same as the pages for a pipe: a record on a line, its fields separated by tabs, nothing cut. No Rich."""

"""The command line: one small file per command, which parses, calls the journal and hands the result to a view."""

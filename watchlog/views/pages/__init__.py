"""The pages: one module for each thing that a command shows, printed on `terminal.make_console()`."""

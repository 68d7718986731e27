"""The pages: one module for each thing that a command shows."""

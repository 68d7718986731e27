"""Taking in documents of our own, which export wrote. Rows of other people's files have a door of their own."""

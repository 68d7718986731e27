"""How other people's files are read: their encodings, tables, archives and documents, and what stands in a cell."""

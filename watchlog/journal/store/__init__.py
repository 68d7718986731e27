"""How dramas are kept: files, lock, history, storage, and the catalogue derived from them."""

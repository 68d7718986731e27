"""How dramas are found again: by name, filter, word, person, day and figure."""

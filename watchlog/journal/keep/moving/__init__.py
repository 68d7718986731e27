"""Moving in: rows of other people's files become dramas of the journal, and nothing is taken in twice.

`gathering` reads the rows and keeps them apart by title: `naming` says what a row calls it, `matching` which drama that
is. `taking` makes of its rows what the drama will be: `told` for texts, lists and facts, `viewings` and `spans` for
rounds, `scores` for ratings. `removed` knows what the person has taken away here since. `moving` does all of it, as one
change.
"""

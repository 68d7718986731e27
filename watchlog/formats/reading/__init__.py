"""How other people's files are read.

What a file is made of: `archives`, the encoding by `decoding`, tables by `records` and `tables`, JSON by `documents`
and `elements`, XML and HTML by `markup`, sheets by `workbooks`. What stands in a cell: `days`, `numbers`, `scores`,
`statuses` and `ids`; `remembering` saves reading the same text twice. A row that cannot be read is for `refusing`.
"""

"""How anything is set: text, blocks, sheets, marks, charts, and the console they are printed on."""

"""How a journal is looked after: undo, import, backup, restore, and the doctor."""

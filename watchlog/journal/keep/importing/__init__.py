"""Taking dramas in from files: documents of our own by one door, rows of somebody else's file by another."""

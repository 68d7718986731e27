"""What TAB offers, and the scripts that make a shell ask for it."""

"""What a drama is: its records, the rules they keep, and what can be said of one. No disk is known here."""

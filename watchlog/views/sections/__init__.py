"""The sections of a drama's page."""

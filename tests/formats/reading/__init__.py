"""Tests of how other people's files are read."""

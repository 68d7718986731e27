"""Tests of the trackers' files."""

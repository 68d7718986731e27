"""The query language: one small way of asking for dramas, quotes and whatever else was written down."""

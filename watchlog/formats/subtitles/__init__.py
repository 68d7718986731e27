"""Subtitle files: what is said in an episode, and when. Lines for a quote are chosen from them; none is imported."""

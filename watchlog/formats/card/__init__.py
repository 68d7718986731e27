"""A picture to share: a quote, a scene, a note or the current rating, as an SVG that asks for nothing."""

"""A journal as a static site: pages that name files, never folders, and that nothing but the journal changes."""

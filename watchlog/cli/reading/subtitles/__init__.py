"""Words out of subtitle files, for `quote --from`: nothing of it is loaded by any other command."""

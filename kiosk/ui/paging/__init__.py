"""Which sentences show at once, at this size of glass and letters."""

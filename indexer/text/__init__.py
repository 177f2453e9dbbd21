"""Which words does a text hold, and where? The same answer when building and when searching."""

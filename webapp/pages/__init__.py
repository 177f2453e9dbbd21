"""Which pages are there? One module each, with the JSON, CSV and Atom of the same list beside its page."""

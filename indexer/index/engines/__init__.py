"""Which engines can hold the postings? Adapters behind one small protocol."""

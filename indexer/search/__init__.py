"""Which papers, which paragraphs? A SearchRequest becomes SearchResults."""

"""What kind of paper is it, and how is it arranged? A RawDocument becomes a Document."""

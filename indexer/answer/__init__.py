"""What do the papers say? A question is answered by quoting them, or not at all."""

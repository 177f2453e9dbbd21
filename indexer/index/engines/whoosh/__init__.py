"""Whoosh as the engine: postings and scores in its segments."""

"""Which papers are versions of one work, and what changed between two of them?"""

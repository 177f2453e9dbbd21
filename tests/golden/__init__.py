"""Whole papers, one of each format and layout, and what must come out of them."""

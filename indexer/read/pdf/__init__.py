"""What does a PDF say, in the order in which a person reads it?

``pages`` takes words and drawings off each page (PDFium), ``tables`` finds the ruled tables, ``furniture`` the running
heads, ``notes`` the footnotes, ``columns`` the reading order; ``paragraphs`` joins lines, ``headings`` ranks what
stands out, and ``reader`` is the way through all of them.
"""

from indexer.read.pdf.reader import read

__all__ = ["read"]

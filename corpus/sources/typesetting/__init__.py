"""How does a marked-up text become the PDF or Word file that a council would have published?

`inline` and `source` read the markup, `numbering` plans Word's automatic numbers, `pdf` and `word` write the files.
"""

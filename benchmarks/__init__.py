"""How fast is it, and in what memory? Run by hand; nothing here is a test."""

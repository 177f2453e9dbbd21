"""What does the file say? Bytes become a RawDocument."""

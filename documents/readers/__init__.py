"""From the bytes of a file to lines of text with their order kept, one module a format."""

"""What is made beside the pages: data, redirects, exports and lines for a terminal."""

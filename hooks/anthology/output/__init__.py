"""What goes out beside the pages: data, addresses, exports, lines for people."""

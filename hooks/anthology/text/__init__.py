"""What several steps know of text: how it is set, escaped, split into sentences and addressed."""

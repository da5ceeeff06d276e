"""What is known of text: how it is set, escaped, parted into sentences and addressed."""

"""What several steps know of names: word lists, titles, pet forms, comparison and filing."""

"""What the editor keeps on disk: which files are read, by which limits, and what is in them."""

"""What the editor keeps on disk: which files are read, within which limits, and what they hold."""

"""What is known of names: word lists, titles, pet forms, what names are compared and filed by."""

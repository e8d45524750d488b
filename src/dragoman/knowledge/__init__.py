"""What is known before any report is read: languages, actors, places and their names."""

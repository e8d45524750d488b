"""The report that anyone can open: one HTML file with everything in it."""

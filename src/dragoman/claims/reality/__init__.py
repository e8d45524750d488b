"""Did it happen at all: what governs a happening and what its clause says of it."""

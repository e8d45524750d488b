"""How many of whom: numbers, what they count and which happening they belong to."""

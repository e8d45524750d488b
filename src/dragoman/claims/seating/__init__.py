"""Who does it, to whom and where: the seats around a verb or a noun."""

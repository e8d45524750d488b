"""Who says it: words of saying, their speakers and what they answer for."""

"""Whose word an event rests on, where the voices differ, and what it is worth."""

"""Who is said to have held which place, or which part of it, from when until when."""

"""From linked pairs to groups of claims, each of one happening, and from a group to its event."""

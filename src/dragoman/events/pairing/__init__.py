"""Which claims are compared at all: those that share a key, and near-equal sentences; tellings as numbers."""

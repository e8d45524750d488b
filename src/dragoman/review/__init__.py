"""What people decide about a ledger, and what follows from it."""

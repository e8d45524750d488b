"""The review application: a ledger in the browser, for work."""

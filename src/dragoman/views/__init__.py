"""What a screen shows of a ledger, as plain JSON: made once, drawn by the static report and by the application."""

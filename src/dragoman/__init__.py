"""dragoman reads what every side says about a conflict into a ledger of claims."""

__version__ = "0.1.0"

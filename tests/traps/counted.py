"""What the rows of the number traps are written in, for every language."""

Counted = tuple[str, str | None, int, int | None]


def killed(low: int, high: int | None = -1, who: str = "people") -> Counted:
    """So many killed; without `high`, exactly so many."""
    return ("killed", who, low, low if high == -1 else high)


def injured(low: int, high: int | None = -1, who: str = "people") -> Counted:
    """So many injured; without `high`, exactly so many."""
    return ("injured", who, low, low if high == -1 else high)

"""The report that anyone can open: one HTML file with everything in it, which makes no request at all.

ledger ─▶ views.whole ─▶ slim ─┐
web/ (scripts, styles, words) ─┴─▶ page ─▶ report.html
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.lazily import parts

if TYPE_CHECKING:
    from dragoman.report.assembling import page
    from dragoman.report.saving import save

__all__ = ["page", "save"]

__getattr__ = parts(__name__, {"page": "assembling", "save": "saving"})

"""Lets tests, and the worker processes that they start, import `fake_steps` by its name."""

import sys
from pathlib import Path

HERE = str(Path(__file__).parent)
if HERE not in sys.path:
    sys.path.insert(0, HERE)

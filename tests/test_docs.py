"""The pages say what the program says."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_the_pages_quote_the_program() -> None:
    command = [sys.executable, str(ROOT / "scripts" / "refresh_docs.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{done.stdout}{done.stderr}\nmake docs writes them anew"

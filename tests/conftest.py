"""What several folders of tests need: the samples, read once for all of them."""

import shutil
from pathlib import Path

import pytest
from filelock import FileLock

from dragoman.running import build

SAMPLES = Path(__file__).parents[1] / "samples" / "aleppo"


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger of the samples, for reading only; the processes of a run share it, since the model takes its time."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if own.name.startswith("popen-") else own
    path = shared / "samples.db"
    with FileLock(shared / "samples.lock"):
        if not path.exists():
            build([str(SAMPLES)], shared / "samples.made.db")
            (shared / "samples.made.db").rename(path)
    return path


@pytest.fixture
def own_samples(samples: Path, tmp_path: Path) -> Path:
    """A copy of the samples' ledger, to write to."""
    return Path(shutil.copy(samples, tmp_path / "aleppo.db"))

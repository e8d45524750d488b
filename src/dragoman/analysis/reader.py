"""The one model: from words to trees, names and a vector in one pass, for every language.

It runs on one thread in 32 bits over weights of eight; matrices are multiplied in whole numbers with scales that were
fixed when the model was made. `weights/CARD.md` says what it was made from and how well it reads.
"""

from __future__ import annotations

import json
import platform
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from dragoman.analysis.batches import Part, batches, numbers, parts
from dragoman.analysis.pieces import Pieces, stored
from dragoman.analysis.sentence import Analysis, Named, Node
from dragoman.analysis.tags import best, spans
from dragoman.analysis.tree import heads
from dragoman.analysis.words import Token
from dragoman.errors import DragomanError

if TYPE_CHECKING:
    import onnxruntime

WEIGHTS = Path(__file__).parent / "weights"
BATCH = 16
_FILES = ("reader.onnx", "labels.json", "pieces.json")

Floats = NDArray[np.float32]


class ModelError(DragomanError):
    """The model's files or its runtime are not there; the text says which."""


@dataclass(frozen=True, slots=True)
class Labels:
    """What the numbers of the model's outputs stand for."""

    upos: tuple[str, ...]
    features: Mapping[str, tuple[str, ...]]
    relations: tuple[str, ...]
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Output:
    """What the model gives for one part: rows by word, <s> first."""

    classes: Floats
    arcs: Floats
    labels: Floats
    tags: Floats
    vector: Floats


class Reader:
    """A loaded model; one for each process."""

    def __init__(self, folder: Path) -> None:
        """Loads it from a folder; ModelError where a file or the runtime is not there."""
        _expect(folder)
        self._labels = _labels(folder / "labels.json")
        self._pieces = Pieces(stored(folder / "pieces.json"))
        self._session = _session(folder / "reader.onnx")

    def analyse(self, sentences: Sequence[Sequence[Token]], language: str, batch: int = BATCH) -> list[Analysis]:
        """Each sentence's analysis, in order; the same for every size of `batch`."""
        cut = [part for number, words in enumerate(sentences) for part in parts(number, words, self._pieces)]
        outputs: list[list[tuple[int, Output]]] = [[] for _ in sentences]
        for group in batches(cut, batch):
            for part, output in zip(group, self._run(group), strict=True):
                outputs[part.sentence].append((part.first, output))
        return [
            self._analysis(words, sorted(own, key=lambda found: found[0]), language)
            for words, own in zip(sentences, outputs, strict=True)
        ]

    def _run(self, group: Sequence[Part]) -> Iterator[Output]:
        pieces, first = numbers(group)
        names = ["classes", "arcs", "labels", "tags", "vectors"]
        classes, arcs, labels, tags, vectors = self._session.run(names, {"pieces": pieces, "first": first})
        for row, part in enumerate(group):
            words = len(part.places)
            yield Output(
                classes[row, :words],
                arcs[row, :words, :words],
                labels[row, :, :words, :words],
                tags[row, :words],
                vectors[row],
            )

    def _analysis(self, words: Sequence[Token], outputs: Sequence[tuple[int, Output]], language: str) -> Analysis:
        nodes: list[Node] = []
        names: list[Named] = []
        for first, output in outputs:
            tags = best(output.tags[1:], self._labels.tags)
            names += [Named(first + begin, first + end - 1, type_) for begin, end, type_ in spans(tags)]
            root = next((index for index, node in enumerate(nodes) if node.head < 0), -1)
            nodes += self._nodes(words, first, root, output)
        vector = sum((output.vector for _, output in outputs), np.zeros(_HIDDEN, np.float32))
        length = float(np.sqrt((vector * vector).sum()))
        return Analysis(language, tuple(nodes), tuple(names), vector / length if length else vector)

    def _nodes(self, words: Sequence[Token], first: int, root: int, output: Output) -> Iterator[Node]:
        """The words of one part; the root of a later part hangs on that of the first, `root` (`parataxis`)."""
        labels = self._labels
        tree = heads(output.arcs)
        classes = output.classes[1:, : len(labels.upos)].argmax(1)
        features = self._features(output.classes[1:, len(labels.upos) :])
        for place, head in enumerate(tree, start=1):
            token = words[first + place - 1]
            upos = labels.upos[classes[place - 1]]
            relation = labels.relations[output.labels[:, place, head].argmax()] if head else "root"
            above = first + head - 1 if head else -1
            if above < 0 and first:
                above, relation = root, "parataxis"
            own = features[place - 1]
            yield Node(token.text, token.start, token.end, upos, own, above, relation)

    def _features(self, scores: Floats) -> list[dict[str, str]]:
        """The features that each word has: in each group of scores the first stands for none."""
        found: list[dict[str, str]] = [{} for _ in scores]
        at = 0
        for name, values in self._labels.features.items():
            chosen = scores[:, at : at + len(values) + 1].argmax(1)
            at += len(values) + 1
            for own, number in zip(found, chosen, strict=True):
                if number:
                    own[name] = values[number - 1]
        return found


_HIDDEN = 384


@cache
def model() -> Reader:
    """This process's model; ModelError where there is none."""
    return Reader(WEIGHTS)


def missing() -> str | None:
    """Why there is no model to read with, in one line, or None where there is one."""
    try:
        _expect(WEIGHTS)
    except ModelError as error:
        return str(error)
    return None


def fingerprint() -> str:
    """What stands for the model, since results depend on it; "none" where there is no model.

    The labels hold what the other files hash to.
    """
    return "none" if missing() else sha256((WEIGHTS / "labels.json").read_bytes()).hexdigest()[:16]


def _expect(folder: Path) -> None:
    absent = [name for name in _FILES if not (folder / name).is_file()]
    if absent:
        raise ModelError(f"no language model: {folder / absent[0]} is not there")
    try:
        import onnxruntime  # noqa: F401
    except ImportError as error:
        raise ModelError(f"no language model: onnxruntime cannot be loaded here ({error})") from error


def _labels(path: Path) -> Labels:
    table = json.loads(path.read_text("utf-8"))
    features = {name: tuple(values) for name, values in table["features"].items()}
    return Labels(tuple(table["upos"]), features, tuple(table["relations"]), tuple(table["tags"]))


def _session(path: Path) -> onnxruntime.InferenceSession:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    if _overflows(Path("/proc/cpuinfo")):
        options.add_session_config_entry("session.x64quantprecision", "1")
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _overflows(processor: Path) -> bool:
    """Whether products of eight bits are added up in sixteen here, which could overflow: x86 without VNNI, or unknown.

    The runtime has another way for such processors, with the same whole numbers at half the speed.
    """
    if platform.machine().lower() not in ("x86_64", "amd64"):
        return False
    try:
        return "vnni" not in processor.read_text("utf-8")
    except OSError:
        return True

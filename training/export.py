"""From trained weights to what is shipped, `reader.onnx`, `labels.json` and `pieces.json`.

python -m training.export RUN GOLD OUT
"""

from __future__ import annotations

import argparse
import json
import random
from hashlib import sha256
from pathlib import Path

import onnx
import torch

from dragoman.analysis.pieces import stored
from dragoman.evaluation.treebank import FEATURES, TAGS
from training import calibration, data, graph
from training.batches import Labels, Numbering, batch
from training.network import MIXED, Encoder, Reader, Sizes

SEED = 20161028
CALIBRATING = 400  # training sentences that tell how large the inputs get
EPSILON = 1e-12


def main() -> None:
    """One run's weights as the files of `dragoman.analysis`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("out", type=Path)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    saved = torch.load(given.run / "model.pt", weights_only=False)
    network = built(saved["weights"], saved["labels"])
    numbering = Numbering(stored(given.run / "pieces.json"), saved["labels"])
    training = data.load(given.gold).training
    chosen = random.Random(SEED).sample(training, CALIBRATING)
    ranges = calibration.largest(network, (batch([numbering.example(sentence)]) for sentence in chosen))
    arrays = {name: weight.numpy() for name, weight in saved["weights"].items()}
    bounds = {key: (low.numpy(), high.numpy()) for key, (low, high) in ranges.items()}
    made = graph.model(arrays, bounds, MIXED, EPSILON)
    onnx.save(made, given.out / "reader.onnx")
    (given.out / "pieces.json").write_bytes((given.run / "pieces.json").read_bytes())
    files = {name: sha256((given.out / name).read_bytes()).hexdigest() for name in ("reader.onnx", "pieces.json")}
    labels = {**described(saved["labels"]), "sha256": files}
    (given.out / "labels.json").write_text(json.dumps(labels, indent=1) + "\n", "utf-8")


def described(labels: Labels) -> dict[str, object]:
    """The names of what the outputs' numbers stand for."""
    features = {name: list(values) for name, values in FEATURES.items()}
    return {"upos": labels.upos, "features": features, "relations": labels.relations, "tags": TAGS}


def built(weights: dict[str, torch.Tensor], labels: Labels) -> Reader:
    """The network with its weights."""
    layers = 1 + max(int(name.split(".")[2]) for name in weights if name.startswith("encoder.layers."))
    feed, hidden = weights["encoder.layers.0.wide.weight"].shape
    sizes = Sizes(len(labels.upos), tuple(len(v) + 1 for v in FEATURES.values()), len(labels.relations), len(TAGS))
    network = Reader(Encoder(len(weights["encoder.pieces.weight"]), hidden, layers, feed, EPSILON), sizes, hidden)
    network.load_state_dict(weights)
    return network.eval()


if __name__ == "__main__":
    main()

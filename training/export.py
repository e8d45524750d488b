"""From trained weights to what is shipped: one ONNX file with weights of eight bits, and the pieces.

Rows of weights have a scale each; activations are scaled per run of one sentence, so a sentence's reading does not
depend on what else is read (the program gives one sentence a run).
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.network import Encoder, Reader, Sizes
from training.treebank import FEATURES, TAGS


class Rows(nn.Module):
    """Embeddings of eight bits with a scale for each row."""

    def __init__(self, pieces: Tensor) -> None:
        super().__init__()
        scale = pieces.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("bits", (pieces / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, pieces: Tensor) -> Tensor:
        """The vectors of some pieces."""
        flat = pieces.flatten()
        rows = self.bits.index_select(0, flat).to(torch.float32) * self.scale.index_select(0, flat)
        return rows.view(*pieces.shape, -1)


def main() -> None:
    """`python export.py RUN OUT` writes `reader.onnx`, `labels.json` and `pieces.json`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("out", type=Path)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    saved = torch.load(given.run / "model.pt", weights_only=False)
    network = built(saved["weights"], saved["labels"])
    exported(network, given.out / "reader.onnx")
    labels = {
        "upos": saved["labels"].upos,
        "features": {name: list(values) for name, values in FEATURES.items()},
        "relations": saved["labels"].relations,
        "tags": TAGS,
    }
    (given.out / "labels.json").write_text(json.dumps(labels, indent=1) + "\n", "utf-8")
    (given.out / "pieces.json").write_bytes((given.run / "pieces.json").read_bytes())


def built(weights: dict[str, Tensor], labels: object) -> Reader:
    """The network with its weights, embeddings at eight bits."""
    rows = weights.pop("encoder.pieces.weight")
    layers = 1 + max(int(name.split(".")[2]) for name in weights if name.startswith("encoder.layers."))
    feed, hidden = weights["encoder.layers.0.wide.weight"].shape
    sizes = Sizes(len(labels.upos), tuple(len(v) + 1 for v in FEATURES.values()), len(labels.relations), len(TAGS))
    network = Reader(Encoder(1, hidden, layers, feed, 1e-12), sizes, hidden)
    network.encoder.pieces = Rows(rows)
    missing, extra = network.load_state_dict(weights, strict=False)
    if extra or set(missing) != {"encoder.pieces.bits", "encoder.pieces.scale"}:
        raise SystemExit(f"the weights do not fit the network: {missing} {extra}")
    return network.eval()


def exported(network: Reader, path: Path) -> None:
    """Write the network, its matrices at eight bits."""
    whole = path.with_suffix(".float.onnx")
    pieces, first = torch.tensor([[0, 5, 6, 7, 2]]), torch.tensor([[0, 1, 3]])
    axes = {0: "batch", 1: "length"}
    torch.onnx.export(
        network,
        (pieces, first),
        str(whole),
        input_names=["pieces", "first"],
        output_names=["upos", "features", "arcs", "labels", "tags", "vectors"],
        dynamic_axes={"pieces": axes, "first": {0: "batch", 1: "words"}},
        opset_version=17,
        dynamo=False,
    )
    quantize_dynamic(
        whole, path, op_types_to_quantize=["MatMul", "Gemm"], per_channel=True, weight_type=QuantType.QInt8, reduce_range=False
    )
    whole.unlink()
    onnx.checker.check_model(str(path))


if __name__ == "__main__":
    main()

"""The network as an ONNX graph, its matrices at eight bits with fixed scales.

A matrix product is of integers and exact; its inputs are brought to eight bits with scales from `calibration`, moved in
part into the weights (SmoothQuant, Xiao et al. 2023). What is left in floating point works on one row at a time, so a
sentence's numbers do not depend on the batch around it as long as its length is padded alike.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

Array = np.ndarray
Ranges = Mapping[tuple[int, str], tuple[Array, Array]]
HEADS = 12
# How much of a channel's range goes from the input into the weights, chosen by how often heads stay as they were; what
# the gate lets through is spiked in few channels.
MOVED, MOVED_NARROW = 0.7, 0.9
CONTRIB = "com.microsoft"


class Graph:
    """Nodes and constants under way to a model."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, value: Array) -> str:
        """A constant's name."""
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def ints(self, *values: int) -> str:
        """A constant list of whole numbers."""
        return self.constant(np.array(values, np.int64))

    def number(self, value: float) -> str:
        """A constant number."""
        return self.constant(np.array(value, np.float32))

    def node(self, kind: str, *inputs: str, domain: str = "", **attributes: object) -> str:
        """A node's output."""
        return self.nodes_of(kind, 1, *inputs, domain=domain, **attributes)[0]

    def nodes_of(self, kind: str, outputs: int, *inputs: str, domain: str = "", **attributes: object) -> list[str]:
        """A node's outputs."""
        names = [f"n{len(self.nodes)}_{number}" for number in range(outputs)]
        self.nodes.append(helper.make_node(kind, list(inputs), names, domain=domain, **attributes))
        return names

    def named(self, output: str, name: str) -> None:
        """Gives an output its name in the model."""
        self.nodes.append(helper.make_node("Identity", [output], [name]))

    def linear(self, x: str, weight: Array, bias: Array) -> str:
        """`x` times a matrix (inputs, outputs) in floating point."""
        return self.node("Add", self.node("MatMul", x, self.constant(weight)), self.constant(bias))

    def rounded(self, x: str, weight: Array, bias: Array, low: Array, high: Array, part: float) -> str:
        """`x` times a matrix (inputs, outputs) of whole numbers; `part` of a channel's range is moved."""
        reach, size = np.maximum(-low, high), np.abs(weight).max(1)
        moved = np.maximum(reach, 1e-5) ** part / np.maximum(size, 1e-5) ** (1 - part)
        least, most = min((low / moved).min(), 0.0), max((high / moved).max(), 0.0)
        step = (most - least) / 255
        zero = int(np.clip(round(-least / step), 0, 255))
        scaled = weight * (moved * step)[:, None]
        scales = np.maximum(np.abs(scaled).max(0), 1e-12) / 127
        bits = np.round(scaled / scales).astype(np.int8)
        zero_point = self.constant(np.array(zero, np.uint8))
        near = self.node("Mul", x, self.constant((1 / (moved * step)).astype(np.float32)))
        whole = self.node("QuantizeLinear", near, self.number(1.0), zero_point)
        inputs = (whole, self.constant(bits), self.number(1.0), self.constant(scales.astype(np.float32)))
        return self.node(
            "MatMulIntegerToFloat", *inputs, zero_point, "", self.constant(bias.astype(np.float32)), domain=CONTRIB
        )

    def model(self, inputs: Sequence[onnx.ValueInfoProto], outputs: Sequence[onnx.ValueInfoProto]) -> onnx.ModelProto:
        """The whole."""
        graph = helper.make_graph(self.nodes, "reader", list(inputs), list(outputs), self.constants)
        versions = [helper.make_opsetid("", 20), helper.make_opsetid(CONTRIB, 1)]
        return helper.make_model(graph, opset_imports=versions, ir_version=9, producer_name="dragoman")


def model(weights: Mapping[str, Array], ranges: Ranges, mixed: int, epsilon: float) -> onnx.ModelProto:
    """The reader's graph.

    Inputs: `pieces` (batch, length) and `first` (batch, words), the place of each word's first piece in the whole batch
    laid out as one row. Outputs: `classes` (batch, words, upos + features), `arcs` (batch, words, heads), `labels`
    (batch, relations, words, heads), `tags` (batch, words, tags), `vectors` (batch, hidden).
    """
    graph = Graph()
    layers = 1 + max(int(name.split(".")[2]) for name in weights if name.startswith("encoder.layers."))
    outputs = _encoder(graph, weights, ranges, layers, epsilon)
    hidden = weights["encoder.norm.weight"].shape[0]
    syntax, naming = _mixed(graph, weights, outputs[-mixed:], hidden)
    _heads(graph, weights, syntax, naming)
    _vector(graph, outputs[-1])
    ints = TensorProto.INT64
    inputs = [
        helper.make_tensor_value_info("pieces", ints, ["batch", "length"]),
        helper.make_tensor_value_info("first", ints, ["batch", "words"]),
    ]
    shapes = {
        "classes": ["batch", "words", "classes"],
        "arcs": ["batch", "words", "words"],
        "labels": ["batch", "relations", "words", "words"],
        "tags": ["batch", "words", "tags"],
        "vectors": ["batch", "hidden"],
    }
    given = [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in shapes.items()]
    return graph.model(inputs, given)


def _encoder(graph: Graph, weights: Mapping[str, Array], ranges: Ranges, layers: int, epsilon: float) -> list[str]:
    rows = weights["encoder.pieces.weight"]
    scales = np.maximum(np.abs(rows).max(1, keepdims=True), 1e-8) / 127
    bits = graph.node("Gather", graph.constant(np.round(rows / scales).astype(np.int8)), "pieces")
    scale = graph.node("Gather", graph.constant(scales.astype(np.float32)), "pieces")
    vectors = graph.node("Mul", graph.node("Cast", bits, to=TensorProto.FLOAT), scale)
    length = graph.node("Slice", graph.node("Shape", "pieces"), graph.ints(1), graph.ints(2))
    places = graph.node("Slice", graph.constant(weights["encoder.positions"]), graph.ints(0), length)
    x = _norm(graph, graph.node("Add", vectors, places), weights, "encoder.norm", epsilon)
    padding = graph.node("Unsqueeze", graph.node("Equal", "pieces", graph.ints(1)), graph.ints(1, 2))
    mask = graph.node("Where", padding, graph.number(-1e4), graph.number(0.0))
    outputs = []
    for place in range(layers):
        x = _layer(graph, x, mask, weights, ranges, place, epsilon)
        outputs.append(x)
    return outputs


def _layer(
    graph: Graph, x: str, mask: str, weights: Mapping[str, Array], ranges: Ranges, place: int, epsilon: float
) -> str:
    own = f"encoder.layers.{place}."
    hidden = weights[own + "query.weight"].shape[0]
    part = (hidden // HEADS) ** -0.5

    def rounded(value: str, name: str, weight: Array, bias: Array) -> str:
        part = MOVED_NARROW if name == "narrow" else MOVED
        return graph.rounded(value, weight, bias, *ranges[place, name], part)

    def matrix(name: str) -> tuple[Array, Array]:
        return weights[own + name + ".weight"].T, weights[own + name + ".bias"]

    (query, query_bias), *others = (matrix(name) for name in ("query", "key", "value"))
    weight = np.concatenate([query * part, *(weight for weight, _ in others)], 1)
    bias = np.concatenate([query_bias * part, *(bias for _, bias in others)])
    three = graph.node("Reshape", rounded(x, "query", weight, bias), graph.ints(0, 0, 3 * HEADS, hidden // HEADS))
    turned = graph.node("Transpose", three, perm=[0, 2, 1, 3])
    asked, known, told = graph.nodes_of("Split", 3, turned, axis=1, num_outputs=3)
    scores = graph.node("MatMul", asked, graph.node("Transpose", known, perm=[0, 1, 3, 2]))
    shares = graph.node("Softmax", graph.node("Add", scores, mask), axis=-1)
    seen = graph.node("Transpose", graph.node("MatMul", shares, told), perm=[0, 2, 1, 3])
    seen = rounded(graph.node("Reshape", seen, graph.ints(0, 0, hidden)), "out", *matrix("out"))
    x = _norm(graph, graph.node("Add", seen, x), weights, own + "norm", epsilon)
    wide = graph.node("Gelu", rounded(x, "wide", *matrix("wide")))
    return _norm(
        graph, graph.node("Add", rounded(wide, "narrow", *matrix("narrow")), x), weights, own + "last", epsilon
    )


def _norm(graph: Graph, x: str, weights: Mapping[str, Array], name: str, epsilon: float) -> str:
    parts = (graph.constant(weights[f"{name}.{part}"]) for part in ("weight", "bias"))
    return graph.node("LayerNormalization", x, *parts, epsilon=epsilon)


def _mixed(graph: Graph, weights: Mapping[str, Array], layers: Sequence[str], hidden: int) -> list[str]:
    """The two mixes of the upper layers at the words' first pieces."""
    flat = graph.ints(-1, hidden)
    words = [graph.node("Gather", graph.node("Reshape", layer, flat), "first") for layer in layers]
    stacked = graph.node("Concat", *(graph.node("Unsqueeze", word, graph.ints(2)) for word in words), axis=2)
    shares = np.exp(weights["mix"]) / np.exp(weights["mix"]).sum(-1, keepdims=True)
    both = graph.node("MatMul", graph.constant(shares.astype(np.float32)), stacked)
    return [
        graph.node("Squeeze", part, graph.ints(2)) for part in graph.nodes_of("Split", 2, both, axis=2, num_outputs=2)
    ]


def _heads(graph: Graph, weights: Mapping[str, Array], syntax: str, naming: str) -> None:
    def joined(*names: str) -> tuple[Array, Array]:
        weight = np.concatenate([weights[f"{name}.weight"].T for name in names], 1)
        return weight, np.concatenate([weights[f"{name}.bias"] for name in names])

    graph.named(graph.linear(syntax, *joined("upos", "features")), "classes")
    wide = graph.node("Gelu", graph.linear(naming, *joined("tags.0")))
    graph.named(graph.linear(wide, *joined("tags.2")), "tags")
    names = ("arc_word", "arc_head", "label_word", "label_head")
    narrowed = graph.node("LeakyRelu", graph.linear(syntax, *joined(*names)), alpha=0.1)
    sizes = graph.ints(*(len(weights[f"{name}.bias"]) for name in names))
    arc_word, arc_head, label_word, label_head = graph.nodes_of("Split", 4, narrowed, sizes, axis=2)
    graph.named(_biaffine(graph, arc_word, arc_head, weights["arcs.weight"][0]), "arcs")
    spread = [graph.node("Unsqueeze", part, graph.ints(1)) for part in (label_word, label_head)]
    graph.named(_biaffine(graph, *spread, weights["labels.weight"]), "labels")


def _biaffine(graph: Graph, words: str, heads: str, weight: Array) -> str:
    """(…, words, size) and (…, heads, size); the last row and column of `weight` are biases."""
    both = graph.node("MatMul", words, graph.constant(weight[..., :-1, :]))
    both = graph.node("Add", both, graph.constant(weight[..., -1:, :]))
    size = weight.shape[-1] - 1
    inner, outer = graph.nodes_of("Split", 2, both, graph.ints(size, 1), axis=-1)
    axes = list(range(weight.ndim + (weight.ndim == 2)))
    turned = graph.node("Transpose", heads, perm=[*axes[:-2], axes[-1], axes[-2]] if weight.ndim == 2 else [0, 1, 3, 2])
    return graph.node("Add", graph.node("MatMul", inner, turned), outer)


def _vector(graph: Graph, last: str) -> None:
    """The sum over a sentence's own pieces, as a product of matrices: its order does not change with the batch."""
    real = graph.node("Not", graph.node("Equal", "pieces", graph.ints(1)))
    row = graph.node("Cast", graph.node("Unsqueeze", real, graph.ints(1)), to=TensorProto.FLOAT)
    graph.named(graph.node("Squeeze", graph.node("MatMul", row, last), graph.ints(1)), "vectors")

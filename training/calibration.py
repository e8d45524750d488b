"""How large the inputs of the encoder's matrices get, by channel: what eight bits have to hold.

Scales are fixed here, once, and not taken from each text: so a sentence reads the same whatever is read beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import torch
from torch import Tensor, nn

from training.batches import Batch
from training.network import Reader

SITES = ("query", "out", "wide", "narrow")  # key and value read what query reads


def largest(network: Reader, batches: Iterable[Batch]) -> Mapping[tuple[int, str], tuple[Tensor, Tensor]]:
    """The least and the largest input of each matrix, (channels,) both, by layer and name."""
    found: dict[tuple[int, str], tuple[Tensor, Tensor]] = {}
    real: list[Tensor] = []

    def watch(key: tuple[int, str]) -> object:
        def seen(_: nn.Module, inputs: tuple[Tensor, ...]) -> None:
            rows = inputs[0][real[-1]]
            low, high = rows.amin(0), rows.amax(0)
            before = found.get(key)
            found[key] = (low, high) if before is None else (low.minimum(before[0]), high.maximum(before[1]))

        return seen

    handles = [
        getattr(layer, name).register_forward_pre_hook(watch((place, name)))
        for place, layer in enumerate(network.encoder.layers)
        for name in SITES
    ]
    network.eval()
    with torch.inference_mode():
        for made in batches:
            real.append(made.pieces != 1)
            network(made.pieces, made.first)
    for handle in handles:
        handle.remove()
    return found

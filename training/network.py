"""The network: one encoder whose single pass gives word classes, features, trees, names and a sentence vector.

Word heads read a learnt mix of the upper layers at a word's first piece; the sentence vector is the mean of the last
layer, as in the base. Trees are biaffine (Dozat and Manning 2017): every word scores every head, <s> being the root.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

HEADS = 12
ARC, LABEL = 256, 64
MIXED = 8  # upper layers that the word heads mix
HELD = 3  # lower layers that stay as the base has them


@dataclass(frozen=True)
class Sizes:
    """How many classes each word head tells apart."""

    upos: int
    features: tuple[int, ...]
    relations: int
    tags: int


class Layer(nn.Module):
    """One transformer layer (BERT: the norm after the sum)."""

    def __init__(self, hidden: int, feed: int, epsilon: float) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(hidden, hidden) for _ in range(4))
        self.wide, self.narrow = nn.Linear(hidden, feed), nn.Linear(feed, hidden)
        self.norm, self.last = nn.LayerNorm(hidden, eps=epsilon), nn.LayerNorm(hidden, eps=epsilon)

    def forward(self, x: Tensor, mask: Tensor, drop: float) -> Tensor:
        """`x` (batch, length, hidden); `mask` (batch, 1, 1, length) is added to the scores."""
        batch, length, hidden = x.shape

        def parted(y: Tensor) -> Tensor:
            return y.view(batch, length, HEADS, hidden // HEADS).transpose(1, 2)

        query, key, value = parted(self.query(x)), parted(self.key(x)), parted(self.value(x))
        scores = query @ key.transpose(-1, -2) / (hidden // HEADS) ** 0.5 + mask
        seen = (scores.softmax(-1) @ value).transpose(1, 2).reshape(batch, length, hidden)
        x = self.norm(x + self.out(seen))
        return self.last(x + F.dropout(self.narrow(F.gelu(self.wide(x))), drop, self.training))


class Pieces(nn.Module):
    """The vectors of the pieces; they stay as the base has them."""

    def __init__(self, vocabulary: int, hidden: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.empty(vocabulary, hidden), requires_grad=False)

    def forward(self, pieces: Tensor) -> Tensor:
        """(…) to (…, hidden)."""
        return F.embedding(pieces, self.weight)


class Encoder(nn.Module):
    """multilingual-e5-small."""

    def __init__(self, vocabulary: int, hidden: int, layers: int, feed: int, epsilon: float) -> None:
        super().__init__()
        self.pieces = Pieces(vocabulary, hidden)
        self.positions = nn.Parameter(torch.empty(512, hidden), requires_grad=False)
        self.norm = nn.LayerNorm(hidden, eps=epsilon)
        self.layers = nn.ModuleList(Layer(hidden, feed, epsilon) for _ in range(layers))

    def forward(self, pieces: Tensor, drop: float = 0.0) -> list[Tensor]:
        """Every layer's output for `pieces` (batch, length), 1 being padding."""
        mask = (pieces == 1)[:, None, None, :].to(self.norm.weight.dtype) * -1e4
        x = self.norm(self.pieces(pieces) + self.positions[: pieces.shape[1]])
        outputs: list[Tensor] = []
        for place, layer in enumerate(self.layers):
            x = layer(x, mask, 0.0 if place < HELD else drop)
            outputs.append(x)
        return outputs

    def learning(self) -> list[nn.Parameter]:
        """What training moves: the layers above those that are held."""
        return [parameter for layer in self.layers[HELD:] for parameter in layer.parameters()]


def pooled(last: Tensor, pieces: Tensor) -> Tensor:
    """The mean of a sentence's pieces, of length one."""
    real = (pieces != 1).to(last.dtype)[..., None]
    return F.normalize((last * real).sum(1) / real.sum(1), dim=-1)


class Biaffine(nn.Module):
    """Scores of every pair of words, `labels` of them for each pair."""

    def __init__(self, size: int, labels: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(labels, size + 1, size + 1))

    def forward(self, words: Tensor, heads: Tensor) -> Tensor:
        """(batch, words, size) and (batch, heads, size) to (batch, labels, words, heads)."""
        one, other = (F.pad(x, (0, 1), value=1.0) for x in (words, heads))
        return (one[:, None] @ self.weight) @ other[:, None].transpose(-1, -2)


class Reader(nn.Module):
    """The encoder with its heads."""

    def __init__(self, encoder: Encoder, sizes: Sizes, hidden: int) -> None:
        super().__init__()
        self.encoder, self.sizes = encoder, sizes
        self.mix = nn.Parameter(torch.zeros(2, MIXED))  # one mix for trees, one for names
        self.upos = nn.Linear(hidden, sizes.upos)
        self.features = nn.Linear(hidden, sum(sizes.features))
        self.tags = nn.Sequential(nn.Linear(hidden, hidden), nn.GELU(), nn.Linear(hidden, sizes.tags))
        self.arc_word, self.arc_head = nn.Linear(hidden, ARC), nn.Linear(hidden, ARC)
        self.label_word, self.label_head = nn.Linear(hidden, LABEL), nn.Linear(hidden, LABEL)
        self.arcs, self.labels = Biaffine(ARC, 1), Biaffine(LABEL, sizes.relations)

    def forward(self, pieces: Tensor, first: Tensor, drop: float = 0.0) -> tuple[Tensor, ...]:
        """`pieces` (batch, length); `first` (batch, words): the place of each word's first piece, 0 first for <s>.

        Gives upos, features, arcs (batch, words, heads), labels (batch, relations, words, heads), tags, vectors.
        """
        outputs = self.encoder(pieces, drop)
        index = first[..., None].expand(-1, -1, outputs[-1].shape[-1])
        upper = torch.stack([layer.gather(1, index) for layer in outputs[-MIXED:]], -1)
        syntax, naming = (upper @ part for part in self.mix.softmax(-1))
        syntax, naming = (F.dropout(x, 3 * drop, self.training) for x in (syntax, naming))

        def narrowed(layer: nn.Linear) -> Tensor:
            return F.dropout(F.leaky_relu(layer(syntax), 0.1), 3 * drop, self.training)

        arcs = self.arcs(narrowed(self.arc_word), narrowed(self.arc_head))[:, 0]
        labels = self.labels(narrowed(self.label_word), narrowed(self.label_head))
        return self.upos(syntax), self.features(syntax), arcs, labels, self.tags(naming), pooled(outputs[-1], pieces)

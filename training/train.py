"""Trains the reader: `python train.py WHEEL GOLD OUT`; seeds are fixed, two cores do, a GPU is used where there is one."""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from training import data
from training import pieces
from training import scoring
from dragoman.analysis.tags import best
from dragoman.analysis.tree import heads
from training.batches import IGNORED, PAD, Batch, Example, Labels, Numbering, batch, shuffled
from training.network import Encoder, Reader, Sizes, pooled
from training.treebank import FEATURES, TAGS, Sentence
from training.weights import Base, base

SEED = 20161028
TREE_PASSES = 8
NAMES_SHARE = 0.4  # of the sentences with names, in each pass
BATCH = 1400  # pieces
RATE, HEAD_RATE = 1e-4, 1e-3
DROP = 0.1
WARM = 0.06
VECTOR = 8.0  # weight of keeping the vectors, beside the heads' losses


def main() -> None:
    """One run from the wheel to `model.pt`, `labels.json`, `pieces.json` and the scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("wheel", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--passes", type=int, default=TREE_PASSES)
    parser.add_argument("--sentences", type=int, help="train on so many only, to try the way")
    given = parser.parse_args()
    random.seed(SEED)
    torch.manual_seed(SEED)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    found = data.load(given.gold)
    if given.sentences:
        chosen = random.Random(SEED).sample(found.training, given.sentences)
        found = data.Data(tuple(chosen), {name: part[:40] for name, part in found.kept.items()})
    given.out.mkdir(parents=True, exist_ok=True)
    whole = base(given.wheel)
    kept = _kept(whole, found, given.out)
    labels = Labels(data.upos(found.training), data.relations(found.training))
    numbering = Numbering(pieces.tokenizer([whole.pieces[number] for number in kept]), labels)
    examples = [numbering.example(sentence) for sentence in found.training]
    vectors = teacher(whole, found.training, device, given.out)
    network = reader(whole, kept, labels).to(device)
    _say(f"{len(examples)} sentences, {sum(len(e.pieces) for e in examples)} pieces, {len(kept)} kept, on {device}")
    train(network, examples, vectors, given.passes, numbering, found, given.out, device)


def _kept(whole: Base, found: data.Data, out: Path) -> list[int]:
    path = out / "kept.json"
    if path.is_file():
        return list(json.loads(path.read_text()))
    words = {word.form for sentence in found.training for word in sentence.words}
    kept = pieces.kept(whole.pieces, words)
    path.write_text(json.dumps(kept))
    pieces.write(out / "pieces.json", [whole.pieces[number] for number in kept])
    return kept


def encoder(whole: Base, kept: Sequence[int] | None) -> Encoder:
    """The base's encoder over all pieces or those kept."""
    weights = dict(whole.weights)
    if kept is not None:
        weights["pieces.weight"] = weights["pieces.weight"][np.array(kept)]
    made = Encoder(len(weights["pieces.weight"]), whole.hidden, whole.layers, whole.feed, whole.epsilon)
    made.load_state_dict({name: torch.from_numpy(weight) for name, weight in weights.items()})
    return made


def reader(whole: Base, kept: Sequence[int], labels: Labels) -> Reader:
    """The network before training."""
    sizes = Sizes(len(labels.upos), tuple(len(v) + 1 for v in FEATURES.values()), len(labels.relations), len(TAGS))
    return Reader(encoder(whole, kept), sizes, whole.hidden)


def teacher(whole: Base, sentences: Sequence[Sentence], device: torch.device, out: Path) -> Tensor:
    """The base's own vectors of the sentences ("query: " before them, as the base asks for)."""
    path = out / "vectors.pt"
    if path.is_file() and len(found := torch.load(path)) == len(sentences):
        return found
    network = encoder(whole, None).to(device).eval()
    tokenizer = pieces.whole_text(whole.pieces)
    ids = [[0, *t.ids[:200], 2] for t in tokenizer.encode_batch([f"query: {s.text}" for s in sentences])]
    order = sorted(range(len(ids)), key=lambda number: len(ids[number]))
    vectors = torch.empty(len(ids), whole.hidden)
    with torch.inference_mode():
        for start in range(0, len(order), 32):
            some = order[start : start + 32]
            longest = len(ids[some[-1]])
            tokens = torch.tensor([ids[n] + [PAD] * (longest - len(ids[n])) for n in some], device=device)
            vectors[some] = pooled(network(tokens)[-1], tokens).cpu()
    torch.save(vectors, path)
    return vectors


def train(
    network: Reader,
    examples: Sequence[Example],
    vectors: Tensor,
    passes: int,
    numbering: Numbering,
    found: data.Data,
    out: Path,
    device: torch.device,
) -> None:
    """Passes over the data; each ends with the scores and the weights so far."""
    place = {id(example): number for number, example in enumerate(examples)}
    groups = [
        {"params": [p for p in network.encoder.parameters() if p.requires_grad], "lr": RATE, "weight_decay": 0.01},
        {"params": [p for n, p in network.named_parameters() if not n.startswith("encoder.")], "lr": HEAD_RATE},
    ]
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98))
    plan = [list(_pass(examples, number)) for number in range(passes)]
    steps = sum(map(len, plan))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step / steps))
    done, began = 0, time.time()
    for number, batches in enumerate(plan, start=1):
        network.train()
        for made in batches:
            wanted = vectors[[place[id(example)] for example in made.examples]].to(device)
            loss = losses(network, made, wanted, device)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            done += 1
            if done % 50 == 0:
                _say(f"{done}/{steps} loss {loss.item():.3f}, {(time.time() - began) / 60:.1f} min")
        torch.save({"weights": network.state_dict(), "labels": numbering.labels}, out / "model.pt")
        _say(f"pass {number}: " + json.dumps(scores(network, numbering, found, device)))


def _pass(examples: Sequence[Example], number: int) -> Iterator[Batch]:
    chance = random.Random(SEED + number)
    chosen = [e for e in examples if e.sentence.trees or chance.random() < NAMES_SHARE]
    yield from shuffled(chosen, BATCH, chance)


def _rate(done: float) -> float:
    return done / WARM if done < WARM else max((1 - done) / (1 - WARM), 0.0)


def losses(network: Reader, made: Batch, wanted: Tensor, device: torch.device) -> Tensor:
    """The sum of what the batch has labels for, and of how far the vectors have moved."""
    upos, features, arcs, labels, tags, vectors = network(made.pieces.to(device), made.first.to(device), DROP)
    total = VECTOR * (1 - (vectors * wanted).sum(-1)).mean()

    def loss(scores: Tensor, gold: Tensor) -> Tensor:
        return F.cross_entropy(scores.flatten(0, -2), gold.flatten(), ignore_index=IGNORED)

    if not made.examples[0].sentence.trees:
        return total + loss(tags, made.padded("tags").to(device))
    heads = made.padded("heads").to(device)
    beyond = torch.tensor([len(e.first) for e in made.examples], device=device)
    outside = torch.arange(arcs.shape[-1], device=device)[None, :] >= beyond[:, None]
    total = total + loss(arcs.masked_fill(outside[:, None, :], -1e4), heads)
    chosen = heads.clamp(min=0)[:, None, :, None].expand(-1, labels.shape[1], -1, 1)
    total = total + loss(labels.gather(3, chosen)[..., 0].transpose(1, 2), made.padded("relations").to(device))
    total = total + loss(upos, made.padded("upos").to(device))
    gold = made.features().to(device)
    parts = features.split(network.sizes.features, -1)
    return total + 0.5 * sum((loss(part, gold[..., n]) for n, part in enumerate(parts)), torch.zeros((), device=device))


def scores(network: Reader, numbering: Numbering, found: data.Data, device: torch.device) -> dict[str, dict[str, float]]:
    """The scores on every part kept aside."""
    network.eval()
    result: dict[str, dict[str, float]] = {}
    for name, sentences in found.kept.items():
        blank = [replace(s, words=tuple(replace(w, upos="X", relation="dep", head=0) for w in s.words)) for s in sentences]
        examples = [numbering.example(replace(s, trees=True)) for s in blank]
        read = list(_read(network, examples, numbering.labels, device))
        words = [sentence.words for sentence in sentences]
        measured = scoring.names(words, read) if name.startswith("names") else scoring.trees(words, read)
        result[name] = {key: round(value, 4) for key, value in measured.items()}
    return result


def _read(
    network: Reader, examples: Sequence[Example], labels: Labels, device: torch.device
) -> Iterator[scoring.Read]:
    with torch.inference_mode():
        for example in examples:
            made = batch([example])
            out = network(made.pieces.to(device), made.first.to(device))
            upos, features, arcs, relations, tags, _ = (part[0].float().cpu().numpy() for part in out)
            found = heads(arcs)
            bounds = np.cumsum([len(values) + 1 for values in FEATURES.values()])[:-1]
            yield scoring.Read(
                [labels.upos[n] for n in upos[1:].argmax(-1)],
                [[int(part.argmax()) for part in np.split(row, bounds)] for row in features[1:]],
                found,
                [labels.relations[int(relations[:, w, h].argmax())] for w, h in enumerate(found, start=1)],
                best(tags[1:], TAGS),
            )


def _say(line: str) -> None:
    print(time.strftime("%H:%M:%S"), line, flush=True)


if __name__ == "__main__":
    main()

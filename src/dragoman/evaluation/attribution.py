"""`eval attribution`: who says what, by which words, in English and German news that people have marked.

The two sets are scored each in its own way; both pair the attributions of a text one to one, so that the sum of the
F1 of their contents' tokens is the largest (`overlap.py`).

- PolNeAR (its folder names no way of scoring): source, cue and content by tokens, micro. Precision is the share of the
  system's tokens that its partner in the gold has in the same part, recall the share of the gold's; what has no partner
  counts as false or missed. Tokens are words and single signs. PolNeAR joins what goes on without a cue to the words
  before it, marks no word twice and counts a colon to its cue, and so the system's attributions are made.
- German quotations: as in the set's own script, macro. Each pair, and each attribution without partner, has a precision
  and a recall of each of its parts, and their means are told: the quotation, its speaker and cue; `roles` are speaker,
  cue, frame and addressee together and `joint` these and the quotation. dragoman does not look for frame and addressee,
  which the recall of `roles` and `joint` pays for. Unlike in the script, attributions that share no token are never
  a pair: there its solver joins them as it comes, so that a speaker may score beside words that he did not say. The
  script's kinds of quotation (direct, indirect; speech, writing), by which it also breaks ties, are not looked for.
  `speaker_met` is the speaker where the quotation was found: over pairs alone.

Every third text of both sets was kept aside: no rule and no word was chosen by it. It is measured by itself as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from dragoman import analysis
from dragoman.evaluation import polnear, quotations
from dragoman.evaluation.overlap import Attribution, Compared, Marked, Score, compared, macro, micro
from dragoman.evaluation.plain import document
from dragoman.evaluation.sayings import attributions, one_each_cue
from dragoman.knowledge.knowledge import load
from dragoman.running import BuildOptions

System = Callable[[Marked], Iterable[Attribution]]
_KEPT = slice(2, None, 3)  # texts that no rule and no word was chosen by: every third
ROLES = ("source", "cue", "frame", "addressee")


def measure(data: Path, console: Console) -> dict[str, float]:
    """Precision, recall and F1 of each part in both sets, as shares; prints a table.

    Raises InputError where a set is not there.
    """
    folder = data / "gold" / "attribution"
    system = dragoman()
    english = polnear.texts(folder / "en" / "polnear-dev")
    marked = [heard([one], lambda text: one_each_cue(system(text), text.text)) for one in english]
    german = [heard([one], system) for one in quotations.texts(folder / "de" / "dev")]
    scores = {
        "polnear_all": english_scores(_joined(marked)),
        "polnear_kept": english_scores(_joined(marked[_KEPT])),
        "quotations_all": german_scores(_joined(german)),
        "quotations_kept": german_scores(_joined(german[_KEPT])),
    }
    console.print(_table(scores))
    console.print("; ".join((_counted("polnear", _joined(marked)), _counted("quotations", _joined(german)))))
    return {
        f"{name}_{part}_{measure}": getattr(score, measure)
        for name, parts in scores.items()
        for part, score in parts.items()
        for measure in ("precision", "recall", "f1")
    }


def _joined(texts: Iterable[Sequence[Compared]]) -> list[Compared]:
    return [one for text in texts for one in text]


def dragoman() -> System:
    """What dragoman hears in a text, with the language model where there is one."""
    knowledge = load(BuildOptions().theatres)
    model = None if analysis.missing() else analysis.model()
    return lambda one: attributions(document(one.text, one.language), knowledge, model)


def heard(texts: Iterable[Marked], system: System) -> list[Compared]:
    """The attributions of all texts beside the system's."""
    return [one for text in texts for one in compared(text, system(text))]


def english_scores(found: Iterable[Compared]) -> dict[str, Score]:
    """PolNeAR's three parts."""
    listed = list(found)
    return {part: micro(listed, part) for part in ("source", "cue", "content")}


def german_scores(found: Iterable[Compared]) -> dict[str, Score]:
    """The parts of German quotations, by the script's words for them."""
    listed = list(found)
    return {
        "quote": macro(listed, ["content"]),
        "speaker": macro(listed, ["source"]),
        "speaker_met": macro([one for one in listed if one.met], ["source"]),
        "cue": macro(listed, ["cue"]),
        "roles": macro(listed, ROLES),
        "joint": macro(listed, ["content", *ROLES]),
    }


def _counted(name: str, found: Iterable[Compared]) -> str:
    listed = list(found)
    gold = sum(one.parts["content"].gold > 0 for one in listed)
    system = sum(one.parts["content"].system > 0 for one in listed)
    return f"{name}: {gold} in the gold, {system} found, {sum(one.met for one in listed)} of them pairs"


def _table(scores: Mapping[str, Mapping[str, Score]]) -> Table:
    table = Table("set", "part", "precision", "recall", "F1", title="Who says what")
    for name, parts in scores.items():
        for part, score in parts.items():
            table.add_row(name, part, *(f"{100 * value:.1f}" for value in (score.precision, score.recall, score.f1)))
    return table

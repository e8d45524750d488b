"""CoNLL-U and IOB2 as words that stand in the text."""

from pathlib import Path

from dragoman.evaluation.treebank import names, trees
from dragoman.evaluation.trees import placed

ENGLISH = """\
# text = They don't rest.
1\tThey\tthey\tPRON\t_\tCase=Nom|Number=Plur\t4\tnsubj\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdo\tdo\tAUX\t_\tTense=Pres\t4\taux\t_\t_
3\tn't\tnot\tPART\t_\tPolarity=Neg\t4\tadvmod\t_\t_
4\trest\trest\tVERB\t_\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t_\t_\t4\tpunct\t_\t_
"""
GERMAN = """\
1\tEr\ter\tPRON\t_\tCase=Nom\t2\tnsubj\t_\t_
2\tging\tgehen\tVERB\t_\tTense=Past\t0\troot\t_\t_
3-4\tzur\t_\t_\t_\t_\t_\t_\t_\t_
3\tzu\tzu\tADP\t_\t_\t5\tcase\t_\t_
4\tder\tder\tDET\t_\tCase=Dat\t5\tdet\t_\t_
5\tFront\tFront\tNOUN\t_\tCase=Dat\t2\tobl\t_\tName=B-LOC
"""
IOB = """\
# text = Kod Osijeka.
1\tKod\tO\t_\t_
2\tOsijeka\tB-LOC\t_\t_
3\t.\tO\t_\t_
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "gold.conllu"
    path.write_text(text + "\n", "utf-8")
    return path


def test_a_clitic_that_is_its_very_letters_is_a_word(tmp_path: Path) -> None:
    (sentence,) = trees(written(tmp_path, ENGLISH), "en")
    assert sentence.text == "They don't rest."
    assert [(w.form, w.upos, w.head, w.relation) for w in sentence.words] == [
        ("They", "PRON", 4, "nsubj"),
        ("do", "AUX", 4, "aux"),
        ("n't", "PART", 4, "advmod"),
        ("rest", "VERB", 0, "root"),
        (".", "PUNCT", 4, "punct"),
    ]
    assert sentence.words[2].features == {"Polarity": "Neg"}


def test_a_word_of_other_letters_stays_whole(tmp_path: Path) -> None:
    (sentence,) = trees(written(tmp_path, GERMAN), "de", named=True)
    assert [(w.form, w.upos, w.head, w.relation, w.tag) for w in sentence.words] == [
        ("Er", "PRON", 2, "nsubj", "O"),
        ("ging", "VERB", 0, "root", "O"),
        ("zur", "ADP", 4, "case", "O"),
        ("Front", "NOUN", 2, "obl", "B-LOC"),
    ]
    assert sentence.words[2].features == {"Case": "Dat"}


def test_names_with_the_spaces_of_their_text(tmp_path: Path) -> None:
    (sentence,) = names(written(tmp_path, IOB), "hr")
    assert [(w.form, w.tag) for w in sentence.words] == [("Kod", "O"), ("Osijeka", "B-LOC"), (".", "O")]
    assert sentence.text == "Kod Osijeka."
    assert [(t.start, t.end) for t in placed(sentence)] == [(0, 3), (4, 11), (11, 12)]

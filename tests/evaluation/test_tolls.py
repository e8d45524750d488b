"""How a report's toll is drawn from its claims, on sentences of our own."""

from datetime import date

import pytest

from dragoman import analysis, reading
from dragoman.claims import extract
from dragoman.evaluation.tolls import Toll, drawn
from dragoman.knowledge.knowledge import load
from dragoman.model import Document, Published, Segment

DAY = date(2016, 11, 4)


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        # the whole, not its parts beside it
        ("A raid on Idlib killed 12 people, including three children.", (12, 12), None),
        # the disjoint parts where no whole is told
        ("A raid on Idlib killed 12 soldiers and three civilians and wounded 20.", (15, 15), (20, 20)),
        # the text's bound before the headline's bare number
        ("Raid on Idlib kills 12. At least 12 people were killed in Idlib.", (12, None), None),
        # a figure before a vague word
        ("A raid on Idlib killed dozens. A monitor said 45 people were killed in Idlib.", (45, 45), None),
        # no sum of the war, and nothing of another place
        ("A raid on Idlib killed 12. The war in Syria has killed more than 400,000 people.", (12, 12), None),
        ("A raid on Idlib killed 12. In Damascus shells wounded 30 people.", (12, 12), None),
        ("The army shelled Idlib.", None, None),
    ],
)
def test_a_report_has_the_toll_of_what_it_leads_with(text: str, killed: Toll | None, injured: Toll | None) -> None:
    published = Published(DAY, DAY, "day", "metadata")
    segments = (Segment("body", 0, len(text)),)
    document = Document("d_toll", "toll.txt", "0" * 64, None, "en", None, None, published, segments, text)
    knowledge = load(("syria",))
    claims = list(extract(document, reading.sentences(document), knowledge, analysis.model()))
    assert drawn(document, claims, knowledge) == {"killed": killed, "injured": injured}

"""The parts of a report: what is its own voice, and what stands around it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.segments import segments

BODY = "Government troops entered the northern suburb on Tuesday and took two schools, residents told reporters."
MORE = "A local doctor said that eleven wounded people had been brought to the clinic before noon."
KORPER = "Regierungstruppen sind am Dienstag in den nördlichen Vorort eingerückt, wie Bewohner berichteten."
TIJELO = "Vladine snage ušle su u utorak u sjeverno predgrađe, rekli su mještani novinarima."


def only(pairs: list[tuple[str, str]], *names: str) -> list[str]:
    return [words for role, words in pairs if role in names]


def test_a_report_with_a_title_a_byline_and_a_date_line(roles):
    text = f"Troops enter suburb\n\nBy Some Writer | (A Site)\n12 March 2014\n4 min read\n\n{BODY}\n\n{MORE}"
    assert roles(text) == [
        ("title", "Troops enter suburb"),
        ("byline", "By Some Writer | (A Site)"),
        ("byline", "12 March 2014"),
        ("furniture", "4 min read"),
        ("lead", BODY),
        ("body", MORE),
    ]


def test_a_title_that_is_repeated_counts_once(roles):
    assert [role for role, _ in roles(f"Troops enter suburb\n\nTroops enter suburb\n{BODY}")] == [
        "title",
        "furniture",
        "lead",
    ]


def test_a_report_without_a_title(roles):
    assert [role for role, _ in roles(f"{BODY}\n{MORE}")] == ["lead", "body"]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Von Erika Muster", "byline"),
        ("Von unserem Korrespondenten", "byline"),
        ("12. März 2014 – Lesezeit: 3 Minuten", "byline"),
        ("Veröffentlicht am 12. März 2014, 14:05 Uhr", "byline"),
        ("Foto: Agentur", "caption"),
        ("Rauch über dem Vorort am Dienstag (Symbolbild)", "caption"),
        ("Lesen Sie auch: Was in der Provinz geschieht", "furniture"),
        ("Mehr zum Thema", "furniture"),
        ("Drucken | Teilen | Twittern", "furniture"),
        ("Jetzt abonnieren und unseren Newsletter erhalten", "furniture"),
        ("Quelle: dpa", "byline"),
        ("© Eine Zeitung 2014", "furniture"),
        ("Von Montag bis Mittwoch wurde weiter gekämpft.", "body"),
        ("Quellen in der Stadt berichteten von Toten.", "body"),
    ],
)
def test_lines_of_a_german_page(roles, line, role):
    assert roles(f"Truppen im Vorort\n\n{KORPER}\n\n{line}", language="de")[2] == (role, line)


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Piše: Netko Netković", "byline"),
        ("Objavljeno 12. ožujka 2014. u 14:05", "byline"),
        ("Foto: Agencija", "caption"),
        ("Pročitajte i: Što se događa u pokrajini", "furniture"),
        ("Vezane vijesti:", "furniture"),
        ("Komentari su zatvoreni", "body"),
        ("Podijeli | Ispis | Tweet", "furniture"),
        ("Ova stranica koristi kolačiće", "furniture"),
        ("Izvor: Hina", "byline"),
        ("Izvori u gradu govore o mrtvima.", "body"),
    ],
)
def test_lines_of_a_croatian_page(roles, line, role):
    assert roles(f"Vojska u predgrađu\n\n{TIJELO}\n\n{line}", language="hr")[2] == (role, line)


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Smoke over the suburb on Tuesday [Reuters]", "caption"),
        ("Photo: An Agency", "caption"),
        ("By our correspondent in the capital", "byline"),
        ("Read also: What the province expects", "furniture"),
        ("Print Tweet Share 12 Views", "furniture"),
        ("Tags: Suburb, School, Troops", "furniture"),
        ("Subscribe to our newsletter", "furniture"),
        ("Reporting by Some Writer; Editing by Another Writer", "byline"),
        ("https://example.org/other", "furniture"),
        ("* * *", "furniture"),
        (">> Another report of the day", "furniture"),
        ("By the evening, the troops had left the suburb again.", "body"),
        ("Related attacks hit three villages in the south.", "body"),
        ("Share prices fell in the capital on Tuesday.", "body"),
        ("Print shops in the suburb stayed open.", "body"),
        ("The fighting goes on", "body"),
    ],
)
def test_lines_of_an_english_page(roles, line, role):
    assert roles(f"Troops enter suburb\n\n{BODY}\n\n{line}", language="en")[2] == (role, line)


def test_short_lines_behind_a_label_belong_to_it(roles):
    pairs = roles(f"Troops enter suburb\n\n{BODY}\n\nRelated video:\n\nA channel: “The suburb today”\n\n{MORE}")
    assert only(pairs, "furniture") == ["Related video:", "A channel: “The suburb today”"]
    assert only(pairs, "lead", "body") == [BODY, MORE]


def test_links_at_the_end_of_a_paragraph(roles):
    pairs = roles(f"{TIJELO} >>Vojska ušla u predgrađe >>Pobunjenici traže pregovore")
    assert pairs == [
        ("lead", TIJELO),
        ("furniture", ">>Vojska ušla u predgrađe >>Pobunjenici traže pregovore"),
    ]


COMMENTS = "  1. I was there and saw none of it.\n\n  2. The army never took the schools.\n\n"
COMMENTS += "    • It did, on Tuesday."


@pytest.mark.parametrize(
    ("body", "heading"),
    [
        (BODY, "2 Responses"),
        (BODY, "3 Comments"),
        (BODY, "Comments (3)"),
        (BODY, "2 Responses to “Troops enter suburb”"),
        (KORPER, "2 Kommentare"),
        (KORPER, "Kommentare"),
        (TIJELO, "3 komentara"),
        (TIJELO, "Komentari"),
    ],
)
def test_readers_comments(roles, body, heading):
    pairs = roles(f"Suburb\n\n{body}\n\n{body}\n\n{heading}\n\n{COMMENTS}\n\nComments are closed.")
    assert only(pairs, "comment") == [
        "1. I was there and saw none of it.",
        "2. The army never took the schools.",
        "• It did, on Tuesday.",
    ]
    assert only(pairs, "furniture") == [heading, "Comments are closed."]
    assert only(pairs, "lead", "body") == ["Suburb", body, body]


@pytest.mark.parametrize("heading", ["Responses", "Comments", "3 Comments"])
def test_a_heading_alone_starts_no_comments(roles, heading):
    pairs = roles(f"Troops enter suburb\n\n{BODY}\n\n{heading}\n\n{MORE}\n\n{BODY} {MORE}\n\n{MORE} {BODY}")
    assert only(pairs, "comment") == []


def test_a_page_whose_line_ends_were_lost(roles):
    title = "Troops enter suburb of northern town"
    text = f"Tue 4 Mar 2014 {title}. {BODY} Tags Suburb School Troops A girl was hurt. {MORE} Read Also"
    assert roles(text, title=title) == [
        ("byline", "Tue 4 Mar 2014"),
        ("title", f"{title}."),
        ("lead", BODY),
        ("furniture", "Tags Suburb School Troops"),
        ("body", f"A girl was hurt. {MORE}"),
        ("furniture", "Read Also"),
    ]


@pytest.mark.parametrize(
    ("front", "role"),
    [
        ("Last updated at Mar 042014", "byline"),
        ("04-03-2014", "byline"),
        ("Published March 4 2014", "byline"),
        ("4.3.2014. 14:05", "byline"),
        ("March 4 2014 1849 UTC+3", "byline"),
    ],
)
def test_dates_in_front_of_a_report(roles, front, role):
    assert roles(f"{front} {BODY}") == [(role, front), ("lead", BODY)]


def test_a_date_that_begins_a_sentence_is_the_reports(roles):
    text = f"4 March 2014 was a quiet day. {BODY}"
    assert roles(text) == [("lead", text)]


def test_the_title_without_the_sites_name_and_with_other_signs(roles):
    pairs = roles(
        f"Troops’ march: 12 dead AFP Tuesday 4 Mar 2014 {BODY}",
        title="Troops march 12 dead - Region - The Site",
    )
    assert pairs == [
        ("title", "Troops’ march: 12 dead"),
        ("byline", "AFP"),
        ("byline", "Tuesday 4 Mar 2014"),
        ("lead", BODY),
    ]


def test_a_caption_and_credits_within_a_line(roles):
    caption = "A boy stands before a ruined school in the northern suburb (An Agency Photo)"
    text = f"March 4 2014 {MORE} {caption} {BODY} Reporting by Some Writer; Editing by Another Writer"
    assert roles(text) == [
        ("byline", "March 4 2014"),
        ("lead", MORE),
        ("caption", caption),
        ("body", BODY),
        ("byline", "Reporting by Some Writer; Editing by Another Writer"),
    ]


def test_a_list_of_tags_without_an_end_costs_no_sentence(roles):
    text = f"{MORE} Tags Suburb School Regime warplanes bombed the northern suburb. {BODY}"
    assert "Suburb School Regime warplanes bombed the northern suburb." in "".join(only(roles(text), "body"))


def test_wrapped_lines_are_one_paragraph(roles):
    wrapped = BODY.replace("and took", "and\ntook").replace("told", "\ntold").replace(" \n", "\n")
    assert [role for role, _ in roles(f"{wrapped}\n\n{MORE}")] == ["lead", "body"]


LINES = st.sampled_from(
    [
        BODY,
        MORE,
        KORPER,
        TIJELO,
        "",
        " ",
        "By A Writer",
        "2 Responses",
        "1. No.",
        "Tags A B",
        "Read also",
        ">> A",
        "12 May 2014",
        "*",
    ]
)


@given(
    st.lists(LINES | st.text(max_size=40), max_size=12),
    st.sampled_from(["\n", "\n\n", " "]),
    st.sampled_from(["en", "de", "hr", "ar"]),
)
def test_segments_hold_every_sign_that_is_no_space_once(lines, joint, language):
    text = joint.join(lines).replace("\r", "\n")
    parts = segments(text, language, title="A title of this report")
    assert all(text[part.start : part.end].strip() == text[part.start : part.end] != "" for part in parts)
    assert all(before.end <= after.start for before, after in pairwise(parts))
    assert "".join("".join(text[part.start : part.end].split()) for part in parts) == "".join(text.split())

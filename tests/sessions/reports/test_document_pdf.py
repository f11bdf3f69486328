"""A CV as it is handed out: one page, read by a person and by a recruiter's software in the same order, and nothing cut in silence."""

import json
from dataclasses import replace
from io import BytesIO
from random import Random

import pytest
import typst
from PIL import Image, ImageOps
from pypdf import PdfReader

from sessions.reports.document_pdf import DocumentRefused, Header, TooLong, _printed, document_pdf
from sessions.reports.glyphs import MISSING, typefaces
from sessions.reports.shortening import shorter_and_shorter
from sessions.reports.typesetting import TEMPLATES
from workshop.exercises.keeping import Document, Entry, Heading
from workshop.exercises.registry import exercise_types, sample_of

from .documents import CV, HEADER, crowded

MARKUP = r"#panic() $x$ *gras* _it_ @ref <label> [bloc] \ // `code` = titre #sys.inputs.data"
A4 = (595, 842)
MARGIN = 40
"""Narrower than what the template leaves free, in points."""


def opened(document: Document, header: Header = HEADER) -> PdfReader:
    return PdfReader(BytesIO(document_pdf(document, header)))


def text_of(pdf: PdfReader) -> str:
    """Return the text of all pages, with any run of blanks as one space."""
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


def words_in_order(document: Document, header: Header = HEADER) -> list[str]:
    """Return what a reader must find, from the top of the page to its end."""
    entries = [
        text for heading in document.headings for text in (heading.title, *(text for entry in heading.entries for text in (entry.title, entry.aside, *entry.lines)))
    ]
    found = [header.name, *header.contact, header.email, document.title, document.subtitle, *entries]
    return [" ".join(text.split()) for text in found if text]


def assert_in_order(text: str, wanted: list[str]) -> None:
    at = 0
    for words in wanted:
        assert words in text[at:], f"“{words}” is missing, or stands too early"
        at = text.index(words, at) + len(words)


@pytest.fixture(scope="module")
def usual():
    return opened(CV)


def test_a_text_extractor_reads_name_contact_title_headings_and_entries_in_order(usual):
    assert_in_order(text_of(usual), words_in_order(CV))


def test_nothing_but_the_name_the_contact_and_the_document_stands_on_the_page(usual):
    left = text_of(usual)
    for words in sorted(words_in_order(CV), key=len, reverse=True):
        left = left.replace(words, "", 1)

    assert set(left) <= set("• ·")


def test_a_very_full_cv_is_read_in_order_on_one_page():
    full = crowded(9)
    pdf = opened(full)

    assert len(pdf.pages) == 1
    assert_in_order(text_of(pdf), words_in_order(full))


@pytest.mark.parametrize("document", [CV, crowded(1), crowded(6), crowded(9), Document("Curriculum vitæ")], ids=["usual", "one", "six", "nine", "empty"])
def test_whatever_it_holds_it_stands_on_one_page_of_a4(document):
    pdf = opened(document)

    assert len(pdf.pages) == 1
    assert tuple(round(side) for side in pdf.pages[0].mediabox[2:]) == A4


@pytest.mark.parametrize("exercise", [one for one in exercise_types().values() if one.keeping and one.keeping.document], ids=lambda one: one.name)
def test_what_a_type_keeps_of_several_sessions_makes_a_page_that_is_read_in_order(exercise):
    specification = sample_of(exercise).specification
    kept = [keepsake for seed in range(4) for keepsake in exercise.keeping.keep(specification, exercise.imagine(specification, Random(seed)))]
    document = exercise.keeping.document(kept)
    pdf = opened(document)

    assert len(pdf.pages) == 1
    assert_in_order(text_of(pdf), words_in_order(document))


def test_letters_get_smaller_only_where_there_is_more_to_say():
    sizes = [max(_sizes_of(opened(document), "Poste numéro 1")) for document in (crowded(1), crowded(6), crowded(9))]

    assert sizes[0] > sizes[1] > sizes[2] >= 9


def test_it_is_tagged_titled_and_in_french(usual):
    root = usual.trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]["/K"]
    assert root["/Lang"].startswith("fr")
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert usual.metadata.title == "Inès Lefèvre – Vente et accueil en magasin"
    assert b"pdfuaid" in root["/Metadata"].get_data()


def test_headings_and_lists_are_tagged_as_such(usual):
    kinds = [element["/S"] for element in _elements(usual.trailer["/Root"]["/StructTreeRoot"]) if "/S" in element]

    assert kinds.count("/H1") == len(CV.headings)
    assert kinds.count("/LI") == sum(len(entry.lines) for heading in CV.headings for entry in heading.entries if entry.title)


def test_every_typeface_is_inside_the_file(usual):
    fonts = [font.get_object() for font in usual.pages[0]["/Resources"]["/Font"].values()]
    described = [font["/DescendantFonts"][0]["/FontDescriptor"] for font in fonts]

    assert described
    assert all({"/FontFile2", "/FontFile3"} & set(one) for one in described)


def test_the_e_mail_is_a_link(usual):
    targets = [note.get_object()["/A"]["/URI"] for note in usual.pages[0]["/Annots"]]

    assert targets == ["mailto:ines.lefevre@exemple.fr"]


def test_the_day_on_which_it_was_made_is_not_told(usual):
    assert usual.metadata.creation_date is None


def test_what_looks_like_commands_is_printed_as_it_was_written():
    document = Document(
        MARKUP, MARKUP, (Heading(MARKUP, (Entry(MARKUP, MARKUP, (MARKUP,)), Entry("", lines=(MARKUP,)), Entry(MARKUP, MARKUP))),),
    )  # fmt: skip
    text = text_of(opened(document, Header(name=r"#let $x$ *Léa* @ <a> [b] \n", town="_Lyon_ #x")))

    assert text.count(MARKUP) == 9
    assert r"#let $x$ *Léa* @ <a> [b] \n" in text
    assert "_Lyon_ #x" in text


def test_accents_ligatures_and_quotes_come_out_as_they_were_typed():
    words = "Œuvré à Noël, façonné, où çà, « ça va » : l’efficacité, la fidélité, 100 % – Żółć Ñandú"

    assert words in text_of(opened(Document("Test", headings=(Heading("Profil", (Entry("", lines=(words,)),)),))))


def test_a_sign_that_no_typeface_has_is_printed_as_a_box_that_can_be_seen():
    assert f"Léa {MISSING * 3}" in text_of(opened(CV, Header(name="Léa 山田郎")))


@pytest.mark.parametrize("word", ["W" * 120, "anticonstitutionnellement" * 5, "1-" * 60, "-/" * 60, "www.exemple.fr/" * 8], ids=["W", "long", "digits", "signs", "address"])
def test_an_endless_word_does_not_leave_the_page(word):
    document = Document(word, headings=(Heading("Expériences", (Entry(word, word, (word,)),)),))
    header = Header(name="W" * 50, town="W" * 50, email="w" * 59 + "@exemple.fr")

    assert _inked(document, header) <= A4[0] - MARGIN
    assert text_of(opened(document, header)).replace(" ", "").count(word) == 4


def test_an_address_and_a_double_name_are_not_broken_where_the_line_can_end_by_itself():
    lines = ("Saint-Germain-en-Laye-sur-Seine-et-Marne", "www.exemple.fr/mon-profil/mes-photos-de-chantier")
    text = text_of(opened(Document("Test", headings=(Heading("Profil", (Entry("", lines=lines),)),))))

    assert all(line in text for line in lines)


def test_a_line_break_in_a_kept_text_is_a_space():
    assert "un stage en cuisine" in text_of(opened(Document("Test", headings=(Heading("Profil", (Entry("", lines=("un stage\nen cuisine",)),)),))))


def test_what_is_not_known_leaves_no_gap_and_no_mark():
    text = text_of(opened(replace(CV, subtitle="", headings=(Heading("Profil", ()),)), Header()))

    assert text == "Vente et accueil en magasin"


def test_what_cannot_stand_on_one_page_is_told_line_by_line_and_never_cut_in_silence():
    with pytest.raises(TooLong) as raised:
        document_pdf(crowded(30), HEADER)

    refused = raised.value
    assert str(refused).startswith("Tout ne tient pas sur une page. Ce qui est de trop, le plus ancien d’abord\u00a0: «\u00a0Tâche 30.c, ")
    assert f"et {len(refused.left_out) - 3} autres lignes." in str(refused)
    printed = text_of(opened(refused.shortened))
    for gone in refused.left_out:
        assert gone not in printed
    assert set(words_in_order(crowded(30))) == set(words_in_order(refused.shortened)) | set(refused.left_out) | _asides(crowded(30), refused.shortened)


def test_as_little_as_possible_is_left_out():
    with pytest.raises(TooLong) as raised:
        document_pdf(crowded(30), HEADER)

    one_more = [document for document, _ in shorter_and_shorter(crowded(30))][len(raised.value.left_out) - 2]
    with pytest.raises(TooLong):
        document_pdf(one_more, HEADER)


def test_the_oldest_experience_goes_first_and_the_newest_stays():
    steps = list(shorter_and_shorter(crowded(3)))

    assert [gone for _, gone in steps][:4] == [f"Tâche 3.{line}, faite chaque jour avec soin et sans erreur" for line in "cba"] + ["Poste numéro 3"]
    assert [heading.entries[0].title for heading in steps[-1][0].headings] == [heading.entries[0].title for heading in crowded(3).headings]


def test_a_paragraph_without_a_title_never_goes_altogether():
    profile = Document("Test", headings=(Heading("Profil", (Entry("", lines=("une", "deux")),)),))

    assert [gone for _, gone in shorter_and_shorter(profile)] == ["deux"]


def test_a_text_that_is_longer_than_the_page_by_itself_is_refused():
    with pytest.raises(TooLong, match="Raccourcir") as raised:
        document_pdf(Document("Test", headings=(Heading("Profil", (Entry("", lines=("mot " * 5000,)),)),)), HEADER)

    assert raised.value.shortened is None


@pytest.mark.parametrize(("field", "text", "because"), [
    ("name", "L" * 51, "Nom\u00a0: 50 lettres au plus."),
    ("town", "L" * 51, "Ville\u00a0: 50 lettres au plus."),
    ("phone", "0" * 26, "Téléphone\u00a0: 25 lettres au plus."),
    ("email", "a@" + "b" * 69, "Adresse e-mail\u00a0: 70 lettres au plus."),
    ("name", "Léa\nMartin", "Nom\u00a0: écrire sur une seule ligne."),
    ("town", "Lyon\u2028Nord", "Ville\u00a0: écrire sur une seule ligne."),
    ("name", "Léa\x00", "ne s’imprime pas"),
    ("name", "Léa\u202e", "ne s’imprime pas"),
    ("town", "Lyon\x1b[2J", "ne s’imprime pas"),
    ("name", "Léa \ud83d", "ne s’imprime pas"),
    ("phone", "appelle-moi", "Téléphone\u00a0: écrire seulement des chiffres"),
    ("email", "lea.exemple.fr", "il manque le @"),
    ("email", "lea martin@exemple.fr", "il y a un espace"),
])
def test_a_header_that_could_not_be_printed_is_refused_in_french(field, text, because):
    with pytest.raises(DocumentRefused, match=because.replace("+", r"\+")):
        Header(**{field: text})


def test_blanks_around_and_inside_a_header_are_tidied():
    assert Header(name="  Léa \u00a0 Martin ", phone=" +33 (0)6.12-34 ") == Header(name="Léa Martin", phone="+33 (0)6.12-34")


def _asides(whole: Document, left: Document) -> set[str]:
    """Return what stood beside the entries that went."""
    return {entry.aside for heading in whole.headings for entry in heading.entries} - {entry.aside for heading in left.headings for entry in heading.entries}


def _sizes_of(pdf: PdfReader, wanted: str) -> list[float]:
    sizes: list[float] = []
    pdf.pages[0].extract_text(visitor_text=lambda text, _matrix, _line, _font, size: sizes.append(size) if wanted in text else None)
    return sizes


def _inked(document: Document, header: Header) -> float:
    """Return how far to the right the page bears ink, in points: the same template, drawn as a picture."""
    drawing = typst.compile(
        str(TEMPLATES / "document.typ"), root=str(TEMPLATES), font_paths=typefaces(), ignore_system_fonts=True,
        format="png", ppi=72, sys_inputs={"data": json.dumps(_printed(document, header))},
    )  # fmt: skip
    return ImageOps.invert(Image.open(BytesIO(drawing)).convert("L")).getbbox()[2]


def _elements(root) -> list[dict]:
    found, waiting = [], [root]
    while waiting:
        element = waiting.pop().get_object()
        if isinstance(element, list):
            waiting += element
        elif isinstance(element, dict):
            found.append(element)
            waiting += [element["/K"]] if "/K" in element and not isinstance(element["/K"], int) else []
    return found


def test_no_line_ends_in_the_middle_of_a_word_with_hyphens():
    """Extractors take such a hyphen for a cut word, and read « arrachepied »."""
    ragged = [f"{'mot ' * (spaces // 4)}{'i' * (spaces % 4 + 1)} d’arrache-pied à L’Haÿ-les-Roses" for spaces in range(60, 100)]
    pages = [opened(Document("Vente", headings=(Heading("Expériences", (Entry("Vente", lines=tuple(ragged[start : start + 10])),)),))).pages[0] for start in range(0, 40, 10)]
    lines = [line.rstrip() for page in pages for line in page.extract_text().splitlines()]

    assert [line for line in lines if line.endswith("-")] == []
    assert sum(line.count("arrache-pied") for line in lines) == len(ragged)


def test_a_chain_of_hyphens_longer_than_a_line_still_stays_on_the_page():
    chain = "-".join(["mot"] * 60)

    text = text_of(opened(Document(chain, headings=(Heading("Profil", (Entry("", lines=(chain,)),)),))))

    assert text.replace(" ", "").count(chain) == 2

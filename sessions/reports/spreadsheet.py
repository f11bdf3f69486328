"""The report as a spreadsheet: four sheets, numbers as numbers, and nothing that a learner wrote is ever a formula."""

from io import BytesIO

from .document import FOR_THE_LEAD_ONLY, ReportDocument
from .material import ReportMaterial
from .sheet import Book, Sheet
from .tables import answers_table, results_blocks
from .wording import long_day


def render_xlsx(document: ReportDocument, material: ReportMaterial) -> bytes:
    """Return the workbook. The sheet of answers needs the material: the report itself tells about the group only."""
    file = BytesIO()
    with Book(file, document.card.heading, document.card.organisation) as book:
        above = f"{document.card.heading} · {long_day(document.card.day)}"
        _participation(book.sheet("Participation", above), document)
        _answers(book.sheet("Réponses", above), material)
        _results(book.sheet("Résultats", above), document)
        _commitments(book.sheet("Engagements", above), document)
    return file.getvalue()


def _participation(sheet: Sheet, document: ReportDocument) -> None:
    head = ("Activité", "Réponses", "Je passe", "Attendues", "Part", "Mains levées", "Sans téléphone")
    rows = [
        (row.title, row.received, row.passed, row.expected, row.share if row.expected else "", row.hands, row.without_phone)
        for row in document.participation
    ]
    sheet.table(head, rows, widths=(38, 12, 12, 12, 10, 15, 17), shares=(4,))


def _answers(sheet: Sheet, material: ReportMaterial) -> None:
    head, rows = answers_table(material)
    sheet.table(head, rows, widths=(22, *(30 for _ in head[1:])))


def _results(sheet: Sheet, document: ReportDocument) -> None:
    for block in results_blocks(document):
        sheet.block(block.title, block.sentence, block.tables)
    sheet.widths((46, 46, 14, 14))


def _commitments(sheet: Sheet, document: ReportDocument) -> None:
    sheet.line(FOR_THE_LEAD_ONLY)
    sheet.table(("Pseudo", "Mon prochain pas"), [(item.alias, item.text) for item in document.commitments], widths=(22, 90))

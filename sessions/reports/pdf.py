"""The report as a PDF for print and for screen readers (PDF/UA-1: tagged, titled, in French, figures told in words)."""

from .document import ReportDocument
from .printing import printed
from .typesetting import typeset


def render_pdf(document: ReportDocument) -> bytes:
    """Return the PDF; pure, and slow enough (a third of a second) to be run in a thread."""
    return typeset("report.typ", printed(document), int(document.card.end.timestamp()))

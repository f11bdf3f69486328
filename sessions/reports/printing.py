"""The report as the PDF's template reads it: sections in order, all wording done, plain values that become JSON."""

from dataclasses import asdict
from typing import Any

from workshop.figures import Figure, in_words

from .document import FOR_THE_LEAD_ONLY, REHEARSAL, Gain, Missed, ReportDocument, Told

Data = dict[str, Any]


def printed(document: ReportDocument) -> Data:
    """Return the header and the sections that have something to say."""
    card = document.card
    return {
        "title": card.heading,
        "rehearsal": REHEARSAL if card.is_rehearsal else "",
        "author": card.organisation,
        "above": " · ".join(filter(None, (card.organisation, card.programme))),
        "label": " · ".join(filter(None, (f"Bilan de l’{card.kind}" if card.kind[0] in "aei" else f"Bilan\u00a0: {card.kind}", card.module, card.theme))),
        "facts": [[name, value] for name, value in (
            ("Date", card.when), ("Lieu", card.place), ("Groupe", card.cohort), ("Animé par", card.who),
        ) if value],
        "sections": [section for section in _sections(document) if section],
        "annex": [section for section in _annex(document) if section],
        "method": document.method,
    }


def _sections(document: ReportDocument) -> list[Data | None]:
    return [
        _attendance(document),
        _section("Participation", "participation", rows=[_row(row) for row in document.participation]),
        _gains(document),
        _section("Le plus manqué", "missed", items=[_missed(item) for item in document.missed]),
        _section("Climat du groupe", "stories", items=[_told(item) for item in document.climate]),
        _section("Ce que le groupe a fait", "stories", items=[_told(item) for item in document.made]),
        _promises(document),
        _section("Ticket de sortie", "stories", items=[_told(item) for item in document.feedback]),
        _section("Et maintenant\u202f?", "suggestions", items=[asdict(item) for item in document.suggestions]),
        _section("Sources", "sources", items=[{"label": item.label, "dates": item.dates} for item in document.sources]),
    ]


def _annex(document: ReportDocument) -> list[Data | None]:
    """What is behind the page that is read tonight, so that the page stays one."""
    return [
        _section("Annexe\u00a0: résultats des questions", "stories", items=[_told(item) for item in document.knowledge]),
        _section("Annexe\u00a0: ce que le groupe a décidé", "stories", items=[_told(item) for item in document.steps_taken]),
    ]


def _section(title: str, kind: str, **content: list[Any]) -> Data | None:
    return {"title": title, "kind": kind, **content} if any(content.values()) else None


def _attendance(document: ReportDocument) -> Data:
    attendance, card = document.attendance, document.card
    steps = " ".join((card.steps.count, *card.steps.left_out))
    imilo = attendance.imilo.text if attendance.imilo else ""
    return {"title": "Présence", "kind": "attendance", "sentence": attendance.sentence, "hours": attendance.hours, "steps": steps, "imilo": imilo}


def _row(row: Any) -> Data:
    return {"title": row.title, "count": row.count, "share": row.share, "remarks": row.remarks}


def _gains(document: ReportDocument) -> Data | None:
    if document.gains is None:
        return None
    return _section(
        "Progrès", "gains",
        goals=[_gain(gain) for gain in document.gains.goals], confidence=[_gain(gain) for gain in document.gains.confidence],
    )


def _gain(gain: Gain) -> Data:
    return {"text": gain.text, "sentence": gain.sentence, "shares": gain.shares if gain.is_told else None}


def _promises(document: ReportDocument) -> Data | None:
    if not document.commitments:
        return None
    items = [asdict(item) for item in document.commitments]
    return {"title": "Mes prochains pas", "kind": "promises", "warning": FOR_THE_LEAD_ONLY, "items": items}


def _missed(item: Missed) -> Data:
    return {"title": item.prompt, "sentence": item.sentence, "explanation": item.explanation, "figures": [_figure(figure) for figure in item.figures]}


def _told(item: Told) -> Data:
    asked = item.prompt if item.prompt != item.title else ""
    return {"title": item.title, "asked": asked, "sentence": item.sentence, "takeaway": item.takeaway, "figures": [_figure(figure) for figure in item.figures]}


def _figure(figure: Figure) -> Data:
    return {"kind": figure.kind, "alt": in_words(figure), **asdict(figure)}

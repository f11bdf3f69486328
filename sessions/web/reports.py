"""The report of a session on the web, as PDF and as a spreadsheet; the list of past sessions."""

from typing import Any

from flask import Blueprint, Response, redirect, render_template, request, url_for

from sessions.domain.live_session import LiveSession
from sessions.reports.building import build
from sessions.reports.filling import About, material_of
from sessions.reports.material import ReportMaterial
from sessions.reports.pdf import render_pdf
from sessions.reports.spreadsheet import render_xlsx
from sessions.reports.wording import PARIS, hour, short_day
from sessions.services.ports import LiveHead
from workshop.people.tables import Cohort, Counsellor, Organisation
from workshop.web.house import house
from workshop.web.signed_in import counsellor_only, signed_in_counsellor

from .access import allowed
from .serving import serving

reports = Blueprint("reports", __name__)
LONGEST_NOTE = 4000
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@reports.get("/bilans")
@counsellor_only
def past() -> Any:
    """The organisation's sessions, latest first."""
    with serving().room.store.read() as reads:
        found = reads.lives.heads_of(signed_in_counsellor().organisation_id)
    dated = [(f"{short_day(head.created_at.astimezone(PARIS).date())}, {hour(head.created_at)}", head, title, state) for head, title, state in found]
    return render_template("reports/past.html", sessions=dated)


@reports.get("/bilans/<code>")
def tonight(code: str) -> Any:
    live = allowed(code, "desk")
    if not isinstance(live, LiveSession):
        return live
    urls = {name: url_for(f"reports.{name}", code=live.code) for name in ("pdf", "xlsx", "note")}
    return render_template(
        "reports/tonight.html", report=build(_material(live)), live=live, pdf_url=urls["pdf"], xlsx_url=urls["xlsx"], note_url=urls["note"],
        desk_url=url_for("desk.page", code=live.code), to_print=len(serving().room.printing.waiting(live.id)),
    )  # fmt: skip


@reports.get("/bilans/<code>/bilan.pdf")
def pdf(code: str) -> Any:
    live = allowed(code, "desk")
    if not isinstance(live, LiveSession):
        return live
    # drawing takes a tenth of a second: too long for the loop that serves the phones
    content = house().outside(render_pdf, build(_material(live)))
    return _file(content, "application/pdf", live, "pdf")


@reports.get("/bilans/<code>/bilan.xlsx")
def xlsx(code: str) -> Any:
    live = allowed(code, "desk")
    if not isinstance(live, LiveSession):
        return live
    material = _material(live)
    return _file(house().outside(render_xlsx, build(material), material), XLSX, live, "xlsx")


@reports.post("/bilans/<code>/note")
def note(code: str) -> Any:
    """Keep the counsellor's own note; it is not in the PDF."""
    live = allowed(code, "desk")
    if not isinstance(live, LiveSession):
        return live
    with serving().room.store.work() as work:
        work.lives.write_note(live.id, request.form.get("note", "").strip()[:LONGEST_NOTE])
    return redirect(url_for("reports.tonight", code=live.code) + "#note", 303)


def _material(live: LiveSession) -> ReportMaterial:
    with serving().room.store.read() as reads:
        head = reads.lives.head(live.id)
        return material_of(reads, live, head, _about(head), _modules_by_goal(), serving().room.world.now())


def _about(head: LiveHead) -> About:
    with house().database() as session:
        organisation = session.get(Organisation, head.organisation_id) if head.organisation_id else None
        counsellor = session.get(Counsellor, head.counsellor_id) if head.counsellor_id else None
        cohort = session.get(Cohort, head.cohort_id) if head.cohort_id else None
    return About(
        organisation=organisation.name if organisation else "",
        programme=(organisation.programme if organisation else "") or house().settings.programme,
        cohort=cohort.name if cohort else "",
        headcount=cohort.headcount if cohort else None,
        facilitators=(counsellor.name,) if counsellor else (),
    )


def _modules_by_goal() -> dict[str, str]:
    return {goal.code: workshop.title for workshop in house().library.values() for goal in workshop.goals}


def _file(content: bytes, mimetype: str, live: LiveSession, ending: str) -> Response:
    response = Response(content, mimetype=mimetype)
    day = (live.ended_at or live.started_at).strftime("%Y-%m-%d") if live.started_at else "seance"
    response.headers["Content-Disposition"] = f'attachment; filename="bilan-{live.plan.id}-{day}.{ending}"'
    response.headers["Cache-Control"] = "no-store"
    return response

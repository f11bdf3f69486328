"""One realistic row and more for every table as the first migration made it: frozen with that migration, whatever the tables are today."""

from datetime import UTC, datetime, timedelta
from typing import Any

AT = datetime(2026, 3, 2, 9, 30, 12, 345678, tzinfo=UTC)
LATER = AT + timedelta(minutes=7)
PLAN = {"id": "marche-cache", "title": "Le marché caché et mon réseau", "steps": [{"id": "accueil", "title": "Accueil « météo »"}]}

ROWS: dict[str, list[dict[str, Any]]] = {
    "organisation": [{"id": 1, "name": "Mission locale de l’Été", "wifi_name": "Salle 2", "wifi_password": "été2026", "programme": "CEJ", "created_at": AT}],
    "sign_in_failure": [{"id": 1, "email": "claire@exemple.fr", "failed_at": AT}],
    "cohort": [
        {"id": 1, "organisation_id": 1, "name": "Groupe de mars", "headcount": 14, "created_at": AT, "archived_at": None},
        {"id": 2, "organisation_id": 1, "name": "Groupe de janvier", "headcount": 12, "created_at": AT, "archived_at": LATER},
    ],
    "counsellor": [{
        "id": 1, "organisation_id": 1, "name": "Claire Aubry", "email": "claire@exemple.fr", "password_hash": "$argon2id$…", "created_at": AT, "last_seen_at": None,
    }],
    "learner": [{"id": 1, "cohort_id": 1, "name": "Inès Da Silva", "position": 1}, {"id": 2, "cohort_id": 1, "name": "Tom", "position": 2}],
    "live": [{
        "id": 1, "code": "KD7M4P", "organisation_id": 1, "counsellor_id": 1, "cohort_id": 1, "workshop_id": "marche-cache", "plan": PLAN, "title": PLAN["title"],
        "plan_version": 2, "version": 9, "state": "running", "is_locked": False, "is_rehearsal": False, "current_run_id": "run2", "created_at": AT,
        "started_at": AT, "paused_at": None, "ended_at": None, "note": "Beau groupe.",
    }],
    "activity": [{"id": 1, "live_id": 1, "version": 2, "command": "next", "at": AT}],
    "participant": [
        {
            "id": number, "live_id": 1, "alias": alias, "alias_key": key, "resume_code": f"soleil-100{number}", "device": f"phone{number}", "kind": kind,
            "untimed": number == 2, "joined_at": AT, "left_at": LATER if number == 3 else None, "removed_at": LATER if key is None else None,
        }
        for number, (alias, key, kind) in enumerate([("Inès", "ines", "phone"), ("Tom", "tom", "by_hand"), ("Zoé", None, "phone")], 1)
    ],
    "step_run": [
        {
            "id": f"run{number}", "live_id": 1, "step_id": "accueil", "round": number, "state": state, "opened_at": AT, "closed_at": None, "revealed_at": None,
            "deadline": LATER,
        }
        for number, state in enumerate(["revealed", "open"], 1)
    ],
    "answer": [
        {"run_id": "run1", "part": 0, "participant_id": 1, "client_answer_id": "a1", "payload": {"choices": ["b"], "text": "à l’été"}, "received_at": AT},
        {"run_id": "run1", "part": 0, "participant_id": 2, "client_answer_id": "a2", "payload": None, "received_at": LATER},
    ],
    "arrangement": [{"run_id": "run1", "part": 0, "content": {"groups": [{"title": "Famille", "ideas": ["ma tante"]}]}}],
    "hand_count": [{"run_id": "run1", "part": 0, "key": "b", "count": 5}],
    "replaced_answer": [{"participant_id": 1, "client_answer_id": "a0", "replaced_at": AT}],
    "signal": [{"participant_id": 2, "kind": "hand", "run_id": "run2", "raised_at": AT}],
    "text_decision": [{"run_id": "run1", "part": 0, "text_key": "ma tante", "is_shown": True}],
}

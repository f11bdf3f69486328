"""The metrics of this process, as plain objects. Whoever has something to count imports one of them; with several processes each is scraped on its own.

An answer costs one counter and one histogram. Labels are few and known beforehand, and never hold a session, a person or an address.
"""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, disable_created_metrics

# when each series began is of no use here, and would double the page
disable_created_metrics()
REGISTRY = CollectorRegistry()
ProcessCollector(registry=REGISTRY)

SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
ANSWERS = (1, 2, 5, 10, 20, 50, 100, 200, 500)

ROOMS = Gauge("tremplin_rooms_playing", "Séances dont au moins un téléphone est relié à ce processus.", registry=REGISTRY)
CONNECTED = {
    "phone": Gauge("tremplin_phones_connected", "Téléphones reliés à ce processus.", registry=REGISTRY),
    "screen": Gauge("tremplin_screens_connected", "Écrans reliés à ce processus.", registry=REGISTRY),
    "desk": Gauge("tremplin_desks_connected", "Pupitres reliés à ce processus.", registry=REGISTRY),
}
"""By role. These, ROOMS and ANSWERS_WAITING are set when they are asked for."""
ANSWERS_WAITING = Gauge("tremplin_answers_waiting", "Réponses qui attendent leur écriture sur le disque.", registry=REGISTRY)

ANSWERS_BY_OUTCOME = Counter("tremplin_answers", "Réponses reçues, selon ce qu’elles sont devenues.", ["outcome"], registry=REGISTRY)
ACKNOWLEDGED, REFUSED, TOO_LATE, FAILED = (ANSWERS_BY_OUTCOME.labels(name) for name in ("acknowledged", "refused", "too_late", "failed"))
"""FAILED is a fault of ours: the phone keeps the answer and sends it again."""
ANSWER_SECONDS = Histogram(
    "tremplin_answer_seconds", "De la réception d’une réponse à son accusé, en secondes.", buckets=SECONDS, registry=REGISTRY
)
PUSH_SECONDS = Histogram(
    "tremplin_push_seconds",
    "De l’enregistrement d’un changement à son envoi à tous les téléphones, en secondes.",
    buckets=SECONDS,
    registry=REGISTRY,
)
DRAW_SECONDS = Histogram(
    "tremplin_draw_seconds",
    "Dessin et envoi de ce qui suit les téléphones : un écran, un pupitre ou un compte.",
    buckets=SECONDS,
    registry=REGISTRY,
)
COMMIT_ANSWERS = Histogram("tremplin_commit_answers", "Réponses enregistrées ensemble.", buckets=ANSWERS, registry=REGISTRY)
JOINS = Counter("tremplin_joins", "Personnes entrées dans une séance.", registry=REGISTRY)
LIMITED = Counter("tremplin_messages_limited", "Messages refusés parce qu’une connexion en envoyait trop.", registry=REGISTRY)
PAGES = Counter(
    "tremplin_http_requests", "Requêtes HTTP, par famille de pages et par classe de réponse.", ["pages", "status"], registry=REGISTRY
)

"""Kept documents to print: a CV as a learner has it after a few workshops, and one that has far too much."""

from sessions.reports.document_header import Header
from workshop.exercises.keeping import Document, Entry, Heading

HEADER = Header(name="Inès Lefèvre", town="Saint-Étienne", phone="06 12 34 56 78", email="ines.lefevre@exemple.fr")

CV = Document(
    title="Vente et accueil en magasin",
    subtitle="Recherche un apprentissage",
    headings=(
        Heading("Profil", (Entry("", lines=("J’aime le contact avec les clients. Je suis à l’heure et je finis ce que je commence.",)),)),
        Heading("Expériences", (
            Entry("Vente en boulangerie", "Stage · une boulangerie à Saint-Étienne · juin à août 2025", (
                "Accueilli et renseigné les clients",
                "Encaissé et rendu la monnaie, 60 clients par jour",
                "Préparé les commandes du matin",
            )),
            Entry("Tenue de la buvette", "Bénévolat · le club de foot du quartier · 2024", ("Tenu la caisse pendant 3 matchs sans erreur", "Géré le stock de boissons")),
            Entry("Garde d’enfants", "Expérience personnelle · depuis 2023", ("Gardé deux enfants le soir et préparé leurs repas",)),
        )),
        Heading("Formation", (Entry("CAP Équipier polyvalent du commerce (en cours)", "lycée Benoît-Fourneyron · 2025"), Entry("Brevet des collèges", "2023"))),
        Heading("Compétences", (
            Entry("Compter et tenir une caisse", lines=("Tenu la caisse de la buvette 3 matchs sans erreur",)),
            Entry("Travailler en équipe", lines=("Joué 5 ans en équipe dans un club",)),
        )),
        Heading("Langues et centres d’intérêt", (
            Entry("Langues", "anglais\u00a0: notions, arabe parlé"), Entry("Permis et mobilité", "permis AM (scooter)"), Entry("Centres d’intérêt", "football en club, cuisine"),
        )),
    ),
)  # fmt: skip
"""Usual: five headings, some fifteen lines."""


def crowded(jobs: int) -> Document:
    """Return a CV of so many jobs, newest first, each with three lines of its own."""
    entries = tuple(
        Entry(f"Poste numéro {place}", f"Entreprise {place} · {2030 - place}", tuple(f"Tâche {place}.{line}, faite chaque jour avec soin et sans erreur" for line in "abc"))
        for place in range(1, jobs + 1)
    )
    return Document("Logistique et préparation de commandes", "Recherche un emploi", (Heading("Expériences", entries), *CV.headings[2:]))

"""The usual actions of a young person who looks for work, in the words of the State's own application (2025), so that both say the same."""

USUAL = (
    "Identifier ses atouts et ses compétences",
    "Identifier des pistes de métier",
    "Identifier des entreprises",
    "Contacter un employeur pour effectuer une période d’immersion",
    "Effectuer une enquête métier",
    "Participer à un salon ou un forum",
    "S’informer sur une formation",
    "Contacter un organisme de formation",
    "Ouvrir son CPF",
    "Mettre à jour son CV",
    "Rédiger une lettre de motivation",
    "Consulter les offres",
    "Répondre à une offre",
    "Effectuer des candidatures spontanées",
    "Tenir un tableau de prospection",
    "Se rendre à un entretien",
    "Rechercher des infos pour créer une entreprise",
    "Contacter la mission locale",
    "Contacter un organisme (CAF, CPAM, MSA)",
    "S’informer pour une mobilité à l’étranger",
)

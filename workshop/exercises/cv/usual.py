"""What can be touched where the author gives nothing else: in words that suit everybody, and that stand on a CV as they are."""

TITLES = (
    "Vente et accueil en magasin", "Cuisine et service en salle", "Préparation de commandes", "Aide à domicile", "Petite enfance", "Bâtiment", "Mécanique",
    "Espaces verts", "Nettoyage et entretien",
)  # fmt: skip
HOOKS = (
    "Je suis à l’heure et je finis ce que je commence.",
    "J’apprends vite et je pose des questions.",
    "J’aime le contact avec les clients.",
    "J’aime travailler en équipe.",
    "J’aime travailler avec mes mains.",
    "Je reste calme quand il y a du monde.",
    "Je suis disponible tout de suite, même le week-end.",
)
SEEKING = ("Un emploi", "Un apprentissage", "Un stage", "Une immersion", "Un service civique", "Une formation")

SORTS = ("Emploi", "Stage", "Immersion", "Bénévolat", "Service civique", "Expérience personnelle (garder des enfants, aider un voisin…)")
"""What stands between brackets is for the phone alone."""
ROLES = (
    "Vente", "Service en salle", "Aide en cuisine", "Préparation de commandes", "Nettoyage", "Garde d’enfants", "Jardinage", "Tenue d’une buvette",
    "Aide au déménagement",
)  # fmt: skip
PLACES = ("Magasin", "Restaurant", "Entrepôt", "Chantier", "Association", "Club de sport", "Chez des particuliers")
NOW = ("En ce moment",)
VERBS = (
    "Accueilli", "Aidé", "Conseillé", "Encaissé", "Gardé", "Livré", "Nettoyé", "Organisé", "Participé", "Préparé", "Rangé", "Réparé", "Respecté", "Servi",
    "Tenu", "Vendu",
)  # fmt: skip
"""Past participles after “avoir”: they are written alike for everybody."""
TASKS = (
    "Accueilli et renseigné les clients",
    "Encaissé et rendu la monnaie",
    "Préparé les commandes",
    "Rangé les rayons et le stock",
    "Nettoyé le lieu de travail",
    "Aidé l’équipe chaque jour",
    "Gardé des enfants et préparé leurs repas",
    "Respecté les horaires et les consignes",
)

TRAININGS = (
    "Brevet des collèges", "CAP Cuisine", "CAP Équipier polyvalent du commerce", "Bac professionnel", "Premiers secours (PSC1)", "CléA", "Attestation Pix",
)  # fmt: skip
OBTAINED, ONGOING, WITHOUT = "J’ai le diplôme", "C’est en cours", "J’ai suivi les cours, sans le diplôme"
STATES = (OBTAINED, ONGOING, WITHOUT)
SCHOOLS = ("Collège", "Lycée", "CFA", "Organisme de formation", "Mission locale", "En ligne")

SKILLS = (
    "Travailler en équipe", "Accueillir et renseigner", "Respecter les horaires", "Apprendre vite", "S’organiser", "Tenir une caisse", "Utiliser un ordinateur",
    "Réparer et bricoler", "S’occuper d’enfants", "Cuisiner",
)  # fmt: skip
PROOFS = (
    "Joué en équipe dans un club",
    "Préparé un repas pour dix personnes",
    "Tenu la caisse d’une buvette sans erreur",
    "Gardé des enfants plusieurs soirs par semaine",
    "Réparé des vélos pour des voisins",
    "Organisé une sortie pour un groupe",
    "Respecté les horaires pendant tout un stage",
    "Aidé quelqu’un à faire ses démarches sur Internet",
)

LANGUAGES = ("Anglais (notions)", "Anglais (courant)", "Espagnol (notions)", "Arabe (parlé)", "Portugais (parlé)", "Turc (parlé)", "Langue des signes")
LICENCES = ("Permis B", "Permis B en cours", "Permis AM (scooter)", "Vélo", "CACES")
INTERESTS = ("Football en club", "Cuisine", "Musique", "Dessin", "Danse", "Montage vidéo", "Bricolage", "Lecture", "Jardinage")

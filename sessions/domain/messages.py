"""One table: what people are told when something is refused. Vous for the counsellor, tu for the young."""

from .refusals import Refusal

MESSAGES = {
    # the desk
    "stale": "La séance a changé entre-temps : l’écran vient d’être mis à jour. Vérifiez et recommencez.",
    "not_now": "« {label} » n’est pas possible à ce moment de la séance.",
    "unknown_command": "Cette commande n’existe pas. Rechargez la page.",
    "bad_command": "Il manque quelque chose à cette commande : {why}",
    "no_next": "C’était la dernière étape. Vous pouvez terminer la séance.",
    "no_back": "C’est déjà la première étape.",
    "no_such_step": "Cette étape n’existe plus. Rechargez la page.",
    "no_point": "Il n’y a pas d’autre point à montrer ici. Passez à l’étape suivante.",
    "nothing_to_reveal": "Cette étape n’a pas de résultat à montrer. Passez à la suivante.",
    "no_such_result": "Il n’y a pas d’autre résultat à montrer. Passez à l’étape suivante.",
    "no_team_play": "Pour jouer par équipe, il faut des équipes faites dans cette séance, et une question qui a une bonne réponse.",
    "no_timer": "Cette activité n’a pas de minuteur.",
    "no_follow_up": "Cette activité n’a pas de suite.",
    "dealt_twice": "Il y a déjà une activité comme « {step} » dans ce bloc. Arrêtez-vous avant.",
    "played_together": "« {step} » se joue tous ensemble : cette étape ne va pas dans un bloc. Arrêtez-vous avant.",
    "played_by_team": "« {step} » se joue en équipe : cette étape ne va pas dans un bloc. Arrêtez-vous avant.",
    "too_many_parts": "Avec « {step} », il y a trop d’activités pour un seul bloc. Arrêtez-vous avant.",
    "shown_otherwise": "« {step} » ne va pas avec les autres : une partie des résultats ne serait pas montrée au groupe. Arrêtez-vous avant.",
    "too_few_steps": "« {step} » n’est pas assez : choisissez une étape plus loin, avec au moins une question.",
    "not_coming": "Cette étape n’est pas à venir. Choisissez dans la liste.",
    "too_many_steps": "La séance a trop d’étapes pour en ajouter une. Continuez avec celles du déroulé.",
    "no_such_person": "Cette personne n’est plus dans la séance.",
    "no_such_run": "Cette activité n’existe plus. Rechargez la page.",
    "no_hands": "Les mains levées ne peuvent pas être comptées pour cette activité.",
    "too_late_desk": "L’activité est fermée : rouvrez-la pour répondre à la place de cette personne.",
    "no_such_print": "Cette page n’est plus à imprimer : elle est déjà imprimée, reprise ou effacée.",
    "nothing_dealt": "Il n’y a rien à tirer à ce moment de la séance.",
    # the phone
    "too_late": "Trop tard : l’activité est fermée. Ta réponse n’a pas été comptée.",
    "not_open": "L’activité n’est pas encore ouverte. Attends que l’animateur la lance.",
    "not_asked": "Ce n’est pas à toi de répondre pour le moment.",
    "removed": "Tu n’es plus dans cette séance. Demande à l’animateur.",
    "locked": "L’entrée est fermée. Demande à l’animateur de la rouvrir.",
    "ended": "La séance est terminée.",
    "no_such_code": "Aucune séance n’a le code {code}. Vérifie le code sur l’écran.",
    "alias_taken": "Ce prénom est déjà pris. Ajoute une lettre, par exemple « {suggestion} ».",
    "alias_offensive": "Choisis un autre prénom : celui-ci peut blesser.",
    "alias_empty": "Écris un prénom, ou laisse Tremplin en choisir un.",
    "alias_long": "Ce prénom est trop long : 24 lettres au plus.",
    "resume_unknown": "Ce code personnel n’existe pas dans cette séance. Vérifie-le, ou entre avec ton prénom.",
    "notebook_unknown": "Aucun carnet n’a ce code. Vérifie les trois mots et les six chiffres.",
    "no_such_page": "Cette page n’est plus dans ton carnet.",
    "print_nowhere": "Tu n’es dans aucune séance en ce moment. Télécharge le PDF, ou ouvre ton carnet avec son code là où il y a une imprimante.",
    "print_rehearsal": "C’est une répétition : rien n’est donné à imprimer. Télécharge le PDF.",
    "print_other": "Dans la séance, tu écris dans un autre carnet. Reviens à la séance et ouvre ton carnet depuis là, ou télécharge le PDF.",
    "too_many": "Trop d’essais. Attends une minute et recommence.",
    "device_full": "Trois personnes au plus sur le même téléphone.",
    "crowded": "Tout le monde entre en même temps. Réessaie dans un instant.",
    "who": "On ne sait pas qui tu es. Recharge la page et entre à nouveau.",
    "too_big": "C’est beaucoup trop long. Raccourcis et renvoie.",
    "busy": "Le serveur n’a pas pu enregistrer. Ta réponse est gardée ici et va repartir toute seule.",
}


def told(refusal: Refusal) -> str:
    """Return the French sentence of a refusal."""
    return MESSAGES[refusal.key].format(**refusal.details)

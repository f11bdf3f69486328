"""What PyYAML says of a file that is not YAML, in plain French with a cure. The keys are words of PyYAML's own messages (6.0)."""

import yaml

QUOTES = "mettez tout le texte entre guillemets"
WORDS = {
    "mapping values are not allowed here": f"il y a un deux-points en trop, ou le texte en contient un ; {QUOTES}",
    "sequence entries are not allowed here": "le tiret n’est pas à sa place ; allez à la ligne avant le tiret",
    "while scanning a quoted scalar": "un guillemet est ouvert et jamais fermé ; ajoutez le guillemet de fin",
    "found character '\\t'": "il y a une tabulation au début de la ligne ; remplacez-la par des espaces",
    "that cannot start any token": f"un texte ne peut pas commencer par ce signe ; {QUOTES}",
    "found unknown escape character": "la barre « \\ » a un sens spécial entre guillemets doubles ; enlevez-la ou doublez-la",
    "expected ',' or ']'": "une liste entre crochets n’est pas fermée ; ajoutez « ] » ou la virgule qui manque",
    "expected ',' or '}'": "des champs entre accolades ne sont pas fermés ; ajoutez « } » ou la virgule qui manque",
    "could not find expected ':'": "il manque un deux-points après le nom du champ ; écrivez « champ: valeur »",
    "found undefined alias": f"un texte ne peut pas commencer par « * » ; {QUOTES}",
    "but found another document": "la ligne « --- » commence un autre document ; enlevez-la",
    "expected <block end>": "cette ligne n’est pas alignée, ou un guillemet coupe le texte ; alignez-la avec les champs du même bloc",
}
OTHER = "la ligne n’est pas lisible ; vérifiez les guillemets, les deux-points et l’alignement"
UNPRINTABLE = "il y a un caractère invisible que YAML refuse ; effacez-le et réécrivez le mot"


def plain_words(error: yaml.YAMLError) -> str:
    if isinstance(error, yaml.reader.ReaderError):
        return UNPRINTABLE
    said = f"{getattr(error, 'problem', '')} {getattr(error, 'context', '')}"
    return next((words for key, words in WORDS.items() if key in said), OTHER)


def line_of(error: yaml.YAMLError, text: str) -> int:
    """Return the line where the author should look, from 1: where a quote was opened rather than where the file ends."""
    if isinstance(error, yaml.reader.ReaderError):
        return text.count("\n", 0, error.position) + 1
    opened = getattr(error, "context_mark", None)
    is_unclosed = "quoted scalar" in (getattr(error, "context", "") or "") and opened is not None
    mark = opened if is_unclosed else getattr(error, "problem_mark", None) or opened
    return mark.line + 1 if mark else 1

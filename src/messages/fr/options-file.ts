/** Messages of `src/options` on a file of options, which only the command reads. */
export const optionsFile = {
  "options-not-a-record":
    "Fichier d’options : « {field} » doit être un objet entre accolades, et vaut « {value} ». Corrigez le fichier.",
  "options-unknown-key": "Fichier d’options : la clé « {field} » n’existe pas. Clés possibles : {keys}.",
  "options-missing-key": "Fichier d’options : la clé « {field} » manque. Ajoutez-la.",
  "options-not-text":
    "Fichier d’options : « {field} » doit être un texte non vide, et vaut « {value} ». Écrivez-le entre guillemets.",
  "options-not-a-list": "Fichier d’options : « {field} » doit être une liste entre crochets, et vaut « {value} ».",
  "options-bad-choice":
    "Fichier d’options : « {field} » vaut « {value} », ce qui n’est pas un choix possible. Choix possibles : {choices}.",
  "options-bad-weight":
    "Fichier d’options : « {field} » vaut « {value} » ; un poids est un nombre, zéro ou plus. Indiquez par exemple le nombre d’élèves.",
  "options-bad-row":
    "Fichier d’options : « {field} » vaut « {value} » ; indiquez le numéro de la ligne comme Excel l’affiche, à partir de 1.",
  "options-bad-cell":
    "Fichier d’options : « {field} » vaut « {value} » ; indiquez l’adresse de la cellule de titre, par exemple E4.",
  "options-bad-commune-cell":
    "Fichier d’options : « {field} » vaut « {value} » ; indiquez l’adresse de la cellule qui nomme la commune, par exemple A12.",
  "options-bad-table-cell":
    "Fichier d’options : « {field} » vaut « {value} » ; indiquez l’adresse d’une cellule, par exemple A4, ou retirez cette clé.",
  "options-bad-year":
    "Fichier d’options : « {field} » vaut « {value} » ; indiquez l’année de la campagne comparée, par exemple 2014.",
} as const;

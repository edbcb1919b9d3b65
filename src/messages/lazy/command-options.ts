/** Messages of the command on a file of options. */
export const fr = {
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
  "options-bad-particular":
    "Fichier d’options : « {field} » vaut « {value} ». Écrivez une date comme 2014-11-14, ou les quatorze chiffres d’un SIRET.",
  "options-siret-of-another":
    "Fichier d’options\u00a0: «\u00a0{field}\u00a0» vaut «\u00a0{value}\u00a0», qui n’est pas un SIRET de {party}\u00a0: il commencerait par son SIREN, {siren}. Corrigez-le, ou retirez-le.",
} as const;

export const en = {
  "options-not-a-record":
    "Options file: “{field}” must be an object between braces, and is “{value}”. Correct the file.",
  "options-unknown-key": "Options file: there is no key “{field}”. Possible keys: {keys}.",
  "options-missing-key": "Options file: the key “{field}” is missing. Add it.",
  "options-not-text": "Options file: “{field}” must be a non-empty text, and is “{value}”. Write it between quotes.",
  "options-not-a-list": "Options file: “{field}” must be a list between square brackets, and is “{value}”.",
  "options-bad-choice":
    "Options file: “{field}” is “{value}”, which is not a possible choice. Possible choices: {choices}.",
  "options-bad-weight":
    "Options file: “{field}” is “{value}”; a weight is a number, zero or more. Give the number of pupils, for example.",
  "options-bad-row": "Options file: “{field}” is “{value}”; give the row's number as Excel shows it, from 1 on.",
  "options-bad-cell": "Options file: “{field}” is “{value}”; give the address of the header cell, for example E4.",
  "options-bad-commune-cell":
    "Options file: “{field}” is “{value}”; give the address of the cell that names the commune, for example A12.",
  "options-bad-table-cell":
    "Options file: “{field}” is “{value}”; give the address of a cell, for example A4, or remove this key.",
  "options-bad-year": "Options file: “{field}” is “{value}”; give the year of the campaign compared, for example 2014.",
  "options-bad-particular":
    "Options file: “{field}” is “{value}”. Write a date such as 2014-11-14, or the fourteen figures of a SIRET.",
  "options-siret-of-another":
    "Options file: “{field}” is “{value}”, which is no SIRET of {party}: it would begin with its SIREN, {siren}. Correct it, or leave it out.",
} as const satisfies Record<keyof typeof fr, string>;

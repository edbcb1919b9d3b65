/** Messages of the command about the files given to it (options, issue) and the encoding of its lists. */
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
  "options-bad-column":
    "Fichier d’options : « {field} » vaut « {value} » ; indiquez les lettres d’une colonne du tableau, par exemple F.",
  "options-bad-cell":
    "Fichier d’options : « {field} » vaut « {value} » ; indiquez l’adresse de la cellule de titre, par exemple E4.",
  "options-bad-commune-cell":
    "Fichier d’options : « {field} » vaut « {value} » ; indiquez l’adresse de la cellule qui nomme [la commune], par exemple A12.",
  "options-bad-table-cell":
    "Fichier d’options : « {field} » vaut « {value} » ; indiquez l’adresse d’une cellule, par exemple A4, ou retirez cette clé.",
  "options-bad-year":
    "Fichier d’options : « {field} » vaut « {value} » ; indiquez l’année de la campagne comparée, par exemple 2014.",
  "options-bad-particular":
    "Fichier d’options : « {field} » vaut « {value} ». Écrivez une date comme 2014-11-14, ou les quatorze chiffres d’un SIRET (le dernier les vérifie).",
  "options-siret-of-another":
    "Fichier d’options\u00a0: «\u00a0{field}\u00a0» vaut «\u00a0{value}\u00a0», qui n’est pas un SIRET de {party}\u00a0: il commencerait par son SIREN, {siren}. Corrigez-le, ou retirez-le.",
  "cli-help-issued": "marque comme émis l’état d’un classeur produit\u00a0: sa date et ses numéros, dans un fichier",
  "cli-issued":
    "État n°\u00a0{number}, version {version}, de la campagne {campaign}\u00a0: marqué comme émis au Journal.",
  "cli-state": "État liquidatif n°\u00a0{number}, version {version}",
  "cli-issued-blocked":
    "Points à corriger, ci-dessus\u00a0: {errors}. Rien n’est marqué, rien n’est écrit\u00a0: repartez du classeur tel qu’il a été produit, ou ajoutez --force pour marquer l’état malgré eux.",
  "cli-help-verify":
    "refait les documents d’un classeur reçu et compare chaque cellule\u00a0; n’écrit rien, et rend 1 si quelque chose diffère",
  "cli-verify-other-flag": "Avec --verify, rien n’est écrit\u00a0: {flag} ne s’y ajoute pas. Usage\u00a0: {usage}",
  "cli-issued-other-flag": "Avec --issued, rien n’est facturé\u00a0: {flag} ne s’y ajoute pas. Usage\u00a0: {usage}",
  "cli-issued-usage": "--issued demande un seul classeur, celui qui a été produit, et --out. Usage\u00a0: {usage}",
  "cli-issued-not-json":
    "Le fichier «\u00a0{path}\u00a0», qui dit ce qui a été émis, n’est pas du JSON lisible\u00a0: la lecture s’arrête à la ligne {line}, colonne {column}. Corrigez-le à cet endroit.",
  "cli-issued-not-utf8":
    "Le fichier «\u00a0{path}\u00a0», qui dit ce qui a été émis, n’est pas un texte en UTF-8. Enregistrez-le avec l’encodage UTF-8.",
  "cli-issued-not-a-record":
    "«\u00a0{field}\u00a0» doit être un objet entre accolades, et vaut «\u00a0{value}\u00a0». Corrigez le fichier.",
  "cli-issued-unknown-key":
    "Fichier de --issued\u00a0: la clé «\u00a0{field}\u00a0» n’existe pas. Clés possibles\u00a0: {keys}.",
  "cli-issued-missing-key":
    "Fichier de --issued\u00a0: la clé «\u00a0{field}\u00a0» manque. Ajoutez la date d’émission de l’état.",
  "cli-issued-not-text":
    "Fichier de --issued\u00a0: «\u00a0{field}\u00a0» doit être un texte non vide, et vaut «\u00a0{value}\u00a0». Écrivez-le entre guillemets, ou retirez la clé.",
  "cli-issued-bad-date":
    "Fichier de --issued\u00a0: «\u00a0{field}\u00a0» vaut «\u00a0{value}\u00a0». Écrivez une date comme 2014-11-25 ou 25/11/2014.",
  "cli-help-encoding":
    "l’encodage des trois listes\u00a0: utf-8 (par défaut) ou windows-1252, pour un logiciel qui ne lit pas l’UTF-8",
  "cli-bad-encoding":
    "«\u00a0{value}\u00a0» n’est pas un encodage possible. Indiquez --encoding utf-8 ou --encoding windows-1252.",
  "cli-encoding-no-list":
    "--encoding ne vaut que pour une liste. Ajoutez --csv, --csv-communes ou --publipostage, ou retirez --encoding.",
  "cli-csv-character":
    "Le caractère «\u00a0{character}\u00a0», à écrire dans «\u00a0{path}\u00a0», n’existe pas dans l’encodage {encoding}. Remplacez-le dans les options ou le tarif, ou retirez --encoding.",
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
  "options-bad-row": "Options file: “{field}” is “{value}”; give the row’s number as Excel shows it, from 1 on.",
  "options-bad-column":
    "Options file: “{field}” is “{value}”; give the letters of a column of the table, for example F.",
  "options-bad-cell": "Options file: “{field}” is “{value}”; give the address of the header cell, for example E4.",
  "options-bad-commune-cell":
    "Options file: “{field}” is “{value}”; give the address of the cell that names the [commune], for example A12.",
  "options-bad-table-cell":
    "Options file: “{field}” is “{value}”; give the address of a cell, for example A4, or remove this key.",
  "options-bad-year": "Options file: “{field}” is “{value}”; give the year of the campaign compared, for example 2014.",
  "options-bad-particular":
    "Options file: “{field}” is “{value}”. Write a date such as 2014-11-14, or the fourteen figures of a SIRET (the last one checks them).",
  "options-siret-of-another":
    "Options file: “{field}” is “{value}”, which is no SIRET of {party}: it would begin with its SIREN, {siren}. Correct it, or leave it out.",
  "cli-help-issued":
    "marks as issued the statement in a workbook made by [Ordiclasse]: its date and numbers are in a file",
  "cli-issued":
    "Statement no. {number}, version {version}, of the {campaign} campaign: marked as issued in the Journal.",
  "cli-state": "Statement no. {number}, version {version}",
  "cli-issued-blocked":
    "Points to correct, above: {errors}. Nothing is marked, nothing is written: start from the workbook as it was produced, or add --force to mark the statement in spite of them.",
  "cli-help-verify":
    "makes again the documents of a workbook received and compares each cell; writes nothing, and returns 1 if anything differs",
  "cli-verify-other-flag": "With --verify, nothing is written: {flag} does not go with it. Usage: {usage}",
  "cli-issued-other-flag": "With --issued, nothing is billed: {flag} does not go with it. Usage: {usage}",
  "cli-issued-usage": "--issued takes one workbook, the one that was made, and --out. Usage: {usage}",
  "cli-issued-not-json":
    "The file “{path}”, which says what was issued, is not readable JSON: reading stops at line {line}, column {column}. Correct it there.",
  "cli-issued-not-utf8":
    "The file “{path}”, which says what was issued, is not a text in UTF-8. Save it with the UTF-8 encoding.",
  "cli-issued-not-a-record": "“{field}” must be an object between braces, and is “{value}”. Correct the file.",
  "cli-issued-unknown-key": "File of --issued: there is no key “{field}”. Possible keys: {keys}.",
  "cli-issued-missing-key":
    "File of --issued: the key “{field}” is missing. Add the date on which the statement was issued.",
  "cli-issued-not-text":
    "File of --issued: “{field}” must be a non-empty text, and is “{value}”. Write it between quotes, or leave the key out.",
  "cli-issued-bad-date": "File of --issued: “{field}” is “{value}”. Write a date such as 2014-11-25 or 25/11/2014.",
  "cli-help-encoding":
    "the encoding of the three lists: utf-8 (the default) or windows-1252, for software that does not read UTF-8",
  "cli-bad-encoding": "“{value}” is not a possible encoding. Give --encoding utf-8 or --encoding windows-1252.",
  "cli-encoding-no-list":
    "--encoding is for a list alone. Add --csv, --csv-communes or --publipostage, or leave --encoding out.",
  "cli-csv-character":
    "The character “{character}”, to be written in “{path}”, does not exist in the encoding {encoding}. Replace it in the options or the tariff, or leave --encoding out.",
} as const satisfies Record<keyof typeof fr, string>;

/** Messages of the command on the versions of an état, on what was issued, and on the encoding of lists. */
export const fr = {
  "cli-help-issued": "marque comme émis l’état d’un classeur produit\u00a0: sa date et ses numéros, dans un fichier",
  "cli-issued":
    "État n°\u00a0{number}, version {version}, de la campagne {campaign}\u00a0: marqué comme émis au Journal.",
  "cli-state": "État liquidatif n°\u00a0{number}, version {version}",
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
  "cli-help-issued": "marks the statement of a workbook made as issued: its date and numbers, in a file",
  "cli-issued":
    "Statement no. {number}, version {version}, of the {campaign} campaign: marked as issued in the Journal.",
  "cli-state": "Statement no. {number}, version {version}",
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
    "the encoding of the three lists: utf-8 (the default) or windows-1252, for a package that does not read UTF-8",
  "cli-bad-encoding": "“{value}” is not a possible encoding. Give --encoding utf-8 or --encoding windows-1252.",
  "cli-encoding-no-list":
    "--encoding is for a list alone. Add --csv, --csv-communes or --publipostage, or leave --encoding out.",
  "cli-csv-character":
    "The character “{character}”, to be written in “{path}”, does not exist in the encoding {encoding}. Replace it in the options or the tariff, or leave --encoding out.",
} as const satisfies Record<keyof typeof fr, string>;

/** Messages of `src/cli`. */
export const cli = {
  "cli-no-input": "Aucun classeur n’est indiqué. Usage : {usage}",
  "cli-no-campaign": "La campagne n’est pas indiquée. Ajoutez par exemple --campaign 2014.",
  "cli-bad-campaign":
    "« {value} » n’est pas une campagne. Indiquez une année, par exemple --campaign 2014, ou son 1er novembre (2014-11-01).",
  "cli-bad-language": "« {value} » n’est pas une langue possible. Indiquez --lang fr ou --lang en.",
  "cli-unknown-flag": "L’option {flag} n’existe pas. Usage : {usage}",
  "cli-missing-value": "Il manque une valeur après {flag}. Usage : {usage}",
  "cli-useless-value": "L’option {flag} s’écrit sans valeur.",
  "cli-flag-twice": "L’option {flag} est donnée deux fois : on ne sait laquelle suivre.",
  "cli-input-missing": "Le fichier « {path} » est introuvable. Vérifiez son nom et son dossier.",
  "cli-input-folder": "« {path} » n’est pas un fichier. Indiquez un classeur, et non son dossier.",
  "cli-input-unreadable":
    "Le fichier « {path} » ne peut pas être ouvert ({reason}). Vérifiez que vous avez le droit de le lire.",
  "cli-input-twice":
    "Le fichier « {path} » est indiqué deux fois : il serait compté deux fois. Indiquez-le une seule fois.",
  "cli-same-name":
    "Deux classeurs portent le même nom, « {name} » : les sources seraient ambiguës. Renommez l’un des deux.",
  "cli-out-extension":
    "Le classeur produit à partir de « {file} » est au format {extension}, alors que --out indique « {path} ». Donnez-lui l’extension {extension}.",
  "cli-over-input":
    "« {path} », indiqué par {flag}, est un des fichiers lus : il n’est jamais remplacé. Choisissez un autre nom.",
  "cli-same-output": "{other} et {flag} désignent le même fichier, « {path} ». Donnez-leur deux noms différents.",
  "cli-output-exists":
    "Le fichier « {path} » existe déjà : il n’a pas été modifié. Choisissez un autre nom, ou ajoutez --overwrite pour le remplacer.",
  "cli-output-folder": "Le dossier « {path} » n’existe pas. Créez-le, ou indiquez-en un autre.",
  "cli-output-not-file": "« {path} » n’est pas un fichier : rien ne peut y être écrit. Indiquez un nom de fichier.",
  "cli-json-too-deep":
    "Le fichier « {path} » emboîte plus de cent niveaux de crochets ou d’accolades : ce n’est ni un fichier d’options, ni une grille. Indiquez un autre fichier.",
  "cli-options-not-json":
    "Le fichier d’options « {path} » n’est pas du JSON lisible : la lecture s’arrête à la ligne {line}, colonne {column}. Corrigez-le à cet endroit.",
  "cli-options-not-utf8":
    "Le fichier d’options « {path} » n’est pas un texte en UTF-8. Enregistrez-le avec l’encodage UTF-8.",
  "cli-and-more": " (autres points à corriger ensuite : {count})",
  "cli-reading": "Lecture de {file}…",
  "cli-computing": "Calcul…",
  "cli-writing": "Écriture…",
  "cli-campaign": "Campagne {campaign}, situation au {snapshot}",
  "cli-grid": "Tarif : {act}",
  "cli-titre": "Titre de la Ville à la CAGB : {amount}",
  "cli-cagb": "  Part de la CAGB : {amount}",
  "cli-communes": "  Quotes-parts des communes : {amount}",
  "cli-counts": "Élèves : {pupils} · Écoles : {schools} · Communes : {communes}",
  "cli-anomalies": "Points : {errors} à corriger, {warnings} à vérifier, {infos} pour information",
  "cli-anomalies-alike": "[{count} de plus, du même genre]",
  "cli-more-places-one": " et une autre plage",
  "cli-more-places-other": " et {count} autres plages",
  "cli-way-out": "Une fois pour toutes, dans les options : {entry}",
  "cli-more-anomalies": "  … et {count} de plus : voir la feuille « {sheet} » ou le JSON.",
  "cli-more-on-sheet": "  … et {count} de plus : voir la feuille « {sheet} ».",
  "cli-more-in-json": "  … et {count} de plus : voir le JSON.",
  "cli-more-nowhere": "  … et {count} de plus : ajoutez --json pour les lire tous.",
  "cli-wrote-out": "Classeur écrit : {path}",
  "cli-wrote-json": "JSON écrit : {path}",
  "cli-wrote-csv": "Lignes du titre écrites : {path}",
  "cli-blocked":
    "Points à corriger, ci-dessus : {errors}. Ni le classeur ni le CSV ne sont produits : corrigez l’inventaire, ou ajoutez --force pour facturer sans ce qui est en erreur.",
  "cli-forced":
    "Documents provisoires : points à corriger acceptés, {errors}. Ce qu’ils concernent n’est pas facturé ; le Journal en garde la liste.",
  "cli-forced-lines":
    "Documents provisoires : points à corriger acceptés, {errors}. Ce qu’ils concernent n’est pas facturé.",
  "cli-help-usage": "Usage : {usage}",
  "cli-help-input": "un ou plusieurs classeurs (.xlsx, .xlsm, .xls, .ods, .csv), lus ensemble",
  "cli-help-campaign": "la campagne : une année, ou son 1er novembre (2014-11-01)",
  "cli-help-out": "le premier classeur, avec les documents ajoutés",
  "cli-help-json": "le détail, pour un autre logiciel",
  "cli-help-csv": "les lignes du titre, pour un logiciel de gestion financière",
  "cli-help-options": "les options, dans un fichier",
  "cli-help-force": "produit les documents malgré les points à corriger, sans facturer ce qu’ils concernent",
  "cli-help-overwrite": "remplace un résultat qui existe déjà ; un fichier lu n’est jamais remplacé",
  "cli-help-lang": "la langue du résumé et des messages ; les documents restent en français",
  "cli-help-help": "affiche cette aide",
  "cli-help-version": "affiche la version",
  "cli-help-exit":
    "Code de sortie : 0, c’est fait ; 1, des points à corriger bloquent ; 2, arguments ou fichier inutilisables.",
  "cli-unexpected":
    "Erreur imprévue du programme : aucun fichier n’a été modifié. Signalez-la avec les lignes qui suivent.",
} as const;

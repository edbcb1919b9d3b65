/** Texts of `src/taskpane` about the workbooks of the disk that are read beside the one that is open. */
export const taskpaneFiles = {
  "pane-headcounts-title": "Effectifs absents de ce classeur",
  "pane-headcounts-text":
    "Aucune feuille ne contient un nombre d’élèves par école : l’accès au portail n’est pas facturé. Excel ne montre à Ordiclasse que le classeur ouvert ; si les effectifs sont dans un autre fichier, ajoutez-le.",
  "pane-act-add-file": "Ajouter un autre classeur…",
  "pane-files-title": "Autres classeurs lus",
  "pane-files-hint":
    "Un fichier .xlsx, .xlsm, .xls, .ods ou .csv de votre ordinateur est lu ici, sans être modifié ni copié ailleurs.",
  "pane-files-kept":
    "Ces fichiers sont oubliés quand le volet se ferme. « Relire » les reprend tels qu’ils ont été ajoutés : si l’un d’eux a changé, ajoutez-le de nouveau.",
  "pane-file-remove": "Retirer",
  "pane-file-remove-name": "Retirer {file}",
  "pane-file-sheet": "{sheet} ({file})",
  "pane-file-point":
    "Ce point est dans le fichier {file}, cellule {cell} de la feuille {sheet}. Ouvrez ce fichier pour le corriger, enregistrez-le, puis ajoutez-le de nouveau.",
  "pane-grid-no-tarifs":
    "Le classeur « {file} » n’a pas de tableau « Tarifs » : il n’y a pas de grille à essayer. Ajoutez-le, ou choisissez un fichier .json.",
  "pane-grid-not-json":
    "« {file} » n’est pas une grille en JSON lisible, enregistrée en UTF-8. Corrigez-la, ou choisissez un classeur avec un tableau « Tarifs ».",
  "pane-file-is-open":
    "« {file} » porte le nom du classeur ouvert : il n’est pas lu une seconde fois. Si c’est un autre classeur, renommez-le, puis ajoutez-le.",
  "pane-file-unreadable":
    "« {file} » n’a pas pu être lu sur le disque. Fermez le programme qui l’utilise, vérifiez qu’il est encore à sa place, puis ajoutez-le de nouveau.",
  "pane-file-not-loaded":
    "« {file} » n’a pas été lu : la partie d’Ordiclasse qui ouvre les fichiers n’a pas pu être chargée. Vérifiez la connexion à l’intranet, puis ajoutez-le de nouveau.",
} as const;

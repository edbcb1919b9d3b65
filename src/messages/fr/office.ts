/** How the workbook is left: one of the three. */
const state =
  "{?untouched: Rien n’a été changé dans le classeur.}{?restored: Vos documents précédents ont été remis en place.}{?unfinished: Vos documents n’ont pas encore pu être remis en ordre : dès qu’Excel répond, fermez et rouvrez le volet Ordiclasse, qui s’en charge.}";

/** Messages of `src/workbook/office`. */
export const office = {
  "office-unsaved-workbook": "Classeur",
  "office-cell-edit": `Une cellule est en cours de saisie.${state} Validez la saisie (Entrée) ou abandonnez-la (Échap), puis relancez.`,
  "office-busy": `Excel est trop occupé pour répondre.${state} Attendez une minute, puis relancez.`,
  "office-protected-sheet": `La feuille « {sheet} » est protégée.${state} Ôtez la protection (Révision, Ôter la protection de la feuille), puis relancez.`,
  "office-protected-workbook": `La structure du classeur est protégée : aucune feuille ne peut y être ajoutée ni retirée.${state} Ôtez la protection (Révision, Protéger le classeur), puis relancez.`,
  "office-filtered-sheet": `La feuille « {sheet} » n’a pas pu être mise de côté telle qu’elle est : un filtre y cache sans doute des lignes.${state} Effacez les filtres de cette feuille (Données, Effacer), puis relancez.`,
  "office-sheet-vanished": `{?sheet:La feuille « {sheet} » n’est plus dans le classeur.}{?nosheet:Une feuille dont Ordiclasse a besoin n’est plus dans le classeur.}${state} Relancez : le classeur sera relu tel qu’il est.`,
  "office-sheet-hidden":
    "La feuille « {sheet} » est masquée : elle ne peut pas être montrée. Affichez-la (clic droit sur un onglet, Afficher), puis recommencez.",
  "office-no-cell": "La cellule « {cell} » n’existe pas dans la feuille « {sheet} ».",
  "office-workbook-changed": `Des feuilles ont été ajoutées ou renommées depuis la lecture.${state} Relancez : le classeur sera relu tel qu’il est.`,
  "office-inactive-workbook": `Un autre classeur est devenu actif.${state} Revenez à ce classeur en cliquant dans une de ses cellules, puis relancez.`,
  "office-too-large": `Excel refuse d’échanger autant de données à la fois.${state} Supprimez les lignes et les colonnes inutiles des feuilles les plus grandes, puis relancez.`,
  "office-set-up-refused":
    "Les documents sont écrits, et leurs montants sont complets. Excel a refusé une partie de leur présentation{?pages: (la mise en page pour l’impression)}{?tabs: (la couleur des onglets)}{?panes: (les volets figés)}. Mettez à jour les documents quand une imprimante est installée et que ce classeur est au premier plan, ou réglez-la vous-même.",
  "office-read-only": `Le classeur est ouvert en lecture seule.${state} Activez la modification, ou enregistrez une copie du classeur et travaillez dans la copie, puis relancez.`,
  "office-access-denied": `Excel refuse cette modification : le classeur, ou une de ses feuilles, est protégé ou ouvert en lecture seule.${state} Ôtez la protection ou activez la modification, puis relancez.`,
  "office-session-lost": `La liaison avec Excel est rompue.${state} Fermez le volet Ordiclasse, rouvrez-le, puis relancez.`,
  "office-too-old": `Cette version d’Excel n’a pas toutes les fonctions nécessaires.${state} Mettez Excel à jour (Excel 2021 ou plus récent), ou servez-vous d’Excel sur le web.`,
  "office-difference": `Écart après écriture : la cellule {cell} de la feuille « {sheet} » affiche « {found} », le calcul donne « {expected} ».${state} Relancez ; si l’écart revient, vérifiez que le calcul n’est pas modifié dans ce classeur (Formules, Options de calcul) et signalez-le.`,
  "office-not-taken": `Excel n’a pas repris telles quelles les valeurs de la feuille « {sheet} ».${state} Relancez ; si cela se reproduit, signalez-le.`,
  "office-options-unfinished":
    "Excel ne répond plus (code {code}) : le choix n’est peut-être qu’à moitié inscrit dans la feuille « {sheet} ». Dès qu’il répond, vérifiez cette feuille, puis relisez le classeur.",
  "office-nothing-to-undo": "Il n’y a pas de génération à annuler. Rien n’a été changé dans le classeur.",
  "office-other": `Excel a interrompu l’opération (code {code}).${state} Relancez ; si cela se reproduit, enregistrez le classeur, fermez-le, rouvrez-le et recommencez.`,
} as const;

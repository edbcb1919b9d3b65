import { lazyTexts } from "../catalogue";

/** Texts of the screen « Réglages ». */
export const fr = {
  "pane-settings-text":
    "Ces réglages sont gardés dans ce classeur, feuille « Options Ordiclasse », et imprimés sur la feuille « Contrôles ».",
  "pane-settings-besancon": "Écoles de Besançon",
  "pane-settings-besancon-like-others": "facturées comme les autres",
  "pane-settings-besancon-cagb-share-only": "part de la CAGB seule",
  "pane-settings-besancon-left-out": "non facturées",
  "pane-settings-unit": "Pack logiciel et serveur standard",
  "pane-settings-unit-school": "un par école au plus",
  "pane-settings-unit-each": "à l’unité",
  "pane-settings-print": "Ajouter une feuille unique pour imprimer toutes les fiches",
  "pane-settings-auto-open-refused":
    "Excel a refusé ce changement : la case dit ce qui vaut pour ce classeur. Ouvrez le volet depuis l’onglet Ordiclasse.",
  "pane-settings-auto-open": "Ouvrir le volet avec ce classeur",
  "pane-settings-name": "Signataire de l’état liquidatif",
  "pane-settings-name-wanted": "Donnez aussi le nom du signataire, ou effacez sa qualité et sa délégation.",
  "pane-settings-post": "Qualité du signataire",
  "pane-settings-delegation": "Délégation",
  "pane-settings-keys": "Écoles partagées entre communes (RPI)",
  "pane-settings-no-key": "Aucune clé de répartition : chaque école est à la charge de la commune qui l’accueille.",
  "pane-settings-key": "{school} ({commune}) : {shares}",
  "pane-settings-share": "{commune} {weight}",
  "pane-settings-open-sheet": "Ouvrir la feuille « {sheet} »",
  "pane-settings-make-sheet": "Créer la feuille « Options Ordiclasse »",
  "pane-settings-save": "Enregistrer",
  "pane-settings-leave": "Ne rien enregistrer",
  "pane-settings-unread": "Lecture des réglages du classeur…",
  "pane-settings-reread": "Relire les réglages",
} as const;

export const en = {
  "pane-settings-text":
    "These settings are kept in this workbook, sheet “Options Ordiclasse”, and printed on the sheet “Contrôles”.",
  "pane-settings-besancon": "Schools of Besançon",
  "pane-settings-besancon-like-others": "billed like the others",
  "pane-settings-besancon-cagb-share-only": "CAGB share only",
  "pane-settings-besancon-left-out": "not billed",
  "pane-settings-unit": "Software pack and standard server",
  "pane-settings-unit-school": "one a school at most",
  "pane-settings-unit-each": "per unit",
  "pane-settings-print": "Add a single sheet to print all rebilling sheets",
  "pane-settings-auto-open-refused":
    "Excel refused this change: the box says what holds for this workbook. Open the pane from the Ordiclasse tab.",
  "pane-settings-auto-open": "Open the pane with this workbook",
  "pane-settings-name": "Signatory of the claim statement (état liquidatif)",
  "pane-settings-name-wanted": "Give the signatory’s name too, or clear the position and the delegation.",
  "pane-settings-post": "Position of the signatory",
  "pane-settings-delegation": "Delegation",
  "pane-settings-keys": "Schools shared by communes (RPI)",
  "pane-settings-no-key": "No sharing key: each school is borne by the commune that hosts it.",
  "pane-settings-key": "{school} ({commune}): {shares}",
  "pane-settings-share": "{commune} {weight}",
  "pane-settings-open-sheet": "Open the sheet “{sheet}”",
  "pane-settings-make-sheet": "Make the sheet “Options Ordiclasse”",
  "pane-settings-save": "Save",
  "pane-settings-leave": "Save nothing",
  "pane-settings-unread": "Reading the workbook’s settings…",
  "pane-settings-reread": "Read the settings again",
} as const satisfies Record<keyof typeof fr, string>;

/** A code of the screen « Réglages ». */
export type SettingsCode = keyof typeof fr;

/** As `message`, with the texts of the screen « Réglages », which come with it. */
export const settingsMessage = lazyTexts<SettingsCode>({ fr, en });

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
  "pane-particulars": "Mentions des documents : {given} sur {total} données",
  "pane-particulars-text":
    "Ni la délibération ni la convention ne les disent. Ce qui n’est pas donné est laissé en pointillés sur l’état, à remplir à la main.",
  "pane-particulars-titre": "Titre",
  "pane-particulars-parties": "Parties",
  "pane-particulars-signature": "Signature",
  "pane-particulars-convention": "Convention",
  "pane-particular-dated": "{label} (jj/mm/aaaa)",
  "pane-particular-dots": "laissé en pointillés sur l’état",
  "pane-particular-nothing": "non mentionné sur l’état",
  "pane-particular-from-convention": "comme le dit la convention",
  "pane-particular-first-number": "le premier de l’année : {year}-01",
  "pane-particular-bad-date":
    "Ce n’est pas une date. Écrivez le jour, le mois et l’année, par exemple 14/11/2014 ; ou effacez.",
  "pane-particular-bad-siret-figures":
    "Un SIRET a quatorze chiffres ; celui-ci en a {count}. Recopiez-le du répertoire Sirene, ou effacez-le.",
  "pane-particular-bad-siret-key":
    "Un chiffre au moins est faux : le dernier, qui sert de clé, ne correspond pas aux autres. Recopiez le SIRET du répertoire Sirene, ou effacez-le.",
  "pane-particular-bad-siret-of-another":
    "Ce n’est pas un SIRET de {party} : il commencerait par son SIREN, {siren}. Corrigez-le, ou effacez-le.",
  "pane-particular-state-number": "État n°",
  "pane-particular-established-on": "Établi le",
  "pane-particular-budget": "Budget",
  "pane-particular-service": "Service émetteur",
  "pane-particular-contact": "Affaire suivie par",
  "pane-particular-creditor-address": "Adresse du créancier",
  "pane-particular-creditor-siret": "SIRET du créancier",
  "pane-particular-debtor-address": "Adresse du débiteur",
  "pane-particular-debtor-siret": "SIRET du débiteur",
  "pane-particular-debtor-chorus": "Service Chorus du débiteur",
  "pane-particular-session-on": "Séance du conseil",
  "pane-particular-convention-on": "Convention signée le",
  "pane-particular-convention-article": "Article de la convention",
  "pane-particular-renewed-on": "Reconduction décidée le",
  "pane-particular-credit-line-code": "Code ligne de l’imputation",
  "pane-particular-credit-line-service": "Service de l’imputation",
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
  "pane-particulars": "Particulars of the documents: {given} of {total} given",
  "pane-particulars-text":
    "Neither the act nor the convention says them. What is not given is left as dots on the statement, to be filled in by hand.",
  "pane-particulars-titre": "Revenue claim (titre)",
  "pane-particulars-parties": "Parties",
  "pane-particulars-signature": "Signature",
  "pane-particulars-convention": "Convention",
  "pane-particular-dated": "{label} (dd/mm/yyyy)",
  "pane-particular-dots": "left as dots on the statement",
  "pane-particular-nothing": "not mentioned on the statement",
  "pane-particular-from-convention": "as the convention says",
  "pane-particular-first-number": "the first of the year: {year}-01",
  "pane-particular-bad-date":
    "This is no date. Write the day, the month and the year, for example 14/11/2014; or clear it.",
  "pane-particular-bad-siret-figures":
    "A SIRET has fourteen figures; this one has {count}. Copy it from the Sirene register, or clear it.",
  "pane-particular-bad-siret-key":
    "At least one figure is wrong: the last one, which is a key, does not match the others. Copy the SIRET from the Sirene register, or clear it.",
  "pane-particular-bad-siret-of-another":
    "This is no SIRET of {party}: it would begin with its SIREN, {siren}. Correct it, or clear it.",
  "pane-particular-state-number": "Statement no. (état n°)",
  "pane-particular-established-on": "Established on",
  "pane-particular-budget": "Budget",
  "pane-particular-service": "Issuing department",
  "pane-particular-contact": "Contact person",
  "pane-particular-creditor-address": "Address of the creditor",
  "pane-particular-creditor-siret": "SIRET of the creditor",
  "pane-particular-debtor-address": "Address of the debtor",
  "pane-particular-debtor-siret": "SIRET of the debtor",
  "pane-particular-debtor-chorus": "Chorus service of the debtor",
  "pane-particular-session-on": "Council meeting",
  "pane-particular-convention-on": "Convention signed on",
  "pane-particular-convention-article": "Article of the convention",
  "pane-particular-renewed-on": "Renewal decided on",
  "pane-particular-credit-line-code": "Line code of the credit line",
  "pane-particular-credit-line-service": "Service of the credit line",
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

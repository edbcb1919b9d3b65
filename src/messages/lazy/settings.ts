import { byLanguage } from "../by-language";
import { lazyTexts } from "../catalogue";

/** Texts of the screen « Réglages ». */
export const { fr, en } = byLanguage({
  "pane-settings-text": [
    "Ces réglages sont gardés dans ce classeur, feuille « Options [Ordiclasse] », et imprimés sur la feuille « Contrôles ».",
    "These settings are kept in this workbook, sheet “Options [Ordiclasse]”, and printed on the sheet “Contrôles”.",
  ],
  "pane-setting-besancon": ["[Écoles] [de Besançon]", "[Schools] of [Besançon]"],
  "pane-setting-besancon-like-others": ["[école:facturées|facturés] comme les autres", "billed like the others"],
  "pane-setting-besancon-cagb-share-only": ["part [de la CAGB] seule", "[CAGB] share only"],
  "pane-setting-besancon-left-out": ["non [école:facturées|facturés]", "not billed"],
  "pane-setting-school-unit": ["Prestations plafonnées par [école]", "Services capped by [school]"],
  "pane-setting-school-unit-one": ["plafond appliqué", "cap applied"],
  "pane-setting-school-unit-each": ["à l’unité", "per unit"],
  "pane-setting-printable-fiches": [
    "Ajouter une feuille unique pour imprimer toutes les fiches",
    "Add a single sheet to print all rebilling sheets",
  ],
  "pane-settings-auto-open-refused": [
    "Excel a refusé ce changement : la case dit ce qui vaut pour ce classeur. Ouvrez le volet depuis l’onglet [Ordiclasse].",
    "Excel refused this change: the box says what holds for this workbook. Open the pane from the [Ordiclasse] tab.",
  ],
  "pane-settings-auto-open": ["Ouvrir le volet avec ce classeur", "Open the pane with this workbook"],
  "pane-settings-name": ["Signataire de l’état liquidatif", "Signatory of the claim statement (état liquidatif)"],
  "pane-settings-name-wanted": [
    "Donnez aussi le nom du signataire, ou effacez sa qualité et sa délégation.",
    "Give the signatory’s name too, or clear the position and the delegation.",
  ],
  "pane-settings-post": ["Qualité du signataire", "Position of the signatory"],
  "pane-settings-delegation": ["Formule de délégation", "Delegation wording"],
  "pane-particulars": [
    "Mentions des documents : {given} sur {total} données",
    "Particulars of the documents: {given} of {total} given",
  ],
  "pane-particulars-text": [
    "Elles s’impriment sur les documents et ne changent aucun montant. Ce qui n’est pas donné est laissé en pointillés sur l’état, à remplir à la main.",
    "They are printed on the documents and change no amount. What is not given is left as dots on the statement, to be filled in by hand.",
  ],
  "pane-particulars-titre": ["Titre", "Revenue claim (titre)"],
  "pane-particulars-parties": ["Parties", "Parties"],
  "pane-particulars-signature": ["Signature", "Signature"],
  "pane-particulars-convention": ["Convention", "Convention"],
  "pane-particulars-correction": ["Rectificatif", "Correction"],
  "pane-particular-dated": ["{label} (jj/mm/aaaa)", "{label} (dd/mm/yyyy)"],
  "pane-particular-dots": ["laissé en pointillés sur l’état", "left as dots on the statement"],
  "pane-particular-correction-dots": ["laissé en pointillés sur le rectificatif", "left as dots on the correction"],
  "pane-particular-nothing": ["non mentionné sur l’état", "not mentioned on the statement"],
  "pane-particular-from-convention": ["comme le dit la convention", "as the convention says"],
  "pane-particular-first-number": ["le premier de l’année : {year}-01", "the first of the year: {year}-01"],
  "pane-particular-first-rank": [
    "R1, ou celui qui suit le dernier rectificatif",
    "R1, or the one after the last correction",
  ],
  "pane-particular-bad-rank": [
    "Ce n’est pas un rang. Écrivez R1 pour un premier rectificatif, R2 pour le suivant ; ou effacez.",
    "This is no rank. Write R1 for a first correction, R2 for the next one; or clear it.",
  ],
  "pane-particular-bad-year": [
    "Ce n’est pas un exercice. Écrivez une année, par exemple 2015 ; ou effacez.",
    "This is no financial year. Write a year, for example 2015; or clear it.",
  ],
  "pane-particular-bad-date": [
    "Ce n’est pas une date. Écrivez le jour, le mois et l’année, par exemple 14/11/2014 ; ou effacez.",
    "This is no date. Write the day, the month and the year, for example 14/11/2014; or clear it.",
  ],
  "pane-particular-bad-siret-figures": [
    "Un SIRET a quatorze chiffres ; celui-ci en a {count}. Recopiez-le du répertoire Sirene, ou effacez-le.",
    "A SIRET has fourteen figures; this one has {count}. Copy it from the Sirene register, or clear it.",
  ],
  "pane-particular-bad-siret-key": [
    "Un chiffre au moins est faux : le dernier, qui sert de clé, ne correspond pas aux autres. Recopiez le SIRET du répertoire Sirene, ou effacez-le.",
    "At least one figure is wrong: the last one, which is a key, does not match the others. Copy the SIRET from the Sirene register, or clear it.",
  ],
  "pane-particular-bad-siret-of-another": [
    "Ce n’est pas un SIRET de {party} : il commencerait par son SIREN, {siren}. Corrigez-le, ou effacez-le.",
    "This is no SIRET of {party}: it would begin with its SIREN, {siren}. Correct it, or clear it.",
  ],
  "pane-particular-state-number": ["État n°", "Statement no. (état n°)"],
  "pane-particular-established-on": ["Établi le", "Established on"],
  "pane-particular-budget": ["Budget", "Budget"],
  "pane-particular-service": ["Service émetteur", "Issuing department"],
  "pane-particular-contact": ["Affaire suivie par", "Contact person"],
  "pane-particular-creditor-address": ["Adresse du créancier", "Address of the creditor"],
  "pane-particular-creditor-siret": ["SIRET du créancier", "SIRET of the creditor"],
  "pane-particular-debtor-address": ["Adresse du débiteur", "Address of the debtor"],
  "pane-particular-debtor-siret": ["SIRET du débiteur", "SIRET of the debtor"],
  "pane-particular-debtor-chorus": ["Service Chorus du débiteur", "Chorus service of the debtor"],
  "pane-particular-signatory-first-name": ["Prénom du signataire", "First name of the signatory"],
  "pane-particular-delegation-number": ["Arrêté de délégation n°", "Delegation order no. (arrêté)"],
  "pane-particular-delegation-on": ["Arrêté de délégation du", "Delegation order dated"],
  "pane-particular-session-on": ["Séance du conseil", "Council meeting"],
  "pane-particular-convention-on": ["Convention signée le", "Convention signed on"],
  "pane-particular-convention-article": ["Article de la convention", "Article of the convention"],
  "pane-particular-renewed-on": ["Reconduction décidée le", "Renewal decided on"],
  "pane-particular-credit-line-code": ["Code ligne de l’imputation", "Line code of the credit line"],
  "pane-particular-credit-line-service": ["Service de l’imputation", "Service of the credit line"],
  "pane-particular-rectification-rank": ["Rang", "Rank"],
  "pane-particular-rectification-year": ["Exercice d’émission", "Financial year of issue"],
  "pane-particular-rectification-reason": ["Motif", "Reason"],
  "pane-particular-complement-reason": ["Motif du complément", "Reason for the complement"],
  "pane-settings-convention": [
    "Écrire la convention, ses prix, ses membres",
    "Write the convention, its prices, its members",
  ],
  "pane-settings-keys": ["[Écoles partagées|partagés] entre [communes] (RPI)", "[Schools] shared by [communes] (RPI)"],
  "pane-settings-no-key": [
    "Aucune clé de répartition : chaque [école] est à la charge [de la commune] qui l’accueille.",
    "No sharing key: each [school] is borne by the [commune] that hosts it.",
  ],
  "pane-settings-key": ["{school} ({commune}) : {shares}", "{school} ({commune}): {shares}"],
  "pane-settings-share": ["{commune} {weight}", "{commune} {weight}"],
  "pane-settings-open-sheet": ["Ouvrir la feuille « {sheet} »", "Open the sheet “{sheet}”"],
  "pane-settings-make-sheet": ["Créer la feuille « Options [Ordiclasse] »", "Make the sheet “Options [Ordiclasse]”"],
  "pane-settings-save": ["Enregistrer", "Save"],
  "pane-settings-leave": ["Ne rien enregistrer", "Save nothing"],
  "pane-settings-unread": ["Lecture des réglages du classeur…", "Reading the workbook’s settings…"],
  "pane-settings-reread": ["Relire les réglages", "Read the settings again"],
  "pane-earlier-title": ["Choix d’une autre année", "Choices of another year"],
  "pane-earlier-text": [
    "Choisissez le classeur d’alors : ses choix et ses mentions sont proposés un à un, avec ce qui y est écrit. Rien n’est repris sans vous.",
    "Choose the workbook of then: its choices and particulars are proposed one by one, with what is written there. Nothing is taken without you.",
  ],
  "pane-earlier-pick": ["Chercher dans un autre classeur…", "Look in another workbook…"],
  "pane-earlier-left-one": [
    "« {file} » : {count} choix à reprendre ou non.",
    "“{file}”: {count} choice to take or not.",
  ],
  "pane-earlier-left-other": [
    "« {file} » : {count} choix à reprendre ou non.",
    "“{file}”: {count} choices to take or not.",
  ],
  "pane-earlier-none": ["« {file} » : plus rien à reprendre ici.", "“{file}”: nothing left to take here."],
  "pane-earlier-take": ["Reprendre", "Take"],
  "pane-earlier-take-name": ["Reprendre {label} : {written}", "Take {label}: {written}"],
  "pane-earlier-decline": ["Non", "No"],
  "pane-earlier-decline-name": ["Non, laisser {label} : {written}", "No, leave {label}: {written}"],
});

/** A code of the screen « Réglages ». */
export type SettingsCode = keyof typeof fr;

/** Like `message`, with the texts of the screen « Réglages », loaded with it. */
export const settingsMessage = lazyTexts<SettingsCode>({ fr, en });

/** Texts of the states of `src/taskpane` that are seldom met: a first try, no inventory, pupils' names. */
export const taskpaneStates = {
  "pane-act-example": "Essayer avec un exemple",
  "pane-example-opened":
    "L’exemple s’ouvre dans un nouveau classeur : dans son onglet Ordiclasse, choisissez « Ouvrir le volet », puis la campagne 2014.",
  "pane-example-not-opened":
    "L’exemple n’a pas pu être ouvert. Vérifiez la connexion à l’intranet et les fenêtres que le navigateur bloque, puis réessayez ; ou téléchargez-le à l’adresse {file} et ouvrez-le dans Excel.",
  "pane-act-template": "Insérer un modèle",
  "pane-template-hint":
    "« Insérer un modèle » ajoute une feuille vide avec les titres attendus, une école par ligne. Vos feuilles ne changent pas.",
  "pane-template-added": "Feuille « {sheet} » ajoutée : remplissez une ligne par école, puis choisissez « Relire ».",
  "pane-untaken-see-one": "Voir la feuille lue ({count})",
  "pane-untaken-see-other": "Voir les feuilles lues ({count})",
  "pane-untaken-line": "{sheet} : {why}",
  "pane-untaken-generated": "document produit par Ordiclasse.",
  "pane-untaken-settings": "réglages d’Ordiclasse.",
  "pane-untaken-hidden": "feuille masquée ; affichez-la pour qu’elle soit lue.",
  "pane-untaken-empty": "feuille vide.",
  "pane-untaken-no-equipment":
    "des communes ou des écoles y sont nommées, mais aucun titre ne désigne un matériel ou un effectif.",
  "pane-untaken-no-place": "un matériel ou un effectif y est nommé, mais ni commune ni école.",
  "pane-untaken-no-table":
    "des communes ou des écoles et du matériel y sont nommés, mais pas sous des titres de colonnes.",
  "pane-untaken-nothing": "ni commune, ni école, ni matériel.",
  "pane-pupils-title": "Données d’élèves présentes",
  "pane-pupils-text":
    "La feuille {sheet} est une liste d’élèves : seul leur nombre par école est compté, aucun nom n’est copié. Pour qu’elle ne soit pas lue, masquez-la, puis choisissez « Relire ».",
  "pane-edited-title-one": "1 feuille modifiée à la main",
  "pane-edited-title-other": "{count} feuilles modifiées à la main",
  "pane-edited-text":
    "Rien n’est encore écrit. Ces feuilles ne sont plus telles qu’Ordiclasse les avait écrites : ces saisies disparaîtraient. Une copie est gardée : « Annuler la génération » les remet en place, tant que ce volet est ouvert.",
  "pane-edited-replaced": "Elle serait remplacée.",
  "pane-edited-gone": "Elle serait retirée : cette commune n’est plus facturée.",
  "pane-edited-cells": "Cellules modifiées :",
  "pane-edited-more-one": "et 1 autre.",
  "pane-edited-more-other": "et {count} autres.",
  "pane-edited-replace": "Remplacer quand même",
  "pane-edited-keep": "Les garder",
} as const;

import { byLanguage } from "../by-language";
import { lazyTexts } from "../catalogue";

/** Texts of the work that a browser keeps. */
export const { fr, en } = byLanguage({
  "kept-time": ["{hours} h {minutes}", "{hours}:{minutes}"],
  "kept-title": ["Reprendre le travail de {time} ?", "Go on with the work of {time}?"],
  "kept-title-day": ["Reprendre le travail du {day}, {time} ?", "Go on with the work of {day}, {time}?"],
  "kept-cells-one": ["{count} cellule modifiée", "{count} cell changed"],
  "kept-cells-other": ["{count} cellules modifiées", "{count} cells changed"],
  "kept-choices-one": ["{count} choix", "{count} choice"],
  "kept-choices-other": ["{count} choix", "{count} choices"],
  "kept-total": ["titre {total}", "claim {total}"],
  "kept-provisional": ["titre provisoire {total}", "provisional claim {total}"],
  "kept-points-one": ["{count} point à corriger", "{count} point to correct"],
  "kept-points-other": ["{count} points à corriger", "{count} points to correct"],
  "kept-documents": ["documents à générer de nouveau", "documents to generate again"],
  "kept-issued": [
    "L’état n° {number}, version {version}, de la campagne {campaign} a été émis le {date}{?total:, pour {total}}. « Reprendre » le garde inscrit au Journal ; « Oublier » ne le laisse que dans un fichier enregistré depuis.",
    "Statement no. {number}, version {version}, of campaign {campaign} was issued on {date}{?total:, for {total}}. “Go on” keeps it in the Journal; “Forget” leaves it only in a file saved since.",
  ],
  "kept-without": [
    "Non gardé, pour ne garder aucun nom d’élève : {sheets}.",
    "Not kept, so that no pupil’s name is: {sheets}.",
  ],
  "kept-how": [
    "Ce navigateur a gardé les changements et les choix, pas le fichier : choisissez de nouveau « {file} »{?others:, avec {others}}.",
    "This browser kept the changes and the choices, not the file: choose “{file}” again{?others:, with {others}}.",
  ],
  "kept-choose": ["Reprendre avec « {file} »…", "Go on with “{file}”…"],
  "kept-resume": ["Reprendre", "Go on"],
  "kept-forget": ["Oublier", "Forget"],
  "kept-other-file": [
    "« {file} » n’est pas le fichier de ce travail : il a changé depuis, ou c’en est un autre. Choisissez le fichier d’alors, ou ouvrez celui-ci sans ce travail.",
    "“{file}” is not the file of that work: it changed since, or it is another one. Choose the file of then, or open this one without that work.",
  ],
  "kept-partial": [
    "Une partie du travail gardé n’a pas pu être refaite dans ce fichier : vérifiez les dernières corrections.",
    "Part of the work that was kept could not be done again in this file: check the last corrections.",
  ],
  "kept-unsaved": ["à enregistrer ; gardé ici à {time}", "to be saved; kept here at {time}"],
});

/** A code of the work that a browser keeps. */
export type KeptCode = keyof typeof fr;

/** As `message`, with the texts of the work that a browser keeps. */
export const keptMessage = lazyTexts<KeptCode>({ fr, en });

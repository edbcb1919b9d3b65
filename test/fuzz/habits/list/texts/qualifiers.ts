import type { Dice } from "../../dice";
import { knownMakers, models, products, unknownMakers } from "../../words/makers";
import { adjectives, nouns, participles } from "../../words/nouns";
import { fullName, person, room } from "../../words/speech";
import type { Equipment } from "../../truth";

const everywhere = ["salle informatique", "toutes salles", "salle des maîtres", "BCD", "salles de classe"];

/**
 * Words put after a prestation that say one thing, whole: what is counted is what the prestation says. A heading is of every
 * school, a label of one, which has rooms of its own.
 */
export function readQualifier(code: Equipment, dice: Dice, of: "heading" | "label" = "heading"): string {
  const common = [
    () => `(${of === "label" ? room(dice) : dice.one(everywhere)})`,
    () => ` – ${of === "label" ? room(dice) : dice.one(everywhere)}`,
    () => `(suivi par ${person(dice)})`,
    () => ` – ${person(dice)}`,
    () => `(saisie ${fullName(dice)})`,
    () => `(marque ${dice.one(unknownMakers)})`,
    () =>
      dice.one([
        "(toutes salles)",
        " – tous étages",
        "(tous bâtiments)",
        ", quantité constatée",
        "(comptage sur place)",
      ]),
    () => dice.one(["(source : GLPI)", "(source : directrice)", " – nombre relevé sur place", "(en unités)", "(nb)"]),
  ];
  return dice.one([...common, ...(ownQualifiers[code] ?? []).map((text) => () => withModel(text, dice))])();
}

const ownQualifiers: Partial<Record<Equipment, readonly string[]>> = {
  POSTE_STD: [
    "(UC + écran)",
    "(UC, écran, clavier, souris)",
    "(unité centrale et écran)",
    "(dont direction)",
    "(dont salle informatique)",
    "(hors tablettes)",
    "(hors TBI)",
    "(hors vidéoprojecteurs)",
    " non réformés",
    " hors réformés",
    " hors stock",
    "(élèves et enseignants)",
    "({maker} {model})",
    "(ex. : {maker} {model})",
    " – {maker}",
  ],
  IMPRIMANTE: ["(hors laser)", " hors laser", "({maker})", "(A4)", "(couleur)"],
  SERVEUR_STD: ["(avec onduleur)", "(local technique)", "(Kwartz)", "({maker} {model})", "(hors NAS)"],
  LOGICIEL_SPEC: ["({product}, {product}…)", "(dont {product})"],
  SERVEUR_SPEC: ["({maker})", "(local technique)"],
  POSTE_SPEC: ["({maker} {model})", "(dont direction)"],
};

function withModel(text: string, dice: Dice): string {
  return text
    .replaceAll("{maker}", () => dice.one(knownMakers))
    .replaceAll("{model}", () => dice.one(models))
    .replaceAll("{product}", () => dice.one(products));
}

/** Words after a prestation of which one is of no list: nobody can say what is counted. */
export function unreadQualifier(dice: Dice): string {
  const noun = dice.one(nouns);
  const adjective = dice.one(adjectives);
  return dice.one([
    `(${noun})`,
    ` ${adjective}`,
    ` avec ${noun}`,
    ` sans ${noun}`,
    ` hors ${noun}`,
    ` (hors ${noun})`,
    ` sauf ${noun}`,
    ` + ${noun}`,
    ` (y compris ${noun})`,
    ` non ${dice.one(participles)}`,
    ` – ${noun}`,
    ` de type ${noun.replace(/s$/, "")}`,
  ]);
}

/** What a person understands, and another one otherwise. */
export const oddQualifiers = [
  "(réformes déduites)",
  " achetés en 2012",
  "(prix 31,60)",
  " (hors achats de la mairie)",
  " et assimilés",
];

/** A prestation with a qualifier, spaced as people do. */
export function qualified(name: string, qualifier: string): string {
  return qualifier.startsWith("(") ? `${name} ${qualifier}` : `${name}${qualifier}`;
}

/** Numbers and letters before a name. */
export function numbering(index: number, dice: Dice): (name: string) => string {
  const roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"][index % 10]!;
  const way = dice.whole(0, 4);
  return (name) =>
    [
      `${String(index + 1).padStart(2, "0")} - ${name}`,
      `${roman} – ${name}`,
      `${index + 1}. ${name}`,
      `${String.fromCharCode(65 + index)}) ${name}`,
      `P${index + 1} ${name}`,
    ][way]!;
}

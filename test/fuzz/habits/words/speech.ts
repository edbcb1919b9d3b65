import type { Dice } from "../dice";
import { celebrities, firstNames, places, surnames, treacherousSurnames } from "./names";
import { adjectives, nouns } from "./nouns";
import { services } from "./offices";

/** One in four bears a word of inventories. */
function surname(dice: Dice): string {
  return dice.chance(0.25) ? dice.one(treacherousSurnames) : dice.one(surnames);
}

/** « Mme Quenot », « M. Neuf ». */
export function person(dice: Dice): string {
  return `${dice.one(["M.", "Mme", "Mme", "M.", "Monsieur", "Madame"])} ${surname(dice)}`;
}

export const fullName = (dice: Dice): string => `${dice.one(firstNames)} ${surname(dice)}`;

/** « salle Prévert », « classe de Mme Quenot », « bâtiment B, 1er étage ». */
export function room(dice: Dice): string {
  return dice.one([
    `salle ${dice.one(celebrities)}`,
    `salle ${dice.one(celebrities)}`,
    `salle ${dice.whole(1, 14)}`,
    `classe de ${person(dice)}`,
    `bâtiment ${dice.one(celebrities)}`,
    `bâtiment ${dice.one(["A", "B", "C"])}, ${dice.one(["rez-de-chaussée", "1er étage", "2e étage"])}`,
    "salle informatique",
    "salle polyvalente",
    "salle des maîtres",
    "BCD",
  ]);
}

/** « 12 rue de la Poste, 25000 Besançon », « 2, rue Mégevand – 25034 Besançon cedex ». */
function address(dice: Dice): string {
  const kind = dice.one(["rue", "avenue", "place", "chemin", "impasse", "boulevard", "allée"]);
  const of = dice.one([
    dice.one(celebrities),
    `de ${dice.one(["la Poste", "la Réserve", "l'Ancienne Gare", "la Pose", "la Mairie", "l'Entrepôt", "la République"])}`,
    `du ${dice.one(["Stock", "8 Mai 1945", "Retrait", "Pont Neuf", "Magasin", "Moulin", "Général Leclerc"])}`,
    `des ${dice.one(nouns)}`,
  ]);
  const town = dice.one(["25000 Besançon", "25034 Besançon cedex", "25009 Besançon Cedex", "25000 BESANÇON"]);
  return `${dice.whole(1, 98)}${dice.one(["", ",", " bis"])} ${kind} ${of}${dice.one([", ", " – "])}${town}`;
}

/** A day around the snapshot, as people write it. */
function day(dice: Dice, campaign: number): string {
  return dice.one([
    `${dice.whole(3, 28)}/11/${campaign}`,
    `${dice.whole(3, 28)} novembre ${campaign}`,
    `${dice.whole(10, 31)} octobre ${campaign}`,
  ]);
}

/** Fills the blanks of a text: {person}, {noun}… */
export function told(text: string, dice: Dice, campaign: number, other = "Besançon"): string {
  const fill: Readonly<Record<string, () => string>> = {
    person: () => person(dice),
    service: () => dice.one(services),
    address: () => address(dice),
    day: () => day(dice, campaign),
    celebrity: () => dice.one(celebrities),
    place: () => dice.one(places),
    noun: () => dice.one(nouns),
    adjective: () => dice.one(adjectives),
    campaign: () => String(campaign),
    before: () => String(campaign - 1),
    next: () => String(campaign + 1),
    other: () => other,
  };
  return text.replaceAll(/\{(\w+)\}/g, (blank, name: string) => fill[name]?.() ?? blank);
}

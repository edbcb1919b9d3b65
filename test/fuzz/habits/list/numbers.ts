import { cell } from "../model";
import type { Habit } from "./habit";
import { extraColumn } from "./tools";

const shown = ["school", "item"] as const;

const years = [
  extraColumn({
    name: "year-of-purchase",
    class: "S1",
    aspect: "years",
    rowIs: [...shown, "machine"],
    rows: 3,
    headers: ["Année d'achat", "Acheté en", "Année", "Achat"],
    cell: (_row, dice) => dice.whole(2005, 2011),
  }),
  extraColumn({
    name: "year-of-installation",
    class: "S1",
    aspect: "years",
    rowIs: shown,
    rows: 3,
    headers: ["Année installation", "Installé en", "Installation", "Serveur installé en"],
    cell: (_row, dice) => dice.whole(2005, 2011),
  }),
  extraColumn({
    name: "year-of-the-campaign",
    class: "S1",
    aspect: "years",
    rowIs: shown,
    rows: 3,
    may: "may-refuse",
    headers: ["Installé en", "Année installation", "Année d'achat"],
    cell: (_row, dice, index) => (index === 1 ? 2014 : dice.whole(2009, 2014)),
  }),
];

const first = (): number => 0;
const numbers = [
  extraColumn({
    name: "row-numbers",
    class: "S3",
    aspect: "numbers",
    rowIs: shown,
    headers: ["N°", "N° d'ordre", "Numéro"],
    place: first,
    cell: (_row, _dice, index) => index + 1,
  }),
  extraColumn({
    name: "school-codes",
    class: "S3",
    aspect: "numbers",
    rowIs: shown,
    headers: ["Code école", "Id", "N° école", "Identifiant"],
    place: first,
    cell: (_row, _dice, index) => 101 + index,
  }),
  extraColumn({
    name: "uai",
    class: "harmless",
    aspect: "numbers",
    rowIs: shown,
    headers: ["UAI", "RNE", "Code UAI"],
    place: first,
    cell: ({ school }) => school?.uai ?? null,
  }),
  extraColumn({
    name: "phone-numbers",
    class: "S3",
    aspect: "numbers",
    rowIs: ["school"],
    headers: ["Téléphone", "Tél.", "N° de téléphone"],
    cell: (_row, dice) =>
      dice.chance(0.5)
        ? 381_500_000 + dice.whole(0, 99_999)
        : `03 81 ${dice.whole(10, 99)} ${dice.whole(10, 99)} ${dice.whole(10, 99)}`,
  }),
];

const ratio = (value: number): number => Math.round(value * 10) / 10;
const measures = [
  extraColumn({
    name: "ratio",
    class: "refused",
    aspect: "measures",
    rowIs: ["school"],
    headers: ["Ratio élèves/poste", "Élèves par poste", "Ratio"],
    cell: ({ school }) => ratio(school!.pupils / school!.service.POSTE_STD),
  }),
  extraColumn({
    name: "percentage",
    class: "refused",
    aspect: "measures",
    rowIs: ["school"],
    headers: ["Taux d'équipement", "% équipé", "Part"],
    cell: (_row, dice) => cell(dice.whole(10, 100) / 100, "0%"),
  }),
  extraColumn({
    name: "surface",
    class: "harmless",
    aspect: "measures",
    rowIs: ["school"],
    headers: ["Surface (m²)", "Surface"],
    cell: (_row, dice) => dice.whole(150, 1800),
  }),
  extraColumn({
    name: "classes",
    class: "harmless",
    aspect: "measures",
    rowIs: ["school"],
    headers: ["Nb classes", "Nombre de classes", "Classes"],
    cell: ({ school }) => Math.ceil(school!.pupils / 24),
  }),
  extraColumn({
    name: "staff",
    class: "harmless",
    aspect: "measures",
    rowIs: ["school"],
    headers: ["Nb enseignants", "Nombre d'enseignants", "Enseignants"],
    cell: ({ school }) => Math.ceil(school!.pupils / 22),
  }),
  extraColumn({
    name: "age",
    class: "harmless",
    aspect: "measures",
    rowIs: ["school", "item"],
    headers: ["Âge moyen (ans)", "Âge", "Âge du parc"],
    cell: (_row, dice) => dice.whole(1, 9),
  }),
  extraColumn({
    name: "rank",
    class: "harmless",
    aspect: "measures",
    rowIs: ["school"],
    headers: ["Rang", "Classement"],
    cell: (_row, _dice, index) => index + 1,
  }),
  extraColumn({
    name: "unknown-numbers",
    class: "S4",
    aspect: "measures",
    rowIs: ["school"],
    headers: ["Débit (Mb/s)", "Étage", "Salles"],
    cell: (_row, dice) => dice.whole(1, 30),
  }),
];

export const numberHabits: readonly Habit[] = [...years, ...numbers, ...measures];

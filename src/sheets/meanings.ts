import type { ColumnMapping, Layout } from "../inventory";
import type { Grid } from "../tariff";
import { natureNames } from "./texts";

export const layoutNames: Readonly<Record<Layout, string>> = {
  "school-rows": "une école par ligne",
  "item-rows": "un article par ligne, avec sa quantité",
  "machine-rows": "une machine par ligne",
  "schools-across": "les écoles en colonnes",
  headcounts: "des effectifs",
  "pupil-list": "une liste d’élèves, comptés sans leur nom",
};

const roleNames: Readonly<Record<string, string>> = {
  commune: "commune",
  insee: "code INSEE",
  school: "école",
  "school-code": "code de l’école",
  level: "niveau",
  label: "désignation du matériel",
  nature: "nature : installation ou maintenance",
  quantity: "quantité",
  headcount: "effectif",
  "date-in": "date de mise en service",
  "date-out": "date de sortie",
  date: "date",
  status: "état du matériel",
  "inventory-number": "numéro d’inventaire",
  "serial-number": "numéro de série",
  entity: "entité",
  location: "lieu",
  campaign: "campagne",
  pupil: "élève",
  name: "nom",
  untariffed: "matériel sans tarif",
  ignored: "non utilisée",
  refused: "à préciser, non facturée",
};

/** What a column was taken for, in French; a role that has no wording is shown as it is named. */
export function meaningOf({ role, nature }: Pick<ColumnMapping, "role" | "nature">, grid: Grid): string {
  const prestation = grid.rows.find((row) => row.code === role)?.prestation;
  const part = role.startsWith("headcount-part") ? "partie de l’effectif" : role;
  const meaning = prestation ?? roleNames[role] ?? part;
  return nature === null ? meaning : `${meaning}, ${natureNames[nature].toLowerCase()}`;
}

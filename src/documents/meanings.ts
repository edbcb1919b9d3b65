import type { ColumnMapping, ColumnReason, Layout, TableKind } from "../inventory";
import type { Grid, Nature } from "../tariff";
import { natureNames } from "./texts";

export const layoutNames: Readonly<Record<Layout, string>> = {
  "school-rows": "une école par ligne",
  "item-rows": "un article par ligne, avec sa quantité",
  "machine-rows": "une machine par ligne",
  "schools-across": "les écoles en colonnes",
  headcounts: "des effectifs",
  "pupil-list": "une liste d’élèves, comptés sans leur nom",
  unknown: "des nombres dont la disposition n’est pas comprise",
};

/** What a table was taken for. */
export const kindNames: Readonly<Record<TableKind, string>> = {
  inventory: "matériel en service",
  installations: "installations",
  headcounts: "effectifs",
  "other-year": "autre année, laissé de côté",
  repeats: "répète un autre tableau, laissé de côté",
  "not-in-service": "pas en service, laissé de côté",
  model: "modèle, laissé de côté",
  hidden: "masqué, non lu",
  ignored: "laissé de côté par votre choix",
  unread: "non compris, non lu",
};

/** Why a column has no role. */
export const reasonNames: Readonly<Record<ColumnReason, string>> = {
  money: "montant, laissée de côté",
  year: "années, laissée de côté",
  identifier: "numéro, laissée de côté",
  ratio: "rapport, laissée de côté",
  contact: "coordonnées, laissée de côté",
  "other-date": "autre date, laissée de côté",
  total: "total, laissée de côté",
  remark: "remarque, laissée de côté",
  part: "partie d’une autre colonne, laissée de côté",
  "other-year": "autre année, laissée de côté",
  "out-of-service": "pas en service, laissée de côté",
  ignored: "non utilisée",
  unknown: "non reconnue, non facturée",
  refused: "à préciser, non facturée",
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
  const counted = nature ?? (prestation === undefined ? null : assumedNature(role));
  const part = role.startsWith("headcount-part") ? "partie de l’effectif" : role;
  const meaning = prestation ?? roleNames[role] ?? part;
  return counted === null ? meaning : `${meaning}, ${natureNames[counted].toLowerCase()}`;
}

/** The nature under which a column counts where its header says none: spare parts are a flow, pupils are no equipment. (decisions §2) */
function assumedNature(code: string): Nature | null {
  if (code === "PORTAIL") return null;
  return code === "PIECES" ? "installation" : "maintenance";
}

import type { Dice } from "../dice";
import { cell, line, table, type Cell, type Column, type Drawing, type Row, type Sheet, type Table } from "../model";
import { equipment, type Equipment, type Nature, type School, type Truth } from "../truth";

/** A way to keep an inventory: how a truth is drawn, before any habit. */
export interface Layout {
  readonly name: string;
  draw(truth: Truth, dice: Dice): Drawing;
}

/** What a row of an inventory calls each prestation. */
export const labels: Readonly<Record<Equipment, string>> = {
  PACK: "Pack logiciel / école",
  SERVEUR_STD: "Serveur standard / école",
  POSTE_STD: "Poste client standard",
  SERVEUR_SPEC: "Serveur spécifique",
  POSTE_SPEC: "Poste spécifique",
  LOGICIEL_SPEC: "Logiciel spécifique",
  IMPRIMANTE: "Imprimante jet encre",
  PIECES: "Pièces détachées",
};

/** What a column calls each prestation. */
export const headings: Readonly<Record<Equipment, string>> = {
  PACK: "Pack logiciel",
  SERVEUR_STD: "Serveur standard",
  POSTE_STD: "Postes clients standard",
  SERVEUR_SPEC: "Serveurs spécifiques",
  POSTE_SPEC: "Postes spécifiques",
  LOGICIEL_SPEC: "Logiciels spécifiques",
  IMPRIMANTE: "Imprimantes jet d'encre",
  PIECES: "Pièces détachées",
};

/** What a column calls what was installed of it. */
export const installedHeadings: Readonly<Record<Equipment, string>> = {
  PACK: "Pack logiciel installé",
  SERVEUR_STD: "Serveur standard installé",
  POSTE_STD: "Postes clients standard installés",
  SERVEUR_SPEC: "Serveurs spécifiques installés",
  POSTE_SPEC: "Postes spécifiques installés",
  LOGICIEL_SPEC: "Logiciels spécifiques installés",
  IMPRIMANTE: "Imprimantes jet d'encre installées",
  PIECES: "Pièces détachées",
};

/** What is in service, of what the truth has any. */
export function inService({ schools, packsShown }: Truth): Equipment[] {
  return equipment.filter(
    (code) => code !== "PIECES" && (code !== "PACK" || packsShown) && schools.some(({ service }) => service[code] > 0),
  );
}

export function installed({ schools }: Truth): Equipment[] {
  return equipment.filter((code) => schools.some((school) => school.installed[code] > 0));
}

export function count(school: School, code: Equipment, nature: Nature): number {
  return nature === "maintenance" ? school.service[code] : school.installed[code];
}

/** A quantity; none is left blank. */
export const quantity = (value: number): Cell => cell(value === 0 ? null : value);

export const communeColumn = (header = "Commune"): Column => ({ role: "commune", headers: [header] });
export const schoolColumn = (header = "École"): Column => ({ role: "school", headers: [header] });
export const headcountColumn = (header = "Élèves"): Column => ({ role: "headcount", headers: [header] });
export const otherColumn = (...headers: string[]): Column => ({ role: "other", headers });

export function quantityColumn(prestation: Equipment, nature: Nature, ...headers: string[]): Column {
  return { role: "quantity", prestation, nature, headers };
}

/** Columns of quantities, under their usual names. */
export function quantityColumns(truth: Truth, natures: readonly Nature[] = ["maintenance", "installation"]): Column[] {
  return natures.flatMap((nature) =>
    nature === "maintenance"
      ? inService(truth).map((code) => quantityColumn(code, nature, headings[code]))
      : installed(truth).map((code) => quantityColumn(code, nature, installedHeadings[code])),
  );
}

/** What a column says of a school. */
function schoolCell(school: School, column: Column): Cell {
  switch (column.role) {
    case "commune":
      return cell(school.commune[1]);
    case "school":
      return cell(school.name);
    case "headcount":
      return cell(school.pupils);
    case "quantity":
      return quantity(count(school, column.prestation!, column.nature!));
    default:
      return cell(null);
  }
}

/** A table of one row a school. */
export function schoolTable(kind: Table["kind"], schools: readonly School[], columns: Column[]): Table {
  const rows = schools.map((school): Row => ({
    kind: "data",
    school,
    cells: columns.map((one) => schoolCell(school, one)),
  }));
  return table(kind, "school", columns, rows);
}

export function headcountTable({ schools }: Truth, header = "Élèves"): Table {
  return schoolTable("headcounts", schools, [communeColumn(), schoolColumn(), headcountColumn(header)]);
}

export const headcountSheet = (truth: Truth): Sheet => sheet("Effectifs", headcountTable(truth));

export const sheet = (name: string, ...tables: Table[]): Sheet => ({ name, tables });

export const drawing = (truth: Truth, layout: string, ...sheets: Sheet[]): Drawing => ({
  truth,
  layout,
  sheets,
});

/** The schools, commune by commune. */
export function byCommune({ schools }: Truth): (readonly [commune: string, schools: School[]])[] {
  const found = new Map<string, School[]>();
  for (const school of schools) found.set(school.commune[1], [...(found.get(school.commune[1]) ?? []), school]);
  return [...found];
}

/** Lines above a table: each value in its cell. */
export const lines = (...texts: (readonly Cell["value"][] | string)[]): Cell[][] =>
  texts.map((text) => (typeof text === "string" ? (text === "" ? [] : line(text)) : line(...text)));

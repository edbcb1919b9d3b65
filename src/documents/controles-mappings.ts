import { Decimal } from "decimal.js";
import type { ColumnMapping, ColumnReason, Layout, Mapping, Reading, TableKind } from "../inventory";
import type { Grid, Nature } from "../tariff";
import { count, imported, linkToSource, text } from "./kit/cells";
import { breakWords, lettersAcross } from "./kit/measure";
import type { ModelCell } from "./kit/model";
import type { Page } from "./kit/page";
import { countFormat, styles } from "./kit/styles";
import { filesApart, natureNames } from "./kit/texts";

/**
 * What each table was taken for and why, and each of its columns, its role or the reason that it has none; tables that were
 * understood alike (a tab a commune) are told once, their numbers together. (decisions §4)
 */
export function writeMappings(draft: Page, reading: Reading, grid: Grid): void {
  draft.section("Tableaux et colonnes : ce qui a été compris");
  const alike = new Map<string, Mapping[]>();
  for (const mapping of reading.mappings) {
    const columns = mapping.columns.map((column) => [column.header, understood(column, grid)]);
    const likeness = JSON.stringify([mapping.kind, mapping.kindWords, mapping.layout, columns]);
    alike.set(likeness, [...(alike.get(likeness) ?? []), mapping]);
  }
  const files = filesApart(reading);
  for (const group of alike.values()) writeGroup(draft, group, grid, files);
  if (alike.size === 0) draft.add([text("Aucun tableau reconnu.", styles.line)]);
}

const namedSheets = 4;

function writeGroup(draft: Page, group: readonly Mapping[], grid: Grid, files: ReadonlySet<string>): void {
  const [first] = group;
  if (first === undefined) return;
  const named = group.slice(0, namedSheets).map(({ sheet, range }) => `${sheet.name}!${range}`);
  const others = group.length - named.length;
  const sheets = named.join(", ") + (others > 0 ? ` et ${others} autres feuilles semblables` : "");
  const why = first.kindWords === "" ? "" : ` («\u00a0${first.kindWords}\u00a0»)`;
  const saysNoMore = first.layout === "unknown" || (first.layout === "headcounts" && first.kind === "headcounts");
  const layout = saysNoMore ? "" : `, ${layoutNames[first.layout]}`;
  const heading = `${sheets}\u00a0: ${kindNames[first.kind]}${why}${layout}`;
  for (const line of breakWords(heading, lettersAcross(draft.widths, styles.group)))
    draft.band([imported(line, styles.group)], styles.group, true);
  if (first.columns.length === 0) return;
  const titles = [text("Titre", styles.header), text("Cellule", styles.header), text("Rôle ou raison", styles.header)];
  const numbers = [text("Nombres", styles.headerNumber), text("Somme", styles.headerNumber)];
  draft.band([...titles, ...numbers], styles.header, true);
  for (const [index, column] of first.columns.entries()) {
    const alike = group.flatMap(({ columns }) => columns[index] ?? []);
    // The last line never stands alone at the top of a page.
    const keep = index === first.columns.length - 2;
    draft.band(
      [
        imported(titleOf(column), styles.indented),
        linkToSource(
          column.cell,
          { ...first.sheet, sheet: first.sheet.name, cell: column.cell },
          styles.lineLink,
          files,
        ),
        text(understood(column, grid), styles.wrapped),
        ...numbersCells(alike),
      ],
      styles.line,
      keep,
    );
  }
}

/** « sans titre » : the lines of a form stand under no heading. */
function titleOf({ header }: ColumnMapping): string {
  const title = header.replace(/\s+/g, " ").trim();
  return title === "" ? "sans titre" : `«\u00a0${title}\u00a0»`;
}

/** The role of a column, or why it has none. */
function understood(column: ColumnMapping, grid: Grid): string {
  return column.why === null ? meaningOf(column, grid) : reasonNames[column.why];
}

const wholeSum = { ...styles.line, numberFormat: countFormat, align: "right" } as const;
const decimalSum = { ...wholeSum, numberFormat: "#,##0.00" } as const;

/** How many numbers stand under a heading, and their sum where it means something: dates have none. */
function numbersCells(columns: readonly ColumnMapping[]): ModelCell[] {
  const numbers = columns.reduce((total, column) => total + column.numbers, 0);
  const sum = columns.reduce((total, column) => total.plus(column.sum), new Decimal(0));
  const dated = columns.some(({ role, why }) => role.startsWith("date") || why === "other-date" || why === "year");
  if (numbers === 0) return [];
  return [
    count(numbers, styles.line),
    ...(dated ? [] : [{ value: sum.toNumber(), style: sum.isInteger() ? wholeSum : decimalSum }]),
  ];
}

const layoutNames: Readonly<Record<Layout, string>> = {
  "school-rows": "une école par ligne",
  "item-rows": "un article par ligne, avec sa quantité",
  "machine-rows": "une machine par ligne",
  "schools-across": "les écoles en colonnes",
  headcounts: "des effectifs",
  "pupil-list": "une liste d’élèves, comptés sans leur nom",
  unknown: "des nombres dont la disposition n’est pas comprise",
};

/** What a table was taken for. */
const kindNames: Readonly<Record<TableKind, string>> = {
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
const reasonNames: Readonly<Record<ColumnReason, string>> = {
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
function meaningOf({ role, nature }: Pick<ColumnMapping, "role" | "nature">, grid: Grid): string {
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

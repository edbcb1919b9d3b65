import { Decimal } from "decimal.js";
import { blockName } from "../cells";
import type { ColumnMapping, ColumnReason, InventoryReading, Layout, Mapping, TableKind } from "../inventory";
import { roleMessage, type Speech } from "../messages";
import { isColumnRole } from "../options";
import type { Statement } from "../statement";
import type { Grid } from "../tariff";
import { imported, linkToSource, text, type PageCell } from "./kit/cells";
import { breakWords, lettersAcross } from "./kit/measure";
import type { Page } from "./kit/page";
import { speechIn, type Say } from "./kit/say";
import { beside, countFormat, styles } from "./kit/styles";
import { columnHelper, table } from "./kit/table";
import { externalFiles, natureNames } from "./kit/texts";

/** A column of the first of several tables understood alike, with the same column in each of them. */
interface AlikeColumns {
  readonly sheet: Mapping["sheet"];
  readonly column: ColumnMapping;
  readonly alike: readonly ColumnMapping[];
}

/**
 * Writes the kind of each table and its reason, and the role of each column or the reason why it has none. Tables that
 * were understood alike (one tab per commune) are written once, with their numbers added up. (decisions §4)
 */
export function writeMappings(page: Page, reading: InventoryReading, { grid, campaign }: Statement): void {
  const files = externalFiles(reading);
  const speech = speechIn(campaign);
  const column = columnHelper<AlikeColumns>();
  const columns = table({
    columns: {
      title: column.imported("Titre", null, (row) => titleOf(row.column), styles.indented),
      role: column.text("Rôle ou raison", null, (row) => understood(row.column, grid, speech), styles.wrapped),
      cell: column.cell("Cellule", null, (row) => cellLink(row, files), "beside"),
      numbers: column.count("Nombres", null, ({ alike }) => countNumbers(alike) || null),
      counted: column.cell("Facturé", null, ({ alike }) => sumCell(alike, ({ counted }) => counted)),
      left: column.cell("De côté", null, ({ alike }) => sumCell(alike, ({ leftOut }) => leftOut)),
    },
  });
  page.section("Tableaux et colonnes : ce qui a été compris");
  const groups = new Map<string, Mapping[]>();
  for (const mapping of reading.mappings) {
    const meanings = mapping.columns.map((column) => [column.header, understood(column, grid, speech)]);
    const likeness = JSON.stringify([mapping.kind, mapping.kindWords, mapping.layout, meanings]);
    groups.set(likeness, [...(groups.get(likeness) ?? []), mapping]);
  }
  for (const group of groups.values()) {
    const [first] = group;
    for (const line of breakWords(groupTitle(group, page.say), lettersAcross(page.widths, styles.group)))
      page.band([imported(line, styles.group)], styles.group, true);
    if (first!.columns.length === 0) continue;
    const rows = first!.columns.map((column, index) => ({
      sheet: first!.sheet,
      column,
      alike: group.flatMap((one) => one.columns[index] ?? []),
    }));
    // The last line is never alone at the top of a page.
    columns.write(page, rows, { keep: (row) => row === rows.at(-2) });
  }
  if (groups.size === 0) page.add([text("Aucun tableau reconnu.", styles.line)]);
}

function cellLink({ sheet: { file, name }, column: { cell } }: AlikeColumns, files: ReadonlySet<string>): PageCell {
  return linkToSource(cell, { file, sheet: name, cell }, beside(styles.lineLink), files);
}

/** Sheets that the title of a group names. */
const namedSheets = 4;

function groupTitle(group: readonly Mapping[], say: Say): string {
  const { kind, kindWords, layout } = group[0]!;
  const named = group.slice(0, namedSheets).map(({ sheet, block }) => `${sheet.name}!${blockName(block)}`);
  const others = group.length - named.length;
  const sheets = named.join(", ") + (others > 0 ? ` et ${others} autres feuilles semblables` : "");
  const why = kindWords === "" ? "" : ` («\u00a0${kindWords}\u00a0»)`;
  const isKindEnough = layout === "unknown" || (layout === "headcounts" && kind === "headcounts");
  return `${sheets}\u00a0: ${kindNames[kind]}${why}${isKindEnough ? "" : `, ${say(layoutNames[layout])}`}`;
}

/** Returns the title of a column in quotes; « sans titre » when it has none, as in forms. */
function titleOf({ header }: ColumnMapping): string {
  const title = header.replace(/\s+/g, " ").trim();
  return title === "" ? "sans titre" : `«\u00a0${title}\u00a0»`;
}

/** Returns the role of a column, or the reason why it has none. */
function understood(column: ColumnMapping, grid: Grid, speech: Speech): string {
  return column.why === null ? meaningOf(column, grid, speech) : reasonNames[column.why];
}

const wholeSum = { ...styles.line, numberFormat: countFormat, align: "right" } as const;
const decimalSum = { ...wholeSum, numberFormat: "#,##0.00" } as const;

/** Returns the count of numbers under a heading. */
function countNumbers(columns: readonly ColumnMapping[]): number {
  return columns.reduce((total, column) => total + column.numbers, 0);
}

/** Returns the cell of the sum of some columns; null when they hold dates, whose sum means nothing, or no number. */
function sumCell(columns: readonly ColumnMapping[], of: (column: ColumnMapping) => Decimal | number): PageCell | null {
  const isDated = columns.some(({ role, why }) => role.startsWith("date") || why === "other-date" || why === "year");
  if (isDated || countNumbers(columns) === 0) return null;
  const sum = columns.reduce((total, column) => total.plus(of(column)), new Decimal(0));
  return { value: sum.toNumber(), style: sum.isInteger() ? wholeSum : decimalSum };
}

const layoutNames: Readonly<Record<Layout, string>> = {
  "school-rows": "[une école] par ligne",
  "item-rows": "un article par ligne, avec sa quantité",
  "machine-rows": "une machine par ligne",
  "schools-across": "[les écoles] en colonnes",
  headcounts: "des effectifs",
  "pupil-list": "une liste d’élèves, comptés sans leur nom",
  unknown: "des nombres dont la disposition n’est pas comprise",
};

/** The wordings of kinds of tables. */
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

/** Returns the role of a column in French, with its nature if it has one. */
function meaningOf({ role, nature }: Pick<ColumnMapping, "role" | "nature">, grid: Grid, speech: Speech): string {
  const prestation = grid.rows.find((row) => row.code === role)?.prestation;
  const meaning = prestation ?? (isColumnRole(role) ? roleMessage(`role-${role}`, {}, speech) : role);
  return nature === null ? meaning : `${meaning}, ${natureNames[nature].toLowerCase()}`;
}

import { Decimal } from "decimal.js";
import type { ColumnMapping, Mapping, Reading } from "../inventory";
import type { Grid } from "../tariff";
import { count, imported, text } from "./cells";
import type { Draft } from "./draft";
import { filesApart } from "./files-apart";
import { kindNames, layoutNames, meaningOf, reasonNames } from "./meanings";
import { breakWords, lettersAcross } from "./measure";
import type { ModelCell } from "./model";
import { linkToSource } from "./source-link";
import { countFormat, styles } from "./styles";

/**
 * What each table was taken for and why, and each of its columns, its role or the reason that it has none; tables that were
 * understood alike (a tab a commune) are told once, their numbers together. (decisions §4)
 */
export function writeMappings(draft: Draft, reading: Reading, grid: Grid): void {
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

function writeGroup(draft: Draft, group: readonly Mapping[], grid: Grid, files: ReadonlySet<string>): void {
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

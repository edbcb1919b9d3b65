import { readXlsx, type Cell, type CellStyle, type NamedRange, type Sheet } from "hucre";
import { cellName } from "../../src/cells";
import { checksumName } from "../../src/workbook/checksum";

/**
 * Everything that a person sees of an .xlsx file, a line each: values, formulas, formats, links, widths, heights, panes,
 * print set-up, names, charts, bars in cells. Two workbooks are equal where their lines are.
 */
export async function linesOf(bytes: Uint8Array): Promise<string[]> {
  const { sheets, namedRanges = [], dateSystem } = await readXlsx(bytes, { readStyles: true });
  const shown = sheets.filter((sheet) => !keepsUndo(sheet, namedRanges));
  const names = namedRanges.filter(({ scope }) => scope === undefined || shown.some(({ name }) => name === scope));
  return [
    line("workbook", { dateSystem, sheets: shown.map(({ name }) => name) }),
    ...names.map(({ name, range, scope }) => line("name", { name, range, scope })),
    ...shown.flatMap(linesOfSheet),
  ].filter((one) => !one.endsWith(" {}"));
}

/** The sheet that « Annuler la génération » would take from, which nobody sees and no command unhides. */
function keepsUndo({ name, veryHidden }: Sheet, names: readonly NamedRange[]): boolean {
  return veryHidden === true && names.some(({ scope, range }) => scope === name && range.startsWith('"aside:'));
}

/** Without the dates of the journal, which says when each generation was made, in its cells and in its record, and its seal, which they go into. */
export function timeless(lines: readonly string[]): string[] {
  return lines.map((one) => {
    if (/^Journal!A\d+ .*"value":"\d{4}-/.test(one)) return one.replace(/"value":"[^"]+"/, '"value":"a date"');
    if (/^name .*"scope":"Journal"/.test(one) && one.includes("'when':'"))
      return one.replace(/'when':'[^']*'/, "'when':'a date'");
    const isSeal = one.startsWith(`name {"name":"${checksumName}"`) && one.endsWith('"scope":"Journal"}');
    return isSeal ? one.replace(/"range":".*","scope"/, '"range":"a seal","scope"') : one;
  });
}

/** Lines of one workbook (`+`) or of the other (`-`) alone, side by side and at most 60: a failing test is read by a person. */
export function differences(actual: readonly string[], expected: readonly string[]): string[] {
  const [ours, theirs] = [new Set(actual), new Set(expected)];
  return [
    ...actual.filter((one) => !theirs.has(one)).map((one) => `+ ${one}`),
    ...expected.filter((one) => !ours.has(one)).map((one) => `- ${one}`),
  ]
    .sort((a, b) => (a.slice(2) < b.slice(2) ? -1 : 1))
    .slice(0, 60);
}

function linesOfSheet(sheet: Sheet): string[] {
  const { name, hidden, veryHidden, freezePane, view, pageSetup, headerFooter, rowBreaks, merges, columns } = sheet;
  const { charts, conditionalRules } = sheet;
  return [
    line(name, { hidden, veryHidden }),
    line(name, { freezePane }),
    line(name, { tabColor: view?.tabColor, showGridLines: view?.showGridLines }),
    line(name, { pageSetup }),
    line(name, { headerFooter }),
    line(name, { rowBreaks }),
    line(name, { merges }),
    ...(columns ?? []).map((column, index) => line(`${name} column ${index}`, column)),
    ...[...(sheet.rowDefs ?? [])].map(([row, definition]) => line(`${name} row ${row + 1}`, definition)),
    // Office.js has no way to give a chart an alternative text.
    ...(charts ?? []).map((chart) => line(`${name} chart`, { ...chart, altText: undefined })),
    ...(conditionalRules ?? []).map((rule) => line(`${name} ${rule.range}`, rule)),
    ...[...(sheet.cells ?? [])].map(([at, cell]) => lineOfCell(name, at, cell)),
  ];
}

function lineOfCell(sheet: string, at: string, { value, formula, style, hyperlink }: Cell): string {
  const [row, column] = at.split(",").map(Number) as [number, number];
  const shown = typeof value === "boolean" ? String(value).toUpperCase() : value;
  return line(`${sheet}!${cellName(row, column)}`, {
    value: shown,
    formula,
    link: hyperlink,
    style: style && plainStyle(style),
  });
}

/** What a style says more than Excel's own look: writing the default or leaving it out is one and the same. */
function plainStyle({ font, fill, border, alignment, numFmt }: CellStyle): unknown {
  return {
    font: font && { ...font, family: undefined, scheme: undefined, charset: undefined },
    fill: fill?.type === "pattern" && fill.pattern === "none" ? undefined : fill,
    border,
    alignment: alignment && {
      ...alignment,
      horizontal: alignment.horizontal === "general" ? undefined : alignment.horizontal,
      vertical: alignment.vertical === "bottom" ? undefined : alignment.vertical,
    },
    numFmt: numFmt === "General" ? undefined : numFmt,
  };
}

const line = (where: string, what: object) => `${where} ${JSON.stringify(orderly(what) ?? {})}`;

/** Keys in order; what is undefined, false, or holds nothing is left out. */
function orderly(value: unknown): unknown {
  if (value === undefined || value === false || value === null) return undefined;
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map(orderly);
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== "object") return value;
  const entries = Object.entries(value)
    .map(([key, held]) => [key, orderly(held)] as const)
    .filter(([, held]) => held !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

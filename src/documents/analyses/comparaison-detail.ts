import { cellName, quoteSheetName } from "../../cells";
import { hasChanged, type ComparedCommune, type ComparedLine, type ComparedSchool } from "../../statement";
import type { Payer } from "../../tariff";
import { count, difference, euros, imported, linkTo, text } from "../kit/cells";
import type { ModelCell, SheetModel } from "../kit/model";
import { Page, type PageCell } from "../kit/page";
import type { RowMarkers } from "../kit/places";
import { styles } from "../kit/styles";
import { campaignLine, natureNames, payerNames, printTexts } from "../kit/texts";
import {
  detailColumns,
  detailColumns as at,
  detailWidths,
  effectNames,
  effectTitles,
  labelsOf,
  type ComparisonContext,
  type EffectName,
  type Labels,
} from "./comparaison-columns";
import type { EffectFormulas } from "./comparaison-tables";

/** Rows of the detail: those of a commune and a payer, those of a school among them. */
export function rangeName(insee: string, payer: Payer, school: ComparedSchool | null = null): string {
  return JSON.stringify([insee, payer, school === null ? null : schoolName(school)]);
}

/** « Comparaison (détail) »: each line that changed, whose effects « Comparaison » adds up. */
export function makeDetail(
  { comparison }: ComparisonContext,
  name: string,
  summary: string,
  places: RowMarkers,
): SheetModel {
  const draft = new Page(detailWidths);
  const { campaign } = comparison.after;
  draft.add([text("Comparaison, ligne par ligne", styles.title)]);
  draft.add([text(campaignLine(campaign), styles.subtitle)]);
  draft.add([linkTo("← Comparaison", summary, "A1", styles.back)]);
  draft.space();
  const headerRow = writeHeader(draft, labelsOf(comparison));
  const first = draft.next;
  for (const commune of comparison.communes)
    for (const payer of ["commune", "cagb"] as const) writePayer(draft, commune, payer, places);
  if (draft.next === first) draft.band([text("Aucune ligne ne change.", styles.line)], styles.line);
  places.mark(allRows, first);
  places.mark(endOf(allRows), draft.next - 1);
  return draft.finish(
    { key: "comparaison-detail", name, freeze: { rows: headerRow + 1, columns: 2 } },
    {
      orientation: "landscape",
      titleRows: { first: headerRow, last: headerRow },
      ...printTexts("Comparaison, ligne par ligne", campaign),
    },
  );
}

function writeHeader(draft: Page, { before, after }: Labels): number {
  const left = ["Commune", "École", "Prestation", "Code", "Nature", "À la charge de"];
  const right = [`Qté ${before}`, `Qté ${after}`, `Prix ${before}`, `Prix ${after}`, "Écart"];
  return draft.add(
    [
      ...left.map((title) => text(title, styles.header)),
      ...[...right, ...effectNames.map((effect) => effectTitles[effect])].map((title) =>
        text(title, styles.headerNumber),
      ),
    ],
    true,
  );
}

function writePayer(draft: Page, { commune, schools }: ComparedCommune, payer: Payer, places: RowMarkers): void {
  const mark = (first: number, school: ComparedSchool | null) => {
    if (draft.next === first) return;
    const range = rangeName(commune.insee, payer, school);
    places.mark(range, first);
    places.mark(endOf(range), draft.next - 1);
  };
  const top = draft.next;
  for (const school of schools) {
    const first = draft.next;
    for (const line of school.lines.filter((one) => one.payer === payer && hasChanged(one)))
      writeLine(draft, commune.name, school, line);
    mark(first, school);
  }
  mark(top, null);
}

function writeLine(draft: Page, commune: string, school: ComparedSchool, line: ComparedLine): void {
  const row = draft.next;
  const cells: PageCell[] = detailWidths.map(() => ({ value: null, style: styles.line }));
  cells[at.commune] = imported(commune, styles.wrapped);
  cells[at.school] = imported(schoolName(school), styles.wrapped);
  cells[at.prestation] = imported(line.tariff.prestation + (line.isProduct ? "" : " (clé)"), styles.wrapped);
  cells[at.code] = imported(line.tariff.code, styles.line);
  cells[at.nature] = text(natureNames[line.nature], styles.line);
  cells[at.payer] = text(payerNames[line.payer], styles.line);
  for (const side of ["before", "after"] as const) {
    const { quantity, unitPrice } = line[side];
    const isThere = school.presence === "kept" || quantity > 0;
    if (isThere) cells[at.quantity[side]] = count(quantity, styles.line);
    if (isThere && unitPrice !== null) cells[at.price[side]] = euros(unitPrice, styles.line);
  }
  const effects = effectsOf(school, line, row);
  const range = `${cellName(row, at.quantities)}:${cellName(row, at.departures)}`;
  cells[at.difference] = difference(line.effects.difference, { ...styles.line, bold: true }, `SUM(${range})`);
  for (const [effect, cell] of effects) cells[at[effect]] = cell;
  draft.add(cells);
}

/** Only the effects that a school of that presence may have; as formulas, but where a key shares the school. */
function effectsOf({ presence }: ComparedSchool, line: ComparedLine, row: number): [EffectName, ModelCell][] {
  const [q0, q1] = [cellName(row, at.quantity.before), cellName(row, at.quantity.after)];
  const [p0, p1] = [cellName(row, at.price.before), cellName(row, at.price.after)];
  const formulas: Readonly<Record<EffectName, string>> = {
    quantities: `(${q1}-${q0})*${p0}`,
    prices: `${q1}*(${p1}-${p0})`,
    arrivals: `${q1}*${p1}`,
    departures: `-${q0}*${p0}`,
  };
  const shown: readonly EffectName[] =
    presence === "kept" ? ["quantities", "prices"] : presence === "arrived" ? ["arrivals"] : ["departures"];
  return shown.map((effect) => [
    effect,
    difference(line.effects[effect], styles.line, line.isProduct ? formulas[effect] : undefined),
  ]);
}

/** With its host, where another commune is billed; and how many bear the name, where they are told together. */
export function schoolName({ name, host, count: { before, after } }: ComparedSchool): string {
  const together = Math.max(before, after) > 1 ? ` (${before} puis ${after} de ce nom)` : "";
  return name + (host === null ? "" : `, à ${host.name}`) + together;
}

/** Formulas of « Comparaison » that add up the effects of « Comparaison (détail) ». */
export class DetailSums {
  constructor(
    private readonly sheet: string,
    private readonly places: RowMarkers,
  ) {}

  /** Over the rows of these ranges; nothing where none of them has a row. */
  ofRanges(names: readonly string[]): EffectFormulas {
    const ranges = names.flatMap((name) => {
      const [first, last] = [this.places.row(name), this.places.row(endOf(name))];
      return first === null || last === null ? [] : [(column: number) => this.column(column, first, last)];
    });
    if (ranges.length === 0) return {};
    return formulas((column) => `SUM(${ranges.map((range) => range(column)).join(",")})`);
  }

  /** Over the rows that have the code of a cell. */
  ofCode(cell: string): EffectFormulas {
    const [first, last] = [this.places.row(allRows), this.places.row(endOf(allRows))];
    if (first === null || last === null) return {};
    const codes = this.column(detailColumns.code, first, last);
    return formulas((column) => `SUMIF(${codes},${cell},${this.column(column, first, last)})`);
  }

  private column(column: number, first: number, last: number): string {
    return `${quoteSheetName(this.sheet)}!${cellName(first, column)}:${cellName(last, column)}`;
  }
}

/** The name of all the rows of the detail. */
const allRows = "detail";

/** The name of the last row of a range. */
function endOf(range: string): string {
  return `${range} end`;
}

function formulas(formula: (column: number) => string): EffectFormulas {
  return Object.fromEntries(effectNames.map((effect) => [effect, formula(detailColumns[effect])]));
}

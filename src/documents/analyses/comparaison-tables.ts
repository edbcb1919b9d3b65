import { cellName } from "../../cells";
import { commentOf, type ComparedCommune, type Comparison, type Effects } from "../../statement";
import type { Payer } from "../../tariff";
import { communeLink, count, difference, empty, euros, imported, sumDown, text } from "../kit/cells";
import type { CellStyle } from "../kit/model";
import type { Page, PageCell } from "../kit/page";
import type { RowMarkers } from "../kit/places";
import { styles } from "../kit/styles";
import {
  bothPayers,
  columns as at,
  effectNames,
  effectTitles,
  labelsOf,
  widths,
  type ComparisonContext,
  type EffectName,
  type Labels,
} from "./comparaison-columns";
import { rangeName, type DetailSums } from "./comparaison-detail";
import { commentWanted, explained, remarksOfCommune } from "./comparaison-remarks";

/** Formulas of a row; an amount without one is written as it is. */
export type EffectFormulas = Partial<Record<"before" | "after" | EffectName, string>>;

/** The titles that all tables share; gives their row. */
export function writeHeader(draft: Page, { before, after }: Labels): number {
  const figures = [`Écoles ${before}`, `Écoles ${after}`, `Montant ${before}`, `Montant ${after}`, "Écart"];
  return draft.add(
    [
      ...["Commune, école, prestation", "Code"].map((title) => text(title, styles.header)),
      ...[...figures, ...effectNames.map((effect) => effectTitles[effect])].map((title) =>
        text(title, styles.headerNumber),
      ),
      ...["Remarque", "Commentaire"].map((title) => text(title, { ...styles.header, indent: 1, align: "left" })),
    ],
    true,
  );
}

interface EffectRow {
  /** The cells on the left of the amounts. */
  readonly lead: readonly PageCell[];
  readonly effects: Effects;
  readonly formulas: EffectFormulas;
  readonly remark?: string;
  /** Written by the user. */
  readonly comment?: string | null;
}

const beside: CellStyle = { ...styles.indented, size: 10 };

/** Both amounts, their difference, the four effects, a remark and a comment; gives the row. */
export function writeEffects(draft: Page, row: EffectRow, style: CellStyle = styles.line, keep = false): number {
  const { effects, formulas } = row;
  const cells: PageCell[] = widths.map((_width, column) => row.lead[column] ?? empty(style));
  const change = `${cellName(draft.next, at.after)}-${cellName(draft.next, at.before)}`;
  cells[at.before] = euros(effects.before, style, formulas.before);
  cells[at.after] = euros(effects.after, style, formulas.after);
  cells[at.difference] = difference(effects.difference, { ...style, bold: true }, change);
  for (const effect of effectNames) cells[at[effect]] = difference(effects[effect], style, formulas[effect]);
  if (row.remark !== undefined) cells[at.remark] = text(row.remark, beside);
  if (row.comment !== undefined) cells[at.comment] = imported(row.comment ?? "", beside);
  return draft.add(cells, keep);
}

/** The total of the rows written since `first`. */
export function writeTotal(draft: Page, lead: readonly PageCell[], effects: Effects, first: number): number {
  const last = draft.next - 1;
  const formulas = last < first ? {} : formulasFor((column) => sumDown(column, first, last));
  return writeEffects(draft, { lead, effects, formulas }, styles.total);
}

/** The formula of each amount, by its column. */
export function formulasFor(formula: (column: number) => string): EffectFormulas {
  const amounts = ["before", "after", ...effectNames] as const;
  return Object.fromEntries(amounts.map((amount) => [amount, formula(at[amount])]));
}

/** Communes, and what one payer bears of each: effects are sums of the detail's. */
export function writeCommunes(
  draft: Page,
  context: ComparisonContext,
  payer: Payer,
  sums: DetailSums,
  places: RowMarkers,
): void {
  const { comparison } = context;
  const labels = labelsOf(comparison);
  const first = draft.next;
  comparison.communes.forEach((commune, index) => {
    const effects = commune.byPayer[payer];
    const row = {
      lead: leadOf(commune, context),
      effects,
      formulas: sums.ofRanges([rangeName(commune.commune.insee, payer)]),
      remark: joined([...(payer === "commune" ? askedOf(commune) : []), ...remarksOfCommune(commune, labels)]),
      comment: commentOf(commune),
    };
    const isLast = index === comparison.communes.length - 1;
    places.mark(placeOf(payer, commune), writeEffects(draft, row, styles.line, isLast));
  });
  places.mark(totalPlace(payer), writeTotal(draft, leadOfTotal(comparison), comparison.byPayer[payer], first));
}

/** Communes, both parts together: each amount is the sum of the same cells of the two tables above. */
export function writeWhole(draft: Page, context: ComparisonContext, places: RowMarkers): void {
  const { comparison } = context;
  const labels = labelsOf(comparison);
  const first = draft.next;
  comparison.communes.forEach((commune, index) => {
    const rows = bothPayers.map((payer) => places.row(placeOf(payer, commune)) ?? 0);
    const row = {
      lead: leadOf(commune, context),
      effects: commune.total,
      formulas: formulasFor((column) => rows.map((its) => cellName(its, column)).join("+")),
      remark: joined(remarksOfCommune(commune, labels)),
      comment: commentOf(commune),
    };
    writeEffects(draft, row, styles.line, index === comparison.communes.length - 1);
  });
  writeTotal(draft, leadOfTotal(comparison), comparison.total, first);
}

/** The row of the total of one payer's table. */
export function totalPlace(payer: Payer): string {
  return `total ${payer}`;
}

/** The row of a commune in one payer’s table. */
export function placeOf(payer: Payer, { commune }: Pick<ComparedCommune, "commune">): string {
  return `${payer} ${commune.insee}`;
}

function leadOf({ commune, schools }: ComparedCommune, { fiches }: ComparisonContext): PageCell[] {
  const add = (side: "before" | "after") => schools.reduce((total, school) => total + school.count[side], 0);
  return [
    communeLink(commune, fiches),
    imported(commune.insee, styles.line),
    count(add("before"), styles.line),
    count(add("after"), styles.line),
  ];
}

/** A shared school is on the row of each of its communes, and once in the total. */
function leadOfTotal({ before, after }: Comparison): PageCell[] {
  return [text("Total", styles.total), null, count(before.schools, styles.total), count(after.schools, styles.total)];
}

/** Whether a comment is wanted on what the commune owes, and given: asked on that amount alone, since the rule is about it. */
function askedOf({ isNotable, comments }: ComparedCommune): string[] {
  if (!isNotable) return [];
  return [comments.length === 0 ? commentWanted : explained];
}

function joined(remarks: readonly string[]): string {
  return remarks.join(" · ");
}

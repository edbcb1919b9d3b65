import { cellName } from "../../cells";
import type { Effects } from "../../statement";
import { difference, empty, euros, imported, sumDown, text } from "../cells";
import type { Draft, DraftCell } from "../draft";
import type { CellStyle } from "../model";
import { styles } from "../styles";
import { columns as at, effectNames, effectTitles, widths, type EffectName } from "./columns";
import type { Labels } from "./context";

/** Formulas of a row; an amount without one is written as it is. */
export type EffectFormulas = Partial<Record<"before" | "after" | EffectName, string>>;

/** The titles that all tables share; gives their row. */
export function writeHeader(draft: Draft, { before, after }: Labels): number {
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
  readonly lead: readonly DraftCell[];
  readonly effects: Effects;
  readonly formulas: EffectFormulas;
  readonly remark?: string;
  /** Written by the user. */
  readonly comment?: string | null;
}

const beside: CellStyle = { ...styles.indented, size: 10 };

/** Both amounts, their difference, the four effects, a remark and a comment; gives the row. */
export function writeEffects(draft: Draft, row: EffectRow, style: CellStyle = styles.line, keep = false): number {
  const { effects, formulas } = row;
  const cells: DraftCell[] = widths.map((_width, column) => row.lead[column] ?? empty(style));
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
export function writeTotal(draft: Draft, lead: readonly DraftCell[], effects: Effects, first: number): number {
  const last = draft.next - 1;
  const formulas = last < first ? {} : formulasFor((column) => sumDown(column, first, last));
  return writeEffects(draft, { lead, effects, formulas }, styles.total);
}

/** The formula of each amount, by its column. */
export function formulasFor(formula: (column: number) => string): EffectFormulas {
  const amounts = ["before", "after", ...effectNames] as const;
  return Object.fromEntries(amounts.map((amount) => [amount, formula(at[amount])]));
}

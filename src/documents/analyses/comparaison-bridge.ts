import { Decimal } from "decimal.js";
import { cellName } from "../../cells";
import { formatEuros } from "../../money";
import type { Comparison } from "../../statement";
import { difference, euros, oneWay, text } from "../kit/cells";
import { bridgeChart } from "../kit/charts";
import type { ModelChart } from "../kit/model";
import type { Page, PageCell } from "../kit/page";
import { styles } from "../kit/styles";
import { columns as at, effectNames, effectTitles, labelsOf, widths, type EffectName } from "./comparaison-columns";

/** Columns of the steps: where each starts and ends, and what is drawn of it. */
const columns = {
  step: at.label,
  from: at.before,
  to: at.after,
  change: at.difference,
  base: at.quantities,
  amount: at.prices,
  rise: at.arrivals,
  fall: at.departures,
} as const;

const height = 14;

/**
 * From one titre to the other, an effect a step: a sentence that says the difference and what makes most of it, a table of
 * formulas over the row of the titre in the synthesis, and its columns. Each starts where the one before ends.
 */
export function writeBridge(draft: Page, comparison: Comparison, titreRow: number): ModelChart {
  draft.section(comparisonSentence(comparison));
  const titles: PageCell[] = [text("Étape", styles.header)];
  const headings = {
    from: "Avant l’étape",
    to: "Après l’étape",
    change: "Écart",
    base: "Pour le graphique",
    amount: "Titre",
    rise: "Hausse",
    fall: "Baisse",
  };
  for (const [name, title] of Object.entries(headings) as [keyof typeof headings, string][])
    titles[columns[name]] = text(title, styles.headerNumber);
  draft.band(titles, styles.header, true);
  const first = draft.next;
  const { total } = comparison;
  const labels = labelsOf(comparison);
  writeTitre(draft, `Titre ${labels.before}`, total.before, cellName(titreRow, at.before), null);
  let level = total.before;
  for (const effect of effectNames) level = writeEffect(draft, effect, level, total[effect], titreRow);
  writeTitre(draft, `Titre ${labels.after}`, total.after, cellName(titreRow, at.after), level);
  return addChart(draft, first, draft.next - 1);
}

/** One of both amounts. The last one says what the effects before it lead to, and what they leave: nothing. */
function writeTitre(draft: Page, label: string, amount: Decimal, formula: string, reached: Decimal | null): void {
  const row = draft.next;
  const style = { ...styles.line, bold: true };
  const cells: PageCell[] = [text(label, style)];
  const [from, to] = [cellName(row, columns.from), cellName(row, columns.to)];
  if (reached !== null) {
    cells[columns.from] = euros(reached, style, cellName(row - 1, columns.to));
    cells[columns.change] = difference(amount.minus(reached), style, `${to}-${from}`);
  }
  cells[columns.to] = euros(amount, style, formula);
  cells[columns.amount] = euros(amount, style, to);
  draft.band(cells, style, true);
}

/** An effect, from the level that the step before reaches; gives the one that it reaches itself. */
function writeEffect(draft: Page, effect: EffectName, before: Decimal, amount: Decimal, titreRow: number): Decimal {
  const row = draft.next;
  const after = before.plus(amount);
  const [from, to, change] = [columns.from, columns.to, columns.change].map((column) => cellName(row, column));
  const nothing = new Decimal(0);
  const cells: PageCell[] = [text(effectTitles[effect], styles.line)];
  cells[columns.from] = euros(before, styles.line, cellName(row - 1, columns.to));
  cells[columns.change] = difference(amount, styles.line, cellName(titreRow, at[effect]));
  cells[columns.to] = euros(after, styles.line, `ROUND(${from}+${change},2)`);
  cells[columns.base] = euros(Decimal.min(before, after), styles.line, `MIN(${from},${to})`);
  cells[columns.rise] = oneWay(Decimal.max(amount, nothing), "+", styles.line, `MAX(${change},0)`);
  cells[columns.fall] = oneWay(Decimal.max(amount.neg(), nothing), "-", styles.line, `MAX(-${change},0)`);
  draft.band(cells, styles.line, true);
  return after;
}

/** Under the table, on its page. */
function addChart(draft: Page, first: number, last: number): ModelChart {
  return bridgeChart(
    columns,
    { first, last },
    {
      title: "D’une campagne à l’autre : ce qui change le titre, en euros",
      anchor: { ...draft.takeRows(height), left: 0, right: widths.length - 1 },
      altText: "Colonnes : le premier titre, puis ce que changent quantités, tarifs et écoles, jusqu’au second.",
    },
  );
}

const causes: Readonly<Record<EffectName, string>> = {
  quantities: "des quantités",
  prices: "des tarifs",
  arrivals: "des écoles arrivées",
  departures: "des écoles parties",
};

/** « De 2014 à 2015, le titre augmente de 73,72 €, surtout du fait des quantités » */
export function comparisonSentence(comparison: Comparison): string {
  const { before, after } = labelsOf(comparison);
  const period = before === "avant" ? "D’un état à l’autre" : `De ${before} à ${after}`;
  const change = comparison.total.difference;
  if (change.isZero()) return `${period}, le titre ne change pas`;
  const effects = effectNames.filter((effect) => !comparison.total[effect].isZero());
  const [most] = [...effects].sort((a, b) => weight(b) - weight(a));
  const verb = change.isPositive() ? "augmente" : "diminue";
  const cause = most === undefined ? "" : `,${effects.length > 1 ? " surtout" : ""} du fait ${causes[most]}`;
  return `${period}, le titre ${verb} de ${formatEuros(change.abs())}${cause}`;

  /** What an effect contributes to the difference, in its direction. */
  function weight(effect: EffectName): number {
    const amount = comparison.total[effect].toNumber();
    return change.isPositive() ? amount : -amount;
  }
}

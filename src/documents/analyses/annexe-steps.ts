import { Decimal } from "decimal.js";
import { cellName } from "../../cells";
import { sum, type SimulatedPrice } from "../../statement";
import { effectNames, effectTitles } from "./comparaison-columns";
import { type PlacedComparison } from "./comparaison";
import { empty, euros, imported, oneWay, refer, text } from "../kit/cells";
import { bridgeChart } from "../kit/charts";
import type { ModelCell, ModelChart } from "../kit/model";
import type { Page, PageCell } from "../kit/page";
import { styles } from "../kit/styles";
import { type PlacedSimulation } from "./simulation";
import { figureColumns, stepColumns as at, widths } from "./annexe";
import type { Subject, Titre } from "./annexe-titres";

/** Rows of the columns, their title and the names of the steps. */
const chartRows = 12;
/** Prestations that have a step of their own where a tariff is on trial. */
const shownPrestations = 4;

/** What leads from one titre to the next. */
export interface Step {
  readonly label: ModelCell;
  readonly change: Decimal;
  readonly formula: string;
}

/** The four effects of a comparison; of a tariff alone, the prestations that it makes dearer or cheaper. */
export function stepsOf({ compared, tried }: Subject): Step[] {
  return compared === null ? prestationSteps(tried) : effectSteps(compared);
}

function effectSteps({ context, effects }: PlacedComparison): Step[] {
  return effectNames.map((effect) => ({
    label: text(effectTitles[effect], styles.line),
    change: context.comparison.total[effect],
    formula: refer(effects[effect]),
  }));
}

interface Moved {
  readonly prices: readonly SimulatedPrice[];
  readonly change: Decimal;
}

/** The one that changes the titre most first, whatever its nature and payer; those that change it least together. */
function prestationSteps({ context, differenceOf }: PlacedSimulation): Step[] {
  const { prices: all } = context.simulation;
  const codes = new Set(all.map(({ tariff }) => tariff.code));
  const changeOf = (prices: readonly SimulatedPrice[]) => sum(prices.map(({ amount }) => amount.difference));
  const moved = [...codes]
    .map((code) => all.filter(({ tariff }) => tariff.code === code))
    .map((prices): Moved => ({ prices, change: changeOf(prices) }))
    .filter(({ change }) => !change.isZero())
    .sort((a, b) => b.change.abs().comparedTo(a.change.abs()));
  // One more has its own step: « 1 autre prestation » would say less in as much room.
  const cut = moved.length === shownPrestations + 1 ? moved.length : shownPrestations;
  const rest = moved.slice(cut).flatMap(({ prices }) => prices);
  const step = (label: ModelCell, prices: readonly SimulatedPrice[]): Step => ({
    label,
    change: changeOf(prices),
    formula: prices.map((price) => refer(differenceOf(price))).join("+"),
  });
  return [
    ...moved.slice(0, cut).map(({ prices }) => step(imported(prices[0]!.tariff.prestation, styles.line), prices)),
    ...(rest.length === 0 ? [] : [step(text("Autres prestations", styles.line), rest)]),
  ];
}

/**
 * From the first titre to the second, a step a row, and its columns below. Each stands on the level that the one before it
 * reaches: the foot of a step is that level, less what the step takes away.
 */
export function writeSteps(
  draft: Page,
  title: string,
  [from, to]: readonly [Titre, Titre, ...Titre[]],
  figuresRow: number,
  steps: readonly Step[],
): ModelChart {
  draft.section(title);
  const titles = ["Titre", "Hausse", "Baisse", "Pour le graphique"];
  draft.band(
    [text("Étape", styles.header), ...titles.map((one) => text(one, styles.headerNumber))],
    styles.header,
    true,
  );
  const first = draft.next;
  writeTitre(draft, from, figuresRow);
  let level = from.amounts.total;
  for (const step of steps) level = writeStep(draft, step, level);
  const last = writeTitre(draft, to, figuresRow + 1);
  return bridgeChart(
    at,
    { first, last },
    {
      title: "Ce qui change le titre, en euros",
      anchor: { ...draft.takeRows(chartRows), left: 0, right: widths.length - 1 },
      altText: "Colonnes : le premier titre, puis ce que chaque étape ajoute ou retranche, jusqu’au second.",
    },
  );
}

function writeTitre(draft: Page, { label, amounts }: Titre, figuresRow: number): number {
  const style = { ...styles.line, bold: true };
  const cells: PageCell[] = [text(label, style)];
  cells[at.amount] = euros(amounts.total, style, cellName(figuresRow, figureColumns.total));
  return draft.band(cells, styles.line, true);
}

/** From the level that the row above reaches; gives the one that this step reaches. */
function writeStep(draft: Page, { label, change, formula }: Step, level: Decimal): Decimal {
  const row = draft.next;
  const nothing = new Decimal(0);
  const [rise, fall] = [Decimal.max(change, nothing), Decimal.max(change.neg(), nothing)];
  const reached = [at.amount, at.rise, at.base].map((column) => cellName(row - 1, column)).join("+");
  const cells: PageCell[] = [label];
  cells[at.amount] = empty(styles.line);
  cells[at.rise] = oneWay(rise, "+", styles.line, `ROUND(MAX(${formula},0),2)`);
  cells[at.fall] = oneWay(fall, "-", styles.line, `ROUND(MAX(-(${formula}),0),2)`);
  cells[at.base] = euros(level.minus(fall), footStyle, `ROUND(${reached}-${cellName(row, at.fall)},2)`);
  draft.band(cells, styles.line, true);
  return level.plus(change);
}

/** It only serves the columns: less to be read than the rest. */
const footStyle = { ...styles.line, color: styles.note.color };

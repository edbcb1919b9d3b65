import { Decimal } from "decimal.js";
import { sum, type SimulatedPrice } from "../../statement";
import type { Campaign } from "../../tariff";
import { difference, euros, imported, oneWay, text, type PageCell } from "../kit/cells";
import { effectsChart, shareCells, sharesChart } from "../kit/charts";
import { formulaOf, minus, plus, same, type Formula, type Place } from "../kit/formula";
import type { HandEdits } from "../kit/hand-edits";
import type { ModelChart } from "../kit/model";
import type { Page } from "../kit/page";
import { partNames } from "../kit/say";
import { styles } from "../kit/styles";
import { columnHelper, table, type Cells } from "../kit/table";
import {
  byPart,
  labelsOf,
  parts,
  type AnalysisContext,
  type Labels,
  type Part,
  type PlacedChanges,
} from "./analysis-context";
import type { PlacedComparison } from "./comparaison";
import { namedMovement } from "./comparaison-bridge";
import type { PlacedSimulation } from "./simulation";

/** The subject of the annexe: a comparison, a simulated tariff, or both. */
export type Subject =
  | { readonly compared: PlacedComparison; readonly simulated: null }
  | { readonly compared: null; readonly simulated: PlacedSimulation }
  | { readonly compared: PlacedComparison; readonly simulated: PlacedSimulation };

export type AnnexeContext = Subject & AnalysisContext;

export function subjectCampaign({ compared, simulated }: Subject): Campaign {
  return compared === null ? simulated.context.simulation.now.campaign : compared.context.comparison.after.campaign;
}

/**
 * Returns the changes that are shown for communes, and the names of both sides: a simulation takes precedence over a
 * comparison.
 */
export function decidedOf({ compared, simulated }: Subject): PlacedChanges & { readonly sides: Labels } {
  return simulated === null
    ? { ...compared, sides: labelsOf(compared.context.comparison) }
    : { ...simulated, sides: { before: "actuel", after: "en projet" } };
}

/** A titre that was issued, is billed or would be: both its parts and its total, and the cells where they are. */
export interface TitreFigures {
  readonly label: string;
  /** The name of its difference from the previous titre. */
  readonly change: string;
  readonly amounts: Readonly<Record<Part, Decimal>>;
  readonly cells: Readonly<Record<Part, Place>>;
}

/**
 * Lists the titres from the oldest to the simulated one, at least two. The campaign's own is « Titre CAGB » when the
 * workbook has it.
 */
export function titresOf(context: AnnexeContext): readonly [TitreFigures, TitreFigures, ...TitreFigures[]] {
  const { compared, simulated, titre } = context;
  const { year } = subjectCampaign(context);
  const official = titre?.cells ?? null;
  const simulatedTitre = { label: `Titre ${year}, projet de tarif`, change: "Écart dû au projet de tarif" };
  if (compared === null)
    return [
      { label: `Titre ${year}, tarif actuel`, change: "", ...titreAt("before", simulated, official) },
      { ...simulatedTitre, ...titreAt("after", simulated) },
    ];
  const { before, after } = labelsOf(compared.context.comparison);
  return [
    { label: `Titre ${before}`, change: "", ...titreAt("before", compared) },
    { label: `Titre ${after}`, change: `Écart avec le titre ${before}`, ...titreAt("after", compared, official) },
    ...(simulated === null ? [] : [{ ...simulatedTitre, ...titreAt("after", simulated) }]),
  ];
}

function titreAt(
  side: "before" | "after",
  { amounts, places }: PlacedChanges,
  official: TitreFigures["cells"] | null = null,
): Pick<TitreFigures, "amounts" | "cells"> {
  return {
    amounts: byPart((part) => amounts[part][side]),
    cells: official ?? byPart((part) => places[part][side]),
  };
}

/** A titre, or the change between two titres, with its cells. */
type FigureRow =
  | { readonly titre: TitreFigures }
  | { readonly before: TitreFigures; readonly after: TitreFigures; readonly at: readonly [Cells<Part>, Cells<Part>] };

const figureColumn = columnHelper<FigureRow, Part | "share-cagb">();

const all = table({
  columns: {
    titre: figureColumn.cell("Titre", null, labelCell, "left"),
    cagb: partColumn("cagb", partNames.cagb),
    commune: partColumn("commune", partNames.commune),
    total: partColumn("total", "Total du titre"),
    "share-cagb": figureColumn.cell("[CAGB], en %", null, (row, at) => sharesIn(row, at)?.cagb ?? null),
    "share-communes": figureColumn.cell("[Communes], en %", null, (row, at) => sharesIn(row, at)?.communes ?? null),
  },
});

function labelCell(row: FigureRow): PageCell {
  return "titre" in row ? text(row.titre.label, styles.line) : text(row.after.change, styles.boldLine);
}

function partColumn(part: Part, title: string) {
  return figureColumn.cell(title, null, (row) => {
    if ("titre" in row) return euros(row.titre.amounts[part], styles.boldLine, same(row.titre.cells[part]));
    const [before, after] = row.at;
    const change = row.after.amounts[part].minus(row.before.amounts[part]);
    return difference(change, styles.boldLine, minus(after[part], before[part]));
  });
}

function sharesIn(row: FigureRow, at: Cells<Part | "share-cagb">) {
  if (!("titre" in row)) return null;
  return shareCells(row.titre.amounts, { cagb: at.cagb, total: at.total, share: at["share-cagb"] }, styles.line);
}

/** Number of rows of the bars: one for each titre, with their title and legend. */
const sharesHeight = 4;

/** The cells of each titre. */
type FigureCells = readonly Cells<Part>[];

interface Figures {
  readonly title: string;
  /** False when only one part is shown: it is the whole titre, and no share is drawn. */
  readonly hasParts: boolean;
  /** The column that ends the bars. */
  readonly right: number;
  readonly edits: HandEdits;
}

/**
 * Writes the three figures of each titre, the change from one to the next, and a bar of shares for each titre; returns
 * null when there are none.
 */
export function writeFigures(
  page: Page,
  titres: readonly TitreFigures[],
  { title, hasParts, right, edits }: Figures,
): { readonly cells: FigureCells; readonly chart: ModelChart | null } {
  page.section(title, styles.section, edits.guard);
  const figures = hasParts ? all : all.without(["cagb", "commune", "share-cagb", "share-communes"]);
  const { first, last, rows } = figures.write(
    page,
    titres.map((titre) => ({ titre })),
    { keep: Infinity },
  );
  const changes = titres.slice(1).map((after, index) => {
    const at = [rows[index]!, rows[index + 1]!] as const;
    return { before: titres[index]!, after, at };
  });
  const differences = figures.rows(page, changes, { keep: Infinity }).rows;
  const shown = hasParts ? parts : (["total"] as const);
  for (const part of shown) {
    titres.forEach(({ amounts }, index) => edits.watch(rows[index]![part], amounts[part]));
    changes.forEach(({ before, after }, index) =>
      edits.watch(differences[index]![part], after.amounts[part].minus(before.amounts[part])),
    );
  }
  if (!hasParts) return { cells: rows, chart: null };
  const { titre: label, "share-cagb": cagb, "share-communes": communes } = figures.at;
  const anchor = { ...page.takeRows(sharesHeight + titres.length), left: 0, right };
  const altText = page.say(
    "Une barre de 100 % par titre : la part que [la CAGB] prend en charge, et celle [des communes].",
  );
  // The heading states what the chart shows.
  const texts = { title: "Qui paie le titre, en %", anchor };
  const chart = sharesChart({ label, cagb, communes }, { first, last }, page.say, texts);
  return { cells: rows, chart: { ...chart, altText } };
}

/** The number of prestations with a step of their own when a tariff is simulated. */
const shownPrestations = 4;

/** A step from one titre to the next. */
export interface Step {
  readonly label: PageCell;
  /** Its name within a sentence. */
  readonly name: string;
  readonly change: Decimal;
  readonly formula: Formula;
}

/** Returns the four effects of a comparison; of a tariff alone, the prestations that it makes dearer or cheaper. */
export function stepsOf({ compared, simulated }: Subject): Step[] {
  return compared === null ? prestationSteps(simulated) : effectSteps(compared);
}

function effectSteps({ movements }: PlacedComparison): Step[] {
  return movements.map((movement) => ({
    label: text(movement.title, styles.line),
    ...namedMovement(movement),
    formula: same(movement.place),
  }));
}

interface Moved {
  readonly prices: readonly SimulatedPrice[];
  readonly change: Decimal;
}

/**
 * Returns one step for each prestation, both natures and all payers together: the largest change first, the smallest
 * ones together as the last step.
 */
function prestationSteps({ context, differenceOf }: PlacedSimulation): Step[] {
  const { prices: all } = context.simulation;
  const codes = new Set(all.map(({ tariff }) => tariff.code));
  const changeOf = (prices: readonly SimulatedPrice[]) => sum(prices.map(({ amount }) => amount.difference));
  const moved = [...codes]
    .map((code) => all.filter(({ tariff }) => tariff.code === code))
    .map((prices): Moved => ({ prices, change: changeOf(prices) }))
    .filter(({ change }) => !change.isZero())
    .sort((a, b) => b.change.abs().comparedTo(a.change.abs()));
  // A single remaining prestation has its own step: « 1 autre prestation » would be as long and less precise.
  const cut = moved.length === shownPrestations + 1 ? moved.length : shownPrestations;
  const rest = moved.slice(cut).flatMap(({ prices }) => prices);
  const step = (label: PageCell, name: string, prices: readonly SimulatedPrice[]): Step => ({
    label,
    name,
    change: changeOf(prices),
    formula: plus(...prices.map(differenceOf))!,
  });
  return [
    ...moved.slice(0, cut).map(({ prices }) => {
      const { prestation } = prices[0]!.tariff;
      return step(imported(prestation, styles.line), prestation, prices);
    }),
    ...(rest.length === 0 ? [] : [step(text("Autres prestations", styles.line), "autres prestations", rest)]),
  ];
}

/** One of both titres, and its cell in the figures; or a step. */
type StepRow = { readonly titre: TitreFigures; readonly figures: Cells<"total"> } | { readonly step: Step };

const stepColumn = columnHelper<StepRow, "amount" | "rise" | "fall">();

/** Makes the table of steps. What each changes, with its sign, is out of sight: its chart is drawn from it. */
const stepTable = (hidden: number) =>
  table({
    columns: {
      step: stepColumn.cell(
        "Étape",
        null,
        (row) => ("titre" in row ? text(row.titre.label, styles.boldLine) : row.step.label),
        "left",
      ),
      amount: stepColumn.cell("Titre", null, (row) =>
        "titre" in row ? euros(row.titre.amounts.total, styles.boldLine, same(row.figures.total)) : null,
      ),
      rise: wayColumn("Hausse", "+"),
      fall: wayColumn("Baisse", "-"),
      change: stepColumn.cell("Écart", { under: hidden }, (row, { rise, fall }, style) =>
        "titre" in row ? null : difference(row.step.change, style, minus(rise, fall)),
      ),
    },
  });

function wayColumn(title: string, sign: "+" | "-") {
  return stepColumn.cell(title, null, (row, _at, style) => {
    if ("titre" in row) return null;
    const { change, formula } = row.step;
    const [moved, inner] = sign === "+" ? [change, formula] : [change.neg(), formulaOf`-(${formula})`];
    return oneWay(Decimal.max(moved, 0), sign, style, formulaOf`ROUND(MAX(${inner},0),2)`);
  });
}

/** Number of rows of the chart of steps, with its title and the names of the steps. */
const stepsHeight = 12;

/** Writes one row for each step from the first titre to the second, and their chart. `hidden`: a hidden column. */
export function writeSteps(
  page: Page,
  { title, hidden, edits }: { readonly title: string; readonly hidden: number; readonly edits: HandEdits },
  [from, to]: readonly [TitreFigures, TitreFigures, ...TitreFigures[]],
  cells: FigureCells,
  steps: readonly Step[],
): ModelChart {
  page.section(title, styles.section, edits.guard);
  const rows = steps.map((step) => ({ step }));
  const all = [{ titre: from, figures: cells[0]! }, ...rows, { titre: to, figures: cells[1]! }];
  const written = stepTable(hidden);
  const { first, rows: placed } = written.write(page, all, { keep: Infinity });
  steps.forEach(({ change }, index) => {
    edits.watch(placed[index + 1]!.rise, Decimal.max(change, 0));
    edits.watch(placed[index + 1]!.fall, Decimal.max(change.neg(), 0));
  });
  edits.watch(placed[0]!.amount, from.amounts.total);
  edits.watch(placed.at(-1)!.amount, to.amounts.total);
  // Where nothing changes, a chart that is there has no step to show.
  const shown = { firstRow: first + 1, lastRow: first + Math.max(steps.length, 1) };
  const anchor = { ...page.takeRows(stepsHeight), left: 0, right: hidden - 1 };
  return effectsChart({ column: written.at.step, ...shown }, written.at.change, anchor);
}

import { Decimal } from "decimal.js";
import { formatEuros } from "../../money";
import { sum, type Comparison } from "../../statement";
import { difference } from "../kit/cells";
import { effectsChart } from "../kit/charts";
import { above, formulaOf, minus, plus, rounded, same, sumOf, type FormulaSource, type Place } from "../kit/formula";
import type { ModelChart } from "../kit/model";
import type { Page } from "../kit/page";
import { sayIn } from "../kit/say";
import { styles } from "../kit/styles";
import { columnHelper, table } from "../kit/table";
import { uncapitalised } from "../kit/texts";
import { effectNames, effectTitles, heaviestOf, labelsOf, type EffectName } from "./analysis-context";
import { isToMatch } from "./comparaison-remarks";
import type { EffectCells, EffectTable } from "./comparaison-tables";

/**
 * A step from one titre to the next: an effect, or the net effect of schools in communes with both arrivals and
 * departures.
 */
interface Movement {
  readonly kind: EffectName | "matched";
  readonly title: string;
  /** « du fait … » */
  readonly cause: string;
  readonly change: Decimal;
}

const causes: Readonly<Record<EffectName, string>> = {
  quantities: "des quantités",
  prices: "des tarifs",
  arrivals: "[des écoles arrivées|arrivés]",
  departures: "[des écoles] qui ne sont plus [école:facturées|facturés]",
};

/** Arrivals and departures in communes without schools to match: each is a real move. */
const otherMoves = {
  arrivals: { title: "[Autres écoles arrivées|arrivés]", cause: "d’[autres écoles arrivées|arrivés]" },
  departures: {
    title: "Autres fins de facturation",
    cause: "d’[autres écoles] qui ne sont plus [école:facturées|facturés]",
  },
} as const;

/**
 * Returns the effects in display order. Schools that arrived and left in one commune are shown as their net effect,
 * because each alone could be a mere change of name. Like the effects, the movements add up to the difference.
 */
export function movementsOf({ total, communes, after }: Comparison): Movement[] {
  const say = sayIn(after.campaign);
  const matched = communes.filter(isToMatch);
  const of = (effect: EffectName) => sum(matched.map((commune) => commune.total[effect]));
  const effect = (kind: EffectName): Movement => ({
    kind,
    title: say(effectTitles[kind]),
    cause: say(causes[kind]),
    change: total[kind],
  });
  if (matched.length === 0) return effectNames.map(effect);
  const other = (kind: keyof typeof otherMoves): Movement => ({
    kind,
    title: say(otherMoves[kind].title),
    cause: say(otherMoves[kind].cause),
    change: total[kind].minus(of(kind)),
  });
  const net = of("arrivals").plus(of("departures"));
  return [
    effect("quantities"),
    effect("prices"),
    { kind: "matched", title: say("[Écoles] à rapprocher (net)"), cause: say("[d’écoles] à rapprocher"), change: net },
    other("arrivals"),
    other("departures"),
  ];
}

type MoveCells = Readonly<Record<"arrivals" | "departures", Place>>;

/**
 * Returns the formula of a movement. `effects`: the cells of the titre; `matched`: the cells of communes whose schools
 * are shown as a net effect, read once the page is finished.
 */
function movementFormula(
  { kind }: Movement,
  effects: Readonly<Record<EffectName, Place>>,
  matched: () => readonly MoveCells[],
): FormulaSource {
  if (kind === "quantities" || kind === "prices") return same(effects[kind]);
  return () => {
    const cells = matched();
    if (kind === "matched") return sumOf(...cells.map((at) => at.arrivals), ...cells.map((at) => at.departures));
    if (cells.length === 0) return same(effects[kind]);
    return formulaOf`${effects[kind]}-${sumOf(...cells.map((at) => at[kind]))}`;
  };
}

/** One of both titres, or a movement between them; `before`: what the step before reaches, null for the first. */
interface Step {
  readonly label: string;
  readonly before: Decimal | null;
  readonly reached: Decimal;
  readonly of: "before" | "after" | Movement;
}

const height = 12;

/**
 * Makes the table of steps, each starting where the previous one ends. The last titre shows the sum of the effects and
 * a remainder of zero.
 */
function stepTable(titre: EffectCells, at: EffectTable["at"], matched: () => readonly EffectCells[]) {
  const column = columnHelper<Step, "from" | "to" | "change">();
  return table({
    columns: {
      step: column.text("Étape", null, ({ label }) => label),
      from: column.euros(
        "Avant l’étape",
        { under: at.before },
        ({ before }) => before,
        ({ to }) => same(above(to)),
      ),
      to: column.euros(
        "Après l’étape",
        { under: at.after },
        ({ reached }) => reached,
        ({ from, change }, { of }) => (typeof of === "string" ? same(titre[of]) : rounded(plus(from, change)!)),
      ),
      change: column.cell("Écart", { under: at.difference }, ({ before, reached, of }, { from, to }, style) => {
        if (before === null) return null;
        const formula = typeof of === "string" ? minus(to, from) : movementFormula(of, titre, matched);
        return difference(reached.minus(before), style, formula);
      }),
    },
  });
}

/** A step from one titre to the other, with its cell. */
export interface PlacedMovement extends Movement {
  readonly place: Place;
}

/**
 * Writes the steps from one titre to the other: a sentence with the difference and its main cause, a table of formulas
 * about the row of the titre in the synthesis, and the columns of effects. `matched`: the cells of communes whose
 * schools are shown as a net effect, read once the page is finished.
 */
export function writeBridge(
  page: Page,
  comparison: Comparison,
  titre: EffectCells,
  at: EffectTable["at"],
  matched: () => readonly EffectCells[],
): { readonly chart: ModelChart; readonly movements: readonly PlacedMovement[] } {
  const { total } = comparison;
  const labels = labelsOf(comparison);
  const steps = stepTable(titre, at, matched);
  const movements = movementsOf(comparison);
  let level = total.before;
  const effects = movements.map((movement): Step => {
    const before = level;
    level = level.plus(movement.change);
    return { label: movement.title, before, reached: level, of: movement };
  });
  const titreRow = (of: "before" | "after", before: Decimal | null) => {
    const step = { label: `Titre ${labels[of]}`, before, reached: total[of], of };
    return steps.rows(page, [step], { keep: Infinity, style: styles.boldLine });
  };
  page.section(comparisonSentence(comparison));
  steps.titles(page);
  titreRow("before", null);
  const { rows: written, first, last } = steps.rows(page, effects, { keep: Infinity });
  titreRow("after", level);
  const chart = effectsChart({ column: steps.at.step, firstRow: first, lastRow: last }, steps.at.change, {
    ...page.takeRows(height),
    left: 0,
    right: at.comment,
  });
  return { chart, movements: movements.map((movement, index) => ({ ...movement, place: written[index]!.change })) };
}

/**
 * Returns whether a movement may explain a change of a titre. Schools to match do not: whether they moved is not known
 * yet.
 */
function isCause({ kind }: Pick<Movement, "kind">): boolean {
  return kind !== "matched";
}

/** Returns a movement as a sentence has it. */
export function namedMovement({ title, change }: Movement) {
  return { name: uncapitalised(title), change };
}

/**
 * Returns the sentence of a comparison: « De 2014 à 2015, le titre augmente de 73,72 €, surtout du fait des quantités
 * ».
 */
export function comparisonSentence(comparison: Comparison): string {
  const { before, after } = labelsOf(comparison);
  const period = before === "avant" ? "D’un état à l’autre" : `De ${before} à ${after}`;
  const change = comparison.total.difference;
  if (change.isZero()) return `${period}, le titre ne change pas`;
  const effects = movementsOf(comparison).filter((movement) => !movement.change.isZero());
  const most = heaviestOf(effects, change);
  const verb = change.isPositive() ? "augmente" : "diminue";
  const cause = most === null || !isCause(most) ? "" : `,${effects.length > 1 ? " surtout" : ""} du fait ${most.cause}`;
  return `${period}, le titre ${verb} de ${formatEuros(change.abs())}${cause}`;
}

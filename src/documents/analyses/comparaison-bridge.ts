import { Decimal } from "decimal.js";
import { formatEuros } from "../../money";
import type { Comparison } from "../../statement";
import { difference, euros, oneWay } from "../kit/cells";
import { bridgeChart } from "../kit/charts";
import { columnHelper } from "../kit/columns";
import { above, formulaOf, minus, plus, rounded, same } from "../kit/formula";
import type { ModelChart } from "../kit/model";
import type { Page } from "../kit/page";
import { styles } from "../kit/styles";
import { table } from "../kit/table";
import { effectNames, effectTitles, labelsOf, type EffectName } from "./analysis-context";
import type { EffectCells, EffectTable } from "./comparaison-tables";

/** One of both titres, or an effect between them; `before`: what the step before reaches, null for the first. */
type Step =
  | { readonly kind: "titre"; readonly side: "before" | "after"; readonly before: Decimal | null }
  | { readonly kind: "effect"; readonly effect: EffectName; readonly before: Decimal };

const height = 14;

/** Each step starts where the one before ends. The last titre says what the effects lead to, and what they leave: nothing. */
function stepTable(comparison: Comparison, titre: EffectCells, at: EffectTable["at"]) {
  const { total } = comparison;
  const labels = labelsOf(comparison);
  const labelOf = (step: Step) => (step.kind === "effect" ? effectTitles[step.effect] : `Titre ${labels[step.side]}`);
  const changeOf = (step: Step) => {
    if (step.kind === "effect") return total[step.effect];
    return step.before === null ? null : total[step.side].minus(step.before);
  };
  const reached = (step: Step) => (step.kind === "effect" ? step.before.plus(total[step.effect]) : total[step.side]);
  const column = columnHelper<Step, "from" | "to" | "change">();
  const way = (title: string, sign: "+" | "-", under: number) =>
    column.cell(title, { under }, (step, { change }, style) => {
      if (step.kind === "titre") return null;
      const moved = sign === "+" ? total[step.effect] : total[step.effect].neg();
      const formula = sign === "+" ? formulaOf`MAX(${change},0)` : formulaOf`MAX(-${change},0)`;
      return oneWay(Decimal.max(moved, 0), sign, style, formula);
    });
  return table({
    columns: {
      step: column.text("Étape", null, labelOf),
      from: column.cell("Avant l’étape", { under: at.before }, ({ before }, { to }, style) =>
        before === null ? null : euros(before, style, same(above(to))),
      ),
      to: column.euros("Après l’étape", { under: at.after }, reached, ({ from, change }, step) =>
        step.kind === "titre" ? same(titre[step.side]) : rounded(plus(from, change)!),
      ),
      change: column.cell("Écart", { under: at.difference }, (step, { from, to }, style) => {
        const change = changeOf(step);
        if (change === null) return null;
        return difference(change, style, step.kind === "effect" ? same(titre[step.effect]) : minus(to, from));
      }),
      base: column.cell("Pour le graphique", { under: at.quantities }, (step, { from, to }, style) =>
        step.kind === "titre"
          ? null
          : euros(Decimal.min(step.before, reached(step)), style, formulaOf`MIN(${from},${to})`),
      ),
      amount: column.cell("Titre", { under: at.prices }, (step, { to }, style) =>
        step.kind === "titre" ? euros(total[step.side], style, same(to)) : null,
      ),
      rise: way("Hausse", "+", at.arrivals),
      fall: way("Baisse", "-", at.departures),
    },
  });
}

/**
 * From one titre to the other, an effect a step: a sentence that says the difference and what makes most of it, a table of
 * formulas over the row of the titre in the synthesis, and its columns.
 */
export function writeBridge(page: Page, comparison: Comparison, titre: EffectCells, at: EffectTable["at"]): ModelChart {
  const { total } = comparison;
  const steps = stepTable(comparison, titre, at);
  let level = total.before;
  const effects = effectNames.map((effect): Step => {
    const before = level;
    level = level.plus(total[effect]);
    return { kind: "effect", effect, before };
  });
  page.section(comparisonSentence(comparison));
  steps.titles(page);
  const all = { keep: Infinity };
  const { first } = steps.rows(page, [{ kind: "titre", side: "before", before: null }], {
    ...all,
    style: styles.boldLine,
  });
  steps.rows(page, effects, all);
  const { last } = steps.rows(page, [{ kind: "titre", side: "after", before: level }], {
    ...all,
    style: styles.boldLine,
  });
  return bridgeChart(
    steps.at,
    { first, last },
    {
      title: "D’une campagne à l’autre : ce qui change le titre, en euros",
      anchor: { ...page.takeRows(height), left: 0, right: page.widths.length - 1 },
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

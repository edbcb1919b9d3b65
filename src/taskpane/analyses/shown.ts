import { unacceptedErrors, type Analysed, type BillableWorkbook } from "../../billing";
import type { SimulationResult } from "../../documents";
import type { Anomaly } from "../../messages";
import { formatAmount } from "../../money";
import type { OptionsChange } from "../../options";
import {
  commentOf,
  countDirections,
  countExplained,
  mostChangedCommunes,
  yearsOf,
  type Change,
  type ComparedCommune,
  type Effects,
  type Line,
  type ChangedCommune,
  type RectifiedCommune,
} from "../../statement";
import type { SessionContext } from "../operations/context";
import { keepChoice } from "../operations/keep-choice";
import type { AmountChange, CommuneChange } from "../state/state";
import type {
  AnalysesShown,
  CommuneMove,
  ComparedShown,
  EffectsShown,
  KeptTrial,
  LineSide,
  RectifiedLineShown,
  RectifiedShown,
  TriedShown,
} from "./model";
import { priceFields, type TrialGrids } from "./price-fields";

/** A comparison as the pane shows it. */
export function comparedShown(
  { billed, comparison }: NonNullable<Analysed["comparison"]>,
  beside: readonly BillableWorkbook[],
): ComparedShown {
  const { file, statement, campaignFrom, anomalies } = billed;
  const { communes, commentsOnOtherYears } = comparison;
  return {
    file,
    beside: beside.map(({ cells }) => cells.file),
    campaign: statement.campaign.year,
    campaignFrom,
    cagb: effectsShown(comparison.byPayer.cagb),
    due: effectsShown(comparison.byPayer.commune),
    total: effectsShown(comparison.total),
    moves: [...mostChangedCommunes(communes), ...communes.filter(isOnlyCommented)].map((one) => ({
      ...moveOf(one),
      isNotable: one.isNotable,
      comment: commentOf(one),
      commentedAs: one.comments.map(({ commune }) => commune),
    })),
    toExplain: countExplained(communes),
    onlyNotable: false,
    onOtherYears: { count: commentsOnOtherYears.length, years: yearsOf(commentsOnOtherYears) },
    lastCommented: null,
    points: toTreat(anomalies),
    unaccepted: unacceptedErrors(billed),
  };
}

/** A trial, as the pane shows it, its fields included; `trial` is null where nothing differs from what is in force. */
export function trialShown(
  kept: KeptTrial,
  grids: TrialGrids,
  trial: SimulationResult | null,
): Pick<AnalysesShown, "tried" | "prices"> {
  const prices = priceFields(grids, kept, trial?.simulation ?? null);
  return { prices, tried: trial === null ? null : triedShown(kept, grids, trial) };
}

function triedShown(
  { from }: KeptTrial,
  { base }: TrialGrids,
  { simulation, anomalies }: SimulationResult,
): TriedShown {
  const { byPayer, total, communes, trial } = simulation;
  return {
    file: from?.file ?? null,
    act: base.act,
    isTyped: trial.grid !== base,
    cagb: changeShown(byPayer.cagb),
    due: changeShown(byPayer.commune),
    total: changeShown(total),
    directions: countDirections(simulation),
    moves: mostChangedCommunes(communes).map(moveOf),
    points: toTreat(anomalies),
  };
}

function effectsShown(effects: Effects): EffectsShown {
  return {
    ...changeShown(effects),
    quantities: formatAmount(effects.quantities),
    prices: formatAmount(effects.prices),
    arrivals: formatAmount(effects.arrivals),
    departures: formatAmount(effects.departures),
  };
}

/** A change, its amounts as digits. */
function changeShown({ before, after, difference }: Change): AmountChange {
  return { before: formatAmount(before), after: formatAmount(after), difference: formatAmount(difference) };
}

function isOnlyCommented({ byPayer, comments }: ComparedCommune): boolean {
  return comments.length > 0 && byPayer.commune.difference.isZero();
}

/** A commune's part, as the pane shows it. */
function moveOf({ commune: { insee, name }, byPayer }: ChangedCommune): CommuneChange {
  return { insee, name, ...changeShown(byPayer.commune) };
}

/** Errors, then what is to look at; what is only to know asks for nothing here. */
function toTreat(anomalies: readonly Anomaly[]): Anomaly[] {
  return (["error", "warning"] as const).flatMap((severity) =>
    anomalies.filter((anomaly) => anomaly.severity === severity),
  );
}

/** Lines that the pane shows; the sheet has them all. */
const shownAtMost = 20;

/** A rectification as the pane shows it. */
export function rectifiedShown({
  issued: { file, run },
  rectification: { kind, byPayer, total, communes },
  errors,
}: NonNullable<Analysed["rectification"]>): RectifiedShown {
  const lines = communes.flatMap(linesOf);
  return {
    file,
    when: whenOf(run.when),
    kind,
    toIssue: formatAmount(total.difference.abs()),
    cagb: changeShown(byPayer.cagb),
    due: changeShown(byPayer.commune),
    total: changeShown(total),
    moves: mostChangedCommunes(communes).map(moveOf),
    lines: { first: lines.slice(0, shownAtMost), count: lines.length },
    points: errors,
  };
}

function whenOf(when: string): RectifiedShown["when"] {
  const [, day, time] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d)/.exec(when) ?? [];
  return day === undefined || time === undefined ? null : { day, time };
}

/** What the commune bears first, as on the sheet. */
function linesOf({ commune, lines }: RectifiedCommune): RectifiedLineShown[] {
  return (["commune", "cagb"] as const).flatMap((wanted) =>
    lines
      .filter(({ payer }) => payer === wanted)
      .map(({ school, tariff, nature, payer, issued, corrected, difference }) => ({
        commune: commune.name,
        school: school.name,
        prestation: tariff.prestation,
        nature,
        payer,
        issued: sideOf(issued),
        corrected: sideOf(corrected),
        difference: formatAmount(difference),
      })),
  );
}

function sideOf(line: Line | null): LineSide | null {
  if (line === null) return null;
  const { quantity, unitPrice, amount } = line;
  return { quantity, unitPrice: formatAmount(unitPrice), amount: formatAmount(amount) };
}

/** Writes what explains a commune's difference in the sheet of options; without a text, takes it back. False where it is not kept. */
export async function keepComment(context: SessionContext, insee: string, text: string): Promise<boolean> {
  const { compared } = context.state.analyses;
  const move = compared?.moves.find((one) => one.insee === insee);
  if (compared === null || move === undefined) return false;
  let isKept = false;
  await keepChoice(context, changesFor(move, compared.campaign, text.trim()), () => {
    isKept = true;
    showCompared(context, { onlyNotable: compared.onlyNotable, lastCommented: insee });
    return { on: "comment" };
  });
  return isKept;
}

/** What is shown of the comparison, otherwise: nothing of it is worked out again. */
export function showCompared(
  context: SessionContext,
  shown: Partial<Pick<ComparedShown, "onlyNotable" | "lastCommented">>,
): void {
  const { analyses } = context.state;
  const { compared } = analyses;
  if (compared !== null)
    context.dispatch({ type: "analysed", analyses: { ...analyses, compared: { ...compared, ...shown } } });
}

/** Where communes that merged were told apart, what is said of the one that they make takes their place. */
function changesFor({ name, commentedAs }: CommuneMove, against: number, text: string): OptionsChange[] {
  const say = (commune: string, what: string): OptionsChange => ({
    ask: "comment",
    comment: { commune, against, text: what },
  });
  const [only, ...others] = commentedAs;
  if (only !== undefined && others.length === 0) return [say(only, text)];
  return [...commentedAs.map((one) => say(one, "")), ...(text === "" ? [] : [say(name, text)])];
}

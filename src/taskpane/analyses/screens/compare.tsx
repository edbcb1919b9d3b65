import type { ComparedBilling } from "../../../billing";
import {
  countExplained,
  mostChangedCommunes,
  yearsOf,
  type ComparedCommune,
  type Comparison,
} from "../../../statement";
import { PickerButton } from "../../parts/inputs";
import { usePane } from "../../parts/context";
import { Back, Filters, Screen, Warning } from "../../parts/elements";
import { MoneyTable, type Sides } from "../../parts/tables";
import { CommentRow } from "./comment-row";
import { EffectBar } from "./effect-bar";
import { AnalysisActions, Moves, Points, ToPick, useAnalysisTexts } from "./tables";

/** Draws « Comparer »: why the titre is not that of another campaign. */
export function CompareScreen() {
  const { session, state } = usePane();
  const { t } = useAnalysisTexts();
  const { comparison } = state.analyses;
  const pick = (file: File) => void session.run.compareWith(file);
  if (comparison === null) return <ToPick name="compare" onPick={pick} />;
  return (
    <Screen
      title={t("pane-compare-done", { year: comparison.billed.statement.campaign.year })}
      back={<Back />}
      actions={<AnalysisActions name="compare" />}
    >
      <Compared {...comparison} />
      <section class="card">
        <p>
          <PickerButton label={t("pane-compare-choose-again")} onPick={pick} />
        </p>
        <p>
          <PickerButton label={t("pane-compare-add")} onPick={(file) => void session.run.compareBeside(file)} />
        </p>
        <p class="secondary">{t("pane-compare-add-hint")}</p>
      </section>
    </Screen>
  );
}

interface ComparedProps {
  readonly billed: ComparedBilling;
  readonly comparison: Comparison;
}

function Compared({ billed, comparison }: ComparedProps) {
  const { state } = usePane();
  const { t, tCount } = useAnalysisTexts();
  const { file, campaignFrom, anomalies, unacceptedErrors } = billed;
  const { beside } = state.analyses;
  const year = comparison.before.campaign.year;
  const years = { before: String(year), after: String(comparison.after.campaign.year) };
  return (
    <>
      <p class="secondary">{t(`pane-compare-from-${campaignFrom}`, { file, year })}</p>
      {beside.length > 0 && <p class="secondary">{t("pane-compare-beside", { files: beside.join(", ") })}</p>}
      {unacceptedErrors > 0 && <Warning>{tCount("pane-compare-unaccepted", unacceptedErrors, { file })}</Warning>}
      <Bridge comparison={comparison} years={years} />
      <ExplainedMoves comparison={comparison} years={years} />
      <Points file={file} points={anomalies} isElsewhere />
      <p>{t("pane-compare-sheets")}</p>
    </>
  );
}

interface BridgeProps {
  readonly comparison: Comparison;
  readonly years: Sides;
}

const effects = ["quantities", "prices", "arrivals", "departures"] as const;

/** Draws the way from one titre to the other, effect by effect: the column adds up to the cent. */
function Bridge({ comparison, years }: BridgeProps) {
  const { words, t } = useAnalysisTexts();
  const greatest = Math.max(...effects.map((effect) => comparison.total[effect].abs().toNumber()));
  return (
    <MoneyTable
      caption={t("pane-compare-caption", { ...years })}
      headings={[
        t("pane-compare-step"),
        { title: words.say("pane-money-cagb"), isWide: true },
        { title: words.say("pane-money-communes"), isWide: true },
        t("pane-compare-amount"),
      ]}
    >
      <tbody>
        <BridgeLine comparison={comparison} of="before" name={t("pane-compare-titre", { year: years.before })} />
        {effects.map((effect) => (
          <BridgeLine
            key={effect}
            comparison={comparison}
            of={effect}
            name={t(`pane-compare-${effect}`)}
            bar={greatest === 0 ? 0 : comparison.total[effect].toNumber() / greatest}
          />
        ))}
        <BridgeLine comparison={comparison} of="after" name={t("pane-compare-titre", { year: years.after })} isTotal />
        <BridgeLine comparison={comparison} of="difference" name={t("pane-compare-difference")} />
      </tbody>
    </MoneyTable>
  );
}

interface BridgeLineProps {
  readonly comparison: Comparison;
  readonly of: keyof Comparison["total"];
  readonly name: string;
  readonly isTotal?: boolean;
  /** The share of the greatest effect that its bar shows, from −1 to 1; no bar without one. */
  readonly bar?: number;
}

function BridgeLine({ comparison: { byPayer, total }, of, name, isTotal = false, bar }: BridgeLineProps) {
  const { words, t } = useAnalysisTexts();
  const show = of === "before" || of === "after" ? words.euros : words.difference;
  const [cagb, communes] = [show(byPayer.cagb[of]), show(byPayer.commune[of])];
  return (
    <tr class={isTotal ? "total" : undefined}>
      <th scope="row">
        {name}
        {bar !== undefined && <EffectBar share={bar} />}
      </th>
      <td class="wide">{cagb}</td>
      <td class="wide">{communes}</td>
      <td>
        {show(total[of])}
        <span class="parts narrow">{t("pane-compare-part-cagb", { amount: cagb })}</span>
        <span class="parts narrow">{t("pane-compare-part-communes", { amount: communes })}</span>
      </td>
    </tr>
  );
}

/**
 * Draws the communes whose part changes or that have a comment, largest change first, with the reasons; large changes
 * are to be explained.
 */
function ExplainedMoves({ comparison, years }: BridgeProps) {
  const { state } = usePane();
  const { t, tCount } = useAnalysisTexts();
  const { communes, commentsOnOtherYears } = comparison;
  const { onlyNotable, lastCommented } = state.analyses;
  const moves = [...mostChangedCommunes(communes), ...communes.filter(isOnlyCommented)];
  const notable = moves.filter(({ isNotable }) => isNotable);
  const isNarrowed = onlyNotable && notable.length > 0;
  return (
    <Moves
      moves={isNarrowed ? notable : moves}
      {...years}
      remark={({ isNotable }) => (isNotable ? t("pane-moves-notable") : null)}
      under={(move) => <CommentRow compared={move} isLast={move.commune.insee === lastCommented} />}
      unfolded={lastCommented}
    >
      {commentsOnOtherYears.length > 0 && (
        <p>
          {tCount("pane-comment-other-years", commentsOnOtherYears.length, {
            year: comparison.before.campaign.year,
            years: yearsOf(commentsOnOtherYears).join(", "),
          })}
        </p>
      )}
      {notable.length > 0 && <Explained communes={communes} shown={moves.length} isNarrowed={isNarrowed} />}
    </Moves>
  );
}

interface ExplainedProps {
  readonly communes: readonly ComparedCommune[];
  /** The number shown when no filter is set. */
  readonly shown: number;
  readonly isNarrowed: boolean;
}

/** Draws « À expliquer : 6, dont 4 commentées », and a filter that leaves only these. */
function Explained({ communes, shown, isNarrowed }: ExplainedProps) {
  const { session, state } = usePane();
  const { words, t, tCount } = useAnalysisTexts();
  const { wanted, done } = countExplained(communes);
  const filter = (onlyNotable: boolean, label: string) => ({
    label,
    isOn: onlyNotable === isNarrowed,
    onPress: () => session.dispatch({ type: "analysed", analyses: { ...state.analyses, onlyNotable } }),
  });
  return (
    <>
      <p>
        {done === 0
          ? t("pane-comment-none", { wanted: words.integer(wanted) })
          : tCount("pane-comment-count", done, { wanted: words.integer(wanted) })}
      </p>
      <p class="secondary">{t("pane-moves-legend")}</p>
      <Filters
        name={t("pane-moves-filters")}
        filters={[
          filter(false, t("pane-moves-all", { count: words.integer(shown) })),
          filter(true, t("pane-moves-to-explain", { count: words.integer(wanted) })),
        ]}
      />
    </>
  );
}

function isOnlyCommented({ byPayer, comments }: ComparedCommune): boolean {
  return comments.length > 0 && byPayer.commune.difference.isZero();
}

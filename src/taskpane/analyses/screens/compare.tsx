import { PickerButton } from "../../parts/campaign-and-files";
import { usePane } from "../../parts/context";
import { Back, Button, Screen, Warning } from "../../parts/elements";
import { previewOf } from "../../state/state";
import type { ComparedShown, EffectsShown } from "../model";
import { CommentRow } from "./comment-row";
import { Moves, Points, useAnalysisTexts } from "./tables";

/** « Comparer »: why the titre is not that of another campaign. */
export function CompareScreen() {
  const { session, state } = usePane();
  const { words, t } = useAnalysisTexts();
  const { compared } = state.analyses;
  const pick = (file: File) => void session.run.compareWith(file);
  if (compared === null)
    return (
      <Screen
        title={words.say("pane-compare-title")}
        back={<Back />}
        actions={<PickerButton primary label={t("pane-compare-choose")} onPick={pick} />}
      >
        <p>{t("pane-compare-intro")}</p>
        <p class="secondary">{words.say("pane-files-hint")}</p>
      </Screen>
    );
  return (
    <Screen
      title={t("pane-compare-done", { year: compared.campaign })}
      back={<Back />}
      actions={
        <>
          <Button primary onClick={() => session.dispatch({ type: "step-opened", step: "documents" })}>
            {words.say("pane-act-documents")}
          </Button>
          <Button onClick={() => void session.run.leaveAnalysis("compare")}>{t("pane-compare-leave")}</Button>
        </>
      }
    >
      <Compared compared={compared} />
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

function Compared({ compared }: { readonly compared: ComparedShown }) {
  const { state } = usePane();
  const { t, tCount } = useAnalysisTexts();
  const { file, beside, campaign, campaignFrom, points, unaccepted } = compared;
  const years = { before: String(campaign), after: String(previewOf(state)?.statement.campaign.year ?? "") };
  return (
    <>
      <p class="secondary">{t(`pane-compare-from-${campaignFrom}`, { file, year: campaign })}</p>
      {beside.length > 0 && <p class="secondary">{t("pane-compare-beside", { files: beside.join(", ") })}</p>}
      {unaccepted > 0 && <Warning>{tCount("pane-compare-unaccepted", unaccepted, { file })}</Warning>}
      <Bridge compared={compared} years={years} />
      <ExplainedMoves compared={compared} {...years} />
      <Points file={file} points={points} isElsewhere />
      <p>{t("pane-compare-sheets")}</p>
    </>
  );
}

interface BridgeProps {
  readonly compared: ComparedShown;
  readonly years: { readonly before: string; readonly after: string };
}

const effects = ["quantities", "prices", "arrivals", "departures"] as const;

/** From one titre to the other, effect by effect: the column adds up to the cent. */
function Bridge({ compared, years }: BridgeProps) {
  const { words, t } = useAnalysisTexts();
  return (
    <table class="money">
      <caption class="unseen">{t("pane-compare-caption", years)}</caption>
      <thead>
        <tr>
          <th scope="col">{t("pane-compare-step")}</th>
          <th scope="col" class="wide">
            {words.say("pane-money-cagb")}
          </th>
          <th scope="col" class="wide">
            {words.say("pane-money-communes")}
          </th>
          <th scope="col">{t("pane-compare-amount")}</th>
        </tr>
      </thead>
      <tbody>
        <BridgeLine compared={compared} of="before" name={t("pane-compare-titre", { year: years.before })} />
        {effects.map((effect) => (
          <BridgeLine key={effect} compared={compared} of={effect} name={t(`pane-compare-${effect}`)} />
        ))}
        <BridgeLine compared={compared} of="after" name={t("pane-compare-titre", { year: years.after })} isTotal />
        <BridgeLine compared={compared} of="difference" name={t("pane-compare-difference")} />
      </tbody>
    </table>
  );
}

interface BridgeLineProps {
  readonly compared: ComparedShown;
  readonly of: keyof EffectsShown;
  readonly name: string;
  readonly isTotal?: boolean;
}

function BridgeLine({ compared, of, name, isTotal = false }: BridgeLineProps) {
  const { words, t } = useAnalysisTexts();
  const show = of === "before" || of === "after" ? words.euros : words.difference;
  const [cagb, due] = [show(compared.cagb[of]), show(compared.due[of])];
  return (
    <tr class={isTotal ? "total" : undefined}>
      <th scope="row">{name}</th>
      <td class="wide">{cagb}</td>
      <td class="wide">{due}</td>
      <td>
        {show(compared.total[of])}
        <span class="parts narrow">{t("pane-compare-part-cagb", { amount: cagb })}</span>
        <span class="parts narrow">{t("pane-compare-part-communes", { amount: due })}</span>
      </td>
    </tr>
  );
}

interface ExplainedMovesProps {
  readonly compared: ComparedShown;
  readonly before: string;
  readonly after: string;
}

/** Whose part changes, and why: those that move by much are to be explained. */
function ExplainedMoves({ compared, before, after }: ExplainedMovesProps) {
  const { t, tCount } = useAnalysisTexts();
  const { campaign, moves, toExplain, onlyNotable, onOtherYears, lastCommented } = compared;
  const notable = moves.filter(({ isNotable }) => isNotable);
  const isNarrowed = onlyNotable && notable.length > 0;
  return (
    <Moves
      moves={isNarrowed ? notable : moves}
      before={before}
      after={after}
      remark={({ isNotable }) => (isNotable ? t("pane-moves-notable") : null)}
      under={(move) => <CommentRow move={move} isLast={move.insee === lastCommented} />}
      unfolded={lastCommented}
    >
      {onOtherYears.count > 0 && (
        <p>
          {tCount("pane-comment-other-years", onOtherYears.count, {
            year: campaign,
            years: onOtherYears.years.join(", "),
          })}
        </p>
      )}
      {toExplain.wanted > 0 && <Explained compared={compared} notable={notable.length} isNarrowed={isNarrowed} />}
    </Moves>
  );
}

interface ExplainedProps {
  readonly compared: ComparedShown;
  readonly notable: number;
  readonly isNarrowed: boolean;
}

/** « À expliquer : 6, dont 4 commentées », and a filter that leaves only these. */
function Explained({ compared: { moves, toExplain }, notable, isNarrowed }: ExplainedProps) {
  const { session } = usePane();
  const { words, t, tCount } = useAnalysisTexts();
  const wanted = words.integer(toExplain.wanted);
  const filters = [
    { isOn: !isNarrowed, onlyNotable: false, label: t("pane-moves-all", { count: words.integer(moves.length) }) },
    { isOn: isNarrowed, onlyNotable: true, label: t("pane-moves-to-explain", { count: words.integer(notable) }) },
  ];
  return (
    <>
      <p>
        {toExplain.done === 0
          ? t("pane-comment-none", { wanted })
          : tCount("pane-comment-count", toExplain.done, { wanted })}
      </p>
      <p class="secondary">{t("pane-moves-legend")}</p>
      <div class="filters" role="group" aria-label={t("pane-moves-filters")}>
        {filters.map(({ isOn, onlyNotable, label }) => (
          <button
            key={label}
            type="button"
            class="filter"
            aria-pressed={isOn}
            onClick={() => void session.run.showNotable(onlyNotable)}
          >
            {label}
          </button>
        ))}
      </div>
    </>
  );
}

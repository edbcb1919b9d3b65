import { useId, useState } from "preact/hooks";
import type { ComparedBilling } from "../../../billing";
import {
  countExplained,
  mostChangedCommunes,
  yearsOf,
  type ComparedCommune,
  type Comparison,
  commentOf,
} from "../../../statement";
import { longestComment } from "../../../options";
import type { Commune } from "../../../tariff";
import { PickerButton } from "../../parts/inputs";
import { usePane } from "../../parts/context";
import { Back, Filters, Screen, Warning, Button, French } from "../../parts/elements";
import { MoneyTable, type Sides } from "../../parts/tables";
import { InlineForm, useUnfolding } from "../../parts/fields";
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
 * Draws the communes whose part changes, the most first, or that are commented, and why: those that move by much are to be
 * explained.
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

interface CommentRowProps {
  readonly compared: ComparedCommune;
  /** Its comment was just kept. */
  readonly isLast: boolean;
}

/**
 * Draws, under a commune, the comment on its difference and the way to write it; nothing when there is no comment and
 * none is expected.
 */
function CommentRow({ compared, isLast }: CommentRowProps) {
  const { t } = useAnalysisTexts();
  const { isOpen, opener, close, leave } = useUnfolding();
  const comment = commentOf(compared);
  const { commune, isNotable } = compared;
  if (!isNotable && comment === null) return null;
  return (
    <tr class="comment">
      <td colSpan={4}>
        {comment !== null && (
          <p>
            <span aria-hidden="true">✎ </span>
            <French>{comment}</French>
          </p>
        )}
        <button type="button" class={isLast ? "link last-commented" : "link"} {...opener}>
          {t(comment === null ? "pane-comment-write" : "pane-comment-change", { commune: commune.name })}
        </button>
        {isOpen && <CommentForm commune={commune} comment={comment} onLeave={leave} onKept={close} />}
      </td>
    </tr>
  );
}

interface CommentFormProps {
  readonly commune: Commune;
  /** Null without a comment. */
  readonly comment: string | null;
  readonly onLeave: () => void;
  readonly onKept: () => void;
}

/** Draws the field of a comment. What was typed stays when it could not be kept. */
function CommentForm({ commune: { insee, name }, comment, onLeave, onKept }: CommentFormProps) {
  const { session, state } = usePane();
  const { words, t } = useAnalysisTexts();
  const [text, setText] = useState(comment ?? "");
  const [isBlank, setBlank] = useState(false);
  const id = useId();
  const keep = async (written: string) => {
    if (written.trim() === "" && comment === null) setBlank(true);
    else if (await session.run.commentOn(insee, written)) onKept();
  };
  const fault = state.readOnly ? t("pane-comment-read-only") : isBlank ? t("pane-comment-blank") : null;
  return (
    <InlineForm onLeave={onLeave}>
      <div class="field">
        <label for={id}>{t("pane-comment-field", { commune: name })}</label>
        <textarea
          id={id}
          rows={3}
          maxLength={longestComment}
          readOnly={state.readOnly}
          aria-invalid={fault !== null || undefined}
          aria-describedby={`${id}-hint`}
          value={text}
          onInput={({ currentTarget }) => {
            setText(currentTarget.value);
            setBlank(false);
          }}
          onKeyDown={stayInText}
        />
        <p id={`${id}-hint`} class={fault === null ? "secondary" : "fault"} role={fault === null ? undefined : "alert"}>
          {fault ?? t("pane-comment-hint")}
        </p>
      </div>
      {!state.readOnly && <Button onClick={() => void keep(text)}>{t("pane-comment-save")}</Button>}
      {!state.readOnly && comment !== null && <Button onClick={() => void keep("")}>{t("pane-comment-remove")}</Button>}
      <Button onClick={onLeave}>{words.say("pane-act-leave")}</Button>
    </InlineForm>
  );
}

/** Keeps Alt+Left, which moves by a word on some systems, from leaving the screen. */
function stayInText(event: KeyboardEvent): void {
  if (event.altKey && event.key === "ArrowLeft") event.stopPropagation();
}

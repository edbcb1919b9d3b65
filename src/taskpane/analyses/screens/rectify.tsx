import { PickerButton } from "../../parts/campaign-and-files";
import { usePane } from "../../parts/context";
import { Back, Button, French, Screen, Warning } from "../../parts/elements";
import type { LineSide, RectifiedLineShown, RectifiedShown } from "../model";
import { AmountTable, ChangeHead, Moves, Points, useAnalysisTexts } from "./tables";

/** « Rectifier »: what is to be issued so that a titre already issued becomes what the workbook now gives. */
export function RectifyScreen() {
  const { session, state } = usePane();
  const { words, t } = useAnalysisTexts();
  const { rectified } = state.analyses;
  const pick = (file: File) => void session.run.rectifyIssued(file);
  if (rectified === null)
    return (
      <Screen
        title={words.say("pane-rectify-title")}
        back={<Back />}
        actions={<PickerButton primary label={t("pane-rectify-choose")} onPick={pick} />}
      >
        <p>{t("pane-rectify-intro")}</p>
        <p class="secondary">{words.say("pane-files-hint")}</p>
      </Screen>
    );
  return (
    <Screen
      title={t("pane-rectify-done")}
      back={<Back />}
      actions={
        <>
          <Button primary onClick={() => session.dispatch({ type: "step-opened", step: "documents" })}>
            {words.say("pane-act-documents")}
          </Button>
          <Button onClick={() => void session.run.leaveAnalysis("rectify")}>{t("pane-rectify-leave")}</Button>
        </>
      }
    >
      <Rectified rectified={rectified} />
      <section class="card">
        <PickerButton label={t("pane-rectify-choose-again")} onPick={pick} />
      </section>
    </Screen>
  );
}

function Rectified({ rectified }: { readonly rectified: RectifiedShown }) {
  const { words, t } = useAnalysisTexts();
  const { file, when, kind, toIssue, moves, lines, points } = rectified;
  const sides = { before: t("pane-rectify-before"), after: t("pane-rectify-after") };
  return (
    <>
      <p class="secondary">
        {when === null
          ? t("pane-rectify-file-undated", { file })
          : t("pane-rectify-file", { file, day: words.day(when.day), time: when.time })}
      </p>
      <p role="status">
        <strong>{t(`pane-rectify-${kind}`, { amount: words.euros(toIssue) })}</strong>
      </p>
      <Warning>{t("pane-rectify-band")}</Warning>
      <AmountTable caption={t("pane-rectify-caption")} amounts={rectified} {...sides} />
      <Moves moves={moves} {...sides} />
      {lines.count > 0 && <RectifiedLines {...lines} {...sides} />}
      <Points file={file} points={points} isElsewhere />
      <p>{t("pane-rectify-sheets")}</p>
    </>
  );
}

interface LinesProps {
  readonly first: readonly RectifiedLineShown[];
  readonly count: number;
  readonly before: string;
  readonly after: string;
}

/** Lines that change, each with the one that it corrects; those that the pane leaves to the sheet are counted. */
function RectifiedLines({ first, count, before, after }: LinesProps) {
  const { words, t, tCount } = useAnalysisTexts();
  const others = count - first.length;
  return (
    <>
      <h2>{tCount("pane-rectify-lines", count)}</h2>
      <table class="money">
        <caption class="unseen">{t("pane-rectify-lines-caption")}</caption>
        <ChangeHead first={words.say("pane-detail-prestation")} before={before} after={after} />
        <tbody>
          {first.map((line) => (
            <Line
              key={JSON.stringify([line.commune, line.school, line.prestation, line.nature, line.payer])}
              line={line}
            />
          ))}
        </tbody>
      </table>
      {others > 0 && <p>{tCount("pane-rectify-others", others)}</p>}
    </>
  );
}

function Line({ line }: { readonly line: RectifiedLineShown }) {
  const { words, t } = useAnalysisTexts();
  const { commune, school, prestation, nature, payer, issued, corrected, difference } = line;
  const sides = { before: useComputed(issued), after: useComputed(corrected) };
  return (
    <tr>
      <th scope="row">
        <French>{prestation}</French>
        <span class="parts">
          {words.say(`pane-detail-nature-${nature}`, { payer: words.say(`pane-payer-${payer}`) })}
        </span>
        <span class="parts">{t("pane-rectify-line-place", { commune, school })}</span>
      </th>
      <td class="wide">
        <Side side={issued} />
      </td>
      <td class="wide">
        <Side side={corrected} />
      </td>
      <td>
        {words.difference(difference)}
        <span class="parts narrow">{words.say("pane-changes-parts", sides)}</span>
      </td>
    </tr>
  );
}

function Side({ side }: { readonly side: LineSide | null }) {
  const { words } = useAnalysisTexts();
  const computed = useComputed(side);
  if (side === null) return <>{computed}</>;
  return (
    <>
      {words.euros(side.amount)}
      <span class="parts">{computed}</span>
    </>
  );
}

/** « 14 × 36,86 € »; none where the line is on the other side only. */
function useComputed(side: LineSide | null): string {
  const { words, t } = useAnalysisTexts();
  if (side === null) return t("pane-rectify-no-line");
  return words.say("pane-detail-line", { quantity: words.integer(side.quantity), price: words.euros(side.unitPrice) });
}

import type { Analysed } from "../../../billing";
import {
  mostChangedCommunes,
  type IssuedState,
  type Line,
  type RectifiedCommune,
  type RectifiedLine,
} from "../../../statement";
import { PickerButton } from "../../parts/inputs";
import { usePane } from "../../parts/context";
import { Back, French, Screen, Warning } from "../../parts/elements";
import { ChangeTable, type Sides } from "../../parts/tables";
import { natureText } from "../../texts/roles";
import { AnalysisActions, Moves, PartTable, Points, ToPick, useAnalysisTexts } from "./tables";

/** Draws « Rectifier »: the pieces to issue so that an issued titre becomes what the workbook now gives. */
export function RectifyScreen() {
  const { session, state } = usePane();
  const { t } = useAnalysisTexts();
  const { rectification } = state.analyses;
  const pick = (file: File) => void session.run.rectifyIssued(file);
  if (rectification === null) return <ToPick name="rectify" onPick={pick} />;
  return (
    <Screen title={t("pane-rectify-done")} back={<Back />} actions={<AnalysisActions name="rectify" />}>
      <Rectified {...rectification} />
      <section class="card">
        <PickerButton label={t("pane-rectify-choose-again")} onPick={pick} />
      </section>
    </Screen>
  );
}

function Rectified({ issued: { file, run }, rectification, errors }: NonNullable<Analysed["rectification"]>) {
  const { words, t } = useAnalysisTexts();
  const { kind, communes, reduction, complement } = rectification;
  const isNothing = kind === "none";
  const amount = (piece: typeof reduction) => (piece === null ? "" : words.euros(piece.total));
  const amounts = { reduction: amount(reduction), complement: amount(complement) };
  const sides = { before: t("pane-rectify-before"), after: t("pane-rectify-after") };
  return (
    <>
      <p class="secondary">
        <Origin file={file} when={run.when} issue={rectification.issued.edition.issued} />
      </p>
      <p role="status">
        <strong>{t(`pane-rectify-${kind}`, { ...amounts, amount: amount(reduction ?? complement) })}</strong>
      </p>
      {!isNothing && <Warning>{t("pane-rectify-band")}</Warning>}
      <PartTable caption={t("pane-rectify-caption")} changes={rectification} {...sides} />
      <Moves moves={mostChangedCommunes(communes)} {...sides} />
      <RectifiedLines communes={communes} {...sides} />
      <Points file={file} points={errors} isElsewhere />
      {!isNothing && <p>{t("pane-rectify-sheets")}</p>}
    </>
  );
}

interface OriginProps {
  readonly file: string;
  /** `2014-11-25 14:03`, or the text of the Journal when it was overwritten. */
  readonly when: string;
  readonly issue: IssuedState | null;
}

/**
 * Draws which état is corrected: its date of issue and its titre or, when its Journal has no issue, the date of its
 * generation.
 */
function Origin({ file, when, issue }: OriginProps) {
  const { words, t } = useAnalysisTexts();
  if (issue !== null)
    return <>{t("pane-rectify-file-issued", { file, day: words.day(issue.date), titre: issue.titre ?? "" })}</>;
  const [, day, time] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d)/.exec(when) ?? [];
  if (day === undefined || time === undefined) return <>{t("pane-rectify-file-undated", { file })}</>;
  return <>{t("pane-rectify-file", { file, day: words.day(day), time })}</>;
}

/** Lines that the pane shows; the sheet has them all. */
const shownAtMost = 20;

interface LinesProps extends Sides {
  readonly communes: readonly RectifiedCommune[];
}

/** Draws the lines that change, each with the one that it corrects, and the number of those only in the sheet. */
function RectifiedLines({ communes, ...sides }: LinesProps) {
  const { words, t, tCount } = useAnalysisTexts();
  // What the commune bears first, as on the sheet.
  const lines = communes.flatMap(({ commune, lines: its }) =>
    (["commune", "cagb"] as const).flatMap((wanted) =>
      its.filter(({ payer }) => payer === wanted).map((line) => ({ commune: commune.name, line })),
    ),
  );
  if (lines.length === 0) return null;
  return (
    <>
      <h2>{tCount("pane-rectify-lines", lines.length)}</h2>
      <ChangeTable caption={t("pane-rectify-lines-caption")} first={words.say("pane-detail-prestation")} {...sides}>
        {lines.slice(0, shownAtMost).map(({ commune, line }, index) => (
          <LineRow key={index} commune={commune} line={line} />
        ))}
      </ChangeTable>
      {lines.length > shownAtMost && <p>{tCount("pane-rectify-others", lines.length - shownAtMost)}</p>}
    </>
  );
}

function LineRow({ commune, line }: { readonly commune: string; readonly line: RectifiedLine }) {
  const { words, t } = useAnalysisTexts();
  const { school, tariff, nature, payer, issued, corrected, difference } = line;
  const sides = { before: useComputed(issued), after: useComputed(corrected) };
  return (
    <tr>
      <th scope="row">
        <French>{tariff.prestation}</French>
        <span class="parts">{natureText(nature, payer, words)}</span>
        <span class="parts">{t("pane-rectify-line-place", { commune, school: school.name })}</span>
      </th>
      <td class="wide">
        <Side line={issued} />
      </td>
      <td class="wide">
        <Side line={corrected} />
      </td>
      <td>
        {words.difference(difference)}
        <span class="parts narrow">{words.say("pane-changes-parts", sides)}</span>
      </td>
    </tr>
  );
}

function Side({ line }: { readonly line: Line | null }) {
  const { words } = useAnalysisTexts();
  const computed = useComputed(line);
  if (line === null) return <>{computed}</>;
  return (
    <>
      {words.euros(line.amount)}
      <span class="parts">{computed}</span>
    </>
  );
}

/** Returns « 14 × 36,86 € », or a statement that the line exists on the other side only. */
function useComputed(line: Line | null): string {
  const { words, t } = useAnalysisTexts();
  if (line === null) return t("pane-rectify-no-line");
  return words.say("pane-detail-line", { quantity: words.integer(line.quantity), price: words.euros(line.unitPrice) });
}

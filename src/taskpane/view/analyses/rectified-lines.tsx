import type { LineSide, RectifiedLineShown } from "../../session/analyses/types";
import { French } from "../french";
import { ChangeHead } from "./change-head";
import { useAnalysisTexts } from "./words";

interface LinesProps {
  readonly first: readonly RectifiedLineShown[];
  readonly count: number;
  readonly before: string;
  readonly after: string;
}

/** Lines that change, each with the one that it corrects; those that the pane leaves to the sheet are counted. */
export function RectifiedLines({ first, count, before, after }: LinesProps) {
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

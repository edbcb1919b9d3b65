import { Fragment } from "preact";
import type { CellPlace, ExplainedLine } from "../../../explain";
import { explainMessage, type ExplainCode } from "../../../messages";
import { useLazyTexts, usePane } from "../../parts/context";
import { CellLink, French } from "../../parts/elements";
import { sheetText } from "../../texts/progress";

/** Lines of the statement: quantity × unit price = amount, the cells they come from, and those where they are found. */
export function LineTable({ lines }: { readonly lines: readonly ExplainedLine[] }) {
  const { t } = useExplainTexts();
  return (
    <table class="money">
      <caption class="unseen">{t("pane-explain-lines-caption")}</caption>
      <thead class="unseen">
        <tr>
          <th scope="col">{t("pane-explain-prestation")}</th>
          <th scope="col" class="wide">
            {t("pane-explain-computed")}
          </th>
          <th scope="col">{t("pane-explain-amount")}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => (
          <Line key={index} line={line} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ line }: { readonly line: ExplainedLine }) {
  const { words, t, tCount } = useExplainTexts();
  const { commune, school, prestation, nature, payer, quantity, unitPrice, amount, share, sources } = line;
  const product = t("pane-explain-line", { quantity: words.integer(quantity), price: words.euros(unitPrice) });
  // Cents were shared out: the product is the whole school's.
  const computed = share === null ? product : t("pane-explain-shared", { computed: product, ...share });
  return (
    <tr>
      <th scope="row">
        <French>{prestation}</French>
        <span class="parts">
          {words.say(`pane-detail-nature-${nature}`, { payer: words.say(`pane-payer-${payer}`) })}
        </span>
        <span class="parts narrow">{computed}</span>
        <span class="parts">
          {school}, {commune}
        </span>
        {sources.first.length > 0 && (
          <span class="parts">
            {t("pane-explain-sources")}
            <CellLinks places={sources.first} />
            {sources.more > 0 && ` ${tCount("pane-explain-sources-more", sources.more)}`}
          </span>
        )}
        <ShownAt line={line} />
      </th>
      <td class="wide">{computed}</td>
      <td>{words.euros(amount)}</td>
    </tr>
  );
}

/** Links only to documents that the workbook holds. */
function ShownAt({ line: { shownAt } }: { readonly line: ExplainedLine }) {
  const { state } = usePane();
  const { words, t } = useExplainTexts();
  const written = new Set(state.ownSheets?.map(({ name }) => name));
  const there = shownAt.filter(({ sheet }) => written.has(sheet));
  if (shownAt.length === 0) return null;
  if (there.length === 0) {
    const sheets = shownAt.map(({ sheet, otherFile }) => sheetText(sheet, otherFile, words)).join(", ");
    return <span class="parts">{t("pane-explain-shown-later", { sheets })}</span>;
  }
  return (
    <span class="parts">
      {t("pane-explain-shown-at")}
      <CellLinks places={there} />
    </span>
  );
}

/** Cells one after the other, each leading to itself; what parts them stays with the one before. */
export function CellLinks({
  places,
  between = ",",
}: {
  readonly places: readonly CellPlace[];
  readonly between?: string;
}) {
  return (
    <>
      {places.map((place, index) => (
        <Fragment key={index}>
          <span class="together">
            <CellLink {...place} />
            {index < places.length - 1 && between}
          </span>{" "}
        </Fragment>
      ))}
    </>
  );
}

/** The words of the pane, with those of « Explication », which come with it. */
export const useExplainTexts = () => useLazyTexts<ExplainCode>(explainMessage);

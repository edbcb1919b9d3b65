import { Fragment, type ComponentChildren } from "preact";
import type { About, CellPlace, ExplainedLine, Understood } from "../../../explain";
import { explainMessage, type Anomaly, type ExplainCode } from "../../../messages";
import { useLazyTexts, usePane } from "../../parts/context";
import { Button, severityShapes, CellLink, French } from "../../parts/elements";
import { MoneyTable } from "../../parts/tables";
import { previewOf } from "../../state/state";
import { sheetText } from "../../texts/words";
import { meaningOf, natureText } from "../../texts/roles";

type AboutKind<Kind> = Extract<About, { readonly kind: Kind }>;

/** Draws a cell of the inventory: how it was understood, then what is billed with it, or why nothing is. */
export function SourceExplained({ about }: { readonly about: AboutKind<"source"> }) {
  const { t, tCount } = useExplainTexts();
  const { understood, commune, school, scope, lines, moreLines, whyNot, points } = about;
  return (
    <>
      <Meaning understood={understood} commune={commune} school={school} />
      {lines.length > 0 ? (
        <>
          <h2>{t(scope === "cell" ? "pane-explain-billed-title" : "pane-explain-billed-row-title")}</h2>
          <LineTable lines={lines} />
          {moreLines > 0 && <p>{tCount("pane-explain-more-lines", moreLines)}</p>}
        </>
      ) : (
        <>
          <h2>{t("pane-explain-not-title")}</h2>
          <p>{t(whyNot === null ? "pane-explain-not-unused" : whyNotCode(whyNot))}</p>
        </>
      )}
      <Points points={points} />
    </>
  );
}

function whyNotCode(why: NonNullable<AboutKind<"source">["whyNot"]>) {
  return why === "title" ? "pane-explain-not-title-row" : (`pane-explain-not-${why}` as const);
}

export function HeadingExplained({ about: { understood, points } }: { readonly about: AboutKind<"heading"> }) {
  const { t } = useExplainTexts();
  return (
    <>
      <Meaning understood={understood} commune={null} school={null} />
      <p>{t("pane-explain-heading-text")}</p>
      <Points points={points} />
    </>
  );
}

interface MeaningProps {
  readonly understood: Understood;
  readonly commune: string | null;
  readonly school: string | null;
}

function Meaning({ understood, commune, school }: MeaningProps) {
  const { words, t } = useExplainTexts();
  const { header, prestation, layout, range } = understood;
  const meaning = meaningOf(understood, words);
  return (
    <>
      <h2>{t("pane-explain-understood-title")}</h2>
      <dl class="facts">
        <Fact name={t("pane-explain-meaning")}>{prestation === null ? meaning : <French>{meaning}</French>}</Fact>
        {header !== "" && <Fact name={t("pane-explain-heading-of")}>{header}</Fact>}
        {school !== null && <Fact name={t("pane-explain-school")}>{school}</Fact>}
        {commune !== null && <Fact name={t("pane-explain-commune")}>{commune}</Fact>}
        <Fact name={t("pane-explain-layout")}>{`${words.say(`pane-layout-${layout}`)} (${range})`}</Fact>
      </dl>
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Points({ points }: { readonly points: readonly Anomaly[] }) {
  const { words, t } = useExplainTexts();
  if (points.length === 0) return null;
  return (
    <>
      <h2>{t("pane-explain-points-title")}</h2>
      <ul class="points">
        {points.map((point, index) => (
          <li key={index} class={`point ${point.severity}`}>
            <span class="severity">
              <span aria-hidden="true">{severityShapes[point.severity]} </span>
              {words.say(`pane-severity-${point.severity}`)}
            </span>
            <p>{words.anomaly(point)}</p>
            <OpenPoint anomaly={point} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Draws the link to the point of an anomaly, where its answers are; nothing when it is in none. */
function OpenPoint({ anomaly }: { readonly anomaly: Anomaly }) {
  const { session, state } = usePane();
  const { t } = useExplainTexts();
  const points = previewOf(state)?.points ?? [];
  const point = points.findIndex(({ anomalies }) => anomalies.includes(anomaly));
  const place = points[point]?.anomalies.indexOf(anomaly);
  if (place === undefined) return null;
  return (
    <Button link onClick={() => session.dispatch({ type: "point-opened", point, place, takesFocus: true })}>
      {t("pane-explain-open-point")}
    </Button>
  );
}

/** Draws lines of the statement: quantity × unit price = amount, their source cells, and the cells that show them. */
export function LineTable({ lines }: { readonly lines: readonly ExplainedLine[] }) {
  const { t } = useExplainTexts();
  return (
    <MoneyTable
      caption={t("pane-explain-lines-caption")}
      headings={[
        t("pane-explain-prestation"),
        { title: t("pane-explain-computed"), isWide: true },
        t("pane-explain-amount"),
      ]}
      hasUnseenHead
    >
      <tbody>
        {lines.map((line, index) => (
          <Line key={index} line={line} />
        ))}
      </tbody>
    </MoneyTable>
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
        <span class="parts">{natureText(nature, payer, words)}</span>
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
  const written = new Set(state.documents.sheets?.map(({ name }) => name));
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

/** Draws cells one after the other, each leading to itself; what parts them stays with the one before. */
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

/** Returns the words of the pane, with those of « Explication », which come with it. */
export const useExplainTexts = () => useLazyTexts<ExplainCode>(explainMessage);

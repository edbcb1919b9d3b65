import type { ComponentChildren } from "preact";
import type { About, Understood } from "../../../explain";
import type { Anomaly, Severity } from "../../../messages";
import { French } from "../../parts/elements";
import { meaningOf } from "../../texts/roles";
import { LineTable, useExplainTexts } from "./lines";

type Told<Kind> = Extract<About, { readonly kind: Kind }>;

/** A cell of the inventory: what it was taken for, then what is billed with it, or why nothing is. */
export function SourceTold({ about }: { readonly about: Told<"source"> }) {
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

function whyNotCode(why: NonNullable<Told<"source">["whyNot"]>) {
  return why === "title" ? "pane-explain-not-title-row" : (`pane-explain-not-${why}` as const);
}

export function HeadingTold({ about: { understood, points } }: { readonly about: Told<"heading"> }) {
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

/** A shape beside the word: never the colour alone. */
const severityShapes: Readonly<Record<Severity, string>> = { error: "■", warning: "▲", info: "●" };

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
          </li>
        ))}
      </ul>
    </>
  );
}

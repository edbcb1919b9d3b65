import type { About } from "../../../explain";
import { usePane } from "../../parts/context";
import { Button } from "../../parts/elements";
import { TickField } from "../../parts/fields";
import { Screen } from "../../parts/screen";
import { openAs, previewOf } from "../../state/state";
import { BasisTold, SumTold } from "./added-up";
import { CellLinks, LineTable, useExplainTexts } from "./lines";
import { HeadingTold, SourceTold } from "./source";

/** Why the chosen cell is what it is. */
export function Explained() {
  const { session, state } = usePane();
  const { words, t } = useExplainTexts();
  const open = openAs(state, "explanation");
  if (open === null) return null;
  const { place, from, about } = open.explanation;
  const isPriced =
    about.kind === "line" || about.kind === "basis" || (about.kind === "source" && about.lines.length > 0);
  return (
    <Screen
      title={t("pane-explain-title", { cell: place.cell, sheet: place.sheet })}
      back={
        <button type="button" class="back" onClick={() => session.dispatch({ type: "closed" })}>
          <span aria-hidden="true">‹ </span>
          {words.say("pane-act-back")}
        </button>
      }
      actions={
        <Button primary onClick={() => void session.run.explainSelection()}>
          {t("pane-explain-again")}
        </Button>
      }
    >
      {from.length > 0 && (
        <p>
          {t("pane-explain-from")}
          <CellLinks places={from} between=" →" />
        </p>
      )}
      <Told about={about} />
      {isPriced && (
        <p class="secondary">{words.say("pane-tariff", { act: previewOf(state)?.statement.grid.act ?? "" })}</p>
      )}
      <TickField
        label={t("pane-explain-follow")}
        checked={state.follows}
        onChange={(follows) => session.dispatch({ type: "following", follows })}
      />
    </Screen>
  );
}

function Told({ about }: { readonly about: About }) {
  const { words, t } = useExplainTexts();
  switch (about.kind) {
    case "source":
      return <SourceTold about={about} />;
    case "heading":
      return <HeadingTold about={about} />;
    case "line":
      return (
        <>
          <h2>{t("pane-explain-line-title")}</h2>
          <LineTable lines={[about.line]} />
        </>
      );
    case "basis":
      return <BasisTold basis={about.basis} />;
    case "sum":
      return <SumTold sum={about} />;
    case "product":
      return (
        <>
          <h2>{t("pane-explain-product-title")}</h2>
          <p class="computed">
            {t("pane-explain-product", {
              quantity: words.integer(about.quantity),
              price: words.euros(about.unitPrice),
              amount: words.euros(about.amount),
            })}
          </p>
        </>
      );
    case "changed":
      return (
        <>
          <h2>{t("pane-explain-changed-title")}</h2>
          <p>{t(`pane-explain-changed-${about.since}`)}</p>
        </>
      );
    case "nothing":
      return (
        <>
          <h2>{t("pane-explain-nothing-title")}</h2>
          <p>{t(`pane-explain-nothing-${about.why}`)}</p>
          <p>{t("pane-explain-what-to-choose")}</p>
        </>
      );
  }
}

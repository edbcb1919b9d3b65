import type { About, ExplainedBasis, ExplainedSum } from "../../../explain";
import { usePane } from "../../parts/context";
import { Back, CellLink, French, Screen } from "../../parts/elements";
import { TickField } from "../../parts/fields";
import { MoneyTable } from "../../parts/tables";
import { openAs, previewOf } from "../../state/state";
import { natureText } from "../../texts/roles";
import { CellLinks, HeadingExplained, LineTable, SourceExplained, useExplainTexts } from "./source";

/** Draws why the chosen cell is what it is. */
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
      back={<Back />}
      buttons={[{ label: t("pane-explain-again"), onPress: () => void session.run.explainSelection() }]}
    >
      {from.length > 0 && (
        <p>
          {t("pane-explain-from")}
          <CellLinks places={from} between=" →" />
        </p>
      )}
      <Explanation about={about} />
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

function Explanation({ about }: { readonly about: About }) {
  const { words, t } = useExplainTexts();
  switch (about.kind) {
    case "source":
      return <SourceExplained about={about} />;
    case "heading":
      return <HeadingExplained about={about} />;
    case "line":
      return (
        <>
          <h2>{t("pane-explain-line-title")}</h2>
          <LineTable lines={[about.line]} />
        </>
      );
    case "basis":
      return <BasisExplained basis={about.basis} />;
    case "sum":
      return <SumExplained sum={about} />;
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

/** Draws one prestation, nature and payer over every commune: quantity × unit price, then each commune's part. */
function BasisExplained({ basis }: { readonly basis: ExplainedBasis }) {
  const { words, t } = useExplainTexts();
  const { prestation, nature, payer, quantity, unitPrice, amount, isProduct, parts } = basis;
  const product = {
    quantity: words.integer(quantity),
    price: words.euros(unitPrice),
    amount: words.euros(amount),
  };
  return (
    <>
      <h2>{t("pane-explain-basis-title")}</h2>
      <p>
        <French>{prestation}</French>
        {", "}
        {natureText(nature, payer, words)}
      </p>
      <p class="computed">{isProduct ? t("pane-explain-product", product) : t("pane-explain-basis-rest")}</p>
      {parts.length > 0 && (
        <MoneyTable
          caption={t("pane-explain-basis-caption")}
          headings={[t("pane-explain-commune"), t("pane-explain-quantity"), t("pane-explain-amount")]}
        >
          <tbody>
            {parts.map((part, index) => (
              <tr key={index}>
                <th scope="row">{part.commune}</th>
                <td>{words.integer(part.quantity)}</td>
                <td>{words.euros(part.amount)}</td>
              </tr>
            ))}
            <tr class="total">
              <th scope="row">{t("pane-explain-total")}</th>
              <td>{product.quantity}</td>
              <td>{product.amount}</td>
            </tr>
          </tbody>
        </MoneyTable>
      )}
    </>
  );
}

/** Draws the cells that a total adds up, each with a link. */
function SumExplained({ sum: { unit, terms, rest, total } }: { readonly sum: ExplainedSum }) {
  const { words, t, tCount } = useExplainTexts();
  const shown = (value: string) => (unit === "euros" ? words.euros(value) : words.integer(Number(value)));
  return (
    <>
      <h2>{t("pane-explain-sum-title")}</h2>
      <MoneyTable
        caption={t("pane-explain-sum-caption")}
        headings={[t("pane-explain-sum-of"), t("pane-explain-amount")]}
      >
        <tbody>
          {terms.map(({ label, place, value }, index) => (
            <tr key={index}>
              <th scope="row">
                <French>{label}</French>
                <span class="parts">
                  <CellLink {...place} />
                </span>
              </th>
              <td>{shown(value)}</td>
            </tr>
          ))}
          {rest !== null && (
            <tr>
              <th scope="row">{tCount("pane-explain-sum-rest", rest.count)}</th>
              <td>{shown(rest.value)}</td>
            </tr>
          )}
          <tr class="total">
            <th scope="row">{t("pane-explain-total")}</th>
            <td>{shown(total)}</td>
          </tr>
        </tbody>
      </MoneyTable>
    </>
  );
}

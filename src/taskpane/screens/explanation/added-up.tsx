import type { ExplainedBasis, ExplainedSum } from "../../../explain";
import { CellLink, French } from "../../parts/elements";
import { useExplainTexts } from "./lines";

/** One prestation, nature and payer over every commune: quantity × unit price, then each commune's part. */
export function BasisTold({ basis }: { readonly basis: ExplainedBasis }) {
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
        {words.say(`pane-detail-nature-${nature}`, { payer: words.say(`pane-payer-${payer}`) })}
      </p>
      <p class="computed">{isProduct ? t("pane-explain-product", product) : t("pane-explain-basis-rest")}</p>
      {parts.length > 0 && (
        <table class="money">
          <caption class="unseen">{t("pane-explain-basis-caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("pane-explain-commune")}</th>
              <th scope="col">{t("pane-explain-quantity")}</th>
              <th scope="col">{t("pane-explain-amount")}</th>
            </tr>
          </thead>
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
        </table>
      )}
    </>
  );
}

/** The cells that a total adds up, each with a link. */
export function SumTold({ sum: { unit, terms, rest, total } }: { readonly sum: ExplainedSum }) {
  const { words, t, tCount } = useExplainTexts();
  const shown = (value: string) => (unit === "euros" ? words.euros(value) : words.integer(Number(value)));
  return (
    <>
      <h2>{t("pane-explain-sum-title")}</h2>
      <table class="money">
        <caption class="unseen">{t("pane-explain-sum-caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("pane-explain-sum-of")}</th>
            <th scope="col">{t("pane-explain-amount")}</th>
          </tr>
        </thead>
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
      </table>
    </>
  );
}

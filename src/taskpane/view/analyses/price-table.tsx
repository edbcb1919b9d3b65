import { useId } from "preact/hooks";
import type { PriceField } from "../../session/analyses/types";
import { French } from "../french";
import { PriceRow } from "./price-row";
import type { OnPrice } from "./price-row";
import { useAnalysisTexts } from "./words";

interface PriceTableProps {
  readonly fields: readonly PriceField[];
  readonly onChange: OnPrice;
}

/** Each price and a field for another one, under its prestation. */
export function PriceTable({ fields, onChange }: PriceTableProps) {
  const id = useId();
  const { words, t } = useAnalysisTexts();
  const codes = [...new Set(fields.map(({ code }) => code))];
  return (
    <table class="money prices">
      <caption class="unseen">{t("pane-simulate-prices")}</caption>
      <thead>
        <tr>
          <th scope="col">{words.say("pane-detail-prestation")}</th>
          <th scope="col">{t("pane-simulate-now")}</th>
          <th scope="col" id={`${id}-trial`}>
            {t("pane-simulate-trial")}
          </th>
        </tr>
      </thead>
      {codes.map((code) => {
        const its = fields.filter((field) => field.code === code);
        const heading = `${id}-${code}`;
        return (
          <tbody key={code}>
            <tr>
              <th scope="rowgroup" colSpan={3} id={heading}>
                <French>{its[0]!.prestation}</French>
              </th>
            </tr>
            {its.map((field) => (
              <PriceRow
                key={`${field.nature} ${field.payer}`}
                field={field}
                onChange={onChange}
                labels={[`${id}-trial`, heading]}
              />
            ))}
          </tbody>
        );
      })}
    </table>
  );
}

import { useId, useState } from "preact/hooks";
import type { PricePlace } from "../../../tariff";
import { French } from "../../parts/elements";
import { MoneyTable } from "../../parts/tables";
import type { PriceField } from "../price-fields";
import { useAnalysisTexts } from "./tables";

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
    <MoneyTable
      class="money prices"
      caption={t("pane-simulate-prices")}
      headings={[
        words.say("pane-detail-prestation"),
        t("pane-simulate-now"),
        { title: t("pane-simulate-trial"), id: `${id}-trial` },
      ]}
    >
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
    </MoneyTable>
  );
}

/** Brings what was typed; resolves once it is told what it comes to. */
type OnPrice = (place: PricePlace, written: string) => Promise<void>;

interface PriceRowProps {
  readonly field: PriceField;
  readonly onChange: OnPrice;
  /** Ids of what names its field before the row does. */
  readonly labels: readonly string[];
}

/** No price is longer. */
const longest = 20;

/** A price in force, the field of the one on trial, and under them what it brings or why it cannot be. */
function PriceRow({ field, onChange, labels }: PriceRowProps) {
  const id = useId();
  const { words, t } = useAnalysisTexts();
  const { nature, payer, now, trial, effect, refused } = field;
  const settled = refused?.written ?? (trial === null ? "" : words.decimal(trial));
  const [draft, setDraft] = useState<string | null>(null);
  const commit = (written: string) => {
    if (written === settled) return;
    // Typed on meanwhile, it stays as it is.
    void onChange(field, written).then(() => setDraft((current) => (current === written ? null : current)));
  };
  const leave = (event: KeyboardEvent) => {
    const isLeaving = event.key === "Escape" || (event.altKey && event.key === "ArrowLeft");
    if (isLeaving && draft !== null) commit(draft);
  };
  return (
    <>
      <tr>
        <th scope="row" id={`${id}-price`}>
          {t(`pane-simulate-${nature}`)} <span class="parts">{t(`pane-simulate-${payer}`)}</span>
        </th>
        <td>{now === null ? "–" : words.euros(now)}</td>
        <td>
          <input
            type="text"
            inputMode="decimal"
            autocomplete="off"
            maxLength={longest}
            value={draft ?? settled}
            aria-labelledby={[...labels, `${id}-price`].join(" ")}
            aria-invalid={refused !== null || undefined}
            aria-describedby={refused === null ? undefined : `${id}-fault`}
            onInput={({ currentTarget: { value } }) => setDraft(value === settled ? null : value)}
            onChange={({ currentTarget }) => commit(currentTarget.value)}
            onKeyDown={leave}
          />
        </td>
      </tr>
      {(refused !== null || effect !== null) && (
        <tr class="note">
          <td colSpan={3}>
            {effect !== null && (
              <span class="parts">
                {t("pane-simulate-effect", {
                  units: words.integer(effect.units),
                  difference: words.difference(effect.difference),
                  amount: words.difference(effect.amount),
                })}
              </span>
            )}
            {refused !== null && (
              <p id={`${id}-fault`} class="fault" role="alert">
                {t(`pane-price-${refused.fault}`, { value: refused.written })}
              </p>
            )}
          </td>
        </tr>
      )}
    </>
  );
}

import type { Decimal } from "decimal.js";
import { useId, useState } from "preact/hooks";
import {
  countDirections,
  mostChangedCommunes,
  type Change,
  type Changes,
  type Simulation,
  type Statement,
} from "../../../statement";
import type { PricePlace } from "../../../tariff";
import { PickerButton, workbookFormats } from "../../parts/inputs";
import { usePane } from "../../parts/context";
import { Back, Screen, Warning, French } from "../../parts/elements";
import { campaignYear } from "../../state/preview";
import { previewOf } from "../../state/state";
import { MoneyTable } from "../../parts/tables";
import type { AnalysesShown } from "../kept";
import { priceFields, type PriceField } from "../price-fields";
import { AnalysisActions, Moves, PartTable, Points, useAnalysisTexts } from "./tables";

/** Draws « Simuler »: who would pay more or less at other prices. Nothing official is made. */
export function SimulateScreen() {
  const { session, state } = usePane();
  const { words, t } = useAnalysisTexts();
  const { simulation, trial } = state.analyses;
  const preview = previewOf(state);
  if (preview === null) return null;
  const { statement } = preview;
  const grids = { inForce: statement.grid, base: trial?.base ?? statement.grid };
  return (
    <Screen
      title={words.say("pane-simulate-title")}
      back={<Back />}
      actions={
        <>
          <Simulated total={(simulation?.simulation ?? unchanged(statement)).total} />
          {trial !== null && <AnalysisActions name="simulate" hasSheets={simulation !== null} />}
        </>
      }
    >
      <Warning>{t("pane-simulate-band")}</Warning>
      <Result simulation={simulation?.simulation ?? null} now={statement} trial={trial} />
      {/* Never drawn anew: somebody is typing in it. */}
      <PriceTable
        key={campaignYear(preview)}
        fields={priceFields(grids, trial, simulation?.simulation ?? null)}
        onChange={(place, written) => session.run.tryPrice(place, written)}
      />
      {simulation !== null && <Consequences {...simulation} file={trial?.from?.file ?? t("pane-simulate-itself")} />}
      <GridOfFile />
    </Screen>
  );
}

/** Draws the titre at the prices tried, beside the buttons: in view wherever a price is typed. */
function Simulated({ total }: { readonly total: Change }) {
  const { words, t } = useAnalysisTexts();
  return (
    <p class="simulated">
      {t("pane-simulate-total")} <strong>{words.euros(total.after)}</strong> {words.difference(total.difference)}
    </p>
  );
}

interface ResultProps {
  readonly simulation: Simulation | null;
  readonly now: Statement;
  readonly trial: AnalysesShown["trial"];
}

/** Draws the new amount of each part; present from the start, so that nothing moves while the user types. */
function Result({ simulation, now, trial }: ResultProps) {
  const { words, t } = useAnalysisTexts();
  const changes = simulation ?? unchanged(now);
  const { byPayer, total } = changes;
  const params = { file: trial?.from?.file ?? "", act: (simulation === null ? null : trial?.base.act) ?? now.grid.act };
  return (
    <>
      <p role="status">
        {simulation === null
          ? t("pane-simulate-hint")
          : t("pane-simulate-result", {
              before: words.euros(total.before),
              after: words.euros(total.after),
              difference: words.difference(total.difference),
              cagb: words.difference(byPayer.cagb.difference),
              communes: words.difference(byPayer.commune.difference),
            })}
      </p>
      <PartTable
        caption={t("pane-simulate-caption")}
        changes={changes}
        before={t("pane-simulate-now")}
        after={t("pane-simulate-trial")}
      />
      <p class="secondary">{t(originOf(simulation, trial), params)}</p>
    </>
  );
}

function unchanged({ cagb, communes, total }: Statement): Changes {
  const same = (amount: Decimal) => ({ before: amount, after: amount, difference: amount.minus(amount) });
  return { byPayer: { cagb: same(cagb), commune: same(communes) }, total: same(total) };
}

/** Returns the code of the text about the origin of the prices. */
function originOf(simulation: Simulation | null, trial: AnalysesShown["trial"]) {
  if (simulation === null || trial === null) return "pane-simulate-in-force";
  if (trial.from === null) return "pane-simulate-typed";
  return simulation.trial.grid === trial.base ? "pane-simulate-file" : "pane-simulate-file-typed";
}

interface ConsequencesProps extends NonNullable<AnalysesShown["simulation"]> {
  /** The file in which its anomalies are. */
  readonly file: string;
}

function Consequences({ simulation, anomalies, file }: ConsequencesProps) {
  const { t } = useAnalysisTexts();
  return (
    <>
      <p>{t("pane-simulate-directions", countDirections(simulation))}</p>
      <Moves
        moves={mostChangedCommunes(simulation.communes)}
        before={t("pane-simulate-now")}
        after={t("pane-simulate-trial")}
      />
      <Points file={file} points={anomalies} />
      <p>{t("pane-simulate-sheets")}</p>
    </>
  );
}

function GridOfFile() {
  const { session, state } = usePane();
  const { words, t } = useAnalysisTexts();
  const { simulation, trial } = state.analyses;
  const isAgain = simulation !== null && (trial?.from ?? null) !== null;
  return (
    <section class="card">
      <h2>{t("pane-simulate-file-title")}</h2>
      <p>{t("pane-simulate-intro")}</p>
      <p class="secondary">{words.say("pane-files-hint")}</p>
      <div>
        <PickerButton
          label={t(isAgain ? "pane-simulate-choose-again" : "pane-simulate-choose")}
          formats={`${workbookFormats},.json`}
          onPick={(file) => void session.run.simulateWith(file)}
        />
      </div>
    </section>
  );
}

interface PriceTableProps {
  readonly fields: readonly PriceField[];
  readonly onChange: OnPrice;
}

/** Draws each price and a field for another one, under its prestation. */
function PriceTable({ fields, onChange }: PriceTableProps) {
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

/** Receives a typed price; resolves once its effect is known. */
type OnPrice = (place: PricePlace, written: string) => Promise<void>;

interface PriceRowProps {
  readonly field: PriceField;
  readonly onChange: OnPrice;
  /** Ids of what names its field before the row does. */
  readonly labels: readonly string[];
}

/** No price is longer. */
const longest = 20;

/** Draws a price in force, the field of its simulated price, and below them the effect or why there is none. */
function PriceRow({ field, onChange, labels }: PriceRowProps) {
  const id = useId();
  const { words, t } = useAnalysisTexts();
  const { nature, payer, now, trial, effect, refused } = field;
  const settled = refused?.written ?? (trial === null ? "" : words.decimal(trial));
  const [draft, setDraft] = useState<string | null>(null);
  const commit = (written: string) => {
    if (written === settled) return;
    // If the user typed meanwhile, the draft is left unchanged.
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

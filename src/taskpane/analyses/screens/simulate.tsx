import type { Decimal } from "decimal.js";
import { PickerButton, workbookFormats } from "../../parts/campaign-and-files";
import { usePane } from "../../parts/context";
import { Back, Screen, Warning } from "../../parts/elements";
import {
  countDirections,
  mostChangedCommunes,
  type Changes,
  type Simulation,
  type Statement,
} from "../../../statement";
import { campaignOf } from "../../state/preview";
import { previewOf } from "../../state/state";
import type { AnalysesShown } from "../model";
import { priceFields } from "../price-fields";
import { PriceTable } from "./price-table";
import { AnalysisActions, Moves, PartTable, Points, useAnalysisTexts } from "./tables";

/** « Simuler »: who would pay more, who less, at other prices. Nothing official comes of it. */
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
      actions={trial === null ? undefined : <AnalysisActions name="simulate" hasSheets={simulation !== null} />}
    >
      <Warning>{t("pane-simulate-band")}</Warning>
      <Result simulation={simulation?.simulation ?? null} now={statement} trial={trial} />
      {/* Never drawn anew: somebody is typing in it. */}
      <PriceTable
        key={campaignOf(preview)}
        fields={priceFields(grids, trial, simulation?.simulation ?? null)}
        onChange={(place, written) => session.run.tryPrice(place, written)}
      />
      {simulation !== null && <Consequences {...simulation} file={trial?.from?.file ?? t("pane-simulate-itself")} />}
      <GridOfFile />
    </Screen>
  );
}

interface ResultProps {
  readonly simulation: Simulation | null;
  readonly now: Statement;
  readonly trial: AnalysesShown["trial"];
}

/** What each part becomes; there from the start, so that nothing moves under whoever types. */
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

/** Where the prices come from. */
function originOf(simulation: Simulation | null, trial: AnalysesShown["trial"]) {
  if (simulation === null || trial === null) return "pane-simulate-in-force";
  if (trial.from === null) return "pane-simulate-typed";
  return simulation.trial.grid === trial.base ? "pane-simulate-file" : "pane-simulate-file-typed";
}

interface ConsequencesProps extends NonNullable<AnalysesShown["simulation"]> {
  /** Where what it brings up is to be looked for. */
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

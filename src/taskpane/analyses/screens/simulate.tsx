import type { Decimal } from "decimal.js";
import { PickerButton, workbookFormats } from "../../parts/campaign-and-files";
import { usePane } from "../../parts/context";
import { Back, Button, Screen, Warning } from "../../parts/elements";
import type { Statement } from "../../../statement";
import { campaignOf } from "../../state/preview";
import { previewOf } from "../../state/state";
import type { TriedShown } from "../model";
import { PriceTable } from "./price-table";
import { AmountTable, Moves, Points, useAnalysisTexts } from "./tables";

/** « Simuler »: who would pay more, who less, at other prices. Nothing official comes of it. */
export function SimulateScreen() {
  const { session, state } = usePane();
  const { words } = useAnalysisTexts();
  const { tried, prices } = state.analyses;
  const preview = previewOf(state);
  if (preview === null) return null;
  return (
    <Screen
      title={words.say("pane-simulate-title")}
      back={<Back />}
      actions={prices === null ? undefined : <Actions tried={tried} />}
    >
      <Band />
      <Result tried={tried} now={preview.statement} />
      {/* Never drawn anew: somebody is typing in it. */}
      <PriceTable
        key={campaignOf(preview)}
        fields={prices ?? preview.prices}
        onChange={(place, written) => session.run.tryPrice(place, written)}
      />
      {tried !== null && <Consequences tried={tried} />}
      <GridOfFile />
    </Screen>
  );
}

function Actions({ tried }: { readonly tried: TriedShown | null }) {
  const { session } = usePane();
  const { words, t } = useAnalysisTexts();
  return (
    <>
      {tried !== null && (
        <Button primary onClick={() => session.dispatch({ type: "step-opened", step: "documents" })}>
          {words.say("pane-act-documents")}
        </Button>
      )}
      <Button onClick={() => void session.run.leaveAnalysis("simulate")}>{t("pane-simulate-leave")}</Button>
    </>
  );
}

function Band() {
  const { t } = useAnalysisTexts();
  return <Warning>{t("pane-simulate-band")}</Warning>;
}

interface ResultProps {
  readonly tried: TriedShown | null;
  readonly now: Statement;
}

/** What each part becomes; there from the start, so that nothing moves under whoever types. */
function Result({ tried, now }: ResultProps) {
  const { words, t } = useAnalysisTexts();
  const same = (amount: Decimal) => ({ before: amount.toFixed(2), after: amount.toFixed(2), difference: "0.00" });
  const amounts = tried ?? { cagb: same(now.cagb), due: same(now.communes), total: same(now.total) };
  return (
    <>
      <p role="status">
        {tried === null
          ? t("pane-simulate-hint")
          : t("pane-simulate-result", {
              before: words.euros(tried.total.before),
              after: words.euros(tried.total.after),
              difference: words.difference(tried.total.difference),
              cagb: words.difference(tried.cagb.difference),
              communes: words.difference(tried.due.difference),
            })}
      </p>
      <AmountTable
        caption={t("pane-simulate-caption")}
        amounts={amounts}
        before={t("pane-simulate-now")}
        after={t("pane-simulate-trial")}
      />
      <p class="secondary">{t(originOf(tried), { file: tried?.file ?? "", act: tried?.act ?? now.grid.act })}</p>
    </>
  );
}

/** Where the prices come from. */
function originOf(tried: TriedShown | null) {
  if (tried === null) return "pane-simulate-in-force";
  if (tried.file === null) return "pane-simulate-typed";
  return tried.isTyped ? "pane-simulate-file-typed" : "pane-simulate-file";
}

function Consequences({ tried }: { readonly tried: TriedShown }) {
  const { t } = useAnalysisTexts();
  const { file, directions, moves, points } = tried;
  return (
    <>
      <p>{t("pane-simulate-directions", { ...directions })}</p>
      <Moves moves={moves} before={t("pane-simulate-now")} after={t("pane-simulate-trial")} />
      <Points file={file ?? t("pane-simulate-itself")} points={points} />
      <p>{t("pane-simulate-sheets")}</p>
    </>
  );
}

function GridOfFile() {
  const { session, state } = usePane();
  const { words, t } = useAnalysisTexts();
  const isAgain = (state.analyses.tried?.file ?? null) !== null;
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

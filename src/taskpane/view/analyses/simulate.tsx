import type { PriceMove, TriedShown } from "../../session/analyses/types";
import { Button } from "../button";
import { PickerButton, workbookFormats } from "../file-picker";
import { French } from "../french";
import { usePane } from "../pane-context";
import { Screen } from "../screen";
import { AmountTable } from "./amount-table";
import { Back } from "./back";
import { Moves } from "./moves";
import { Points } from "./points";
import { useAnalysisWords } from "./words";

/** « Simuler »: who would pay more, who less, under another tariff. Nothing official comes of it. */
export function SimulateScreen() {
  const { session, state } = usePane();
  const { words, tell } = useAnalysisWords();
  const { tried } = state.analyses;
  const picker = {
    formats: `${workbookFormats},.json`,
    onPick: (file: File) => void session.analyses.simulateWith(file),
  };
  if (tried === null)
    return (
      <Screen
        title={words.say("pane-simulate-title")}
        back={<Back />}
        actions={<PickerButton primary label={tell("pane-simulate-choose")} {...picker} />}
      >
        <Band />
        <p>{tell("pane-simulate-intro")}</p>
        <p class="secondary">{words.say("pane-files-hint")}</p>
      </Screen>
    );
  return (
    <Screen
      title={tell("pane-simulate-done")}
      back={<Back />}
      actions={
        <>
          <Button primary onClick={() => session.openStep("documents")}>
            {words.say("pane-act-documents")}
          </Button>
          <Button onClick={() => void session.analyses.leave("simulate")}>{tell("pane-simulate-leave")}</Button>
        </>
      }
    >
      <Tried tried={tried} />
      <section class="card">
        <PickerButton label={tell("pane-simulate-choose-again")} {...picker} />
      </section>
    </Screen>
  );
}

function Band() {
  const { tell } = useAnalysisWords();
  return (
    <p class="warning">
      <span aria-hidden="true">▲ </span>
      {tell("pane-simulate-band")}
    </p>
  );
}

function Tried({ tried }: { readonly tried: TriedShown }) {
  const { tell } = useAnalysisWords();
  const { file, act, directions, moves, prices, points } = tried;
  const sides = { before: tell("pane-simulate-now"), after: tell("pane-simulate-trial") };
  return (
    <>
      <Band />
      <p class="secondary">{tell("pane-simulate-file", { file, act })}</p>
      <AmountTable caption={tell("pane-simulate-caption")} amounts={tried} {...sides} />
      <p>{tell("pane-simulate-directions", { ...directions })}</p>
      <Moves moves={moves} {...sides} />
      <Prices prices={prices} />
      <Points file={file} points={points} />
      <p>{tell("pane-simulate-sheets")}</p>
    </>
  );
}

function Prices({ prices }: { readonly prices: readonly PriceMove[] }) {
  const { words, tell } = useAnalysisWords();
  const price = (amount: string | null) => (amount === null ? "–" : words.euros(amount));
  return (
    <>
      <h2>{tell("pane-simulate-prices")}</h2>
      {prices.length === 0 ? (
        <p>{tell("pane-simulate-prices-none")}</p>
      ) : (
        <table class="money">
          <caption class="unseen">{tell("pane-simulate-prices")}</caption>
          <thead>
            <tr>
              <th scope="col">{words.say("pane-detail-prestation")}</th>
              <th scope="col">{tell("pane-simulate-now")}</th>
              <th scope="col">{tell("pane-simulate-trial")}</th>
            </tr>
          </thead>
          <tbody>
            {prices.map(({ prestation, nature, payer, before, after }) => (
              <tr key={`${prestation} ${nature} ${payer}`}>
                <th scope="row">
                  <French>{prestation}</French>
                  <span class="parts">
                    {words.say(`pane-detail-nature-${nature}`, { payer: words.say(`pane-payer-${payer}`) })}
                  </span>
                </th>
                <td>{price(before)}</td>
                <td>{price(after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

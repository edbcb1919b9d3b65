import type { KeyedName } from "../../documents";
import { usePane } from "../parts/context";
import { Button, Fold, French } from "../parts/elements";
import { Screen } from "../parts/screen";
import { previewOf } from "../state/state";

const documents = [
  "titre",
  "recapitulatif",
  "repartition",
  "comparaison",
  "simulation",
  "annexe",
  "controles",
  "journal",
] as const;

/** The sheets are there: the control that matters, and a link to each. */
export function DoneScreen() {
  const { session, state, words } = usePane();
  if (state.ending.kind !== "done") return null;
  const { sheets, remark } = state.ending;
  const reconciliations = previewOf(state)?.statement.reconciliations;
  const difference = reconciliations?.find(({ by }) => by === "communes")?.difference;
  const fiches = sheets.filter(({ key }) => key.startsWith("fiche-"));
  return (
    <Screen
      title={words.counted("pane-done-title", sheets.length)}
      actions={
        <>
          <Button primary onClick={() => void session.run.openDocument("titre")}>
            {words.say("pane-done-open")}
          </Button>
          {state.canUndo && <Button onClick={() => session.run.askUndo()}>{words.say("pane-act-undo")}</Button>}
          <Button onClick={() => session.dispatch({ type: "ending-left" })}>{words.say("pane-act-back")}</Button>
        </>
      }
    >
      {difference !== undefined && (
        <p class={difference.isZero() ? "success" : "warning"} role="status">
          <span aria-hidden="true">{difference.isZero() ? "✓ " : "▲ "}</span>
          {words.say("pane-done-difference", { amount: words.euros(difference) })}
        </p>
      )}
      {remark !== null && (
        <p class="warning">
          <span aria-hidden="true">▲ </span>
          {words.anomaly(remark)}
        </p>
      )}
      <h2>{words.say("pane-done-links")}</h2>
      <ul class="links">
        {documents
          .filter((key) => sheets.some((sheet) => sheet.key === key))
          .map((key) => (
            <li key={key}>
              <Button link onClick={() => void session.run.openDocument(key)}>
                {words.say(`pane-doc-${key}`)}
              </Button>
            </li>
          ))}
      </ul>
      {fiches.length > 0 && <Fiches fiches={fiches} />}
    </Screen>
  );
}

function Fiches({ fiches }: { readonly fiches: readonly KeyedName[] }) {
  const { session, words } = usePane();
  return (
    <Fold title={words.counted("pane-done-fiches", fiches.length)}>
      <ul class="links">
        {fiches.map(({ key, name }) => (
          <li key={key}>
            <Button link onClick={() => void session.run.openDocument(key)}>
              <French>{name}</French>
            </Button>
          </li>
        ))}
      </ul>
    </Fold>
  );
}

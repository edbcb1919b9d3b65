import { documentOf, type DocumentId, type KeyedName } from "../../documents";
import { usePane } from "../parts/context";
import { Button, Fold, French, Screen, Warning, type Action } from "../parts/elements";
import { Amounts } from "../parts/amounts";
import { CopyDetail } from "../parts/frame";
import { MissingParticulars, Stale, useRereading } from "../parts/warnings";
import { previewOf, type Ending } from "../state/state";
import { afterTitle, cellBeingEdited, ficheAt } from "../texts/progress";
import { undoLabels } from "./generation";
import { Issued, IssuedOtherwise } from "./issued";
import { Pdfs } from "./pdfs";

/** Those that are looked at once they are there, the most useful first. */
const linked = [
  "titre",
  "recapitulatif",
  "repartition",
  "comparaison",
  "simulation",
  "annexe",
  "controles",
  "journal",
] as const satisfies readonly DocumentId[];

/** The sheets are there: the control that matters, and a link to each. */
export function DoneScreen() {
  const { session, state, words } = usePane();
  const rereading = useRereading();
  const preview = previewOf(state);
  if (state.ending.kind !== "done" || preview === null) return null;
  const { sheets, remark } = state.ending;
  const { reconciliations } = preview.statement;
  const difference = reconciliations.find(({ by }) => by === "communes")?.difference;
  const fiches = sheets.filter(({ key }) => documentOf(key) === "fiche");
  return (
    <Screen
      title={words.counted("pane-done-title", sheets.length)}
      buttons={[
        rereading ?? { label: words.say("pane-done-open"), onPress: () => void session.run.openDocument("titre") },
        state.documents.canUndo && {
          label: words.say(undoLabels[state.documents.last]),
          onPress: () => session.run.askUndo(),
        },
        { label: words.say("pane-act-back"), onPress: () => session.dispatch({ type: "ending-left" }) },
      ]}
    >
      <Stale />
      {rereading === null && <Amounts preview={preview} />}
      {difference !== undefined && (
        <p class={difference.isZero() ? "success" : "warning"} role="status">
          <span aria-hidden="true">{difference.isZero() ? "✓ " : "▲ "}</span>
          {words.say("pane-done-difference", { amount: words.euros(difference) })}
        </p>
      )}
      <IssuedOtherwise />
      {remark !== null && <Warning>{words.anomaly(remark)}</Warning>}
      <h2>{words.say("pane-done-links")}</h2>
      <ul class="links">
        {linked
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
      <MissingParticulars />
      <Pdfs />
      <Issued />
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

/** A generation or its undoing that ended otherwise: why, what state the workbook is in, what to do. */
export function StoppedScreen() {
  const { session, state, words } = usePane();
  const { ending } = state;
  const leave = () => session.dispatch({ type: "ending-left" });
  const close = { label: words.say("pane-act-close"), onPress: leave };
  switch (ending.kind) {
    case "cancelled":
      return (
        <Screen title={words.say("pane-cancelled-title")} buttons={[close]}>
          <p role="status">{words.say(`pane-after-${ending.after}`)}</p>
        </Screen>
      );
    case "undone": {
      const isIssue = state.documents.last === "issue";
      // To the documents, as from those that are made.
      const back = { label: words.say("pane-act-back"), onPress: leave };
      return (
        <Screen title={words.say(isIssue ? "pane-issue-undone-title" : "pane-undone-title")} buttons={[back]}>
          <p role="status">{words.say(isIssue ? "pane-issue-undone-text" : "pane-undone-text")}</p>
        </Screen>
      );
    }
    case "undo-failed": {
      const retry = { label: words.say("pane-act-retry"), onPress: () => void session.run.undo() };
      return (
        <Screen
          alert
          title={words.say("pane-undo-failed-title")}
          buttons={state.documents.canUndo ? [retry, close] : [close]}
        >
          <p>{words.anomaly(ending.anomaly)}</p>
          <CopyDetail anomaly={ending.anomaly} />
        </Screen>
      );
    }
    case "failed":
      return <FailedScreen ending={ending} close={close} />;
    default:
      return null;
  }
}

interface FailedScreenProps {
  readonly ending: Extract<Ending, { kind: "failed" }>;
  readonly close: Action;
}

function FailedScreen({ ending, close }: FailedScreenProps) {
  const { session, state, words } = usePane();
  const { anomaly, after, at } = ending;
  const fiche = ficheAt(at?.sheet ?? null, previewOf(state)?.plan.sheets ?? []);
  const isEditing = anomaly?.code === cellBeingEdited;
  const title = isEditing
    ? words.say("pane-editing-title")
    : fiche === null
      ? words.say("pane-failed-title")
      : words.say("pane-failed-title-fiche", { n: fiche.n, count: fiche.count });
  const retry = {
    label: words.say(isEditing ? "pane-act-continue" : "pane-act-retry"),
    onPress: () => void session.run.generate(),
  };
  return (
    <Screen alert title={title} buttons={[retry, close]}>
      {anomaly !== null && <p>{isEditing ? afterTitle(words.anomaly(anomaly)) : words.anomaly(anomaly)}</p>}
      {/* Excel's own refusals say by themselves how the workbook is left. */}
      {anomaly?.params[after] === undefined && <p>{words.say(`pane-after-${after}`)}</p>}
      {anomaly !== null && <CopyDetail anomaly={anomaly} generation={{ at, after }} />}
    </Screen>
  );
}

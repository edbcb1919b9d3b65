import { usePane } from "../parts/context";
import { Button } from "../parts/elements";
import { CopyDetail } from "../parts/frame";
import { Screen } from "../parts/screen";
import { previewOf, type Ending } from "../state/state";
import { afterTitle } from "../texts/anatomy";
import { cellBeingEdited, ficheAt } from "../texts/progress";

/** A generation or its undoing that ended otherwise: why, what state the workbook is in, what to do. */
export function StoppedScreen() {
  const { session, state, words } = usePane();
  const { ending } = state;
  const close = (primary: boolean) => (
    <Button primary={primary} onClick={() => session.dispatch({ type: "ending-left" })}>
      {words.say("pane-act-close")}
    </Button>
  );
  switch (ending.kind) {
    case "cancelled":
      return (
        <Screen title={words.say("pane-cancelled-title")} actions={close(true)}>
          <p role="status">{words.say(`pane-after-${ending.after}`)}</p>
        </Screen>
      );
    case "undone":
      return (
        <Screen title={words.say("pane-undone-title")} actions={close(true)}>
          <p role="status">{words.say("pane-undone-text")}</p>
        </Screen>
      );
    case "undo-failed":
      return (
        <Screen
          alert
          title={words.say("pane-undo-failed-title")}
          actions={
            <>
              {state.canUndo && (
                <Button primary onClick={() => void session.run.undo()}>
                  {words.say("pane-act-retry")}
                </Button>
              )}
              {close(!state.canUndo)}
            </>
          }
        >
          <p>{words.anomaly(ending.anomaly)}</p>
          <CopyDetail anomaly={ending.anomaly} />
        </Screen>
      );
    case "failed":
      return <FailedScreen ending={ending} />;
    default:
      return null;
  }
}

function FailedScreen({ ending }: { readonly ending: Extract<Ending, { kind: "failed" }> }) {
  const { session, state, words } = usePane();
  const { anomaly, after, at } = ending;
  const fiche = ficheAt(at?.sheet ?? null, previewOf(state)?.plan.sheets ?? []);
  const isEditing = anomaly?.code === cellBeingEdited;
  const title = isEditing
    ? words.say("pane-editing-title")
    : fiche === null
      ? words.say("pane-failed-title")
      : words.say("pane-failed-title-fiche", { n: fiche.n, count: fiche.count });
  return (
    <Screen
      alert
      title={title}
      actions={
        <>
          <Button primary onClick={() => void session.run.generate()}>
            {words.say(isEditing ? "pane-act-continue" : "pane-act-retry")}
          </Button>
          <Button onClick={() => session.dispatch({ type: "ending-left" })}>{words.say("pane-act-close")}</Button>
        </>
      }
    >
      {anomaly !== null && <p>{isEditing ? afterTitle(words.anomaly(anomaly)) : words.anomaly(anomaly)}</p>}
      {/* Excel's own refusals say by themselves how the workbook is left. */}
      {anomaly?.params[after] === undefined && <p>{words.say(`pane-after-${after}`)}</p>}
      {anomaly !== null && <CopyDetail anomaly={anomaly} generation={{ at, after }} />}
    </Screen>
  );
}

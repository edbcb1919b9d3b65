import { Amounts } from "../parts/tables";
import { usePane } from "../parts/context";
import { Button, Screen, Warning, type Action, CopyDetail } from "../parts/elements";
import { ProgressBar } from "../parts/progress-bar";
import { useRereading } from "../parts/freshness";
import { previewOf } from "../state/state";
import type { Ending } from "../state/work";
import { afterTitle } from "../texts/anatomy";
import { cellBeingEdited } from "../texts/support";
import { generatingText, measureOf, ficheAt } from "../texts/progress";
import { IssuedOtherwise, useRectifying } from "./document-parts";

/** Asks for the last word before anything is written. */
export function ConfirmScreen() {
  const { session, state, words } = usePane();
  const rereading = useRereading();
  const rectifying = useRectifying();
  const preview = previewOf(state);
  if (preview === null) return null;
  const { plan, counts } = preview;
  return (
    <Screen
      title={words.say("pane-confirm-title")}
      buttons={[
        rereading ?? {
          label: words.counted("pane-confirm-yes", plan.sheets.length),
          onPress: () => void session.run.generate(),
        },
        { label: words.say("pane-confirm-no"), onPress: () => session.dispatch({ type: "closed" }) },
      ]}
    >
      <IssuedOtherwise way={rectifying} />
      {rereading === null && <Amounts preview={preview} />}
      {counts.error > 0 && <Warning>{words.counted("pane-provisional", counts.error)}</Warning>}
      {plan.replaced.length > 0 && <p>{words.counted("pane-plan-replaced", plan.replaced.length)}</p>}
      {plan.removed.length > 0 && <p>{words.counted("pane-plan-removed", plan.removed.length)}</p>}
      <p>{words.say("pane-confirm-text")}</p>
    </Screen>
  );
}

/** Draws sheets being written: how far, and the way back. */
export function GeneratingScreen() {
  const { session, state, words } = usePane();
  const { work } = state;
  if (work.kind !== "generating") return null;
  const { progress, cancelling } = work;
  const title = words.say("pane-generating-title");
  const sheets = previewOf(state)?.plan.sheets ?? [];
  const text = cancelling ? words.say("pane-generating-restore") : generatingText(progress, sheets, words);
  return (
    <Screen
      title={title}
      actions={!cancelling && <Button onClick={() => session.run.cancel()}>{words.say("pane-act-cancel")}</Button>}
    >
      <ProgressBar
        label={title}
        text={text}
        {...(cancelling ? {} : measureOf(progress))}
        {...(progress === null ? {} : { stage: progress.stage })}
      />
      <p class="secondary">{words.say("pane-generating-hold")}</p>
    </Screen>
  );
}

/** Draws the previous sheets coming back. */
export function UndoingScreen() {
  const { words } = usePane();
  const title = words.say("pane-undoing-title");
  return (
    <Screen title={title}>
      <ProgressBar label={title} text={words.say("pane-generating-restore")} />
      <p class="secondary">{words.say("pane-generating-hold")}</p>
    </Screen>
  );
}

/** Asks for a confirmation of « Annuler la génération », with what it restores. */
export function UndoScreen() {
  const { session, state, words } = usePane();
  const isIssue = state.documents.last === "issue";
  return (
    <Screen
      title={words.say("pane-undo-title")}
      buttons={[
        { label: words.say("pane-undo-yes"), onPress: () => void session.run.undo() },
        {
          label: words.say(isIssue ? "pane-issue-keep" : "pane-undo-no"),
          onPress: () => session.dispatch({ type: "closed" }),
        },
      ]}
    >
      <p>{words.say(isIssue ? "pane-issue-undo-text" : "pane-undo-text")}</p>
    </Screen>
  );
}

/** Shows a generation, or its undoing, that did not succeed: why, the state of the workbook, and what to do. */
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

import { previewOf } from "../../session/state";
import { generatingText, measureOf } from "../../words/progress";
import { Button } from "../button";
import { usePane } from "../pane-context";
import { ProgressBar } from "../progress-bar";
import { Screen } from "../screen";

/** Sheets being written: how far, and the way back. */
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
      actions={!cancelling && <Button onClick={() => session.cancel()}>{words.say("pane-act-cancel")}</Button>}
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

/** The previous sheets coming back. */
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

import { Button } from "../button";
import { usePane } from "../pane-context";
import { ProgressBar } from "../progress-bar";
import { Screen } from "../screen";

/** A reading that lasts: words first, then a bar, then a way out. */
export function ReadingScreen() {
  const { session, state, words } = usePane();
  const { work } = state;
  if (work.kind !== "reading") return null;
  const title = words.say("pane-reading-title");
  const text = words.say(work.cancelling ? "pane-reading-cancelling" : "pane-reading-workbook");
  const canLeave = work.wait === "way-out" && !work.cancelling;
  return (
    <Screen
      title={title}
      actions={canLeave && <Button onClick={() => session.cancel()}>{words.say("pane-act-cancel")}</Button>}
    >
      {work.wait === "words" ? <p role="status">{text}</p> : <ProgressBar label={title} text={text} />}
    </Screen>
  );
}

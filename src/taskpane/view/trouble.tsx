import { Button } from "./button";
import { CopyDetail } from "./copy-detail";
import { usePane } from "./pane-context";

/** What an action met, above the screen that it was asked from. */
export function Trouble() {
  const { session, state, words } = usePane();
  if (state.trouble === null) return null;
  return (
    <div class="trouble" role="alert">
      <p>{words.anomaly(state.trouble)}</p>
      <CopyDetail anomaly={state.trouble} />
      <Button link onClick={() => session.leaveTrouble()}>
        {words.say("pane-act-close")}
      </Button>
    </div>
  );
}

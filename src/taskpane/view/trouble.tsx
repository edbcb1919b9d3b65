import { useEffect, useRef } from "preact/hooks";
import { Button } from "./button";
import { CopyDetail } from "./copy-detail";
import { usePane } from "./pane-context";

/** What an action met, above the screen that it was asked from. */
export function Trouble() {
  const { session, state, words } = usePane();
  const box = useRef<HTMLDivElement>(null);
  // What was pressed may be far below.
  useEffect(() => box.current?.scrollIntoView?.({ block: "nearest" }), [state.trouble]);
  if (state.trouble === null) return null;
  return (
    <div class="trouble" role="alert" ref={box}>
      <p>{words.anomaly(state.trouble)}</p>
      <CopyDetail anomaly={state.trouble} />
      <Button link onClick={() => session.leaveTrouble()}>
        {words.say("pane-act-close")}
      </Button>
    </div>
  );
}

import { previewOf } from "../session/state";
import { isForSupport, supportLines } from "../words/support";
import type { Stopped } from "../words/support";
import { Button } from "./button";
import { usePane } from "./pane-context";

/** « Copier le détail pour l'assistance », where somebody else may have to look. */
export function CopyDetail(stopped: Stopped) {
  const { session, state, words } = usePane();
  if (!isForSupport(stopped.anomaly)) return null;
  const lines = () => supportLines(stopped, previewOf(state)?.plan.sheets ?? [], words);
  return (
    <p>
      <Button link onClick={() => void session.copyDetail(lines())}>
        {words.say("pane-act-copy-detail")}
      </Button>
    </p>
  );
}

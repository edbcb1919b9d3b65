import { previewOf } from "../../session/state";
import { Amounts } from "../amounts";
import { Button } from "../button";
import { usePane } from "../pane-context";
import { Screen } from "../screen";

/** The last word before anything is written. */
export function ConfirmScreen() {
  const { session, state, words } = usePane();
  const preview = previewOf(state);
  if (preview === null) return null;
  const { plan, counts } = preview;
  return (
    <Screen
      title={words.say("pane-confirm-title")}
      actions={
        <>
          <Button primary onClick={() => void session.generate()}>
            {words.counted("pane-confirm-yes", plan.sheets.length)}
          </Button>
          <Button onClick={() => session.leaveAsking()}>{words.say("pane-confirm-no")}</Button>
        </>
      }
    >
      <Amounts preview={preview} />
      {counts.error > 0 && (
        <p class="warning">
          <span aria-hidden="true">▲ </span>
          {words.counted("pane-provisional", counts.error)}
        </p>
      )}
      {plan.replaced.length > 0 && <p>{words.counted("pane-plan-replaced", plan.replaced.length)}</p>}
      {plan.removed.length > 0 && <p>{words.counted("pane-plan-removed", plan.removed.length)}</p>}
      <p>{words.say("pane-confirm-text")}</p>
    </Screen>
  );
}

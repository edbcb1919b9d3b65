import { Button } from "../button";
import { usePane } from "../pane-context";
import { Screen } from "../screen";

/** « Annuler la génération » asks first, and says what comes back. */
export function UndoScreen() {
  const { session, words } = usePane();
  return (
    <Screen
      title={words.say("pane-undo-title")}
      actions={
        <>
          <Button primary onClick={() => void session.undo()}>
            {words.say("pane-undo-yes")}
          </Button>
          <Button onClick={() => session.leaveAsking()}>{words.say("pane-undo-no")}</Button>
        </>
      }
    >
      <p>{words.say("pane-undo-text")}</p>
    </Screen>
  );
}

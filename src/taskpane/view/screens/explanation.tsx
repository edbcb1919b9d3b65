import { useEffect, useState } from "preact/hooks";
import { Button } from "../button";
import { usePane } from "../pane-context";
import { Screen } from "../screen";

const load = () => import(/* webpackChunkName: "explanation-view" */ "../explanation");
type Loaded = Awaited<ReturnType<typeof load>>;
let loaded: Loaded | null = null;

/** Loads its code; rejects where it does not come. */
export async function loadExplanation(): Promise<Loaded> {
  return (loaded ??= await load());
}

/** « Explication », whose code and texts come when a cell is first explained. */
export function ExplanationScreen() {
  const { session, words } = usePane();
  const [screen, setScreen] = useState(loaded);
  const [hasFailed, setFailed] = useState(false);
  const bring = () => {
    setFailed(false);
    loadExplanation().then(setScreen, () => setFailed(true));
  };
  useEffect(() => {
    if (screen === null) bring();
  }, []);
  if (screen !== null) return <screen.Explained />;
  return (
    <Screen
      title={words.say("pane-explanation-title")}
      alert={hasFailed}
      actions={
        hasFailed && (
          <>
            <Button primary onClick={bring}>
              {words.say("pane-act-retry")}
            </Button>
            <Button onClick={() => session.leaveExplanation()}>{words.say("pane-act-close")}</Button>
          </>
        )
      }
    >
      {hasFailed && <p>{words.say("pane-analysis-not-loaded")}</p>}
    </Screen>
  );
}

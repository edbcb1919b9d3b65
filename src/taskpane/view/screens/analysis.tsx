import { useEffect, useState } from "preact/hooks";
import { Button } from "../button";
import { usePane } from "../pane-context";
import { Screen } from "../screen";

const load = () => import(/* webpackChunkName: "analyses-view" */ "../analyses");
type Screens = Awaited<ReturnType<typeof load>>;
let loaded: Screens | null = null;

/** Loads their code; rejects where it does not come. */
export async function loadAnalysisScreens(): Promise<Screens> {
  return (loaded ??= await load());
}

/** « Comparer » and « Simuler », whose code comes when one of them is first asked for. */
export function AnalysisScreen() {
  const { session, state, words } = usePane();
  const [screens, setScreens] = useState(loaded);
  const [hasFailed, setFailed] = useState(false);
  const { analysis } = state;
  const bring = () => {
    setFailed(false);
    loadAnalysisScreens().then(setScreens, () => setFailed(true));
  };
  useEffect(() => {
    if (screens === null) bring();
  }, []);
  if (analysis === null) return null;
  if (screens !== null) return analysis === "compare" ? <screens.CompareScreen /> : <screens.SimulateScreen />;
  return (
    <Screen
      title={words.say(`pane-${analysis}-title`)}
      alert={hasFailed}
      actions={
        hasFailed && (
          <>
            <Button primary onClick={bring}>
              {words.say("pane-act-retry")}
            </Button>
            <Button onClick={() => session.openAnalysis(null)}>{words.say("pane-act-close")}</Button>
          </>
        )
      }
    >
      {hasFailed && <p>{words.say("pane-analysis-not-loaded")}</p>}
    </Screen>
  );
}

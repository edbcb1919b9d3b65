import { usePane } from "../pane-context";
import { LazyCode, LazyScreen } from "./lazy-screen";

const analysesCode = new LazyCode(() => import(/* webpackChunkName: "analyses-view" */ "../analyses"));

/** Loads the code of the analyses' screens; rejects where it does not come. */
export const loadAnalysisScreens = () => analysesCode.bring();

/** « Comparer », « Simuler » and « Rectifier », whose code comes when one of them is first asked for. */
export function AnalysisScreen() {
  const { session, state, words } = usePane();
  const { analysis } = state;
  if (analysis === null) return null;
  return (
    <LazyScreen
      code={analysesCode}
      title={words.say(`pane-${analysis}-title`)}
      onClose={() => session.analyses.open(null)}
    >
      {({ analysisScreens }) => {
        const Content = analysisScreens[analysis];
        return <Content />;
      }}
    </LazyScreen>
  );
}

import { usePane } from "../pane-context";
import { LazyCode, LazyScreen } from "./lazy-screen";

const explanationCode = new LazyCode(() => import(/* webpackChunkName: "explanation-view" */ "../explanation"));

/** Loads the code of « Explication »; rejects where it does not come. */
export const loadExplanation = () => explanationCode.bring();

/** « Explication », whose code and texts come when a cell is first explained. */
export function ExplanationScreen() {
  const { session, words } = usePane();
  return (
    <LazyScreen
      code={explanationCode}
      title={words.say("pane-explanation-title")}
      onClose={() => session.leaveExplanation()}
    >
      {({ Explained }) => <Explained />}
    </LazyScreen>
  );
}

import { usePane } from "../pane-context";
import { screenOf } from "../screen-of";
import { LazyCode, LazyScreen } from "./lazy-screen";

const code = new LazyCode(() => import(/* webpackChunkName: "reading-view" */ "../reading"));

/** Loads the code of « Lecture » and « Contrôle »; rejects where it does not come. */
export const loadReadingScreens = () => code.bring();

/** « Lecture » and « Contrôle »: their code comes while a workbook is first read. */
export function UnderstoodScreen() {
  const { session, state, words } = usePane();
  const name = screenOf(state);
  if (name !== "lecture" && name !== "headcounts" && name !== "controle") return null;
  return (
    <LazyScreen
      code={code}
      title={words.say(`pane-step-${state.step}`)}
      onClose={() => session.openStep("repartition")}
    >
      {({ readingScreens }) => {
        const Content = readingScreens[name];
        return <Content />;
      }}
    </LazyScreen>
  );
}

import { usePane } from "../pane-context";
import { screenOf } from "../screen-of";
import type { ScreenName } from "../screen-of";
import { LazyCode, LazyScreen } from "./lazy-screen";

const readingCode = new LazyCode(() => import(/* webpackChunkName: "reading-view" */ "../reading"));

/** Loads the code of what was read, checked and shared out; rejects where it does not come. */
export const loadReadingScreens = () => readingCode.bring();

/** « Lecture », « Contrôle » and « Répartition »: their code comes while a workbook is first read. */
export function UnderstoodScreen() {
  const { session, state, words } = usePane();
  const name = screenOf(state);
  if (!isOfReading(name)) return null;
  return (
    <LazyScreen
      code={readingCode}
      title={words.say(`pane-step-${state.step}`)}
      onClose={() => session.openStep("documents")}
    >
      {({ readingScreens }) => {
        const Content = readingScreens[name];
        return <Content />;
      }}
    </LazyScreen>
  );
}

const ofReading = ["lecture", "headcounts", "controle", "repartition", "commune"] as const;

function isOfReading(name: ScreenName): name is (typeof ofReading)[number] {
  return (ofReading as readonly ScreenName[]).includes(name);
}

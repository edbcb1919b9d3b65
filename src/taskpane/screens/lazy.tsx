import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { usePane } from "../parts/context";
import { Button } from "../parts/elements";
import { Screen } from "../parts/screen";
import { screenOf, type ScreenName } from "./screen-of";

/** Code that comes when it is first asked for, and is kept. */
class LazyCode<Loaded> {
  loaded: Loaded | null = null;

  constructor(private readonly load: () => Promise<Loaded>) {}

  /** Loads it; rejects where it does not come. */
  async bring(): Promise<Loaded> {
    return (this.loaded ??= await this.load());
  }
}

interface LazyScreenProps<Loaded> {
  readonly code: LazyCode<Loaded>;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: (loaded: Loaded) => ComponentChildren;
}

/** A screen whose code is not there from the start: its title meanwhile, and where it does not come, another try. */
function LazyScreen<Loaded>({ code, title, onClose, children }: LazyScreenProps<Loaded>) {
  const { words } = usePane();
  const [isThere, setThere] = useState(code.loaded !== null);
  const [hasFailed, setFailed] = useState(false);
  const bring = () => {
    setFailed(false);
    code.bring().then(
      () => setThere(true),
      () => setFailed(true),
    );
  };
  useEffect(() => {
    if (!isThere) bring();
  }, []);
  if (isThere && code.loaded !== null) return <>{children(code.loaded)}</>;
  return (
    <Screen
      title={title}
      alert={hasFailed}
      actions={
        hasFailed && (
          <>
            <Button primary onClick={bring}>
              {words.say("pane-act-retry")}
            </Button>
            <Button onClick={onClose}>{words.say("pane-act-close")}</Button>
          </>
        )
      }
    >
      {hasFailed && <p>{words.say("pane-analysis-not-loaded")}</p>}
    </Screen>
  );
}

const readingCode = new LazyCode(() => import(/* webpackChunkName: "reading-view" */ "./reading"));

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

const analysesCode = new LazyCode(() => import(/* webpackChunkName: "analyses-view" */ "../analyses/screens"));

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

const explanationCode = new LazyCode(
  () => import(/* webpackChunkName: "explanation-view" */ "./explanation/explained"),
);

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

const settingsCode = new LazyCode(() => import(/* webpackChunkName: "settings-view" */ "./settings"));

/** Loads the code of « Réglages »; rejects where it does not come. */
export const loadSettings = () => settingsCode.bring();

/** « Réglages », whose code and texts come when they are first opened. */
export function SettingsScreen() {
  const { session, words } = usePane();
  return (
    <LazyScreen code={settingsCode} title={words.say("pane-settings-title")} onClose={() => session.leaveSettings()}>
      {({ AllSettings }) => <AllSettings />}
    </LazyScreen>
  );
}

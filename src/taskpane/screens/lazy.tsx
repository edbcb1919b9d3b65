import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { MessageCode } from "../../messages";
import type { AnalysisName } from "../analyses/model";
import type { PaneEvent } from "../state/reduce";
import { usePane } from "../parts/context";
import { Button, Screen } from "../parts/elements";

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
  readonly pick: (loaded: Loaded) => ComponentType;
  /** The step's name where there is none. */
  readonly title?: MessageCode;
  /** Leaves the screen, where its code does not come. */
  readonly onClose: PaneEvent;
}

/** Returns a screen whose code is not there from the start: its title meanwhile, and where it does not come, another try. */
function lazyScreen<Loaded>({ code, pick, title, onClose }: LazyScreenProps<Loaded>): ComponentType {
  return () => {
    const { session, state, words } = usePane();
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
    if (isThere && code.loaded !== null) {
      const Content = pick(code.loaded);
      return <Content />;
    }
    return (
      <Screen
        title={words.say(title ?? `pane-step-${state.step}`)}
        alert={hasFailed}
        actions={
          hasFailed && (
            <>
              <Button primary onClick={bring}>
                {words.say("pane-act-retry")}
              </Button>
              <Button onClick={() => session.dispatch(onClose)}>{words.say("pane-act-close")}</Button>
            </>
          )
        }
      >
        {hasFailed && <p>{words.say("pane-analysis-not-loaded")}</p>}
      </Screen>
    );
  };
}

const close = { type: "closed" } as const;

const reading = new LazyCode(() => import(/* webpackChunkName: "reading-view" */ "./reading"));
const analyses = new LazyCode(() => import(/* webpackChunkName: "analyses-view" */ "../analyses/screens"));
const explanation = new LazyCode(() => import(/* webpackChunkName: "explanation-view" */ "./explanation/explained"));
const settings = new LazyCode(() => import(/* webpackChunkName: "settings-view" */ "./settings"));

/** Load the code of these screens before it is asked for; reject where it does not come. */
export const loadReadingScreens = () => reading.bring();
export const loadAnalysisScreens = () => analyses.bring();
export const loadExplanation = () => explanation.bring();
export const loadSettings = () => settings.bring();

/** A screen of « Lecture », « Contrôle » or « Répartition »: their code comes while a workbook is first read. */
export function readingScreen(
  name: keyof Awaited<ReturnType<typeof loadReadingScreens>>["readingScreens"],
): ComponentType {
  const onClose = { type: "step-opened", step: "documents" } as const;
  return lazyScreen({ code: reading, pick: ({ readingScreens }) => readingScreens[name], onClose });
}

/** « Comparer », « Simuler » or « Rectifier », whose code comes when one of them is first asked for. */
export function analysisScreen(name: AnalysisName): ComponentType {
  const pick = ({ analysisScreens }: Awaited<ReturnType<typeof loadAnalysisScreens>>) => analysisScreens[name];
  return lazyScreen({ code: analyses, pick, title: `pane-${name}-title`, onClose: close });
}

/** « Explication », whose code and texts come when a cell is first explained. */
export const ExplanationScreen = lazyScreen({
  code: explanation,
  pick: ({ Explained }) => Explained,
  title: "pane-explanation-title",
  onClose: close,
});

/** « Réglages », whose code and texts come when they are first opened. */
export const SettingsScreen = lazyScreen({
  code: settings,
  pick: ({ AllSettings }) => AllSettings,
  title: "pane-settings-title",
  onClose: close,
});

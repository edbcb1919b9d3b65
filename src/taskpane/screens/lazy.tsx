import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { MessageCode } from "../../messages";
import type { PaneEvent } from "../state/reduce";
import { usePane } from "../parts/context";
import { Screen } from "../parts/elements";

interface LazyScreenProps<Loaded> {
  readonly pick: (loaded: Loaded) => ComponentType;
  /** The step's name where there is none. */
  readonly title?: MessageCode;
  /** Leaves the screen, where its code does not come. */
  readonly onClose?: PaneEvent;
}

/** Code that comes when it is first asked for, and is kept. */
export class LazyCode<Loaded> {
  private loaded: Loaded | null = null;

  constructor(private readonly load: () => Promise<Loaded>) {}

  /** Loads it; rejects where it does not come. */
  async bring(): Promise<Loaded> {
    return (this.loaded ??= await this.load());
  }

  /** Returns a screen whose code is not there from the start: its title meanwhile, and where it does not come, another try. */
  screen({ pick, title, onClose = { type: "closed" } }: LazyScreenProps<Loaded>): ComponentType {
    return () => {
      const { session, state, words } = usePane();
      const [isThere, setThere] = useState(this.loaded !== null);
      const [hasFailed, setFailed] = useState(false);
      const bring = () => {
        setFailed(false);
        this.bring().then(
          () => setThere(true),
          () => setFailed(true),
        );
      };
      useEffect(() => {
        if (!isThere) bring();
      }, []);
      if (isThere && this.loaded !== null) {
        const Content = pick(this.loaded);
        return <Content />;
      }
      return (
        <Screen
          title={words.say(title ?? `pane-step-${state.step}`)}
          alert={hasFailed}
          buttons={
            hasFailed
              ? [
                  { label: words.say("pane-act-retry"), onPress: bring },
                  { label: words.say("pane-act-close"), onPress: () => session.dispatch(onClose) },
                ]
              : []
          }
        >
          {hasFailed && <p>{words.say("pane-analysis-not-loaded")}</p>}
        </Screen>
      );
    };
  }
}

/** « Lecture », « Contrôle » and « Répartition »: their code comes while a workbook is first read. */
export const reading = new LazyCode(() => import(/* webpackChunkName: "reading-view" */ "./reading"));
/** « Comparer », « Simuler » and « Rectifier ». */
export const analyses = new LazyCode(() => import(/* webpackChunkName: "analyses-view" */ "../analyses/screens"));
/** « Explication », when a cell is first explained. */
export const explanation = new LazyCode(
  () => import(/* webpackChunkName: "explanation-view" */ "./explanation/explained"),
);
/** What marks an état as issued, when it is first asked for. */
export const issue = new LazyCode(() => import(/* webpackChunkName: "issue-view" */ "./issue"));
/** « Réglages », when they are first opened. */
export const settings = new LazyCode(() => import(/* webpackChunkName: "settings-view" */ "./settings"));
